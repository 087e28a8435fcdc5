import { useApolloClient } from '@apollo/client/react';
import { type MessagePartsFragment } from '@softmob/gql/conversing/graphql';
import { useLive } from '@softmob/portal-kit';
import { useCallback, useEffect, useRef, useState } from 'react';
import { MessagesDocument, ThreadChangedDocument } from './documents.conversing';

export type MessageRow = MessagePartsFragment;

const PAGE = 40;
/** Pages that are fetched to reach a message that a link names. */
const MOST_PAGES = 25;

interface Held {
  /** The newest first. */
  rows: MessageRow[];
  cursor: string | null;
  hasMore: boolean;
}

function merged(held: readonly MessageRow[], fresh: readonly MessageRow[]): MessageRow[] {
  const byId = new Map([...held, ...fresh].map((row) => [row.id, row]));
  return [...byId.values()].sort((one, other) =>
    one.sentAt === other.sentAt ? other.id.localeCompare(one.id) : other.sentAt.localeCompare(one.sentAt),
  );
}

/** The messages of a conversation: as far back as was asked for, or as a link needs, and those that arrive. */
export function useMessages(threadId: string, wanted: string | null, onArrived: (message: MessageRow) => void) {
  const client = useApolloClient();
  const [held, setHeld] = useState<Held | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [loadingOlder, setLoadingOlder] = useState(false);
  const arrived = useRef(onArrived);
  useEffect(() => {
    arrived.current = onArrived;
  });

  const page = useCallback(
    async (after: string | null) => {
      const { data } = await client.query({
        query: MessagesDocument,
        variables: { threadId, first: PAGE, after },
        fetchPolicy: 'no-cache',
      });
      if (!data) throw new Error('The messages did not come');
      return data.messages;
    },
    [client, threadId],
  );

  const refresh = useCallback(async () => {
    try {
      const { nodes, pageInfo } = await page(null);
      setError(null);
      setHeld((before) => ({
        rows: merged(before?.rows ?? [], nodes),
        cursor: before?.cursor ?? pageInfo.endCursor,
        hasMore: before?.hasMore ?? pageInfo.hasNextPage,
      }));
    } catch (failure) {
      setError(failure);
    }
  }, [page]);

  useEffect(() => {
    let current = true;
    const begin = async () => {
      setHeld(null);
      let rows: MessageRow[] = [];
      let after: string | null = null;
      for (let at = 0; at < MOST_PAGES; at += 1) {
        const { nodes, pageInfo }: Awaited<ReturnType<typeof page>> = await page(after);
        rows = merged(rows, nodes);
        after = pageInfo.endCursor;
        const reached = wanted === null || rows.some(({ id }) => id === wanted) || !pageInfo.hasNextPage;
        if (!current) return;
        if (reached) {
          setHeld({ rows, cursor: after, hasMore: pageInfo.hasNextPage });
          return;
        }
      }
      setHeld({ rows, cursor: after, hasMore: true });
    };
    begin().catch((failure: unknown) => {
      if (current) setError(failure);
    });
    return () => {
      current = false;
    };
  }, [page, wanted]);

  const put = useCallback((rows: readonly MessageRow[]) => {
    setHeld((before) => before && { ...before, rows: merged(before.rows, rows) });
  }, []);

  useLive(
    ThreadChangedDocument,
    ({ threadChanged: { kind, threadId: where, message } }) => {
      if (kind === null || (kind === 'read' && where === threadId)) void refresh();
      if (message?.threadId !== threadId) return;
      put([message]);
      if (kind === 'message' && !message.mine) arrived.current(message);
    },
    () => void refresh(),
  );

  const older = async () => {
    if (!held?.cursor) return;
    setLoadingOlder(true);
    try {
      const { nodes, pageInfo } = await page(held.cursor);
      setHeld((before) => ({
        rows: merged(before?.rows ?? [], nodes),
        cursor: pageInfo.endCursor,
        hasMore: pageInfo.hasNextPage,
      }));
    } catch (failure) {
      setError(failure);
    } finally {
      setLoadingOlder(false);
    }
  };
  return { rows: held?.rows ?? null, hasMore: held?.hasMore ?? false, error, older, loadingOlder, refresh, put };
}
