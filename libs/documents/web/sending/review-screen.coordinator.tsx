import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import { styled, useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Page, QueryError, useLoadMore, useUrlState } from '@softmob/portal-kit';
import { EmptyState, FilterBar, FilterMenu, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { KINDS } from '../shared/document-state';
import { ViewTabs } from '../shared/view-tabs';
import { BulkVerify, MOST_AT_ONCE, useSelection } from './bulk-verify.coordinator';
import { ReviewList, SelectAll } from './review-list.coordinator';
import { ReviewPane } from './review-pane.coordinator';
import { ReviewFlowsDocument, ReviewQueueDocument } from './review.operations.coordinator';

const VIEWS = ['waiting', 'expiring', 'returned', 'all'] as const;
const STATUSES: Readonly<Record<string, string[]>> = {
  waiting: ['uploaded'],
  expiring: ['uploaded', 'verified'],
  returned: ['returned'],
  all: ['uploaded', 'verified', 'returned'],
};

const Split = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(300px, 2fr) 3fr',
  height: 'max(460px, calc(100dvh - 312px))',
  border: `1px solid ${theme.palette.divider}`,
  borderRadius: 10,
  backgroundColor: theme.palette.background.paper,
  overflow: 'hidden',
  '& > .queue': { overflowY: 'auto', borderRight: `1px solid ${theme.palette.divider}` },
  [theme.breakpoints.down('md')]: { display: 'block', height: 'auto', '& > .queue': { borderRight: 0 } },
}));

/** What participants sent, one after the other: the document beside the decision. */
export function ReviewScreen() {
  const { t } = useTranslation('documents');
  const phone = useMediaQuery(useTheme().breakpoints.down('md'));
  const [url, setUrl] = useUrlState({ view: 'waiting', q: '', flow: [] as string[], kind: [] as string[], open: '' });
  const filter = {
    statuses: STATUSES[url.view] ?? STATUSES.waiting,
    ...(url.view === 'expiring' ? { expiring: true } : {}),
    ...(url.flow.length > 0 ? { flowIds: url.flow } : {}),
    ...(url.kind.length > 0 ? { kinds: url.kind } : {}),
    ...(url.q.trim() ? { search: url.q.trim() } : {}),
  };
  const { selected, ...selection } = useSelection({ ...filter, statuses: STATUSES.waiting });
  const query = useQuery(ReviewQueueDocument, { variables: { filter }, fetchPolicy: 'cache-and-network' });
  const { data: flowData } = useQuery(ReviewFlowsDocument);
  const { hasMore, loadMore, loadingMore } = useLoadMore(query, query.data?.documents.pageInfo);
  const documents = query.data?.documents.edges.map(({ node }) => node) ?? [];
  const at = documents.findIndex(({ id }) => id === url.open);
  const open = documents[at] ?? (phone ? undefined : documents[0]);

  /** Another list: what was selected may no longer be in sight. */
  const narrow = (patch: Partial<typeof url>) => {
    selection.clear();
    setUrl(patch);
  };
  const move = (by: 1 | -1) => {
    const next =
      documents[
        Math.max(
          0,
          documents.findIndex(({ id }) => id === open?.id),
        ) + by
      ];
    if (next) setUrl({ open: next.id });
  };
  const decided = () => {
    const index = documents.findIndex(({ id }) => id === open?.id);
    const next = documents[index + 1] ?? documents[index - 1];
    setUrl({ open: phone ? '' : (next?.id ?? '') });
    void query.refetch();
  };
  const pane = open && (
    <ReviewPane
      key={open.id}
      document={open}
      onDecided={decided}
      onMove={move}
      onClose={phone ? () => setUrl({ open: '' }) : undefined}
    />
  );

  return (
    <Page
      title={t('review.title')}
      description={t('review.description')}
      actions={<Button href="/documents/expiry">{t('calendar.open')}</Button>}
    >
      <ViewTabs
        label={t('review.view')}
        value={url.view}
        onChange={(view) => narrow({ view, open: '' })}
        views={VIEWS.map((value) => ({ value, label: t(`review.views.${value}`) }))}
      />
      <FilterBar
        search={{ value: url.q, onChange: (q) => narrow({ q }), label: t('review.search') }}
        active={url.q !== '' || url.flow.length + url.kind.length > 0}
        onReset={() => narrow({ q: '', flow: [], kind: [] })}
        result={query.data && t('review.result', { count: query.data.documents.totalCount })}
      >
        <FilterMenu
          label={t('review.flow')}
          options={(flowData?.flows ?? []).map(({ id, code, town }) => ({ value: id, label: `${code} · ${town}` }))}
          selected={url.flow}
          onChange={(flow) => narrow({ flow })}
        />
        <FilterMenu
          label={t('review.kind')}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          selected={url.kind}
          onChange={(kind) => narrow({ kind })}
        />
      </FilterBar>
      {query.error && <QueryError error={query.error} onRetry={() => void query.refetch()} />}
      {selection.error !== null && <QueryError error={selection.error} />}
      {!query.data && !query.error && <SkeletonList rows={8} />}
      {query.data && documents.length === 0 && (
        <EmptyState title={t(url.view === 'waiting' ? 'review.empty' : 'review.none')}>
          {t(url.view === 'waiting' ? 'review.emptyHint' : 'review.noneHint')}
        </EmptyState>
      )}
      {documents.length > 0 && (
        <>
          <BulkVerify selected={selected} clear={selection.clear} onDone={() => void query.refetch()} />
          <Split>
            <div className="queue">
              {url.view === 'waiting' && query.data && (
                <SelectAll
                  count={Math.min(query.data.documents.totalCount, MOST_AT_ONCE)}
                  selected={selected.size}
                  onChange={(all) => void selection.selectAll(all)}
                />
              )}
              <ReviewList
                documents={documents}
                openId={open?.id ?? ''}
                onOpen={(id) => setUrl({ open: id })}
                selected={selected}
                onSelect={selection.toggle}
              />
              {hasMore && (
                <Button fullWidth loading={loadingMore} onClick={() => void loadMore()}>
                  {t('kit:action.loadMore')}
                </Button>
              )}
            </div>
            {phone ? (
              <Drawer
                open={open !== undefined}
                anchor="right"
                onClose={() => setUrl({ open: '' })}
                slotProps={{ paper: { sx: { width: '100%' }, 'aria-label': t('review.title'), role: 'dialog' } }}
              >
                {pane}
              </Drawer>
            ) : (
              pane
            )}
          </Split>
        </>
      )}
    </Page>
  );
}
