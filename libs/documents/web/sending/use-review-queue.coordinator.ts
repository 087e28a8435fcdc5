import { useQuery } from '@apollo/client/react';
import { useLoadMore, useUrlState } from '@softmob/portal-kit';
import { useSelection } from './bulk-verify.coordinator';
import { ReviewQueueDocument } from './review.operations.coordinator';

export const VIEWS = ['waiting', 'expiring', 'returned', 'all'] as const;
const WAITING = ['uploaded'];
const STATUSES: Readonly<Record<string, string[]>> = {
  waiting: WAITING,
  expiring: ['uploaded', 'verified'],
  returned: ['returned'],
  all: ['uploaded', 'verified', 'returned'],
};

/** What is asked for stands in the address: view, search, filters, and the document that is open. */
const useReviewUrl = () =>
  useUrlState({ view: 'waiting', q: '', flow: [] as string[], kind: [] as string[], open: '' });
export type ReviewUrl = ReturnType<typeof useReviewUrl>[0];

/** The queue as the address asks for it. Where no document is named the first one is open, but on a phone none is. */
export function useReviewQueue(phone: boolean) {
  const [url, setUrl] = useReviewUrl();
  const filter = {
    statuses: STATUSES[url.view] ?? WAITING,
    ...(url.view === 'expiring' ? { expiring: true } : {}),
    ...(url.flow.length > 0 ? { flowIds: url.flow } : {}),
    ...(url.kind.length > 0 ? { kinds: url.kind } : {}),
    ...(url.q.trim() ? { search: url.q.trim() } : {}),
  };
  const selection = useSelection({ ...filter, statuses: WAITING });
  const query = useQuery(ReviewQueueDocument, { variables: { filter }, fetchPolicy: 'cache-and-network' });
  const more = useLoadMore(query, query.data?.documents.pageInfo);
  const documents = query.data?.documents.edges.map(({ node }) => node) ?? [];
  const open = documents.find(({ id }) => id === url.open) ?? (phone ? undefined : documents[0]);
  const at = documents.findIndex(({ id }) => id === open?.id);
  const show = (id: string) => setUrl({ open: id });
  return {
    url,
    query,
    more,
    documents,
    open,
    selection,
    show,
    /** Another list: what was selected may no longer be in sight. */
    narrow: (patch: Partial<ReviewUrl>) => {
      selection.clear();
      setUrl(patch);
    },
    /** Opens the next document, or the one before. */
    move: (by: 1 | -1) => {
      const next = documents[Math.max(0, at) + by];
      if (next) show(next.id);
    },
    /** Goes on to the next document once something was decided on the open one. */
    decided: () => {
      const next = documents[at + 1] ?? documents[at - 1];
      show(phone ? '' : (next?.id ?? ''));
      void query.refetch();
    },
  };
}
