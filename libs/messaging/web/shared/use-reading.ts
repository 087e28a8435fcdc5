import { type ApolloCache } from '@apollo/client';
import { useSubmit } from '@softmob/portal-kit';
import { useRef } from 'react';
import { MarkAllReadDocument, MarkReadDocument, type Told } from './messaging.operations';

/** What is shown as new turns read without asking for the list again. */
function turnRead(cache: ApolloCache, id: string): void {
  const readAt = new Date().toISOString();
  cache.modify({
    id: cache.identify({ __typename: 'Notification', id }),
    fields: { readAt: (before: unknown) => before ?? readAt },
  });
}

/** Marks one notification as read, or all of them. */
export function useReading() {
  const marked = useRef('');
  const one = useSubmit(MarkReadDocument, {
    refetchQueries: ['UnreadNotifications'],
    update: (cache) => {
      turnRead(cache, marked.current);
    },
  });
  const all = useSubmit(MarkAllReadDocument, { refetchQueries: ['UnreadNotifications', 'Notifications'] });
  return {
    read: (told: Told) => {
      if (told.readAt !== null) return;
      marked.current = told.id;
      void one.submit({ ids: [told.id] });
    },
    readAll: () => void all.submit({}),
    markingAll: all.saving,
  };
}
