import { useQuery } from '@apollo/client/react';
import NotificationsOutlined from '@mui/icons-material/NotificationsOutlined';
import useMediaQuery from '@mui/material/useMediaQuery';
import { CountedIcon, ToolSlot, useLive, useLiveState } from '@softmob/portal-kit';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type NewsData, NewsDocument, UnreadDocument } from './messaging.operations';

const loadPanel = () => import('./bell-panel');
const BellPanel = lazy(loadPanel);

const POLL_MS = 60_000;
/** How many things are new: told live, and asked for from time to time where there is no live connection. */
function useUnread(): number {
  const live = useLiveState();
  const { data, client, refetch } = useQuery(UnreadDocument, {
    pollInterval: live ? 0 : POLL_MS,
    fetchPolicy: 'cache-and-network',
  });
  const onNews = ({ notificationArrived: { unread } }: NewsData) => {
    client.writeQuery({ query: UnreadDocument, data: { unreadNotifications: unread } });
    for (const shown of client.getObservableQueries()) {
      if (shown.queryName === 'Notifications') void shown.refetch();
    }
  };
  useLive(NewsDocument, onNews, () => void refetch());
  return data?.unreadNotifications ?? 0;
}

/** How many things are new; opens the newest at a desk, and the whole list on a phone. */
export default function Bell() {
  const { t } = useTranslation('messaging');
  const count = useUnread();
  const wide = useMediaQuery('(min-width: 900px)');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const label = t('bell', { count });
  const inside = <CountedIcon icon={NotificationsOutlined} count={count} />;
  return (
    <ToolSlot>
      {wide ? (
        <button
          type="button"
          aria-label={label}
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
          onPointerEnter={() => void loadPanel()}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          {inside}
        </button>
      ) : (
        <Link to="/notifications" aria-label={label}>
          {inside}
        </Link>
      )}
      {wide && anchor && (
        <Suspense>
          <BellPanel anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </ToolSlot>
  );
}
