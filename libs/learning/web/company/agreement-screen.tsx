import { QueryError } from '@softmob/portal-kit';
import { EmptyState, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { SignScreen } from '../shared/sign-screen';
import { useSigning } from '../shared/use-signing.signing';
import { CompanyHomeDocument } from './home.operations';

const REFETCH = [CompanyHomeDocument];

/** The agreement of one of the tutor's learners. */
export function AgreementScreen() {
  const { t } = useTranslation('learning');
  const { id = '' } = useParams();
  const { mobility, error, retry, signing } = useSigning(id, { refetch: REFETCH });
  if (error) return <QueryError error={error} onRetry={retry} backTo="/" />;
  if (!mobility) return <SkeletonList kind="page" />;
  if (!signing) return <EmptyState title={t('agreement.none')}>{t('agreement.noneText')}</EmptyState>;
  return (
    <SignScreen
      {...signing}
      next={[{ what: t('receipt.tutorNext'), mine: true }]}
      crumbs={[{ label: t('nav.todo'), to: '/' }]}
      backTo="/"
      backLabel={t('receipt.toList')}
    />
  );
}
