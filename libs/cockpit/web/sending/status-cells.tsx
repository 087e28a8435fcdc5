import { StateChip, type StateKey } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

interface Invitation {
  status: string;
}

const INVITATIONS: Readonly<Record<string, StateKey>> = {
  none: 'draft',
  invited: 'waiting',
  expired: 'blocked',
  accepted: 'done',
};

/** Whether the participant, and of a minor the guardian, has answered; the one who has not decides. */
export function InvitationCell({ own, guardian }: { own: Invitation | null; guardian: Invitation | null }) {
  const { t } = useTranslation('cockpit');
  if (!own) return <>–</>;
  const waitsForGuardian = own.status === 'accepted' && guardian !== null && guardian.status !== 'accepted';
  const { status } = waitsForGuardian ? guardian : own;
  return (
    <StateChip
      plain
      state={INVITATIONS[status] ?? 'draft'}
      label={t(waitsForGuardian ? `invitation.guardian.${status}` : `invitation.${status}`)}
    />
  );
}

interface Paper {
  kind: string;
  status: string;
  expiryWarning?: string | null;
}

const NEEDED = ['identity', 'ehic', 'insurance'];

/** How far the personal documents are: what was sent back or expires weighs most, then what waits for the school. */
export function DocumentsCell({ documents }: { documents: readonly Paper[] }) {
  const { t } = useTranslation('cockpit');
  const current = documents.filter(({ status }) => status !== 'replaced');
  const returned = current.filter(({ status, expiryWarning }) => status === 'returned' || expiryWarning === 'expired');
  const toVerify = current.filter(({ status }) => status === 'uploaded').length;
  const verified = NEEDED.filter((kind) =>
    current.some((paper) => paper.kind === kind && paper.status === 'verified'),
  ).length;
  if (returned.length > 0)
    return <StateChip plain state="atRisk" label={t('papers.returned', { count: returned.length })} />;
  if (toVerify > 0) return <StateChip plain state="waiting" label={t('papers.toVerify', { count: toVerify })} />;
  const state = verified === NEEDED.length ? 'done' : 'draft';
  return <StateChip plain state={state} label={t('papers.verified', { verified, of: NEEDED.length })} />;
}
