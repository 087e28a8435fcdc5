/** One error of the API, as a client sees it. */
export interface ApiError {
  readonly message: string;
  readonly extensions: {
    readonly code: string;
    readonly reason?: string;
    readonly fields?: readonly { path: string; code: string }[];
  };
}

/** The API refused, with everything it said. */
export class Refused extends Error {
  constructor(
    readonly what: string,
    readonly errors: readonly ApiError[],
  ) {
    super(`${what}: ${errors.map((error) => `${error.extensions.code} ${error.message}`).join(' ')}`);
  }
}

/** A person's browser at one portal: it keeps the cookie and speaks GraphQL over HTTP, as the portals do. */
export class Browser {
  cookie = '';
  /** SQL statements of the last operation, where the server counts them. */
  statements = 0;

  constructor(
    private readonly baseUrl: string,
    readonly portal: 'sending' | 'host' | 'company' | 'participant',
  ) {}

  /** Runs an operation. @throws Refused */
  async ask<Data = Record<string, unknown>>(query: string, variables: object = {}): Promise<Data> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    this.statements = Number(response.headers.get('x-sql-statements') ?? 0);
    const { data, errors } = (await response.json()) as { data: Data; errors?: ApiError[] };
    if (errors) throw new Refused(/\w+ \w*/.exec(query)?.[0] ?? 'operation', errors);
    return data;
  }

  /** Sends a file to a path below /api and returns the answer. @throws Refused */
  async upload<Data>(path: string, name: string, bytes: Uint8Array): Promise<Data> {
    const response = await this.fetch(`/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) },
      body: new Uint8Array(bytes),
    });
    const body = (await response.json()) as Data & { errors?: ApiError[] };
    if (body.errors) throw new Refused(path, body.errors);
    return body;
  }

  /** Downloads from a path below /api; a refusal is its status. */
  async download(path: string): Promise<{ status: number; bytes: Buffer }> {
    const response = await this.fetch(`/api${path}`, { method: 'GET', headers: {} });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.ask('mutation SignIn($input: SignInInput!) { signIn(input: $input) { ok } }', {
      input: { email, password },
    });
  }

  /** Follows an invitation link and chooses a password. */
  async acceptInvitation(link: string, password: string): Promise<void> {
    const token = link.split('/').at(-1);
    await this.ask('mutation Accept($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { ok } }', {
      input: { token, password },
    });
  }

  /** Follows a one-link seat. */
  async enterSeat(link: string): Promise<void> {
    await this.ask('mutation Enter($token: String!) { enterSeat(token: $token) { ok } }', {
      token: link.split('/').at(-1),
    });
  }

  private async fetch(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
    const response = await fetch(`${this.baseUrl}${path}`, {
      ...init,
      headers: { ...init.headers, cookie: this.cookie, 'x-softmob-acting-as': this.portal },
    });
    const set = response.headers.getSetCookie()[0];
    if (set) this.cookie = set.split(';')[0] ?? '';
    return response;
  }
}
