import { type Runtime } from '@softmob/api-kit';
import { hashPassword } from '@softmob/identity-api';
import { v7 as uuid } from 'uuid';
import { Browser } from './browser';
import { daysBetween, readCohort } from './cohort';
import { demoCohort, playDemo } from './play';
import { PASSWORD, type Scene } from './troupe';

export const DEMO_OPERATOR = 'operator@softmob.example';

/** Logins of the demo, in the order a newcomer would try them. */
export const DEMO_LOGINS: readonly { readonly portal: string; readonly email: string; readonly who: string }[] = [
  { portal: 'sending', email: 'paola.ricci@monteverde.example', who: 'school coordinator' },
  { portal: 'host', email: 'frieda.petersen@brueckenbauer.example', who: 'host in Berlin' },
  { portal: 'participant', email: 'jose-luis.conti.0@monteverde.example', who: 'learner, back from Berlin' },
  { portal: 'sending', email: DEMO_OPERATOR, who: 'operator: outbox and clock' },
];

/** Whether the demo may be loaded: nobody works here yet. What an interrupted load left behind is cleared first. */
async function makeRoom({ pool }: Runtime): Promise<boolean> {
  const { rows: states } = await pool.query<{ state: string }>(
    `SELECT value->>'state' AS state FROM setting WHERE key = 'demo'`,
  );
  if (states[0]?.state === 'loading') {
    const { rows: tables } = await pool.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'migration'`,
    );
    await pool.query(`TRUNCATE ${tables.map((table) => table.name).join(', ')} CASCADE`);
  }
  const { rows } = await pool.query('SELECT 1 FROM organisation LIMIT 1');
  return rows.length === 0;
}

async function remember({ pool }: Runtime, state: 'loading' | 'loaded'): Promise<void> {
  await pool.query(
    `INSERT INTO setting (key, value) VALUES ('demo', $1::jsonb) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [JSON.stringify({ state })],
  );
}

/** Appoints the operator of a demo or a test, with the password that everybody in the story has. */
export async function appointOperator(runtime: Runtime): Promise<void> {
  const id = uuid();
  const passwordHash = await hashPassword(PASSWORD);
  await runtime.pool.query(
    `WITH one AS (
       INSERT INTO person (id, email, display_name, locale, password_hash, created_at)
       VALUES ($1, $2, 'Operator', 'en', $3, now()) ON CONFLICT (email) DO NOTHING RETURNING id
     ) INSERT INTO membership (id, person_id, role, created_at) SELECT $4, id, 'operator', now() FROM one`,
    [id, DEMO_OPERATOR, passwordHash, uuid()],
  );
}

/** Fills an empty demo by playing its story over HTTP against this very server; does nothing in a filled one. */
export async function loadDemo(runtime: Runtime, baseUrl: string, cohortDir: string, say: Scene['say']): Promise<void> {
  if (!(await makeRoom(runtime))) return;
  await remember(runtime, 'loading');
  runtime.clock.moveTo(0);
  await appointOperator(runtime);
  const operator = new Browser(baseUrl, 'sending');
  await operator.signIn(DEMO_OPERATOR, PASSWORD);
  const today = runtime.clock.real().toISOString().slice(0, 10);
  await playDemo(
    {
      baseUrl,
      operator,
      cohort: demoCohort(readCohort(cohortDir), today),
      say,
      settle: () => Promise.resolve(),
      moveTo: async (day) => {
        await operator.ask('mutation Move($days: Int!) { moveClock(offsetDays: $days) { now } }', {
          days: daysBetween(today, day),
        });
      },
    },
    today,
  );
  await remember(runtime, 'loaded');
}
