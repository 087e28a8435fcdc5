import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Ctx, DomainError, type Runtime } from '@softmob/api-kit';
import { type Express } from 'express';
import { type GraphqlServers } from '../graphql';
import { contextOf, refuseForeignOrigin } from './request-context';

const MAX_BODY = 1_048_576;
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  TOO_LARGE: 413,
  VALIDATION: 400,
};

function bytesOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((done, failed) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      parts.push(part);
      size += part.length;
      if (size <= MAX_BODY) return;
      request.removeAllListeners('data');
      failed(new DomainError('TOO_LARGE', 'A GraphQL request holds at most 1 MiB.'));
    });
    request.on('end', () => {
      done(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts));
    });
    request.on('error', failed);
  });
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const bytes = await bytesOf(request);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new DomainError('VALIDATION', 'The body must be JSON.');
  }
}

function send(response: ServerResponse, status: number, body: string, ctx?: Ctx): void {
  const headers: Record<string, string | string[] | number> = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  };
  if (ctx?.cookies.length) headers['set-cookie'] = ctx.cookies;
  if (ctx?.runtime.settings.countStatements) headers['x-sql-statements'] = String(ctx.db.statements);
  response.writeHead(status, headers);
  response.end(body);
}

/** GraphQL without a framework in between: this is the path that every screen takes. */
async function serveGraphql(
  runtime: Runtime,
  graphql: GraphqlServers,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (request.method !== 'POST') {
    response.writeHead(405, { allow: 'POST' }).end();
    return;
  }
  try {
    refuseForeignOrigin(request);
    const [ctx, body] = await Promise.all([contextOf(runtime, request), bodyOf(request)]);
    const answer = await graphql.handle(ctx, body);
    await ctx.flushAccessLog();
    send(response, answer.status, answer.body, ctx);
  } catch (error) {
    if (!(error instanceof DomainError)) runtime.log.error({ err: error }, 'a request failed');
    const shown =
      error instanceof DomainError ? error : new DomainError('INTERNAL', 'Something went wrong on our side.');
    const body = JSON.stringify({ errors: [{ message: shown.message, extensions: shown.extensions }] });
    send(response, STATUS[shown.code] ?? 500, body);
  }
}

/** Longer than the minute for which reverse proxies keep a connection: the one who may still use it closes it. */
const KEEP_ALIVE_MS = 65_000;

/** The one HTTP server: GraphQL on the lean path, everything else through express. */
export function createHttpServer(runtime: Runtime, graphql: GraphqlServers, rest: Express): Server {
  return createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/graphql') void serveGraphql(runtime, graphql, request, response);
    else rest(request, response);
  });
}
