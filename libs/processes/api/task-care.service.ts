import { policy, type Rule } from '@softmob/access';
import { conflict, type Ctx, illegalState, invalid, type Tx, validate, write } from '@softmob/api-kit';
import { z } from 'zod';
import { type Task } from './task.entity';
import { tasks } from './task.loaders';
import { type TaskStep } from './task.service';

const { assignTask, snoozeTask } = policy.processes;
/** As many as a page may hold. */
const MOST = 500;

/** To whom tasks are given; null gives them back to everybody who holds them. */
export interface Assignment {
  readonly tasks: readonly TaskStep[];
  readonly personId?: string | null;
}

/** Until when tasks are put off, and why. */
export interface Snooze {
  readonly tasks: readonly TaskStep[];
  readonly until: string;
  readonly reason: string;
  readonly beyondDeparture?: boolean | null;
}

const snoozeForm = z.object({ reason: z.string().trim().min(3).max(300) });

/** Loads and locks tasks that are to be done, in the versions that the caller saw. */
async function loadOpen(tx: Tx, rule: Rule, steps: readonly TaskStep[]): Promise<Task[]> {
  if (steps.length === 0 || steps.length > MOST) throw invalid('tasks', 'TASKS_COUNT', 'Name 1 to 500 tasks.');
  const seen = new Map(steps.map((step) => [step.id, step.expectedVersion]));
  const rows = await tx.loadMany(tasks, [...seen.keys()]);
  for (const row of rows) {
    tx.ctx.assert(rule, row);
    if (row.cancelledAt) throw illegalState('This task has fallen away.', 'TASK_CANCELLED');
    if (row.doneAt) throw illegalState('This task is done already.', 'TASK_DONE');
    if ((seen.get(row.id) ?? row.version) !== row.version) throw conflict();
  }
  return rows;
}

type Care = Pick<Task, 'assigneePersonId' | 'snoozedUntil' | 'snoozeReason'>;

/** Changes all of them in one statement and writes down what each was before. */
async function change(tx: Tx, type: string, rows: readonly Task[], patch: Partial<Care>): Promise<Task[]> {
  const keys = Object.keys(patch) as (keyof Care)[];
  const touched = rows.filter((row) => keys.some((key) => row[key] !== patch[key]));
  if (touched.length === 0) return [...rows];
  const sets = { assigneePersonId: 'assignee_person_id', snoozedUntil: 'snoozed_until', snoozeReason: 'snooze_reason' };
  const changed = await tx.db.query<Task>(
    `UPDATE task AS x SET ${keys.map((key, at) => `${sets[key]} = $${String(at + 2)}`).join(', ')}, version = x.version + 1
     WHERE x.id = ANY($1::uuid[]) RETURNING ${tasks.select('x')}`,
    [touched.map(({ id }) => id), ...keys.map((key) => patch[key])],
  );
  const before = new Map(rows.map((row) => [row.id, row]));
  await tx.events(
    changed.map((task) => ({
      type,
      subjectType: 'task',
      subjectId: task.id,
      organisationId: task.organisationId,
      flowId: task.flowId,
      mobilityId: task.mobilityId,
      before: Object.fromEntries(keys.map((key) => [key, before.get(task.id)?.[key] ?? null])),
      after: { ...patch, stepKey: task.stepKey, role: task.role },
    })),
  );
  const after = new Map(changed.map((row) => [row.id, row]));
  return rows.map((row) => after.get(row.id) ?? row);
}

/** @throws VALIDATION where the person has not, in the caller's organisation, every function that holds these tasks */
async function checkHolder(tx: Tx, personId: string, rows: readonly Task[]): Promise<void> {
  const roles = [...new Set(rows.map(({ role }) => role))];
  const held = await tx.db.query<{ role: string }>(
    `SELECT role FROM membership WHERE person_id = $1::uuid AND organisation_id = $2::uuid AND role = ANY($3)
       AND ended_at IS NULL FOR SHARE`,
    [personId, tx.ctx.organisationId, roles],
  );
  if (held.length < roles.length) {
    throw invalid('personId', 'NOT_A_HOLDER', 'Choose a colleague of your organisation whose function holds the task.');
  }
}

/** Gives tasks to a colleague, or back to everybody who holds them. @throws NOT_FOUND, FORBIDDEN, CONFLICT, ILLEGAL_STATE */
export function assignTasks(ctx: Ctx, { tasks: steps, personId }: Assignment): Promise<Task[]> {
  return write(ctx, assignTask, async (tx) => {
    const rows = await loadOpen(tx, assignTask, steps);
    if (personId) await checkHolder(tx, personId, rows);
    return change(tx, personId ? 'task.assigned' : 'task.unassigned', rows, { assigneePersonId: personId ?? null });
  });
}

/** The steps that have to be taken before a departure which lies before this day. */
async function beyondDeparture(tx: Tx, rows: readonly Task[], until: string): Promise<string[]> {
  const found = await tx.db.query<{ stepKey: string }>(
    `SELECT DISTINCT x.step_key AS "stepKey" FROM task x JOIN flow f ON f.id = x.flow_id
       LEFT JOIN mobility m ON m.id = x.mobility_id
     WHERE x.id = ANY($1::uuid[]) AND x.due_anchor = 'departure' AND x.due_offset <= 0
       AND COALESCE(m.starts_on, f.starts_on) <= $2::date ORDER BY 1`,
    [rows.map(({ id }) => id), until],
  );
  return found.map(({ stepKey }) => stepKey);
}

/** Puts tasks off until a day, with the reason. @throws NOT_FOUND, FORBIDDEN, CONFLICT, VALIDATION, ILLEGAL_STATE */
export function snoozeTasks(ctx: Ctx, input: Snooze): Promise<Task[]> {
  return write(ctx, snoozeTask, async (tx) => {
    const rows = await loadOpen(tx, snoozeTask, input.tasks);
    const { reason } = validate(snoozeForm, { reason: input.reason });
    const { until } = input;
    if (until <= tx.actor.today) throw invalid('until', 'SNOOZE_PAST', 'Choose a day after today.');
    const keys = input.beyondDeparture ? [] : await beyondDeparture(tx, rows, until);
    if (keys.length > 0) {
      throw illegalState('This has to be done before the departure.', 'SNOOZE_BEYOND_DEPARTURE', keys);
    }
    return change(tx, 'task.snoozed', rows, { snoozedUntil: until, snoozeReason: reason });
  });
}

/** Takes back that tasks were put off. @throws NOT_FOUND, FORBIDDEN, CONFLICT, ILLEGAL_STATE */
export function wakeTasks(ctx: Ctx, steps: readonly TaskStep[]): Promise<Task[]> {
  return write(ctx, snoozeTask, async (tx) => {
    const rows = await loadOpen(tx, snoozeTask, steps);
    return change(tx, 'task.woken', rows, { snoozedUntil: null, snoozeReason: null });
  });
}
