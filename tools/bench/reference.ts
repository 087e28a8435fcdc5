import { createServer, type Server } from 'node:http';
import { Pool } from 'pg';

/** What the reference's process is told. */
export interface ReferenceOrder {
  readonly databaseUrl: string;
  /** The statement of each operation by name. */
  readonly statements: Readonly<Record<string, string>>;
  readonly poolSize: number;
}

/**
 * The limit that this house measures itself against: a bare handler that looks at nobody's rights, sends one prepared
 * statement per request and passes on the text that PostgreSQL made.
 */
export function referenceServer(
  databaseUrl: string,
  statements: Readonly<Record<string, string>>,
  pool: number,
): Server {
  const database = new Pool({ connectionString: databaseUrl, max: pool });
  const server = createServer((request, response) => {
    const name = request.url?.slice(1) ?? '';
    const text = statements[name];
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      if (text === undefined) {
        response.writeHead(404).end();
        return;
      }
      const { subject } = JSON.parse(body) as { subject: string };
      database.query<{ json: string }>({ name, text, values: [subject] }).then(
        ({ rows }) => {
          const json = Buffer.from(rows[0]?.json ?? 'null');
          response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': json.length });
          response.end(json);
        },
        (error: unknown) => {
          console.error(error);
          response.writeHead(500).end();
        },
      );
    });
  });
  server.on('close', () => void database.end());
  return server;
}
