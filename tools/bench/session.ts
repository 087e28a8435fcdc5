import { COORDINATOR } from './generate';

export const PASSWORD = 'as fast as one can measure';
const PORTAL = 'sending';

/** An answer of the API, with the number of SQL statements that it took. */
export interface Answer {
  readonly data: unknown;
  readonly bytes: number;
  readonly statements: number;
}

/** A coordinator who has signed in, as a browser would have. */
export interface Session {
  readonly headers: Readonly<Record<string, string>>;
  ask(query: string, variables?: object): Promise<Answer>;
}

/** Signs the coordinator in over HTTP. */
export async function signIn(baseUrl: string): Promise<Session> {
  const headers: Record<string, string> = { 'x-softmob-acting-as': PORTAL };
  const send = (query: string, variables: object) =>
    fetch(`${baseUrl}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
  const answer = await send('mutation ($input: SignInInput!) { signIn(input: $input) { ok } }', {
    input: { email: COORDINATOR, password: PASSWORD },
  });
  headers.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    headers,
    async ask(query, variables = {}) {
      const response = await send(query, variables);
      const text = await response.text();
      const { data, errors } = JSON.parse(text) as { data: unknown; errors?: unknown };
      if (errors) throw new Error(`The API refused: ${JSON.stringify(errors)}`);
      return { data, bytes: text.length, statements: Number(response.headers.get('x-sql-statements')) };
    },
  };
}
