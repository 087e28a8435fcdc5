import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { QueryError, useLoadMore } from '@softmob/portal-kit';
import { DataTable, DateText, EmptyState, Section, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { GivenUpJobsDocument, StuckMailsDocument } from './queue-documents.operator';
import { useMailColumns } from './queue-mails.operator';
import { useKind } from './use-kind';

function GivenUpJobs() {
  const { t } = useTranslation('identity');
  const kindOf = useKind();
  const query = useQuery(GivenUpJobsDocument, { variables: { after: null } });
  const more = useLoadMore(query, query.data?.givenUpJobs.pageInfo);
  if (query.error) return <QueryError error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonList />;
  return (
    <>
      <DataTable
        caption={t('queue.givenUpJobs')}
        rows={query.data.givenUpJobs.edges.map((edge) => edge.node)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'kind', header: t('queue.job'), cell: ({ kind }) => kindOf(kind), inCard: 'title' },
          { key: 'reason', header: t('queue.reason'), cell: ({ reason }) => reason },
          { key: 'error', header: t('queue.error'), cell: ({ error }) => error ?? t('queue.noError') },
          { key: 'attempts', header: t('queue.attempts'), numeric: true, cell: ({ attempts }) => attempts },
          {
            key: 'at',
            header: t('queue.givenUpAt'),
            cell: ({ givenUpAt }) => <DateText value={givenUpAt} style="dateTime" />,
          },
        ]}
        empty={<EmptyState title={t('queue.noHistory')} compact />}
      />
      {more.hasMore && (
        <Button onClick={() => void more.loadMore()} loading={more.loadingMore} sx={{ m: 3 }}>
          {t('queue.more')}
        </Button>
      )}
    </>
  );
}

function SettledMails() {
  const { t } = useTranslation('identity');
  const columns = useMailColumns();
  const query = useQuery(StuckMailsDocument, { variables: { state: 'settled', after: null } });
  const more = useLoadMore(query, query.data?.stuckMails.pageInfo);
  if (query.error) return <QueryError error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonList />;
  return (
    <>
      <DataTable
        caption={t('queue.settledMails')}
        rows={query.data.stuckMails.edges.map((edge) => edge.node)}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<EmptyState title={t('queue.noHistory')} compact />}
      />
      {more.hasMore && (
        <Button onClick={() => void more.loadMore()} loading={more.loadingMore} sx={{ m: 3 }}>
          {t('queue.more')}
        </Button>
      )}
    </>
  );
}

/** What the operator settled before. */
export function QueueHistory() {
  const { t } = useTranslation('identity');
  return (
    <>
      <Section title={t('queue.givenUpJobs')} flush>
        <GivenUpJobs />
      </Section>
      <Section title={t('queue.settledMails')} flush>
        <SettledMails />
      </Section>
    </>
  );
}
