import { useQuery } from '@apollo/client/react';
import { useSubmit } from '@softmob/portal-kit';
import { CalendarFeedButton } from '@softmob/processes-web/task-dialogs';
import { MakeFeedDocument, OwnFeedDocument, RevokeFeedDocument } from './my-tasks.documents.desk';

const AGAIN = { refetchQueries: [OwnFeedDocument], awaitRefetchQueries: true };

/** The reader's own calendar feed. */
export function OwnFeed() {
  const { data } = useQuery(OwnFeedDocument, { fetchPolicy: 'cache-and-network' });
  const made = useSubmit(MakeFeedDocument, AGAIN);
  const ended = useSubmit(RevokeFeedDocument, AGAIN);
  return (
    <CalendarFeedButton
      access={{
        feed: data?.calendarFeed ?? null,
        saving: made.saving || ended.saving,
        errors: made.errors ?? ended.errors,
        make: async () => (await made.submit({}))?.createCalendarFeed.url ?? null,
        revoke: async () => (await ended.submit({})) !== null,
      }}
    />
  );
}
