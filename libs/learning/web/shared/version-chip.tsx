import { StateChip, type StateKey } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

const STATES: Record<string, StateKey> = {
  draft: 'draft',
  open: 'waiting',
  locked: 'done',
  superseded: 'draft',
  declined: 'blocked',
  withdrawn: 'draft',
};

/** Where a version stands. */
export function VersionChip({ status, plain = false }: { status: string; plain?: boolean }) {
  const { t } = useTranslation('learning');
  return <StateChip state={STATES[status] ?? 'draft'} label={t(`status.${status}`)} plain={plain} />;
}
