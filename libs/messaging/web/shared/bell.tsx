import { useQuery } from '@apollo/client/react';
import NotificationsOutlined from '@mui/icons-material/NotificationsOutlined';
import { styled } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useLive, useLiveState } from '@softmob/portal-kit';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type NewsData, NewsDocument, UnreadDocument } from './messaging.operations';

const loadPanel = () => import('./bell-panel');
const BellPanel = lazy(loadPanel);

const POLL_MS = 60_000;
const MOST = 99;

const Root = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  '& > *': {
    all: 'unset',
    boxSizing: 'border-box',
    position: 'relative',
    display: 'grid',
    placeItems: 'center',
    width: 44,
    height: 44,
    borderRadius: 22,
    cursor: 'pointer',
    color: theme.palette.text.secondary,
  },
  '& > *:hover': { color: theme.palette.text.primary, backgroundColor: theme.palette.surface.hover },
  '& > *:focus-visible': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: -2 },
  '& .count': {
    position: 'absolute',
    top: 3,
    left: 23,
    minWidth: 18,
    padding: '0 5px',
    borderRadius: 9,
    fontSize: '0.6875rem',
    fontWeight: 660,
    lineHeight: '18px',
    textAlign: 'center',
    color: theme.palette.brand.on,
    backgroundColor: theme.palette.brand.main,
  },
}));

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
  const inside = (
    <>
      <NotificationsOutlined aria-hidden />
      {count > 0 && (
        <span className="count num" aria-hidden>
          {count > MOST ? `${String(MOST)}+` : count}
        </span>
      )}
    </>
  );
  return (
    <Root>
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
    </Root>
  );
}
