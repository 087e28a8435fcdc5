import { useQuery } from '@apollo/client/react';
import NotificationsNoneOutlined from '@mui/icons-material/NotificationsNoneOutlined';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { Page, QueryError, useLoadMore, useSession, useUrlState } from '@softmob/portal-kit';
import { EmptyState, Section, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { NotificationsDocument, UnreadDocument } from './messaging.operations';
import { ToldList } from './told-list';
import { useReading } from './use-reading';

const PAGE = 30;

/** Everything that somebody was told, the newest first. */
export function NotificationsScreen() {
  const { t } = useTranslation('messaging');
  const { viewer } = useSession();
  const [url, setUrl] = useUrlState({ unread: false });
  const query = useQuery(NotificationsDocument, { variables: { unread: url.unread, first: PAGE } });
  const { data: counted } = useQuery(UnreadDocument);
  const more = useLoadMore(query, query.data?.notifications.pageInfo);
  const { read, readAll, markingAll } = useReading();
  const told = query.data?.notifications.edges.map(({ node }) => node);
  const settings = viewer.isSeat ? null : (
    <Button href="/notifications/settings" variant="outlined">
      {t('settings.title')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={settings} width="form">
      <div
        style={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 8,
          justifyContent: 'space-between',
          marginBottom: 12,
        }}
      >
        <FormControlLabel
          control={<Switch checked={url.unread} onChange={(_event, unread) => setUrl({ unread })} />}
          label={t('list.onlyNew')}
        />
        {(counted?.unreadNotifications ?? 0) > 0 && (
          <Button onClick={readAll} loading={markingAll}>
            {t('list.markAll')}
          </Button>
        )}
      </div>
      {query.error && <QueryError error={query.error} onRetry={() => void query.refetch()} />}
      {!query.error && !told && <SkeletonList />}
      {told?.length === 0 && (
        <EmptyState title={t('list.empty')} icon={<NotificationsNoneOutlined />}>
          {t('list.emptyDetail')}
        </EmptyState>
      )}
      {told && told.length > 0 && (
        <Section flush>
          <ToldList told={told} whole label={t('title')} onRead={read} />
        </Section>
      )}
      {more.hasMore && (
        <Button onClick={() => void more.loadMore()} loading={more.loadingMore} sx={{ mt: 3 }}>
          {t('list.more')}
        </Button>
      )}
    </Page>
  );
}
