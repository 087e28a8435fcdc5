import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { Page, QueryError } from '@softmob/portal-kit';
import { EmptyState, Section, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { HostAsksDocument } from './same-again-documents';
import { SameAgainCard } from './same-again-card';

/** All that schools ask for next time, what waits for an answer first. */
export function SameAgainScreen() {
  const { t } = useTranslation('projects');
  const { data, error, refetch } = useQuery(HostAsksDocument, {
    variables: { openOnly: false },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Page title={t('sameAgain.title')} description={t('sameAgain.text')}>
      {error && <QueryError error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonList kind="cards" />}
      {data?.hostAsks.length === 0 && (
        <EmptyState title={t('sameAgain.none')} action={<Button href="/">{t('sameAgain.home')}</Button>}>
          {t('sameAgain.noneHint')}
        </EmptyState>
      )}
      {data && data.hostAsks.length > 0 && (
        <Section flush>
          {data.hostAsks.map((ask) => (
            <SameAgainCard key={ask.id} ask={ask} />
          ))}
        </Section>
      )}
    </Page>
  );
}
