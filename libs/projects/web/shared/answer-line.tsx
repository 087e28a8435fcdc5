import { styled } from '@mui/material/styles';
import { useFormat } from '@softmob/portal-kit';
import { StateChip, type StateKey } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

const Line = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 4,
  padding: '10px 0',
  borderBottom: `1px solid ${theme.palette.divider}`,
  '& .head': { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  '& small': { color: theme.palette.text.secondary },
  '& q': { overflowWrap: 'anywhere' },
}));

const STATES: Readonly<Record<string, StateKey>> = { yes: 'done', changed: 'atRisk', no: 'blocked' };

/** What was asked of a host, and what it said. */
export interface Answered {
  answer: string | null;
  comment: string | null;
  offeredStartsOn: string | null;
  offeredEndsOn: string | null;
  answeredAt: string | null;
  askedAt: string;
  places: readonly { occupation: string; lastTime: number; wanted: number; offered: number | null }[];
}

/** One answer to "same again?": who, what, how many of how many, on which days, and why. */
export function AnswerLine({ ask, name }: { ask: Answered; name: string }) {
  const { t } = useTranslation('projects');
  const format = useFormat();
  const { answer, comment, offeredStartsOn, offeredEndsOn, answeredAt, askedAt, places } = ask;
  const counts = places.map(({ occupation, wanted, offered }) =>
    offered === null || offered === wanted
      ? `${String(wanted)} × ${occupation}`
      : t('sameAgain.ofWanted', { offered, wanted, occupation }),
  );
  return (
    <Line>
      <div className="head">
        <strong>{name}</strong>
        <StateChip state={STATES[answer ?? ''] ?? 'waiting'} label={t(`sameAgain.answer.${answer ?? 'open'}`)} />
        <small>
          {answeredAt
            ? t('sameAgain.answeredOn', { day: format.date(answeredAt, 'medium') })
            : t('sameAgain.askedOn', { day: format.date(askedAt, 'medium') })}
        </small>
      </div>
      <span className="num">{counts.join(', ')}</span>
      {offeredStartsOn && offeredEndsOn && (
        <span>{t('sameAgain.otherDays', { days: format.dateRange(offeredStartsOn, offeredEndsOn) })}</span>
      )}
      {comment && <q>{comment}</q>}
    </Line>
  );
}
