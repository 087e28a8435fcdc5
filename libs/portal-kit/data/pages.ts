import { relayStylePagination } from '@apollo/client/utilities';
import { useCallback, useState } from 'react';

/**
 * Keeps the pages of a Relay connection as one list. `keyArgs` are the arguments that make another list of it
 * (filters, order), not those that page through it.
 */
export function connection(keyArgs: string[] | false = false) {
  return relayStylePagination(keyArgs);
}

interface PageInfo {
  hasNextPage: boolean;
  endCursor?: string | null | undefined;
}

interface Fetching {
  fetchMore: (options: { variables: { after: string } }) => Promise<unknown>;
}

/** The next page of a query whose field is a `connection` and whose cursor is the variable `after`. */
export function useLoadMore(query: Fetching, pageInfo: PageInfo | null | undefined) {
  const [loadingMore, setLoading] = useState(false);
  const after = pageInfo?.endCursor;
  const { fetchMore } = query;
  const loadMore = useCallback(async () => {
    if (!after) return;
    setLoading(true);
    try {
      await fetchMore({ variables: { after } });
    } finally {
      setLoading(false);
    }
  }, [after, fetchMore]);
  return { hasMore: pageInfo?.hasNextPage ?? false, loadMore, loadingMore };
}
