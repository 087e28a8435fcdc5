import { useQuery } from '@apollo/client/react';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { Page, QueryError, useLoadMore, useUrlState } from '@softmob/portal-kit';
import { EmptyState, FilterBar, FilterMenu, Section, SkeletonList } from '@softmob/ui';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { ThreadsDocument } from './documents.conversing';
import { FoundMessages } from './found-messages';
import { ThreadList } from './thread-list';

const PAGE = 30;
/** Conversations among whose flows one chooses. */
const MOST = 200;

/** One's conversations: unread ones first, searched through, of one flow or all. */
export function MessagesScreen() {
  const { t } = useTranslation('conversations');
  const [url, setUrl] = useUrlState({ q: '', unread: false, flow: '' });
  const words = useDeferredValue(url.q.trim());
  const actions = (
    <Button href="/messages/new" variant="contained">
      {t('list.new')}
    </Button>
  );
  return (
    <Page title={t('nav.messages')} actions={actions} width="form">
      <FilterBar search={{ value: url.q, onChange: (q) => setUrl({ q }), label: t('list.search') }}>
        <FormControlLabel
          control={<Switch checked={url.unread} onChange={(_event, unread) => setUrl({ unread })} />}
          label={t('list.onlyUnread')}
        />
        <FlowChoice flow={url.flow} onFlow={(flow) => setUrl({ flow })} />
      </FilterBar>
      {words ? <FoundMessages words={words} /> : <Threads unread={url.unread} flowId={url.flow} />}
    </Page>
  );
}

/** The flows of the conversations at hand. */
function FlowChoice({ flow, onFlow }: { flow: string; onFlow: (flow: string) => void }) {
  const { t } = useTranslation('conversations');
  const { data } = useQuery(ThreadsDocument, { variables: { first: MOST }, fetchPolicy: 'cache-first' });
  const codes = new Map(data?.threads.edges.map(({ node }) => [node.flowId, node.title?.flowCode]));
  const options = [...codes].flatMap(([value, label]) => (value && label ? [{ value, label }] : []));
  if (options.length < 2 && !flow) return null;
  return (
    <FilterMenu
      label={t('list.flow')}
      options={options}
      selected={flow ? [flow] : []}
      onChange={(chosen) => onFlow(chosen.at(-1) ?? '')}
    />
  );
}

function Threads({ unread, flowId }: { unread: boolean; flowId: string }) {
  const { t } = useTranslation('conversations');
  const query = useQuery(ThreadsDocument, {
    variables: { filter: { unread: unread || null, flowId: flowId || null }, first: PAGE },
    fetchPolicy: 'cache-and-network',
  });
  const more = useLoadMore(query, query.data?.threads.pageInfo);
  const threads = query.data?.threads.edges.map(({ node }) => node);
  if (query.error) return <QueryError error={query.error} onRetry={() => void query.refetch()} />;
  if (!threads) return <SkeletonList />;
  if (threads.length === 0) {
    return (
      <EmptyState
        title={t(unread ? 'list.allRead' : 'list.empty')}
        icon={<ForumOutlined />}
        action={
          <Button href="/messages/new" variant="outlined">
            {t('list.new')}
          </Button>
        }
      >
        {t('list.emptyDetail')}
      </EmptyState>
    );
  }
  return (
    <>
      <Section flush>
        <ThreadList threads={threads} />
      </Section>
      {more.hasMore && (
        <Button onClick={() => void more.loadMore()} loading={more.loadingMore} sx={{ mt: 3 }}>
          {t('list.more')}
        </Button>
      )}
    </>
  );
}
