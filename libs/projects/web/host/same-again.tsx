import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { QueryError } from '@softmob/portal-kit';
import { Section } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { HostAsksDocument } from './same-again-documents';
import { SameAgainCard } from './same-again-card';

const SHOWN = 3;

/** On the host's first screen: schools that ask whether they may come again. Nothing where nobody asks. */
export function SameAgain() {
  const { t } = useTranslation('projects');
  const { data, error, refetch } = useQuery(HostAsksDocument, {
    variables: { openOnly: false },
    fetchPolicy: 'cache-and-network',
  });
  if (error) return <QueryError error={error} level={2} onRetry={() => void refetch()} />;
  const open = (data?.hostAsks ?? []).filter(({ answer }) => answer === null);
  if (open.length === 0) return null;
  return (
    <Section
      title={t('sameAgain.title')}
      description={t('sameAgain.text')}
      flush
      tone="brand"
      actions={<Button href="/same-again">{t('sameAgain.all', { count: data?.hostAsks.length ?? 0 })}</Button>}
    >
      {open.slice(0, SHOWN).map((ask) => (
        <SameAgainCard key={ask.id} ask={ask} />
      ))}
    </Section>
  );
}
