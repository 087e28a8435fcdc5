import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { type LiveConnection, type LiveOptions } from './live';

const LONGEST_PAUSE = 30_000;
const ASK_EVERY = 25_000;
const SIGNED_OUT = 4401;

const pauseBefore = (attempt: number) => Math.min(LONGEST_PAUSE, 500 * 2 ** attempt) * (0.5 + Math.random() / 2);

/** The connection itself: opened with the first subscription, closed with the last, and made anew when it breaks. */
export function openLive({ url, onState, onSignedOut }: LiveOptions): LiveConnection {
  let answered: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url,
    keepAlive: ASK_EVERY,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (attempt) => new Promise((again) => setTimeout(again, pauseBefore(attempt))),
    on: {
      connected: () => onState(true),
      closed: (event) => {
        onState(false);
        if ((event as CloseEvent).code === SIGNED_OUT) onSignedOut();
      },
      // A connection that is gone without a word is noticed by the answer that does not come.
      ping: (received) => {
        if (!received) answered = setTimeout(() => client.terminate(), ASK_EVERY / 5);
      },
      pong: (received) => {
        if (received) clearTimeout(answered);
      },
    },
  });
  return (operation, observer) =>
    client.subscribe(
      { query: print(operation.query), variables: operation.variables, operationName: operation.operationName ?? null },
      observer,
    );
}
