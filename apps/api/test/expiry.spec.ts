import { beginDay } from '@softmob/api-kit';
import { type Harness, startHarness } from './harness';
import { agent, type Agent } from './http';

const LIST = `query ($until: Day!, $flowIds: [ID!]) { documentExpiries(until: $until, flowIds: $flowIds) {
  id kind expiresOn expiryWarning thumbnail mobility { id endsOn participant { firstName } flow { code } } } }`;
interface Row {
  id: string;
  kind: string;
  expiresOn: string;
  expiryWarning: string | null;
}

let harness: Harness;
let coordinator: Agent;
const startsIn = 40;
const endsIn = 70;
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
beforeAll(async () => {
  harness = await startHarness();
  coordinator = await harness.as(harness.world.own.people.coordinator, 'sendingCoordinator');
  await pool().query(
    'UPDATE mobility SET starts_on = $1, ends_on = $2, adult_on = CASE WHEN id = $3 THEN $4::date ELSE adult_on END',
    [dayIn(startsIn), dayIn(endsIn), minorId(), dayIn(500)],
  );
});
afterAll(() => harness.close());
beforeEach(() => pool().query('DELETE FROM document'));

const pool = () => harness.api.runtime.pool;
const adultId = () => harness.world.own.mobilityIds[0];
const minorId = () => harness.world.own.mobilityIds[1];

async function document(mobilityId: string, kind: string, expiresIn: number, status = 'verified'): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    `INSERT INTO document (id, mobility_id, kind, file_name, mime, size, sha256, storage_key, thumbnail, expires_on, status, reason, uploaded_by_id, uploaded_at)
     SELECT gen_random_uuid(), $1, $2, 'card.pdf', 'application/pdf', 1, 'x', gen_random_uuid()::text, 'none', $3, $4, 'x', participant_person_id, now()
     FROM mobility WHERE id = $1 RETURNING id`,
    [mobilityId, kind, dayIn(expiresIn), status],
  );
  return rows[0]?.id ?? '';
}
const listed = async (who: Agent, until: number) =>
  (await who.ask<{ documentExpiries: Row[] }>(LIST, { until: dayIn(until) })).documentExpiries;
async function day(): Promise<void> {
  await beginDay(harness.api.runtime);
  await harness.settle();
}
const mails = async (template: string) =>
  (
    await pool().query<{ recipient: string }>('SELECT recipient FROM mail WHERE template = $1 ORDER BY recipient', [
      template,
    ])
  ).rows.map(({ recipient }) => recipient);

describe('what runs out', () => {
  it('is listed by day with how it lies to the stay, without what no longer counts or is covered', async () => {
    const before = await document(adultId(), 'ehic', 50);
    const gone = await document(minorId(), 'identity', -2);
    const soon = await document(adultId(), 'insurance', 80, 'uploaded');
    await document(adultId(), 'travel', 400);
    await document(adultId(), 'consent', 30, 'returned');
    await document(minorId(), 'insurance', 45);
    const covers = await document(minorId(), 'insurance', 90);
    const rows = await listed(coordinator, 100);
    expect(rows.map(({ id, expiryWarning }) => [id, expiryWarning])).toEqual([
      [gone, 'expired'],
      [before, 'before-return'],
      [soon, 'soon'],
      [covers, 'soon'],
    ]);
    expect((await listed(coordinator, 60)).map(({ id }) => id)).toEqual([gone, before]);
  });

  it('is for the school within its reach: another school finds none of it, the family and others do not ask', async () => {
    await document(adultId(), 'ehic', 50);
    const { own, foreign } = harness.world;
    expect(await listed(await harness.as(foreign.people.coordinator, 'sendingCoordinator'), 100)).toEqual([]);
    for (const [email, audience] of [
      [own.people.adult, 'participant'],
      [own.people.teacher, 'sendingTeacher'],
      [own.people.tutor, 'companyTutor'],
    ] as const) {
      const refused = await (await harness.as(email, audience)).refused(LIST, { until: dayIn(100) });
      expect(refused.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    const flowIds = [foreign.flowId];
    const other = await coordinator.ask<{ documentExpiries: Row[] }>(LIST, { until: dayIn(100), flowIds });
    expect(other.documentExpiries).toEqual([]);
  });

  it('costs the same statements for few and for many', async () => {
    await document(adultId(), 'ehic', 50);
    const few = await coordinator.send(LIST, { until: dayIn(100) });
    for (const kind of ['identity', 'insurance', 'travel']) {
      await document(adultId(), kind, 55);
      await document(minorId(), kind, 55);
    }
    const many = await coordinator.send<{ documentExpiries: Row[] }>(LIST, { until: dayIn(100) });
    expect(many.data.documentExpiries).toHaveLength(7);
    expect(many.statements).toBe(few.statements);
  });

  it('is said once: to the participant and the guardian of a minor, for all of a stay in one e-mail', async () => {
    const first = await document(minorId(), 'ehic', 50);
    await document(minorId(), 'identity', 60);
    await document(adultId(), 'insurance', endsIn);
    await Promise.all([day(), day()]);
    await day();
    expect(await mails('documents:runs-out')).toEqual(['guardian@own.example', 'minor@own.example']);
    const mail = await harness.mailTo('minor@own.example');
    expect(mail?.text).toContain('European Health Insurance Card');
    expect(mail?.text).toContain('identity document');
    const { rows } = await pool().query(
      `SELECT after FROM event WHERE type = 'document.runs-out' AND subject_id = $1`,
      [first],
    );
    expect(rows).toEqual([{ after: { kind: 'ehic', expiresOn: dayIn(50) } }]);
    await document(minorId(), 'travel', 55);
    await day();
    expect(await mails('documents:runs-out')).toHaveLength(4);
  });

  it('stands in the calendar that one subscribes to, by flow and kind and without a name', async () => {
    await document(adultId(), 'ehic', 50);
    await document(minorId(), 'ehic', 50);
    const { own, foreign } = harness.world;
    const feedOf = async (email: string, audience: 'sendingCoordinator' | 'participant') => {
      const who = await harness.as(email, audience);
      const made = await who.ask<{ createCalendarFeed: { url: string } }>('mutation { createCalendarFeed { url } }');
      const { pathname } = new URL(made.createCalendarFeed.url);
      const answer = await agent(harness.baseUrl, 'sending').get(pathname).expect(200);
      return answer.text.replace(/\r\n /g, '');
    };
    const school = await feedOf(own.people.coordinator, 'sendingCoordinator');
    const entry = school.split('BEGIN:VEVENT').find((part) => part.includes('runs-out'));
    expect(entry).toContain(`DTSTART;VALUE=DATE:${dayIn(50).replaceAll('-', '')}`);
    expect(entry).toContain('SUMMARY:Runs out: European Health Insurance Card');
    expect(entry).toContain('DESCRIPTION:Of 2');
    const adult = await feedOf(own.people.adult, 'participant');
    expect(adult).toContain('Runs out: European Health Insurance Card');
    expect(adult).not.toContain('Of 2');
    expect(await feedOf(foreign.people.coordinator, 'sendingCoordinator')).not.toContain('runs-out');
  });
});
