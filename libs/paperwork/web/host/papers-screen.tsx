import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { graphql } from '@softmob/gql/host';
import { type ReceivedPapersQuery } from '@softmob/gql/host/graphql';
import { fileUrl, Page, QueryError, useLoadMore, useUrlState } from '@softmob/portal-kit';
import { DataTable, EmptyState, FilterBar, FilterMenu, SkeletonList, StateChip, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { STATUS } from '../shared/status';
import { useKindName } from '../shared/use-kind-name';

const ReceivedPapersDocument = graphql(`
  query ReceivedPapers($filter: IssuedDocumentFilter, $after: String) {
    issuedDocuments(filter: $filter, first: 100, after: $after) {
      nodes {
        id
        number
        kind
        title
        status
        issuedOn
        proof
        mobility {
          id
          participant {
            id
            firstName
            lastName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Row = ReceivedPapersQuery['issuedDocuments']['nodes'][number];
const personOf = ({ mobility }: Row) =>
  [mobility?.participant.firstName, mobility?.participant.lastName].filter(Boolean).join(' ');

/** What schools issued for their learners and for the host. */
export function PapersScreen() {
  const { t } = useTranslation('paperwork');
  const format = useFormat();
  const kindName = useKindName();
  const [{ status }, setUrl] = useUrlState({ status: 'valid' });
  const query = useQuery(ReceivedPapersDocument, {
    variables: { filter: { status: status || null } },
    fetchPolicy: 'cache-and-network',
  });
  const { hasMore, loadMore, loadingMore } = useLoadMore(query, query.data?.issuedDocuments.pageInfo);
  const { data, error, refetch } = query;
  if (error && !data) return <QueryError error={error} level={1} onRetry={() => void refetch()} />;
  return (
    <Page title={t('nav.received')} description={t('received.text')}>
      <FilterBar active={status !== 'valid'} onReset={() => setUrl({ status: 'valid' })}>
        <FilterMenu
          label={t('issued.status')}
          options={['valid', 'replaced'].map((value) => ({ value, label: t(`status.${value}`) }))}
          selected={status ? [status] : []}
          onChange={(values) => setUrl({ status: values.at(-1) ?? '' })}
        />
      </FilterBar>
      {!data ? (
        <SkeletonList />
      ) : (
        <DataTable
          caption={t('nav.received')}
          rows={data.issuedDocuments.nodes}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              header: t('library.kind'),
              inCard: 'title',
              cell: ({ id, kind }) => (
                <Link href={fileUrl(`/issued-documents/${id}`)} target="_blank">
                  {kindName(kind)}
                </Link>
              ),
            },
            { key: 'person', header: t('preflight.subject'), cell: personOf },
            { key: 'number', header: t('issued.number'), cell: ({ number }) => <span className="num">{number}</span> },
            { key: 'on', header: t('issued.on'), cell: ({ issuedOn }) => format.date(issuedOn, 'medium') },
            {
              key: 'status',
              header: t('issued.status'),
              cell: (row) => (
                <StateChip state={STATUS[row.status] ?? 'draft'} size="small" label={t(`status.${row.status}`)} />
              ),
            },
            {
              key: 'proof',
              header: t('issued.acts'),
              cell: ({ proof }) => (
                <Button size="small" href={new URL(proof).pathname} target="_blank">
                  {t('issued.proof')}
                </Button>
              ),
            },
          ]}
          empty={<EmptyState title={t('received.none')}>{t('received.noneText')}</EmptyState>}
        />
      )}
      {hasMore && (
        <Button loading={loadingMore} onClick={() => void loadMore()} sx={{ mt: 3 }}>
          {t('issued.more')}
        </Button>
      )}
    </Page>
  );
}
