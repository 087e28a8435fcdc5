import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import { styled, useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Page, QueryError } from '@softmob/portal-kit';
import { EmptyState, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { BulkVerify, MOST_AT_ONCE } from './bulk-verify.coordinator';
import { ReviewFilters } from './review-filters.coordinator';
import { ReviewList, SelectAll } from './review-list.coordinator';
import { ReviewPane } from './review-pane.coordinator';
import { useReviewQueue } from './use-review-queue.coordinator';

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
  const queue = useReviewQueue(phone);
  const { url, query, documents, selection } = queue;
  return (
    <Page
      title={t('review.title')}
      description={t('review.description')}
      actions={<Button href="/documents/expiry">{t('calendar.open')}</Button>}
    >
      <ReviewFilters url={url} onChange={queue.narrow} found={query.data?.documents.totalCount} />
      {query.error && <QueryError error={query.error} onRetry={() => void query.refetch()} />}
      {selection.error !== null && <QueryError error={selection.error} />}
      {!query.data && !query.error && <SkeletonList rows={8} />}
      {query.data && documents.length === 0 && (
        <EmptyState title={t(url.view === 'waiting' ? 'review.empty' : 'review.none')}>
          {t(url.view === 'waiting' ? 'review.emptyHint' : 'review.noneHint')}
        </EmptyState>
      )}
      {documents.length > 0 && <Queue queue={queue} phone={phone} />}
    </Page>
  );
}

function Queue({ queue, phone }: { queue: ReturnType<typeof useReviewQueue>; phone: boolean }) {
  const { t } = useTranslation('documents');
  const { url, query, more, documents, open, selection, show, move, decided } = queue;
  const { selected, clear, toggle, selectAll } = selection;
  const close = () => show('');
  const pane = open && (
    <ReviewPane key={open.id} document={open} onDecided={decided} onMove={move} onClose={phone ? close : undefined} />
  );
  return (
    <>
      <BulkVerify selected={selected} clear={clear} onDone={() => void query.refetch()} />
      <Split>
        <div className="queue">
          {url.view === 'waiting' && query.data && (
            <SelectAll
              count={Math.min(query.data.documents.totalCount, MOST_AT_ONCE)}
              selected={selected.size}
              onChange={(all) => void selectAll(all)}
            />
          )}
          <ReviewList
            documents={documents}
            openId={open?.id ?? ''}
            onOpen={show}
            selected={selected}
            onSelect={toggle}
          />
          {more.hasMore && (
            <Button fullWidth loading={more.loadingMore} onClick={() => void more.loadMore()}>
              {t('kit:action.loadMore')}
            </Button>
          )}
        </div>
        {phone ? (
          <Drawer
            open={open !== undefined}
            anchor="right"
            onClose={close}
            slotProps={{ paper: { sx: { width: '100%' }, 'aria-label': t('review.title'), role: 'dialog' } }}
          >
            {pane}
          </Drawer>
        ) : (
          pane
        )}
      </Split>
    </>
  );
}
