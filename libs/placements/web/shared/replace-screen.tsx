import { type FormErrors, Page, QueryError } from '@softmob/portal-kit';
import { EmptyState, SkeletonList } from '@softmob/ui';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Replaced, type ReplaceOffer, type ReplaceSubject } from './replace';
import { ReplaceForm, type ReplaceInput } from './replace-form';
import { ReplaceReceipt } from './replace-receipt';

export interface ReplaceScreenProps {
  /** Undefined while it is looked up; null where there is nothing to replace. */
  subject: ReplaceSubject | null | undefined;
  error: unknown;
  onRetry: () => void;
  offers: readonly ReplaceOffer[] | undefined;
  onDay: (from: string) => void;
  saving: boolean;
  errors: FormErrors | null;
  onSubmit: (input: ReplaceInput) => Promise<boolean>;
  replaced: { subject: ReplaceSubject; facts: Replaced } | null;
  reader: 'school' | 'host';
  /** Where one came from, and how that is called. */
  back: { to: string; label: string };
}

/** "The company cannot go on": the way from the reason to the receipt, the same for school and host. */
export function ReplaceScreen(props: ReplaceScreenProps) {
  const { subject, error, onRetry, replaced, reader, back } = props;
  const { t } = useTranslation('placements');
  const name = (replaced?.subject ?? subject)?.name;
  const page = (children: ReactNode) => (
    <Page
      title={name ? t('replace.titleOf', { name }) : t('replace.title')}
      description={replaced ? undefined : t('replace.description')}
      crumbs={[back]}
      width="form"
    >
      {children}
    </Page>
  );
  if (replaced) {
    return page(
      <ReplaceReceipt subject={replaced.subject} replaced={replaced.facts} reader={reader} backTo={back.to} />,
    );
  }
  if (error) return page(<QueryError error={error} onRetry={onRetry} ns="placements" backTo={back.to} />);
  if (subject === undefined) return page(<SkeletonList kind="form" rows={5} />);
  if (subject === null) return page(<EmptyState title={t('replace.nothing')}>{t('replace.nothingHint')}</EmptyState>);
  return page(<ReplaceForm {...props} subject={subject} backTo={back.to} />);
}
