import { type OperationVariables } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { type TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { useSession } from '../session/session';
import { live } from './live';

/** Whether news arrive by themselves just now; otherwise a screen asks from time to time. */
export function useLiveState(): boolean {
  return useSyncExternalStore(live().watch, live().isUp);
}

/**
 * Hears of what happens for as long as the component is there. `onUp` is told at each connection, the first and those
 * after a break: what happened meanwhile is asked for, not sent.
 */
export function useLive<TData>(
  document: TypedDocumentNode<TData, Record<string, never>>,
  onData: (data: TData) => void,
  onUp: () => void = () => undefined,
): void {
  const client = useApolloClient();
  const { viewer } = useSession();
  const latest = useRef({ onData, onUp });
  useLayoutEffect(() => {
    latest.current = { onData, onUp };
  });
  const up = useLiveState();
  useEffect(() => {
    if (up) latest.current.onUp();
  }, [up]);
  useEffect(() => {
    const subscription = client
      .subscribe<TData, OperationVariables>({ query: document, fetchPolicy: 'no-cache' })
      .subscribe({
        next: ({ data }) => {
          if (data) latest.current.onData(data as TData);
        },
        // Without it the screen asks from time to time, as it does wherever there is no connection.
        error: () => undefined,
      });
    return () => subscription.unsubscribe();
  }, [client, document, viewer.membershipId]);
}
