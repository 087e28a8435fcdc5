import { ApolloClient, ApolloLink, InMemoryCache, type TypePolicies } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { HttpLink } from '@apollo/client/link/http';
import { RetryLink } from '@apollo/client/link/retry';
import { type ActingAs } from './acting-as';
import { mayBeSignedOut, unanswered } from './errors';
import { newKey } from './submission';

export interface ClientOptions {
  actingAs: ActingAs;
  /** The language of the reader, asked for at each request. */
  locale: () => string;
  /** Told when an answer makes it likely that the session has ended. */
  onSignedOut: () => void;
  typePolicies: TypePolicies;
  /** The way of subscriptions. */
  live: ApolloLink;
}

/** The headers that every request to the server carries, whichever way it goes. */
export function commonHeaders(actingAs: ActingAs, locale: string): Record<string, string> {
  return { 'x-softmob-acting-as': actingAs.value, 'accept-language': locale, 'apollo-require-preflight': '1' };
}

/** Says who acts and in which language; gives each mutation the key that makes repeating it harmless. */
function identifying({ actingAs, locale }: ClientOptions): ApolloLink {
  return new SetContextLink((context, operation) => {
    const headers: Record<string, string> = { ...commonHeaders(actingAs, locale()) };
    if (operation.operationType === 'mutation') {
      const key: unknown = context['idempotencyKey'];
      headers['idempotency-key'] = typeof key === 'string' ? key : newKey();
    }
    return { headers };
  });
}

/** What stays open goes over the live connection, everything else by POST. */
function way(live: ApolloLink): ApolloLink {
  const post = new HttpLink({ uri: '/graphql', credentials: 'same-origin' });
  return ApolloLink.split(({ operationType }) => operationType === 'subscription', live, post);
}

/** The way to the API. Queries are asked again when the connection fails; mutations wait for the person. */
export function createClient(options: ClientOptions): ApolloClient {
  return new ApolloClient({
    cache: new InMemoryCache({ typePolicies: options.typePolicies }),
    link: ApolloLink.from([
      identifying(options),
      new ErrorLink(({ error, operation }) => {
        if (operation.operationType !== 'subscription' && operation.operationName !== 'Viewer' && mayBeSignedOut(error))
          options.onSignedOut();
      }),
      new RetryLink({
        delay: { initial: 400, max: 3_000 },
        attempts: { max: 3, retryIf: (error, { operationType }) => operationType === 'query' && unanswered(error) },
      }),
      way(options.live),
    ]),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
    devtools: { enabled: false },
  });
}
