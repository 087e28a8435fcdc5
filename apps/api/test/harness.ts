import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type AddressInfo } from 'node:net';
import { type Audience, portalOf } from '@softmob/access';
import { PATIENT, queueLogger, type Settings, taskListOf } from '@softmob/api-kit';
import { actorOfMembership } from '@softmob/identity-api';
import { runOnce } from 'graphile-worker';
import { agent, type Agent } from './http';
import { type Api, createApi } from '../api';
import { slices } from '../slices';
import { freshDatabase } from './database';
import { buildWorld, type World } from './world';

/** A whole API of its own: real PostgreSQL, real HTTP, the queue worked on demand. */
export interface Harness {
  readonly api: Api;
  readonly baseUrl: string;
  readonly databaseUrl: string;
  readonly world: World;
  /** Acts as somebody of the world: an address of theirs, in the portal of their audience. */
  as(email: string, audience: Audience): Promise<Agent>;
  /** Nobody signed in. */
  readonly stranger: Agent;
  /** Works the queue until it is empty: e-mails go out, bulk work is done. */
  settle(): Promise<void>;
  /** The newest e-mail to an address, as it lies in the outbox. */
  mailTo(address: string): Promise<{ subject: string; html: string; text: string } | null>;
  /** One id of each table whose rows belong to the foreign school, beyond what the world itself names. */
  foreignRecords(): Promise<{ table: string; id: string }[]>;
  close(): Promise<void>;
}

export const PASSWORD = 'four unrelated words';

/** Starts the API on a fresh database with a small world in it. E-mails go to the local outbox, or to this server. */
export async function startHarness(smtpUrl: string | null = null, more: Partial<Settings> = {}): Promise<Harness> {
  const database = await freshDatabase();
  const settings: Settings = {
    dataDir: mkdtempSync(path.join(tmpdir(), 'softmob-')),
    publicUrl: 'http://softmob.test',
    demo: true,
    keySecret: null,
    smtpUrl,
    s3Url: null,
    clamavUrl: null,
    mailFrom: 'SoftMob <no-reply@softmob.example>',
    secureCookies: false,
    countStatements: true,
    ...more,
  };
  const api = await createApi({
    databaseUrl: database.url,
    settings,
    slices,
    portalsDir: null,
    logLevel: process.env.LOG_LEVEL ?? 'error',
    poolSize: 6,
    worker: false,
  });
  await new Promise<void>((listening) => api.server.listen(0, '127.0.0.1', listening));
  const baseUrl = `http://127.0.0.1:${String((api.server.address() as AddressInfo).port)}`;
  const world = await buildWorld(api.runtime.pool);
  const signedIn = new Map<string, Agent>();
  return {
    api,
    baseUrl,
    databaseUrl: database.url,
    world,
    stranger: agent(baseUrl, 'sending'),
    async as(email, audience) {
      const key = `${email}:${audience}`;
      let known = signedIn.get(key);
      if (!known) {
        known = agent(baseUrl, portalOf(audience) ?? 'sending');
        await known.signIn(email, PASSWORD, audience);
        signedIn.set(key, known);
      }
      return known;
    },
    async settle() {
      await runOnce({
        pgPool: api.runtime.pool,
        taskList: taskListOf(api.runtime, actorOfMembership),
        concurrency: 4,
        logger: queueLogger(api.runtime.log),
        preset: { worker: PATIENT },
      });
    },
    async mailTo(address) {
      const { rows } = await api.runtime.pool.query<{ subject: string; html: string; text: string }>(
        'SELECT subject, html, text FROM outbox_message WHERE recipient = $1 ORDER BY sent_at DESC, id DESC LIMIT 1',
        [address],
      );
      return rows[0] ?? null;
    },
    async foreignRecords() {
      const { pool } = api.runtime;
      const { rows: tables } = await pool.query<{ table: string; column: string }>(
        `SELECT c.table_name AS table, min(c.column_name) AS column FROM information_schema.columns c
         JOIN information_schema.columns i ON i.table_name = c.table_name AND i.table_schema = 'public' AND i.column_name = 'id' AND i.data_type = 'uuid'
         WHERE c.table_schema = 'public' AND c.column_name IN ('mobility_id', 'flow_id', 'organisation_id', 'sending_organisation_id', 'company_id')
           AND c.table_name NOT IN ('event', 'mail', 'mobility', 'flow', 'participant', 'project') GROUP BY 1`,
      );
      const { mobilityIds, flowId, schoolId, companyId } = world.foreign;
      const found: { table: string; id: string }[] = [];
      for (const { table, column } of tables) {
        const { rows } = await pool.query<{ id: string }>(
          `SELECT id FROM ${table} WHERE ${column} = ANY($1::uuid[]) LIMIT 1`,
          [[...mobilityIds, flowId, schoolId, companyId]],
        );
        if (rows[0]) found.push({ table, id: rows[0].id });
      }
      return found;
    },
    async close() {
      await api.close();
      await database.drop();
    },
  };
}
