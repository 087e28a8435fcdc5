import { beginDay } from '@softmob/api-kit';
import { happen, makeFlow, ofMobility } from './cohort';
import { type Harness, startHarness } from './harness';
import { type SchoolWorld } from './world';

let harness: Harness;
let own: SchoolWorld;
let flowId: string;

const SUBJECTS = ['Your tasks: what is due', 'I tuoi compiti: che cosa scade'];

/** Who got how many reminders so far. */
async function reminders(): Promise<Record<string, number>> {
  const { rows } = await harness.api.runtime.pool.query<{ recipient: string; count: number }>(
    'SELECT recipient, count(*)::int AS count FROM outbox_message WHERE subject = ANY($1) GROUP BY 1',
    [SUBJECTS],
  );
  return Object.fromEntries(rows.map(({ recipient, count }) => [recipient, count]));
}
const escalations = async () =>
  (
    await harness.api.runtime.pool.query<{ id: string }>(
      `SELECT subject_id AS id FROM event WHERE type = 'task.escalated'`,
    )
  ).rows.map(({ id }) => id);
async function onDay(day: number): Promise<void> {
  harness.api.runtime.clock.moveTo(day);
  await beginDay(harness.api.runtime);
  await harness.settle();
}

beforeAll(async () => {
  harness = await startHarness();
  ({ own } = harness.world);
  const made = await makeFlow(harness, own, { code: 'R-1', people: 5, startsIn: 72 });
  ({ flowId } = made);
  await happen(
    harness,
    made.mobilityIds.map((id) => ofMobility(own, flowId, id, 'mobility.selected')),
  );
  await harness.api.runtime.pool.query(`UPDATE person SET locale = 'it' WHERE email = $1`, [own.people.host]);
});
afterAll(() => harness.close());

describe('whoever holds tasks that are due', () => {
  it('gets one mail with all of them, however often the day begins, and a foreign school none', async () => {
    await onDay(0);
    await onDay(0);
    const first = await reminders();
    expect(first[own.people.teacher]).toBe(1);
    expect(first[own.people.coordinator]).toBe(1);
    expect(Object.entries(first).filter(([, count]) => count > 1)).toEqual([]);
    expect(Object.keys(first).filter((email) => email.includes('foreign'))).toEqual([]);
    const mail = await harness.mailTo(own.people.teacher);
    expect(mail?.text).toContain('Compose the learning agreement · R-1 (5)');
    expect(mail?.text).not.toMatch(/R-1-00\d/);
  });

  it('hears nothing the next day where nothing is new, and of what stays late again a week later', async () => {
    const before = (await reminders())[own.people.teacher];
    await onDay(1);
    expect((await reminders())[own.people.teacher]).toBe(before);
    await onDay(8);
    expect((await reminders())[own.people.teacher]).toBe((before ?? 0) + 1);
  });

  it('reads it in their own language', async () => {
    await onDay(30);
    expect((await harness.mailTo(own.people.host))?.subject).toBe('I tuoi compiti: che cosa scade');
  });

  it('hears nothing of what was put off or given to somebody else', async () => {
    const { pool } = harness.api.runtime;
    await pool.query(
      `UPDATE task SET snoozed_until = '2099-01-01', snooze_reason = 'Later' WHERE role = 'sendingTeacher' AND flow_id = $1`,
      [flowId],
    );
    const before = (await reminders())[own.people.teacher];
    await onDay(37);
    expect((await reminders())[own.people.teacher]).toBe(before);
    await pool.query('UPDATE task SET snoozed_until = NULL, snooze_reason = NULL');
    await onDay(38);
    expect((await reminders())[own.people.teacher]).toBe((before ?? 0) + 1);
  });
});

describe('what is late for long', () => {
  it('is brought before the coordinator once for each task, also when the day begins twice', async () => {
    const seen = await escalations();
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen).size).toBe(seen.length);
    const mail = await harness.mailTo(own.people.coordinator);
    expect(mail?.text).toContain('Late for long, with others.');
    await onDay(38);
    expect(await escalations()).toEqual(seen);
    const { rows } = await harness.api.runtime.pool.query(
      'SELECT 1 FROM task_notice GROUP BY task_id, membership_id, rule, due_on HAVING count(*) > 1',
    );
    expect(rows).toEqual([]);
  });

  it('is done once also by two workers at the same time, and by one that died before it could commit', async () => {
    const { pool, clock } = harness.api.runtime;
    clock.moveTo(60);
    const before = await reminders();
    await beginDay(harness.api.runtime);
    const dying = await pool.connect();
    await dying.query('BEGIN');
    await dying.query(
      `INSERT INTO task_reminder (membership_id, day) SELECT id, $2 FROM membership WHERE person_id = $1`,
      [own.personIds[own.people.teacher], clock.today()],
    );
    await dying.query('ROLLBACK');
    dying.release();
    await pool.query(`SELECT graphile_worker.add_job('processes:remind', '{}'::json) FROM generate_series(1, 3)`);
    await Promise.all([harness.settle(), harness.settle()]);
    const after = await reminders();
    expect(after[own.people.teacher]).toBe((before[own.people.teacher] ?? 0) + 1);
    for (const [email, count] of Object.entries(after)) expect(count - (before[email] ?? 0)).toBeLessThanOrEqual(1);
    const seen = await escalations();
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('a process that says when to remind and whom to tell', () => {
  it('is followed instead of the rule of whoever holds the step', async () => {
    const { pool } = harness.api.runtime;
    const { rows } = await pool.query<{ id: string; steps: { key: string }[] }>(
      `SELECT v.id, v.steps FROM process_template_version v JOIN flow f ON f.process_template_version_id = v.id WHERE f.id = $1`,
      [flowId],
    );
    const steps = rows[0]?.steps.map((step) =>
      step.key === 'disseminate'
        ? { ...step, reminders: [60], escalation: { afterDays: 2, role: 'sendingFinance' } }
        : step,
    );
    await pool.query(
      `WITH made AS (INSERT INTO process_template_version (id, template_id, number, steps, published_at)
         SELECT gen_random_uuid(), template_id, number + 1, $2::jsonb, now() FROM process_template_version WHERE id = $3 RETURNING id)
       UPDATE flow SET process_template_version_id = (SELECT id FROM made) WHERE id = $1`,
      [flowId, JSON.stringify(steps), rows[0]?.id],
    );
    const due = async () =>
      (
        await pool.query<{ days: number }>(
          `SELECT due_on - $2::date AS days FROM task WHERE flow_id = $1 AND step_key = 'disseminate'`,
          [flowId, harness.api.runtime.clock.today()],
        )
      ).rows[0]?.days ?? 0;
    const dueDay = 60 + (await due());
    await onDay(dueDay - 61);
    expect((await harness.mailTo(own.people.teacher))?.text).not.toContain('share what was learnt');
    await onDay(dueDay - 60);
    expect((await harness.mailTo(own.people.teacher))?.text).toContain('share what was learnt');
    const { rows: notices } = await pool.query(
      `SELECT n.rule FROM task_notice n JOIN task t ON t.id = n.task_id WHERE t.flow_id = $1 AND t.step_key = 'disseminate'`,
      [flowId],
    );
    expect(notices).toEqual([{ rule: 'before-60' }]);
    await onDay(dueDay + 2);
    expect(await reminders()).not.toHaveProperty(own.people.finance);
    await onDay(dueDay + 3);
    expect((await harness.mailTo(own.people.finance))?.text).toContain('share what was learnt');
  });
});
