import { useQuery } from '@apollo/client/react';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import { styled } from '@mui/material/styles';
import { policy } from '@softmob/access';
import { useCan, useLive, useLiveState } from '@softmob/portal-kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ThreadChangedDocument, UnreadMessagesDocument } from './documents.conversing';

const POLL_MS = 60_000;
const MOST = 99;

const Root = styled(Link)(({ theme }) => ({
  position: 'relative',
  flex: 'none',
  display: 'grid',
  placeItems: 'center',
  width: 44,
  height: 44,
  borderRadius: 22,
  color: theme.palette.text.secondary,
  '&:hover': { color: theme.palette.text.primary, backgroundColor: theme.palette.surface.hover },
  '&:focus-visible': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: -2 },
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

/** How many messages are unread: told live, and asked for from time to time where there is no live connection. */
function useUnread(): number {
  const live = useLiveState();
  const { data, client, refetch } = useQuery(UnreadMessagesDocument, {
    pollInterval: live ? 0 : POLL_MS,
    fetchPolicy: 'cache-and-network',
  });
  useLive(
    ThreadChangedDocument,
    ({ threadChanged: { unread } }) => {
      client.writeQuery({ query: UnreadMessagesDocument, data: { unreadMessages: unread } });
      for (const shown of client.getObservableQueries()) {
        if (shown.queryName === 'Threads') void shown.refetch();
      }
    },
    () => void refetch(),
  );
  return data?.unreadMessages ?? 0;
}

function Tool() {
  const { t } = useTranslation('conversations');
  const count = useUnread();
  return (
    <Root to="/messages" aria-label={t('tool', { count })}>
      <ForumOutlined aria-hidden />
      {count > 0 && (
        <span className="count num" aria-hidden>
          {count > MOST ? `${String(MOST)}+` : count}
        </span>
      )}
    </Root>
  );
}

/** The way to one's messages from every screen, for whoever takes part in a mobility. */
export default function MessagesTool() {
  return useCan(policy.conversations.read) ? <Tool /> : null;
}
