import { StateChip, type StateKey } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

interface Current {
  status: string;
  /** Its placement was taken back or has changed. */
  outdated: boolean;
  number: number;
  missingParties: readonly string[];
}

const STATES: Readonly<Record<string, StateKey>> = { draft: 'draft', open: 'waiting', locked: 'done' };

/** How far the learning agreement of one person is, and whose signature it waits for. */
export function AgreementCell({ current }: { current: Current | null | undefined }) {
  const { t } = useTranslation('cockpit');
  if (!current || current.outdated) return <StateChip plain state="draft" label={t('agreement.none')} />;
  const { status, missingParties } = current;
  const waiting = missingParties.map((party) => t(`agreement.party.${party}`)).join(', ');
  return (
    <StateChip
      plain
      state={STATES[status] ?? 'draft'}
      label={status === 'open' ? t('agreement.open', { count: missingParties.length }) : t(`agreement.${status}`)}
      title={status === 'open' ? t('agreement.waitsFor', { parties: waiting }) : undefined}
    />
  );
}
