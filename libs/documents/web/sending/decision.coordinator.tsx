import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useErrorText, useSubmit, useToast } from '@softmob/portal-kit';
import { DateField, Notice, TextInput } from '@softmob/ui';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  nameOf,
  type ReviewedDocument,
  ReturnDocumentDocument,
  VerifyDocumentsDocument,
} from './review.operations.coordinator';

const REASONS = ['unreadable', 'wrong', 'incomplete', 'expired'] as const;

const Root = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 12,
  padding: '14px 20px',
  borderTop: `1px solid ${theme.palette.divider}`,
  '& .row': { display: 'flex', flexWrap: 'wrap', gap: 10, alignItems: 'flex-end' },
  '& .reasons': { display: 'flex', flexWrap: 'wrap', gap: 6 },
  '& kbd': {
    marginLeft: 8,
    padding: '0 5px',
    border: '1px solid currentColor',
    borderRadius: 4,
    font: 'inherit',
    fontSize: '0.75rem',
    opacity: 0.75,
  },
  '@media (pointer: coarse)': { '& kbd': { display: 'none' } },
}));

/** Keys that act while nobody types: what they do stands on the buttons. */
function useKeys(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      const { target } = event;
      const typing =
        target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select, [role=dialog]');
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const action = latest.current[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', act);
    return () => window.removeEventListener('keydown', act);
  }, []);
}

export interface DecisionProps {
  document: ReviewedDocument;
  onDecided: () => void;
  onMove: (by: 1 | -1) => void;
}

/** Verify, or send back with a reason: with the mouse, or with V, R, J and K. */
export function Decision({ document, onDecided, onMove }: DecisionProps) {
  const { t } = useTranslation('documents');
  const toast = useToast();
  const text = useErrorText('documents');
  const [expiresOn, setExpiresOn] = useState(document.expiresOn ?? '');
  const [returning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const { submit, saving, errors } = useSubmit(VerifyDocumentsDocument);
  const open = document.status === 'uploaded';
  const mayReturn = open || document.status === 'verified';
  const verify = async () => {
    if (!open || saving) return;
    const changed = expiresOn && expiresOn !== document.expiresOn ? expiresOn : null;
    if (!(await submit({ ids: [document.id], expiresOn: changed }))) return;
    toast(t('review.verified', { name: nameOf(document), kind: t(`kind.${document.kind}`) }));
    onDecided();
  };
  useKeys({
    v: () => void verify(),
    r: () => mayReturn && setReturning(true),
    j: () => onMove(1),
    arrowdown: () => onMove(1),
    k: () => onMove(-1),
    arrowup: () => onMove(-1),
  });
  return (
    <Root>
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
      {returning ? (
        <ReturnForm
          {...{ document, reason }}
          onReason={setReason}
          onReturned={onDecided}
          onCancel={() => setReturning(false)}
        />
      ) : (
        <div className="row">
          {open && (
            <>
              <DateField
                id="expires"
                label={t('review.expiresOn')}
                value={expiresOn}
                onChange={({ target }) => setExpiresOn(target.value)}
              />
              <Button variant="contained" size="large" loading={saving} onClick={() => void verify()}>
                {t('review.verify')}
                <kbd>V</kbd>
              </Button>
            </>
          )}
          {mayReturn && (
            <Button variant="outlined" size="large" onClick={() => setReturning(true)}>
              {t('review.return')}
              <kbd>R</kbd>
            </Button>
          )}
        </div>
      )}
    </Root>
  );
}

interface ReturnFormProps {
  document: ReviewedDocument;
  reason: string;
  onReason: (reason: string) => void;
  onReturned: () => void;
  onCancel: () => void;
}

/** Why it is sent back: a usual reason, or one's own words. */
function ReturnForm({ document, reason, onReason, onReturned, onCancel }: ReturnFormProps) {
  const { t } = useTranslation(['documents', 'kit']);
  const toast = useToast();
  const text = useErrorText('documents');
  const { submit, saving, errors } = useSubmit(ReturnDocumentDocument);
  const said = reason.trim();
  const sendBack = async () => {
    if (!(await submit({ id: document.id, reason: said }))) return;
    toast(t('review.returned', { name: nameOf(document), kind: t(`kind.${document.kind}`) }));
    onReturned();
  };
  return (
    <>
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
      <div className="reasons">
        {REASONS.map((key) => (
          <Button key={key} size="small" variant="outlined" onClick={() => onReason(t(`reason.${key}`))}>
            {t(`reason.${key}`)}
          </Button>
        ))}
      </div>
      <TextInput
        id="reason"
        label={t('review.reason')}
        value={reason}
        onChange={({ target }) => onReason(target.value)}
        multiline
        minRows={2}
        autoFocus
        maxLength={500}
        helperText={t('review.reasonHint')}
      />
      <div className="row">
        <Button variant="contained" loading={saving} disabled={said.length < 3} onClick={() => void sendBack()}>
          {t('review.sendBack', { name: document.mobility.participant.firstName ?? '' })}
        </Button>
        <Button onClick={onCancel}>{t('kit:action.cancel')}</Button>
      </div>
    </>
  );
}
