import { type Ctx, grouped, inOrder, type LoaderDefinition } from '@softmob/api-kit';
import { type Task } from './task.entity';

/** Somebody who holds tasks. */
export interface ColleagueRow {
  readonly personId: string;
  readonly name: string;
  readonly role: string;
}

/** An earlier step that is still open. */
export interface WaitRow {
  readonly taskId: string;
  readonly id: string;
  readonly stepKey: string;
  readonly titleEn: string;
  readonly titleIt: string;
  readonly role: string;
  readonly dueOn: string;
  readonly assigneePersonId: string | null;
}

const WAIT = `x.id AS "taskId", n.id, n.step_key AS "stepKey", n.title_en AS "titleEn", n.title_it AS "titleIt", n.role,
  n.due_on AS "dueOn", n.assignee_person_id AS "assigneePersonId"`;
const OPEN = 'n.step_key = ANY(x.needs) AND n.done_at IS NULL AND n.cancelled_at IS NULL';
const WANTED = 'x.id = ANY($1::uuid[]) AND x.done_at IS NULL AND x.cancelled_at IS NULL';

/** The earlier steps that open tasks, which were reached before, still wait for. */
export const waitsOfTask: LoaderDefinition<string, WaitRow[]> = {
  name: 'waitsOfTask',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<WaitRow>(
      `SELECT ${WAIT} FROM task x JOIN task n ON n.mobility_id = x.mobility_id AND ${OPEN} WHERE ${WANTED}
       UNION ALL
       SELECT ${WAIT} FROM task x JOIN task n ON n.flow_id = x.flow_id AND n.mobility_id IS NULL AND ${OPEN}
       WHERE ${WANTED} AND x.mobility_id IS NULL ORDER BY "dueOn", id`,
      [ids],
    );
    return grouped(ids, rows, ({ taskId }) => taskId);
  },
};

/** Names of those to whom tasks were given: the school reads all, a host those of its own colleagues. */
export const assigneeName: LoaderDefinition<string, string | null> = {
  name: 'assigneeName',
  async batch(ctx, ids) {
    const own = ctx.actor.audience === 'hostCoordinator';
    const rows = await ctx.db.query<{ id: string; name: string }>(
      `SELECT p.id, p.display_name AS name FROM person p WHERE p.id = ANY($1::uuid[])
         AND (NOT $2::boolean OR EXISTS (SELECT 1 FROM membership h WHERE h.person_id = p.id AND h.organisation_id = $3::uuid))`,
      [ids, own, ctx.actor.organisationId],
    );
    return inOrder(ids, rows, ({ id }) => id).map((row) => row?.name ?? null);
  },
};

/** To whom a task was given, as this reader may know it. */
export async function assigneeOf(
  ctx: Ctx,
  task: Pick<Task, 'assigneePersonId' | 'role'>,
): Promise<ColleagueRow | null> {
  const personId = task.assigneePersonId;
  const name = personId ? await ctx.load(assigneeName).load(personId) : null;
  return personId && name ? { personId, name, role: task.role } : null;
}

const GIVEN_BY: Readonly<Record<string, readonly string[]>> = {
  sendingCoordinator: ['sendingCoordinator', 'sendingTeacher', 'sendingFinance'],
  sendingTeacher: ['sendingTeacher'],
  hostCoordinator: ['hostCoordinator'],
};

/** The colleagues of the reader's organisation to whom they may give tasks, by name. */
export function taskColleagues(ctx: Ctx): Promise<ColleagueRow[]> {
  return ctx.db.query<ColleagueRow>(
    `SELECT p.id AS "personId", p.display_name AS name, m.role FROM membership m JOIN person p ON p.id = m.person_id
     WHERE m.organisation_id = $1 AND m.role = ANY($2) AND m.ended_at IS NULL ORDER BY p.display_name, p.id, m.role`,
    [ctx.organisationId, GIVEN_BY[ctx.actor.audience] ?? []],
  );
}
