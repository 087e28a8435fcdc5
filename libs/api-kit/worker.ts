import { EventEmitter } from 'node:events';
import { type Job, run, type Runner, type WorkerEvents } from 'graphile-worker';
import { type Alive, releaseAbandoned, stayAlive } from './alive';
import { type ActorOfMembership, queueLogger, taskListOf } from './jobs';
import { type Runtime } from './runtime';
import { safeError } from './safe-error';

/** The queue being worked in this process. */
export interface QueueWorker {
  /** Ends once the jobs under way are done. */
  stop(): Promise<void>;
}

const LOOK_FOR_DEAD_EVERY = 15_000;
const BEGIN_AGAIN_AFTER = 1_000;

/** What became of a job is written in batches, even of one: these are tried again while the database is away. */
export const PATIENT = { completeJobBatchDelay: 0, failJobBatchDelay: 0 } as const;

/** Says in the log, for whoever watches it, that a job will not be tried again by itself. */
function logDeath(runtime: Runtime, job: Job, error: unknown): void {
  const facts = { job: job.task_identifier, jobId: job.id, attempts: job.attempts, lastError: safeError(error) };
  runtime.log.error(facts, 'a job has used up its attempts');
}

/** One run of the queue; jobs are taken only once its pool is known to live. */
async function begin(runtime: Runtime, actorOf: ActorOfMembership, concurrency: number) {
  const lives = new Map<string, Alive>();
  const aliveFor = (name: string): Alive => {
    const known = lives.get(name) ?? stayAlive(runtime.pool, name);
    lives.set(name, known);
    return known;
  };
  const events: WorkerEvents = new EventEmitter();
  events.on('job:failed', ({ job, error }) => {
    logDeath(runtime, job, error);
  });
  const runner = await run({
    pgPool: runtime.pool,
    taskList: taskListOf(runtime, actorOf),
    concurrency,
    noHandleSignals: true,
    logger: queueLogger(runtime.log),
    pollInterval: 1_000,
    events,
    preset: {
      worker: PATIENT,
      plugins: [
        {
          name: 'SoftMobAlivePlugin',
          version: '1.0.0',
          worker: { hooks: { startWorker: (_info, { worker }) => aliveFor(worker.workerPool.id).held } },
        },
      ],
    },
  });
  const ended = runner.promise
    .catch((error: unknown) => {
      runtime.log.error({ err: error }, 'the queue stopped by itself');
    })
    .then(async () => {
      await Promise.all([...lives.values()].map((alive) => alive.stop()));
    });
  return { runner, ended };
}

/** Looks now and then for workers that died, and gives back what they were working on. Returns how to stop. */
function watchDead(runtime: Runtime): () => void {
  const look = () => {
    releaseAbandoned(runtime.pool).then(
      (names) => {
        if (names.length > 0) runtime.log.warn({ pools: names }, 'jobs of a process that died are taken up again');
      },
      (error: unknown) => {
        runtime.log.error({ err: error }, 'jobs of dead processes could not be looked for');
      },
    );
  };
  look();
  const timer = setInterval(look, LOOK_FOR_DEAD_EVERY);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

/** Works the queue in this process, beginning again when it stops by itself, say because the database was restarted. */
export async function startWorker(runtime: Runtime, actorOf: ActorOfMembership, concurrency = 2): Promise<QueueWorker> {
  let stopping = false;
  let current: { runner: Runner; ended: Promise<void> } | null = null;
  let timer: NodeJS.Timeout | null = null;
  const again = () => {
    current = null;
    if (!stopping) timer = setTimeout(() => void start().catch(again), BEGIN_AGAIN_AFTER);
  };
  const start = async (): Promise<void> => {
    current = await begin(runtime, actorOf, concurrency);
    void current.ended.then(again);
  };
  await start();
  const stopWatching = watchDead(runtime);
  return {
    async stop() {
      stopping = true;
      stopWatching();
      if (timer) clearTimeout(timer);
      const last = current;
      await last?.runner.stop();
      await last?.ended;
    },
  };
}
