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

export interface DocumentChipProps extends DocumentFacts {
  plain?: boolean;
  /** In the words of the school, which holds what was uploaded. */
  school?: boolean;
}

/** How far a document is; one that still counts but runs out is at risk. */
export function DocumentChip({ status, expiryWarning, plain = false, school = false }: DocumentChipProps) {
  const { t } = useTranslation('documents');
  const runsOut = expiryWarning && expiryWarning !== 'soon' && (status === 'verified' || school);
  const state = runsOut ? 'atRisk' : (STATES[status] ?? 'draft');
  const label = runsOut ? t(`expiry.${expiryWarning}`) : t(school ? `statusSchool.${status}` : `status.${status}`);
  return <StateChip state={state} label={label} plain={plain} />;
}
