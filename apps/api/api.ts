import { type Server } from 'node:http';
import {
  DomainEvent,
  listen,
  LiveHub,
  Mail,
  OffsetClock,
  OutboxMessage,
  prepareQueue,
  type QueueWorker,
  type Runtime,
  sendMail,
  type Settings,
  type Slice,
  SnakeNaming,
  startWorker,
  topicsOf,
  watchDays,
} from '@softmob/api-kit';
import { actorOfMembership, ENDINGS } from '@softmob/identity-api';
import { shipDocumentTemplates } from '@softmob/paperwork-api';
import { shipTemplates } from '@softmob/processes-api';
import { type Express } from 'express';
import { type Pool } from 'pg';
import { type Logger, pino } from 'pino';
import { DataSource } from 'typeorm';
import { GraphqlServers } from './graphql';
import { createRest } from './http/rest';
import { createHttpServer } from './http/server';
import { LiveSockets } from './live/sockets';
import { migrations } from './migrations';
import { buildApiSchema, viewsOf } from './schema';

export interface ApiOptions {
  readonly databaseUrl: string;
  readonly settings: Settings;
  readonly slices: readonly Slice[];
  /** Where the built portals lie; null serves none. */
  readonly portalsDir: string | null;
  readonly logLevel?: string;
  /** Connections to PostgreSQL; 16 unless told. */
  readonly poolSize?: number;
  /** Whether this process works the queue. */
  readonly worker: boolean;
  readonly extend?: (app: Express, runtime: Runtime) => void;
}

/** The running API. */
export interface Api {
  readonly runtime: Runtime;
  readonly live: LiveSockets;
  readonly server: Server;
  close(): Promise<void>;
}

/**
 * Every statement is prepared and its text depends on the audience alone, so that it is planned once per connection and
 * not again for each caller's values.
 */
const SESSION = '-c plan_cache_mode=force_generic_plan -c TimeZone=UTC';

/** The storage: every slice's entities, in one connection pool. */
export function createDataSource(databaseUrl: string, slices: readonly Slice[], poolSize = 16): DataSource {
  return new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: [DomainEvent, Mail, OutboxMessage, ...slices.flatMap((slice) => slice.entities)],
    migrations,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    extra: { max: poolSize, pipeline: true, options: SESSION },
  });
}

const MIGRATION_LOCK = 7_263_401;

/** Brings the database to the newest migration and the newest shipped templates; two processes that start at once wait for each other. */
export async function migrate(dataSource: DataSource, log: Logger = pino({ level: 'warn' })): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await dataSource.runMigrations({ transaction: 'each' });
    await shipTemplates((sql, values) => runner.query(sql, values));
    await shipDocumentTemplates((sql, values) => runner.query(sql, values));
    await prepareQueue((dataSource.options as { url: string }).url, log);
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  } finally {
    await runner.release();
  }
}

async function loadClock(pool: Pool): Promise<OffsetClock> {
  const { rows } = await pool.query<{ days: number }>(
    `SELECT (value->>'days')::int AS days FROM setting WHERE key = 'clock'`,
  );
  return new OffsetClock(rows[0]?.days ?? 0);
}

/** The one connection of this process that hears what the database says, for subscriptions and for open sockets. */
function hear({ databaseUrl, slices }: ApiOptions, runtime: Runtime, live: LiveSockets): Promise<() => Promise<void>> {
  const endings: readonly string[] = Object.values(ENDINGS);
  return listen({
    connectionString: databaseUrl,
    channels: [...endings, ...slices.flatMap(({ channels = [] }) => channels)],
    heard: (channel, payload) => {
      if (endings.includes(channel)) live.heard(channel, payload);
      else runtime.live.publish(channel, payload);
    },
    missed: () =>
      void live.lookAgain().then(() => {
        runtime.live.missed();
      }),
    log: runtime.log,
  });
}

/** Puts the house together: storage, slices, views, queue, HTTP. The caller listens. */
export async function createApi(options: ApiOptions): Promise<Api> {
  const { slices, settings } = options;
  const log = pino({ level: options.logLevel ?? 'info', redact: ['req.headers.cookie'] });
  const schema = buildApiSchema(slices);
  const dataSource = createDataSource(options.databaseUrl, slices, options.poolSize);
  await dataSource.initialize();
  await migrate(dataSource, log);
  const pool = (dataSource.driver as unknown as { master: Pool }).master;
  // A connection that breaks while idle must not end the process; the next query takes another one.
  const note = (error: Error) => {
    log.warn({ err: error }, 'a database connection broke');
  };
  pool.on('error', note);
  pool.on('connect', (client) => client.on('error', note));
  const runtime: Runtime = {
    pool,
    clock: await loadClock(pool),
    settings,
    log,
    slices,
    reactions: slices.flatMap((slice) => slice.reactions ?? []),
    jobs: new Map([['mail:send', sendMail], ...slices.flatMap((slice) => Object.entries(slice.jobs ?? {}))]),
    mails: new Map(slices.flatMap((slice) => Object.entries(slice.mails ?? {}))),
    topics: topicsOf(slices),
    post: slices.find((slice) => slice.post)?.post ?? null,
    live: new LiveHub(),
  };
  const loggedFields = new Set(slices.flatMap((slice) => slice.loggedFields ?? []));
  const views = viewsOf(schema, { loggedFields, log: (ctx, field, row) => ctx.noteRead(field, row) });
  const graphql = await GraphqlServers.start(views, log);
  const server = createHttpServer(
    runtime,
    graphql,
    createRest(runtime, options.portalsDir, (app) => options.extend?.(app, runtime)),
  );
  const live = new LiveSockets(runtime, views);
  live.serve(server);
  const stopListening = await hear(options, runtime, live);
  const worker: QueueWorker | null = options.worker ? await startWorker(runtime, actorOfMembership) : null;
  const stopDays = options.worker ? watchDays(runtime) : null;
  return {
    runtime,
    live,
    server,
    async close() {
      stopDays?.();
      await Promise.all([stopListening(), live.close()]);
      await closeServer(server);
      await worker?.stop();
      await graphql.stop();
      await dataSource.destroy();
    },
  };
}

/** Lets every answer that is under way go out, and keeps no connection open after it. */
async function closeServer(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((done) => {
    server.close(() => done());
    server.closeIdleConnections();
  });
  clearInterval(idle);
}
