import { StateChip, type StateKey, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

const STATES: Readonly<Record<string, StateKey>> = {
  none: 'draft',
  invited: 'waiting',
  accepted: 'done',
  expired: 'atRisk',
};

export interface InvitationAnswer {
  status: string;
  sentAt: string | null;
  acceptedAt: string | null;
}

/** Whether somebody answered, with the day of it. */
export function InvitationChip({ invitation }: { invitation: InvitationAnswer | null }) {
  const { t } = useTranslation('projects');
  const format = useFormat();
  if (!invitation) return <>–</>;
  const { status, sentAt, acceptedAt } = invitation;
  const at = acceptedAt ?? sentAt;
  return (
    <StateChip
      state={STATES[status] ?? 'draft'}
      label={t(`people.status.${status}`)}
      title={at ? format.date(at.slice(0, 10), 'medium') : undefined}
    />
  );
}
