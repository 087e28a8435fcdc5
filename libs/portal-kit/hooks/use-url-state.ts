import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { readUrlState, type UrlState, type Widened, writeUrlState } from './url-state';

type SetUrlState<State extends UrlState> = (patch: Partial<Widened<State>>, options?: { push?: boolean }) => void;

/**
 * State that lives in the address, so that a view can be shared, reloaded and gone back to. Typed by the defaults;
 * a change replaces the entry in the history unless `push` is set (as for opening a panel).
 */
export function useUrlState<const State extends UrlState>(given: State): [Widened<State>, SetUrlState<State>] {
  const [defaults] = useState(given);
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readUrlState(params, defaults), [params, defaults]);
  const set = useCallback<SetUrlState<State>>(
    (patch, { push = false } = {}) =>
      void setParams((before) => writeUrlState(before, defaults, patch), { replace: !push, preventScrollReset: true }),
    [setParams, defaults],
  );
  return [state, set];
}
