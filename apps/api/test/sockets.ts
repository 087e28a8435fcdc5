import { type ExecutionResult } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type Agent } from './http';

/** How a socket is opened where it is not as a browser would. */
export interface SocketOptions {
  readonly origin?: string | null;
  readonly cookie?: string;
}

/** One person's open connection; what it is sent is kept until somebody asks for it. */
export interface LiveClient {
  readonly client: Client;
  /** How the connection ended. */
  readonly closed: Promise<{ code: number; reason: string }>;
  /** Begins a subscription; returns how to wait for its next result. */
  subscribe<Data>(query: string, variables?: Record<string, unknown>): Subscribed<Data>;
}

export interface Subscribed<Data> {
  next(): Promise<Data>;
  /** Results that nobody has asked for yet. */
  readonly waiting: readonly ExecutionResult[];
  stop(): void;
}

interface Waiter {
  resolve: (result: ExecutionResult) => void;
  reject: (error: unknown) => void;
}

/** Connects as somebody who is signed in, as a page of this origin does. */
export function connect(baseUrl: string, who: Agent, options: SocketOptions = {}): LiveClient {
  const { origin = baseUrl, cookie = who.cookie } = options;
  class Browser extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie, ...(origin === null ? {} : { origin }) } });
    }
  }
  let ended: (end: { code: number; reason: string }) => void;
  const closed = new Promise<{ code: number; reason: string }>((resolve) => (ended = resolve));
  const client = createClient({
    url: `${baseUrl.replace('http', 'ws')}/graphql?as=${encodeURIComponent(who.actingAs)}`,
    webSocketImpl: Browser,
    retryAttempts: 0,
    on: { closed: (event) => ended(event as { code: number; reason: string }) },
  });
  return {
    client,
    closed,
    subscribe<Data>(query: string, variables: Record<string, unknown> = {}): Subscribed<Data> {
      const waiting: ExecutionResult[] = [];
      const waiters: Waiter[] = [];
      let failure: unknown = null;
      const stop = client.subscribe(
        { query, variables },
        {
          next(result) {
            const waiter = waiters.shift();
            if (waiter) waiter.resolve(result as ExecutionResult);
            else waiting.push(result as ExecutionResult);
          },
          error(error) {
            failure = error;
            for (const waiter of waiters.splice(0)) waiter.reject(error);
          },
          complete: () => undefined,
        },
      );
      return {
        waiting,
        stop,
        async next() {
          const result =
            waiting.shift() ??
            (await new Promise<ExecutionResult>((resolve, reject) => {
              if (failure) reject(failure);
              else waiters.push({ resolve, reject });
            }));
          if (result.errors) throw new Error(JSON.stringify(result.errors));
          return result.data as Data;
        },
      };
    },
  };
}
