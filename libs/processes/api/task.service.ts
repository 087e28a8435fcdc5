import { policy } from '@softmob/access';
import { conflict, type Ctx, illegalState, invalid, type Tx, write } from '@softmob/api-kit';
import { type Task } from './task.entity';
import { tasks } from './task.loaders';

const { complete } = policy.processes;
/** As many as a page may hold. */
const MOST = 500;

/** Which task, and which version of it the caller saw. */
export interface TaskStep {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

function checkOpen(ctx: Ctx, task: Task): void {
  ctx.assert(complete, task);
  if (task.cancelledAt) throw illegalState('This task has fallen away.', 'TASK_CANCELLED');
  if (task.closesOn && ctx.actor.audience !== 'sendingCoordinator') {
    throw illegalState('This task closes by itself once the thing is done.', 'TASK_CLOSES_BY_ITSELF', [task.closesOn]);
  }
}

/** Sets or clears what was done, for all of them in one statement, and writes it down. */
async function mark(tx: Tx, rows: readonly Task[], done: boolean): Promise<Task[]> {
  if (rows.length === 0) return [];
  const changed = await tx.db.query<Task>(
    `UPDATE task AS x SET done_at = $2, done_by_person_id = $3, done_how = $4, version = x.version + 1
     WHERE x.id = ANY($1::uuid[]) RETURNING ${tasks.select('x')}`,
    [rows.map(({ id }) => id), done ? tx.ctx.clock.now() : null, done ? tx.actor.personId : null, done ? 'hand' : null],
  );
  await tx.events(
    changed.map((task) => ({
      type: done ? 'task.completed' : 'task.reopened',
      subjectType: 'task',
      subjectId: task.id,
      organisationId: task.organisationId,
      flowId: task.flowId,
      mobilityId: task.mobilityId,
      after: { stepKey: task.stepKey, role: task.role },
    })),
  );
  return changed;
}

/** Says of one task that it is done. @throws NOT_FOUND, FORBIDDEN, CONFLICT, ILLEGAL_STATE */
export function completeTask(ctx: Ctx, step: TaskStep): Promise<Task> {
  return write(ctx, complete, async (tx) => {
    const task = await tx.load(tasks, step.id);
    if (step.expectedVersion != null && step.expectedVersion !== task.version) throw conflict();
    checkOpen(ctx, task);
    if (task.doneAt) throw illegalState('This task is done already.', 'TASK_DONE');
    return (await mark(tx, [task], true))[0] ?? task;
  });
}

/** Says of many tasks that they are done; those done before stay as they are. Returns all of them. */
export function completeTasks(ctx: Ctx, ids: readonly string[]): Promise<Task[]> {
  if (ids.length === 0 || ids.length > MOST) throw invalid('ids', 'TASKS_COUNT', 'Name 1 to 500 tasks.');
  return write(ctx, complete, async (tx) => {
    const rows = await tx.loadMany(tasks, ids);
    for (const task of rows) checkOpen(ctx, task);
    const marked = await mark(
      tx,
      rows.filter(({ doneAt }) => !doneAt),
      true,
    );
    return [...rows.filter(({ doneAt }) => doneAt), ...marked];
  });
}

/** Takes back, for many at once, what somebody said by hand: all of them, or none. @throws ILLEGAL_STATE */
export function reopenTasks(ctx: Ctx, ids: readonly string[]): Promise<Task[]> {
  if (ids.length === 0 || ids.length > MOST) throw invalid('ids', 'TASKS_COUNT', 'Name 1 to 500 tasks.');
  return write(ctx, complete, async (tx) => {
    const rows = await tx.loadMany(tasks, ids);
    for (const task of rows) checkReopen(ctx, task);
    return mark(tx, rows, false);
  });
}

function checkReopen(ctx: Ctx, task: Task): void {
  ctx.assert(complete, task);
  if (!task.doneAt) throw illegalState('This task is open.', 'TASK_OPEN');
  if (task.doneHow === 'event')
    throw illegalState('This task closed because the thing was done.', 'TASK_CLOSED_BY_EVENT');
}

/** Takes back what somebody said by hand. What an event closed stays closed. @throws ILLEGAL_STATE */
export function reopenTask(ctx: Ctx, step: TaskStep): Promise<Task> {
  return write(ctx, complete, async (tx) => {
    const task = await tx.load(tasks, step.id);
    if (step.expectedVersion != null && step.expectedVersion !== task.version) throw conflict();
    checkReopen(ctx, task);
    return (await mark(tx, [task], false))[0] ?? task;
  });
}
