import { StateChip, type StateKey } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

const STATES: Readonly<Record<string, StateKey>> = {
  selected: 'draft',
  requested: 'waiting',
  proposed: 'waiting',
  confirmed: 'done',
  declined: 'blocked',
  cancelled: 'blocked',
};

/** Where a placement stands, and who holds it. */
export function PlacementStatus({ status, direct = false }: { status: string; direct?: boolean }) {
  const { t } = useTranslation('placements');
  const key = status === 'proposed' && direct ? 'proposedDirect' : status;
  return <StateChip state={STATES[status] ?? 'draft'} label={t(`status.${key}`)} title={t(`statusHint.${key}`)} />;
}
