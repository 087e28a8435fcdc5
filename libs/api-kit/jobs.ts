import { type Actor, publicActor, mayEver } from '@softmob/access';
import { Logger, runMigrations, type TaskList } from 'graphile-worker';
import { Ctx, type RequestFacts } from './context';
import { forbidden } from './errors';
import { type Runtime } from './runtime';

/** Resolves the membership that caused a job to its actor as of now; null where it has ended. */
export type ActorOfMembership = (runtime: Runtime, membershipId: string) => Promise<Actor | null>;

const jobFacts = (runtime: Runtime): RequestFacts => ({
  ip: 'job',
  userAgent: 'job',
  locale: 'en',
  sessionId: null,
  sessionEnded: false,
  seatId: null,
  portal: null,
  idempotencyKey: null,
  origin: runtime.settings.publicUrl,
});

/** The actor of work that the system itself causes: it may operate, and reaches nobody's data. */
export function systemContext(runtime: Runtime): Ctx {
  return new Ctx(runtime, { ...publicActor(runtime.clock.today()), audience: 'operator' }, jobFacts(runtime));
}

/** The queue's own words go into the server's log, what is routine only in detail. */
export function queueLogger(log: Pick<Runtime['log'], 'error' | 'warn' | 'debug'>): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else log.debug(message);
  });
}

/** Creates the queue's own schema. */
export async function prepareQueue(connectionString: string, log: Runtime['log']): Promise<void> {
  await runMigrations({ connectionString, logger: queueLogger(log) });
}

/** What the queue can do. A job fails, and is tried again with growing pauses, when its actor may not do it. */
export function taskListOf(runtime: Runtime, actorOf: ActorOfMembership): TaskList {
  const taskList: TaskList = {};
  for (const [name, job] of runtime.jobs) {
    taskList[name] = async (raw) => {
      const { __actor, ...payload } = raw as { __actor?: { membershipId: string | null } } & Record<string, unknown>;
      const system = systemContext(runtime);
      const acting = mayEver(job.rule, 'operator')
        ? system.actor
        : __actor?.membershipId && (await actorOf(runtime, __actor.membershipId));
      if (!acting) throw forbidden('The membership that caused this job has ended.');
      const ctx = new Ctx(runtime, acting, system.request);
      if (!mayEver(job.rule, acting.audience)) ctx.assert(job.rule);
      await job.run(ctx, payload);
    };
  }
  return taskList;
}

/**
 * Enqueues what every business day asks for. A job that is there already for the same day stays as it is, also one that a
 * dead process was working on: taking its key away would leave it behind as one without tries.
 */
export async function beginDay(runtime: Runtime): Promise<void> {
  const day = runtime.clock.today();
  const names = runtime.slices.flatMap((slice) => slice.daily ?? []);
  if (names.length === 0) return;
  await systemContext(runtime).db.query(
    `SELECT graphile_worker.add_job(j.name, '{}'::json, job_key => j.name || ':' || $2, job_key_mode => 'unsafe_dedupe') FROM unnest($1::text[]) AS j(name)`,
    [names, day],
  );
}

const LOOK_EVERY = 20_000;

/** Begins each business day as it comes, the one of the start included. Returns how to stop. */
export function watchDays(runtime: Runtime): () => void {
  let begun = '';
  const look = () => {
    const today = runtime.clock.today();
    if (today === begun) return;
    begun = today;
    beginDay(runtime).catch((error: unknown) => {
      begun = '';
      runtime.log.error({ err: error }, 'the day could not begin');
    });
  };
  look();
  const timer = setInterval(look, LOOK_EVERY);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
