import { type ErrorLike } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { QueryError, useLoadMore } from '@softmob/portal-kit';
import { type Column, DataTable, DateText, EmptyState, Section, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { GivenUpJobsDocument, StuckMailsDocument } from './queue-documents.operator';
import { useMailColumns } from './queue-mails.operator';
import { useKind } from './use-kind';

interface SettledProps<Row> {
  caption: string;
  /** Null until they have come. */
  rows: readonly Row[] | null;
  columns: readonly Column<Row>[];
  query: { error?: ErrorLike | undefined; refetch: () => Promise<unknown> };
  more: ReturnType<typeof useLoadMore>;
}

function Settled<Row extends { id: string }>({ caption, rows, columns, query, more }: SettledProps<Row>) {
  const { t } = useTranslation('identity');
  if (query.error) return <QueryError error={query.error} onRetry={() => void query.refetch()} />;
  if (!rows) return <SkeletonList />;
  return (
    <>
      <DataTable
        caption={caption}
        rows={rows}
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

function GivenUpJobs() {
  const { t } = useTranslation('identity');
  const kindOf = useKind();
  const query = useQuery(GivenUpJobsDocument, { variables: { after: null } });
  const more = useLoadMore(query, query.data?.givenUpJobs.pageInfo);
  return (
    <Settled
      caption={t('queue.givenUpJobs')}
      rows={query.data?.givenUpJobs.edges.map((edge) => edge.node) ?? null}
      {...{ query, more }}
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
    />
  );
}

function SettledMails() {
  const { t } = useTranslation('identity');
  const columns = useMailColumns();
  const query = useQuery(StuckMailsDocument, { variables: { state: 'settled', after: null } });
  const more = useLoadMore(query, query.data?.stuckMails.pageInfo);
  const rows = query.data?.stuckMails.edges.map((edge) => edge.node) ?? null;
  return <Settled caption={t('queue.settledMails')} {...{ rows, columns, query, more }} />;
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
