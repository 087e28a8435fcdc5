import { useQuery } from '@apollo/client/react';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import { policy } from '@softmob/access';
import { CountedIcon, ToolSlot, useCan, useLive, useLiveState } from '@softmob/portal-kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ThreadChangedDocument, UnreadMessagesDocument } from './documents.conversing';

const POLL_MS = 60_000;
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
    <ToolSlot>
      <Link to="/messages" aria-label={t('tool', { count })}>
        <CountedIcon icon={ForumOutlined} count={count} />
      </Link>
    </ToolSlot>
  );
}

/** The way to one's messages from every screen, for whoever takes part in a mobility. */
export default function MessagesTool() {
  return useCan(policy.conversations.read) ? <Tool /> : null;
}
