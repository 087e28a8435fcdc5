import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useErrorText, useSubmit, useToast } from '@softmob/portal-kit';
import { DateRangeText, Notice } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerLine } from '../shared/answer-line';
import { AnswerForm } from './same-again-form';
import { AnswerHostAskDocument, type HostAsk } from './same-again-documents';

const Card = styled('article')(({ theme }) => ({
  display: 'grid',
  gap: 10,
  padding: '14px 16px',
  borderTop: `1px solid ${theme.palette.divider}`,
  '&:first-of-type': { borderTop: 0 },
  '& h3': { fontSize: '1rem', fontWeight: 640 },
  '& p': { margin: 0 },
  '& .facts': { color: theme.palette.text.secondary },
  '& .buttons': { display: 'flex', flexWrap: 'wrap', gap: 8 },
}));

/** One question of a school, answered with one click; "yes, but" and "no" open a few fields. */
export function SameAgainCard({ ask }: { ask: HostAsk }) {
  const { t } = useTranslation('projects');
  const text = useErrorText('projects');
  const toast = useToast();
  const [open, setOpen] = useState<'changed' | 'no' | null>(null);
  const [again, setAgain] = useState(false);
  const { submit, saving, errors } = useSubmit(AnswerHostAskDocument);
  const say = async (input: Omit<Parameters<typeof submit>[0]['input'], 'id' | 'version'>) => {
    if (!(await submit({ input: { id: ask.id, version: ask.version, ...input } }))) return;
    setOpen(null);
    setAgain(false);
    toast(t('sameAgain.thanks', { school: ask.schoolName }));
  };
  return (
    <Card aria-labelledby={`ask-${ask.id}`}>
      <div>
        <h3 id={`ask-${ask.id}`}>
          {ask.schoolName}: {ask.town}
        </h3>
        <p className="facts num">
          {ask.flowCode} · <DateRangeText start={ask.startsOn} end={ask.endsOn} />
        </p>
      </div>
      {ask.answer && !again ? (
        <>
          <AnswerLine ask={ask} name={t('sameAgain.you')} />
          <div className="buttons">
            <Button onClick={() => setAgain(true)}>{t('sameAgain.again')}</Button>
          </div>
        </>
      ) : (
        <>
          <Wanted ask={ask} />
          {errors && !open && <Notice tone="blocked">{text.of(errors)}</Notice>}
          {open ? (
            <AnswerForm
              ask={ask}
              answer={open}
              saving={saving}
              errors={errors}
              onSubmit={say}
              onCancel={() => setOpen(null)}
            />
          ) : (
            <div className="buttons">
              <Button variant="outlined" loading={saving} onClick={() => void say({ answer: 'yes' })}>
                {t('sameAgain.yes')}
              </Button>
              <Button onClick={() => setOpen('changed')}>{t('sameAgain.changed')}</Button>
              <Button onClick={() => setOpen('no')}>{t('sameAgain.no')}</Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
}

function Wanted({ ask }: { ask: HostAsk }) {
  const { t } = useTranslation('projects');
  if (ask.places.length === 0) return <p>{t('sameAgain.noPlaces')}</p>;
  return (
    <p className="num">
      {ask.places
        .map(({ occupation, wanted, lastTime }) => t('sameAgain.wanted', { occupation, wanted, lastTime }))
        .join(', ')}
    </p>
  );
}
