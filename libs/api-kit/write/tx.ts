import { type Actor, reachSql, SqlParameters } from '@softmob/access';
import { type QueryResultRow } from 'pg';
import { v7 as uuid } from 'uuid';
import { type Ctx } from '../context';
import { type Db } from '../data/db';
import { type Where } from '../data/read';
import { type Source } from '../data/source';
import { conflict, notFound } from '../errors';
import { type OutgoingMail } from '../mail/outgoing';
import { type DomainEvent } from './events';

/** What an event says; who, when and from where is added by the transaction. */
export interface EventFacts {
  readonly type: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly organisationId?: string | null;
  readonly flowId?: string | null;
  readonly mobilityId?: string | null;
  readonly before?: Record<string, unknown> | null;
  readonly after?: Record<string, unknown> | null;
}

/** Job options: a key makes it one per key; `runAt` delays it. */
export interface JobOptions {
  readonly key?: string;
  readonly runAt?: Date;
}

const MASK = '•••';

/** One transaction of one intention: changes, events, jobs and mails succeed or fail together. */
export class Tx {
  constructor(
    readonly ctx: Ctx,
    readonly db: Db,
  ) {}

  get actor(): Actor {
    return this.ctx.actor;
  }

  /** A fresh id, sortable by time of creation. */
  newId(): string {
    return uuid();
  }

  /** Loads and locks one row within the actor's reach. @throws NOT_FOUND */
  async load<Row extends object>(of: Source<Row>, id: string): Promise<Row> {
    const [row] = await this.loadAll(of, (parameters) => `x.id = ${parameters.add(id)}::uuid`);
    if (!row) throw notFound(of.name);
    return row;
  }

  /** Loads and locks rows by id; every one must be within reach, or nothing happens. @throws NOT_FOUND */
  async loadMany<Row extends { id: string }>(of: Source<Row>, ids: readonly string[]): Promise<Row[]> {
    const rows = await this.loadAll(of, (parameters) => `x.id = ANY(${parameters.add(ids)}::uuid[])`);
    if (rows.length !== new Set(ids).size) throw notFound(of.name);
    return rows;
  }

  /** Loads and locks all rows within reach that fulfil the condition, in a stable order so that two cannot deadlock. */
  async loadAll<Row extends object>(of: Source<Row>, where: Where): Promise<Row[]> {
    const parameters = new SqlParameters();
    const wanted = where(parameters);
    const reached = of.reach ? reachSql(of.reach, this.actor, parameters, 'x') : 'TRUE';
    return this.db.query<Row & QueryResultRow>(
      `SELECT ${of.select('x')} FROM ${of.table} x WHERE ${wanted} AND ${reached} ORDER BY x.id FOR UPDATE OF x`,
      parameters.values,
    );
  }

  /** Inserts rows in one statement and returns them as stored. */
  async insert<Row extends object>(of: Source<Row>, rows: readonly Partial<Row>[]): Promise<Row[]> {
    if (rows.length === 0) return [];
    const used = of.columns.filter(({ property }) => rows.some((row) => property in row));
    const names = used.map(({ column }) => column).join(', ');
    const records = rows.map((row) =>
      Object.fromEntries(
        used.map(({ property, column }) => [column, (row as Record<string, unknown>)[property] ?? null]),
      ),
    );
    return this.db.query<Row & QueryResultRow>(
      `INSERT INTO ${of.table} AS x (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${of.table}, $1::jsonb) RETURNING ${of.select('x')}`,
      [JSON.stringify(records)],
    );
  }

  /**
   * Changes one row that was loaded before. Where the entity has a version, it moves on; where the caller says which
   * version they saw, another one is a CONFLICT.
   */
  async update<Row extends { id: string }>(
    of: Source<Row>,
    row: Row,
    patch: Partial<Row>,
    expectedVersion?: number | null,
  ): Promise<Row> {
    const current = of.version ? (row as Record<string, unknown>)[of.version] : null;
    if (expectedVersion != null && current !== expectedVersion) throw conflict();
    const changed = of.columns.filter(({ property }) => property in patch && property !== of.version);
    const parameters = new SqlParameters();
    const sets = changed.map(({ property, column, type }) => {
      const value = (patch as Record<string, unknown>)[property];
      return `${column} = ${parameters.add(type === 'jsonb' && value !== null ? JSON.stringify(value) : value)}`;
    });
    if (of.version) sets.push('version = x.version + 1');
    if (sets.length === 0) return row;
    const [updated] = await this.db.query<Row & QueryResultRow>(
      `UPDATE ${of.table} AS x SET ${sets.join(', ')} WHERE x.id = ${parameters.add(row.id)}::uuid RETURNING ${of.select('x')}`,
      parameters.values,
    );
    if (!updated) throw notFound(of.name);
    return updated;
  }

  /** Before and after of the changed columns, secrets masked, for an event. */
  difference<Row extends object>(
    of: Source<Row>,
    row: Row,
    patch: Partial<Row>,
  ): { before: Record<string, unknown>; after: Record<string, unknown> } {
    const [before, after]: Record<string, unknown>[] = [{}, {}];
    for (const [property, value] of Object.entries(patch)) {
      const old = (row as Record<string, unknown>)[property];
      if (JSON.stringify(old) === JSON.stringify(value)) continue;
      const hide = of.secret.has(property);
      if (before) before[property] = hide ? MASK : old;
      if (after) after[property] = hide ? MASK : value;
    }
    return { before: before ?? {}, after: after ?? {} };
  }

  /** Appends domain events in one statement and lets the slices react, still inside this transaction. */
  async events(facts: readonly EventFacts[]): Promise<void> {
    if (facts.length === 0) return;
    const { actor, request, clock, runtime } = this.ctx;
    const stamped = facts.map((fact): DomainEvent => ({
      id: uuid(),
      organisationId: null,
      flowId: null,
      mobilityId: null,
      before: null,
      after: null,
      ...fact,
      actorPersonId: actor.personId,
      actorMembershipId: actor.membershipId,
      audience: actor.audience,
      ip: request.ip,
      at: clock.now(),
      recordedAt: clock.real(),
    }));
    this.db.queryAhead(
      `INSERT INTO event (id, type, subject_type, subject_id, organisation_id, flow_id, mobility_id, actor_person_id, actor_membership_id, audience, ip, at, recorded_at, before, after)
       SELECT e.id, e.type, e."subjectType", e."subjectId", e."organisationId", e."flowId", e."mobilityId", e."actorPersonId", e."actorMembershipId", e.audience, e.ip, e.at, e."recordedAt", e.before, e.after
       FROM jsonb_to_recordset($1::jsonb) AS e(id uuid, type text, "subjectType" text, "subjectId" uuid, "organisationId" uuid, "flowId" uuid, "mobilityId" uuid, "actorPersonId" uuid, "actorMembershipId" uuid, audience text, ip text, at timestamptz, "recordedAt" timestamptz, before jsonb, after jsonb)`,
      [JSON.stringify(stamped)],
    );
    for (const reaction of runtime.reactions) {
      const { on } = reaction;
      const matching = stamped.filter(({ type }) => (typeof on === 'string' ? on === type : on.test(type)));
      if (matching.length === 0) continue;
      if ('runAll' in reaction) await reaction.runAll(this, matching);
      else for (const event of matching) await reaction.run(this, event);
    }
  }

  /** Appends one domain event. */
  async event(fact: EventFacts): Promise<void> {
    await this.events([fact]);
  }

  /** Enqueues a job that runs, as this actor, once the transaction has committed. */
  async job(name: string, payload: Record<string, unknown> = {}, options: JobOptions = {}): Promise<void> {
    await this.jobs(name, [payload], options);
  }

  /** Enqueues many jobs of one name in one statement. */
  async jobs(name: string, payloads: readonly Record<string, unknown>[], options: JobOptions = {}): Promise<void> {
    if (payloads.length === 0) return;
    const { membershipId, personId } = this.actor;
    const wrapped = payloads.map((payload) => ({ ...payload, __actor: { membershipId, personId } }));
    await this.db.query(
      `SELECT graphile_worker.add_job($1, p, run_at => $3::timestamptz, job_key => $4) FROM json_array_elements($2::json) AS p`,
      [name, JSON.stringify(wrapped), options.runAt ?? null, options.key ?? null],
    );
  }

  /**
   * Queues e-mails: written now, sent after the commit, each exactly by the row that stands for it. The house's post
   * tells the same thing in the portal and says which of them wait.
   */
  async mails(mails: readonly OutgoingMail[]): Promise<void> {
    if (mails.length === 0) return;
    const { topics, post } = this.ctx.runtime;
    const posted = mails.map((mail) => {
      const topic = topics.get(mail.template);
      if (!topic) throw new Error(`No e-mail template is called "${mail.template}"`);
      return { ...mail, id: uuid(), topic };
    });
    const deliveries = post ? await post(this, posted) : [];
    const rows = posted.flatMap((mail, at) => {
      const how = deliveries[at] ?? { notBefore: null };
      if (how === 'never') return [];
      return [how === 'digest' ? { ...mail, delivery: how } : { ...mail, delivery: 'once', runAt: how.notBefore }];
    });
    if (rows.length === 0) return;
    const { membershipId, personId } = this.actor;
    await this.db.query(
      `WITH given AS (
         SELECT * FROM jsonb_to_recordset($1::jsonb) AS m(id uuid, recipient text, "recipientName" text, template text, locale text, data jsonb, "organisationId" uuid, delivery text, "runAt" timestamptz)
       ), written AS (
         INSERT INTO mail (id, recipient, recipient_name, template, locale, data, organisation_id, queued_at, delivery)
         SELECT id, recipient, "recipientName", template, locale, data, "organisationId", now(), delivery FROM given
       )
       SELECT graphile_worker.add_job('mail:send', json_build_object('mailId', id, '__actor', $2::json), run_at => "runAt")
       FROM given WHERE delivery = 'once'`,
      [JSON.stringify(rows), JSON.stringify({ membershipId, personId })],
    );
  }
}
