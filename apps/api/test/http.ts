import { type Audience, type PortalKey } from '@softmob/access';
import { cookieName } from '@softmob/identity-api';
import supertest from 'supertest';

export interface GraphqlError {
  message: string;
  extensions: {
    code: string;
    reason?: string;
    fields?: { path: string; code: string; message: string }[];
    missing?: string[];
  };
}

export interface Answer<Data> {
  data: Data;
  errors?: GraphqlError[];
  /** SQL statements the whole request took, finding out who asks included. */
  statements: number;
}

/** One person's browser: it keeps the cookie and says which portal and membership speak. */
export interface Agent {
  /** Runs an operation and fails the test where it answers with errors. */
  ask<Data = Record<string, never>>(query: string, variables?: object): Promise<Data>;
  /** Runs an operation and returns everything, errors too. */
  send<Data = Record<string, unknown>>(
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ): Promise<Answer<Data>>;
  /** Runs an operation that must be refused, and returns its first error. */
  refused(query: string, variables?: object): Promise<GraphqlError>;
  /** A plain request with this person's cookie, for files and downloads. */
  get(path: string): supertest.Test;
  post(path: string): supertest.Test;
  signIn(email: string, password: string, audience?: Audience): Promise<void>;
  /** Comes in by a one-link seat. */
  enterSeat(link: string): Promise<void>;
  actingAs: string;
  cookie: string;
}

/** A browser at a portal, not signed in yet. */
export function agent(baseUrl: string, portal: PortalKey): Agent {
  const client = supertest(baseUrl);
  const self: Agent = {
    actingAs: portal,
    cookie: '',
    async send<Data>(query: string, variables: object = {}, headers: Record<string, string> = {}) {
      const response = await client
        .post('/graphql')
        .set('x-softmob-acting-as', self.actingAs)
        .set('cookie', self.cookie)
        .set(headers)
        .send({ query, variables });
      const set = response.headers['set-cookie'] as unknown as string[] | undefined;
      if (set?.[0]) self.cookie = set[0].split(';')[0] ?? '';
      const body = response.body as { data: Data; errors?: GraphqlError[] };
      return { ...body, statements: Number(response.headers['x-sql-statements'] ?? 0) };
    },
    async ask<Data>(query: string, variables?: object) {
      const { data, errors } = await self.send<Data>(query, variables);
      if (errors) throw new Error(JSON.stringify(errors, null, 2));
      return data;
    },
    async refused(query, variables) {
      const { errors, data } = await self.send(query, variables);
      if (!errors?.[0]) throw new Error(`Not refused: ${JSON.stringify(data)}`);
      return errors[0];
    },
    get: (path) => client.get(path).set('x-softmob-acting-as', self.actingAs).set('cookie', self.cookie),
    post: (path) => client.post(path).set('x-softmob-acting-as', self.actingAs).set('cookie', self.cookie),
    async signIn(email, password, audience) {
      await self.ask('mutation ($input: SignInInput!) { signIn(input: $input) { ok } }', {
        input: { email, password },
      });
      if (!audience) return;
      const { viewer } = await self.ask<{ viewer: { memberships: { id: string; audience: string }[] } }>(
        '{ viewer { memberships { id audience } } }',
      );
      const membership = viewer.memberships.find((entry) => entry.audience === audience);
      if (!membership) throw new Error(`${email} has no membership as ${audience}`);
      self.actingAs = `${portal}/${membership.id}`;
    },
    async enterSeat(link) {
      self.cookie = `${cookieName(portal)}=`;
      await self.ask('mutation ($token: String!) { enterSeat(token: $token) { ok } }', {
        token: link.split('/').at(-1),
      });
    },
  };
  return self;
}
