import { type PortalKey, policy, portalOf, reachSql, SqlParameters } from '@softmob/access';
import { type Ctx, type JobDefinition, longDay, type Tx, write } from '@softmob/api-kit';
import { actorOfMembership } from '@softmob/identity-api';
import { type ProcessRole, reminderDue, reminderRules } from '@softmob/processes-model';
import { holdsSql, snoozedSql } from './task.holding';
import { tasks } from './task.loaders';

interface DueRow {
  id: string;
  role: ProcessRole;
  dueOn: string;
  titleEn: string;
  titleIt: string;
  code: string;
  escalated: boolean;
  /** Days before the due day, as the step's process says; null where it says nothing. */
  reminders: number[] | null;
}
interface Noted {
  taskId: string;
  rule: string;
  dueOn: string;
}

const { operate } = policy.identity;
const OPEN = 'x.done_at IS NULL AND x.cancelled_at IS NULL';
/** What the version of the process that the flow follows says of the task's step; one row, of nulls where it is gone. */
const CARE = `LEFT JOIN process_template_version v ON v.id = f.process_template_version_id
  LEFT JOIN LATERAL (
    SELECT s->'reminders' AS reminders, (SELECT max(n::integer) FROM jsonb_array_elements_text(s->'reminders') AS n) AS ahead,
      (s->'escalation'->>'afterDays')::integer AS after_days, s->'escalation'->>'role' AS told
    FROM jsonb_array_elements(v.steps) AS s WHERE s->>'key' = x.step_key LIMIT 1) care ON true`;
/** The rules by who holds a step, for what its process leaves open. */
const RULES = JSON.stringify(
  Object.entries(reminderRules).map(([role, { soon, escalateAfter }]) => ({ role, soon, days: escalateAfter })),
);
const rulesSql = (placeholder: string) =>
  `JOIN jsonb_to_recordset(${placeholder}::jsonb) AS r(role text, soon integer, days integer) ON r.role = x.role`;
/** Whether the earliest reminder of a task has come, on the business day behind this placeholder. */
const NEAR = (today: string) => `x.due_on <= ${today}::date + COALESCE(care.ahead, r.soon)`;
/** Whom an escalation of the task reaches. */
const TOLD = `COALESCE(care.told, 'sendingCoordinator')`;

/**
 * Brings what is late for too long before whom its process names, else the coordinator: each task once for each due
 * day, written down as an event.
 */
async function escalate(tx: Tx): Promise<void> {
  const late = await tx.db.query<{
    id: string;
    organisationId: string;
    flowId: string;
    mobilityId: string | null;
    stepKey: string;
    role: string;
    dueOn: string;
  }>(
    `UPDATE task AS t SET escalated_for = t.due_on
     FROM (SELECT x.id FROM task x ${rulesSql('$1')} JOIN flow f ON f.id = x.flow_id ${CARE}
           WHERE ${OPEN} AND x.due_on < $2::date AND x.due_on + COALESCE(care.after_days, r.days) < $2::date
             AND NOT ${snoozedSql('x', '$2')} AND x.escalated_for IS DISTINCT FROM x.due_on) late
     WHERE t.id = late.id AND t.escalated_for IS DISTINCT FROM t.due_on
     RETURNING t.id, t.organisation_id AS "organisationId", t.flow_id AS "flowId", t.mobility_id AS "mobilityId",
       t.step_key AS "stepKey", t.role, t.due_on AS "dueOn"`,
    [RULES, tx.actor.today],
  );
  await tx.events(
    late.map(({ id, organisationId, flowId, mobilityId, ...facts }) => ({
      type: 'task.escalated',
      subjectType: 'task',
      subjectId: id,
      organisationId,
      flowId,
      mobilityId,
      after: facts,
    })),
  );
}

/** Everybody whose function holds something that is due: their own job decides by their reach what that is. */
function holders(tx: Tx): Promise<{ membershipId: string }[]> {
  return tx.db.query<{ membershipId: string }>(
    `WITH due AS (SELECT t.role, x.organisation_id, m.host_organisation_id, f.host_organisation_id AS flow_host_id, x.mobility_id,
                         m.tutor_person_id, m.participant_person_id, m.guardian_person_id
                  FROM task x ${rulesSql('$2')} JOIN flow f ON f.id = x.flow_id LEFT JOIN mobility m ON m.id = x.mobility_id ${CARE}
                  CROSS JOIN LATERAL (SELECT x.role UNION SELECT ${TOLD} WHERE x.escalated_for = x.due_on) AS t(role)
                  WHERE ${OPEN} AND ${NEAR('$1')})
     SELECT h.id AS "membershipId" FROM membership h WHERE h.ended_at IS NULL AND (
       EXISTS (SELECT 1 FROM due d WHERE d.organisation_id = h.organisation_id AND d.role = h.role)
       OR (h.role = 'hostCoordinator' AND EXISTS (SELECT 1 FROM due d WHERE d.role = h.role
             AND (h.organisation_id IN (d.host_organisation_id, d.flow_host_id) OR (d.mobility_id IS NULL AND d.flow_host_id IS NULL))))
       OR (h.role = 'companyTutor' AND h.person_id IN (SELECT d.tutor_person_id FROM due d WHERE d.role = h.role)))
     ORDER BY h.id`,
    [tx.actor.today, RULES],
  );
}

async function beginReminders(ctx: Ctx): Promise<void> {
  await write(ctx, operate, async (tx) => {
    await escalate(tx);
    await tx.jobs('processes:remind-one', await holders(tx));
  });
}

/** What the reader of this transaction has to hear of: their own open tasks and what was brought before their function. */
function dueOf(tx: Tx, reader: Ctx): Promise<DueRow[]> {
  const parameters = new SqlParameters();
  const today = parameters.add(reader.actor.today);
  const reached = tasks.reach ? reachSql(tasks.reach, reader.actor, parameters, 'x') : 'FALSE';
  const audience = parameters.add(reader.actor.audience);
  const escalated = `x.escalated_for = x.due_on AND ${TOLD} = ${audience}::text AND x.role <> ${audience}::text`;
  return tx.db.query<DueRow>(
    `SELECT x.id, x.role, x.due_on AS "dueOn", x.title_en AS "titleEn", x.title_it AS "titleIt", f.code,
            COALESCE(${escalated}, FALSE) AS escalated, care.reminders
     FROM task x ${rulesSql(parameters.add(RULES))} JOIN flow f ON f.id = x.flow_id ${CARE}
     WHERE ${OPEN} AND NOT ${snoozedSql('x', today)} AND ${NEAR(today)}
       AND ${reached} AND (${holdsSql(reader, parameters, 'x')} OR (${escalated}))
     ORDER BY x.due_on, f.code, x.step_key, x.id`,
    parameters.values,
  );
}

/** Notes which reminders go out now; what was sent before for the same due day is not among them. */
async function note(tx: Tx, membershipId: string, rows: readonly DueRow[]): Promise<number> {
  const wanted = rows.flatMap((row): Noted[] => {
    const rule = row.escalated ? 'escalated' : reminderDue(row, tx.actor.today);
    return rule === null ? [] : [{ taskId: row.id, rule, dueOn: row.dueOn }];
  });
  const fresh = await tx.db.query<{ found: number }>(
    `INSERT INTO task_notice (task_id, membership_id, rule, due_on, day)
     SELECT r."taskId", $2::uuid, r.rule, r."dueOn", $3::date
     FROM jsonb_to_recordset($1::jsonb) AS r("taskId" uuid, rule text, "dueOn" date)
     ON CONFLICT DO NOTHING RETURNING 1 AS found`,
    [JSON.stringify(wanted), membershipId, tx.actor.today],
  );
  return fresh.length;
}

const PLACE: Readonly<Record<PortalKey, string>> = {
  sending: '/sending/tasks',
  host: '/host/',
  company: '/company/',
  participant: '/participant/',
};

/** One line for each flow, step and day: no name of anybody goes by mail. */
function linesOf(rows: readonly DueRow[], locale: string): string {
  const counts = new Map<string, number>();
  for (const { titleEn, titleIt, code, dueOn } of rows) {
    const line = `${longDay(locale, dueOn)} · ${locale === 'it' ? titleIt : titleEn} · ${code}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, count]) => (count > 1 ? `${line} (${String(count)})` : line)).join('\n');
}

/** One mail with everything, in the transaction that notes it: a repeated run finds the day taken and sends nothing. */
async function remind(ctx: Ctx, membershipId: string): Promise<void> {
  const actor = await actorOfMembership(ctx.runtime, membershipId);
  if (!actor) return;
  const reader = ctx.as(actor);
  await write(ctx, operate, async (tx) => {
    const day = [membershipId, tx.actor.today];
    const claim = 'INSERT INTO task_reminder (membership_id, day) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING day';
    if ((await tx.db.query(claim, day)).length === 0) return;
    const rows = await dueOf(tx, reader);
    if ((await note(tx, membershipId, rows)) === 0) return;
    const [person] = await tx.db.query<{ email: string; name: string; locale: string }>(
      'SELECT email, display_name AS name, locale FROM person WHERE id = $1',
      [actor.personId],
    );
    if (!person) return;
    const own = rows.filter(({ escalated }) => !escalated);
    await tx.mails([
      {
        recipient: person.email,
        recipientName: person.name,
        template: 'processes:reminder',
        locale: person.locale,
        organisationId: actor.organisationId,
        data: {
          name: person.name,
          late: linesOf(
            own.filter(({ dueOn }) => dueOn < tx.actor.today),
            person.locale,
          ),
          soon: linesOf(
            own.filter(({ dueOn }) => dueOn >= tx.actor.today),
            person.locale,
          ),
          escalated: linesOf(
            rows.filter(({ escalated }) => escalated),
            person.locale,
          ),
          url: `${ctx.runtime.settings.publicUrl}${PLACE[portalOf(actor.audience) ?? 'participant']}`,
        },
      },
    ]);
  });
}

export const reminderJobs: Readonly<Record<string, JobDefinition>> = {
  'processes:remind': { rule: operate, run: beginReminders },
  'processes:remind-one': { rule: operate, run: (ctx, { membershipId }) => remind(ctx, membershipId as string) },
};
