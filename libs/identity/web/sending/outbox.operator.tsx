import { useQuery } from '@apollo/client/react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { graphql } from '@softmob/gql/operator';
import { Page, QueryError, useLoadMore, useUrlState } from '@softmob/portal-kit';
import { DataTable, DateText, EmptyState, FilterBar, SidePanel, SkeletonList, SplitView } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

const OutboxDocument = graphql(`
  query Outbox($search: String, $after: String) {
    outbox(search: $search, first: 50, after: $after) {
      edges {
        cursor
        node {
          id
          recipient
          subject
          sentAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const OutboxMessageDocument = graphql(`
  query OutboxMessage($id: ID!) {
    outboxMessage(id: $id) {
      id
      recipient
      subject
      sentAt
      html
      text
      raw
    }
  }
`);

/** Links of the e-mail open in a tab of their own; its scripts, if it had any, do not run. */
const framed = (html: string) => html.replace('<head>', '<head><base target="_blank">');

function Message({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('identity');
  const { data, error, refetch } = useQuery(OutboxMessageDocument, { variables: { id } });
  const message = data?.outboxMessage;
  return (
    <SidePanel open onClose={onClose} title={message?.subject ?? '…'} subtitle={message?.recipient}>
      {error && <QueryError error={error} onRetry={() => void refetch()} />}
      {!error && !message && <SkeletonList kind="form" />}
      {message && (
        <>
          <Box
            component="iframe"
            title={t('outbox.preview', { recipient: message.recipient })}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            srcDoc={framed(message.html)}
            sx={{ width: '100%', height: 560, border: 1, borderColor: 'divider', borderRadius: 2, bgcolor: '#fff' }}
          />
          {(['text', 'raw'] as const).map((part) => (
            <Box component="details" key={part} sx={{ mt: 3 }}>
              <Box component="summary" sx={{ cursor: 'pointer', py: 1 }}>
                {t(`outbox.${part}`)}
              </Box>
              <Typography
                component="pre"
                variant="caption"
                tabIndex={0}
                sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', m: 0 }}
              >
                {message[part]}
              </Typography>
            </Box>
          ))}
        </>
      )}
    </SidePanel>
  );
}

/** The local outbox: every e-mail as it would have gone out. */
export function OutboxScreen() {
  const { t } = useTranslation('identity');
  const [url, setUrl] = useUrlState({ q: '', open: '' });
  const query = useQuery(OutboxDocument, { variables: { search: url.q || null, after: null } });
  const more = useLoadMore(query, query.data?.outbox.pageInfo);
  const { data, error, refetch } = query;
  return (
    <Page title={t('outbox.title')} description={t('outbox.description')}>
      <FilterBar
        search={{ value: url.q, onChange: (q) => setUrl({ q }), label: t('outbox.search') }}
        active={url.q !== ''}
        onReset={() => setUrl({ q: '' })}
      />
      {error && <QueryError error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonList />}
      {data && (
        <SplitView panel={url.open ? <Message id={url.open} onClose={() => setUrl({ open: '' })} /> : null}>
          <DataTable
            caption={t('outbox.caption')}
            rows={data.outbox.edges.map((edge) => edge.node)}
            rowKey={(row) => row.id}
            openKey={url.open || null}
            onOpen={(row) => setUrl({ open: row.id }, { push: true })}
            columns={[
              { key: 'subject', header: t('outbox.subject'), cell: (row) => row.subject, inCard: 'title' },
              { key: 'to', header: t('outbox.to'), cell: (row) => row.recipient },
              {
                key: 'sent',
                header: t('outbox.sent'),
                cell: (row) => <DateText value={row.sentAt} style="dateTime" />,
              },
            ]}
            empty={
              <EmptyState title={t(url.q ? 'outbox.nothing' : 'outbox.empty')}>
                {url.q ? null : t('outbox.emptyHint')}
              </EmptyState>
            }
          />
          {more.hasMore && (
            <Button onClick={() => void more.loadMore()} loading={more.loadingMore} sx={{ mt: 3 }}>
              {t('outbox.more')}
            </Button>
          )}
        </SplitView>
      )}
    </Page>
  );
}
