import { QueryError } from '@softmob/portal-kit';
import { EmptyState, Section, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { OutcomeTable } from '../shared/outcome-table';
import { SignScreen } from '../shared/sign-screen';
import { useSigning } from '../shared/use-signing.signing';

/** One agreement, read and signed by the host. */
export function AgreementScreen() {
  const { t } = useTranslation('learning');
  const { id = '' } = useParams();
  const { mobility, error, retry, signing, assessed } = useSigning(id, { results: true });
  if (error) return <QueryError error={error} onRetry={retry} backTo="/agreements" />;
  if (!mobility) return <SkeletonList kind="page" />;
  if (!signing) return <EmptyState title={t('agreement.none')}>{t('agreement.noneText')}</EmptyState>;
  return (
    <SignScreen
      {...signing}
      crumbs={[{ label: t('nav.agreements'), to: '/agreements' }]}
      backTo="/agreements"
      backLabel={t('nav.agreements')}
    >
      {assessed && (
        <Section title={t('learner.outcomes')}>
          <OutcomeTable outcomes={mobility.outcomes ?? []} />
        </Section>
      )}
    </SignScreen>
  );
}
