import { StateChip, type StateKey } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

const STATES: Readonly<Record<string, StateKey>> = {
  selected: 'draft',
  requested: 'waiting',
  proposed: 'waiting',
  confirmed: 'done',
  ended: 'draft',
  declined: 'blocked',
  cancelled: 'blocked',
};

/** Who reads: the school, the school where no host answers, or the host itself. */
export type StatusReader = 'school' | 'direct' | 'host';

const KEYS: Readonly<Record<StatusReader, Readonly<Record<string, string>>>> = {
  school: {},
  direct: { proposed: 'proposedDirect' },
  host: { requested: 'requestedHost', proposed: 'proposedHost' },
};

/** Where a placement stands, and who holds it. */
export function PlacementStatus({ status, reader = 'school' }: { status: string; reader?: StatusReader }) {
  const { t } = useTranslation('placements');
  const key = KEYS[reader][status] ?? status;
  return <StateChip state={STATES[status] ?? 'draft'} label={t(`status.${key}`)} title={t(`statusHint.${key}`)} />;
}
