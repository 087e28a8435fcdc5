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
  const { t } = useTranslation(['documents', 'kit']);
  const toast = useToast();
  const text = useErrorText('documents');
  const [expiresOn, setExpiresOn] = useState(document.expiresOn ?? '');
  const [returning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const verify = useSubmit(VerifyDocumentsDocument);
  const giveBack = useSubmit(ReturnDocumentDocument);
  const errors = verify.errors ?? giveBack.errors;
  const open = document.status === 'uploaded';
  const mayReturn = open || document.status === 'verified';
  const about = { name: nameOf(document), kind: t(`kind.${document.kind}`) };

  const doVerify = async () => {
    if (!open || verify.saving) return;
    const changed = expiresOn && expiresOn !== document.expiresOn ? expiresOn : null;
    if (await verify.submit({ ids: [document.id], expiresOn: changed })) {
      toast(t('review.verified', about));
      onDecided();
    }
  };
  const doReturn = async () => {
    if (reason.trim().length < 3) return;
    if (await giveBack.submit({ id: document.id, reason: reason.trim() })) {
      toast(t('review.returned', about));
      onDecided();
    }
  };
  useKeys({
    v: () => void doVerify(),
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
        <>
          <div className="reasons">
            {REASONS.map((key) => (
              <Button key={key} size="small" variant="outlined" onClick={() => setReason(t(`reason.${key}`))}>
                {t(`reason.${key}`)}
              </Button>
            ))}
          </div>
          <TextInput
            id="reason"
            label={t('review.reason')}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            multiline
            minRows={2}
            autoFocus
            maxLength={500}
            helperText={t('review.reasonHint')}
          />
          <div className="row">
            <Button
              variant="contained"
              loading={giveBack.saving}
              disabled={reason.trim().length < 3}
              onClick={() => void doReturn()}
            >
              {t('review.sendBack', { name: document.mobility.participant.firstName ?? '' })}
            </Button>
            <Button onClick={() => setReturning(false)}>{t('kit:action.cancel')}</Button>
          </div>
        </>
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
              <Button variant="contained" size="large" loading={verify.saving} onClick={() => void doVerify()}>
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
