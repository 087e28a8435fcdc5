import { StateChip, type StateKey } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

/** The kinds of documents, in the order in which one thinks of them. */
export const KINDS = ['identity', 'ehic', 'insurance', 'travel', 'consent', 'other'] as const;

const STATES: Readonly<Record<string, StateKey>> = {
  uploaded: 'waiting',
  verified: 'done',
  returned: 'blocked',
  replaced: 'draft',
};

export interface DocumentFacts {
  status: string;
  expiryWarning?: string | null | undefined;
}

/** How far a document is; one that is verified but runs out is at risk. */
export function DocumentChip({ status, expiryWarning, plain }: DocumentFacts & { plain?: boolean }) {
  const { t } = useTranslation('documents');
  if (status === 'verified' && expiryWarning && expiryWarning !== 'soon') {
    return <StateChip state="atRisk" label={t(`expiry.${expiryWarning}`)} {...(plain ? { plain } : {})} />;
  }
  return <StateChip state={STATES[status] ?? 'draft'} label={t(`status.${status}`)} {...(plain ? { plain } : {})} />;
}
