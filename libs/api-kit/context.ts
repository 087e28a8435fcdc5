import { type Actor, may, type Rule } from '@softmob/access';
import type DataLoader from 'dataloader';
import { type Clock } from './clock';
import { Db } from './data/db';
import { type LoaderDefinition, Loaders } from './data/read';
import { forbidden, unauthenticated } from './errors';
import { type Runtime } from './runtime';
import { v7 as uuid } from 'uuid';

/** What the HTTP layer knows of a request. */
export interface RequestFacts {
  readonly ip: string;
  readonly userAgent: string;
  /** The language of the person, or of the browser: `en` or `it` today. */
  readonly locale: string;
  readonly sessionId: string | null;
  /** Whether a session was named that is none any more: signing in again may help. */
  readonly sessionEnded: boolean;
  /** The one-link seat behind the session, if that is how the person came in. */
  readonly seatId: string | null;
  /** Which portal speaks. */
  readonly portal: string | null;
  readonly idempotencyKey: string | null;
  /** The origin links are made for, such as `http://localhost:3000`. */
  readonly origin: string;
}

/** A request (or a job) on its way through the house. It goes first in every service call. */
export class Ctx {
  readonly db: Db;
  readonly clock: Clock;
  /** Headers that the resolver asks the HTTP layer to send, such as Set-Cookie. */
  readonly cookies: string[] = [];
  private readonly loaders = new Loaders(this);
  private readonly reads = new Map<string, { participantId: string; field: string }>();

  constructor(
    readonly runtime: Runtime,
    readonly actor: Actor,
    readonly request: RequestFacts,
  ) {
    this.db = new Db(runtime.pool);
    this.clock = runtime.clock;
  }

  /** This request's instance of a loader. */
  load<Key, Value>(definition: LoaderDefinition<Key, Value>): DataLoader<Key, Value> {
    return this.loaders.of(definition);
  }

  /** The person signed in. @throws UNAUTHENTICATED */
  get personId(): string {
    if (!this.actor.personId) throw unauthenticated();
    return this.actor.personId;
  }

  /** The organisation this request acts for. @throws FORBIDDEN where the membership has none */
  get organisationId(): string {
    if (!this.actor.organisationId) throw forbidden();
    return this.actor.organisationId;
  }

  /** The same request as another actor: where a secret link has just proved who is there. */
  as(actor: Actor): Ctx {
    return new Ctx(this.runtime, actor, this.request);
  }

  /** Asserts a rule with the loaded subject. @throws FORBIDDEN, UNAUTHENTICATED where the session has ended */
  assert(rule: Rule, subject: object = {}): void {
    if (!may(rule, this.actor, subject)) throw this.request.sessionEnded ? unauthenticated() : forbidden();
  }

  /** Notes that a logged field of a participant was read by this request. */
  noteRead(field: string, row: Readonly<Record<string, unknown>>): void {
    const participantId = row.id as string;
    this.reads.set(`${participantId}:${field}`, { participantId, field });
  }

  /** Writes the noted reads into the access log, in one statement, before the answer leaves. */
  async flushAccessLog(): Promise<void> {
    if (this.reads.size === 0) return;
    const lines = [...this.reads.values()].map((read) => ({ id: uuid(), ...read }));
    this.reads.clear();
    await this.db.query(
      `INSERT INTO access_log (id, participant_id, field, person_id, audience, at)
       SELECT r.id, r."participantId", r.field, $2, $3, now()
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "participantId" uuid, field text)`,
      [JSON.stringify(lines), this.personId, this.actor.audience],
    );
  }
}
