import { policy } from '@softmob/access';
import { systemContext, write } from '@softmob/api-kit';
import { makeSeats } from '@softmob/identity-api';
import supertest from 'supertest';
import { happen, makeFlow, ofMobility } from './cohort';
import { type Harness, startHarness } from './harness';
import { agent, type Agent } from './http';
import { type SchoolWorld } from './world';

const MAKE = 'mutation { createCalendarFeed { id url } }';
const READ = '{ calendarFeed { id readAt url } }';
const REVOKE = 'mutation { revokeCalendarFeed { ok } }';

let harness: Harness;
let own: SchoolWorld;
let teacher: Agent;
let flowId: string;
let mobilityIds: string[];

const make = async (who: Agent): Promise<string> => {
  const { createCalendarFeed } = await who.ask<{ createCalendarFeed: { url: string } }>(MAKE);
  return createCalendarFeed.url.replace('http://softmob.test', '');
};
/** As a calendar programme asks: no cookie, nothing said of who one is. */
const fetchFeed = (path: string, headers: Record<string, string> = {}) =>
  supertest(harness.baseUrl).get(path).set(headers);
const titles = (text: string) =>
  [...text.replaceAll('\r\n ', '').matchAll(/^SUMMARY:(.*)$/gm)].map(([, title]) => title?.trim());

beforeAll(async () => {
  harness = await startHarness();
  ({ own } = harness.world);
  teacher = await harness.as(own.people.teacher, 'sendingTeacher');
  ({ flowId, mobilityIds } = await makeFlow(harness, own, { code: 'C-1', people: 4, startsIn: 70 }));
  await happen(
    harness,
    mobilityIds.map((id) => ofMobility(own, flowId, id, 'mobility.selected')),
  );
});
afterAll(() => harness.close());

describe('a calendar feed', () => {
  it('is read by its secret alone, one line for each step of a flow, and names no learner', async () => {
    const path = await make(teacher);
    expect(path).toMatch(/^\/api\/calendar\/[\w-]{43}\.ics$/);
    const { text, headers } = await fetchFeed(path).expect(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(headers['set-cookie']).toBeUndefined();
    expect(titles(text)).toContain('Compose the learning agreement · C-1');
    expect(titles(text).filter((title) => title?.startsWith('Compose'))).toHaveLength(1);
    expect(titles(text)).not.toContain('Book travel\\, rooms and meals · C-1');
    expect(text.replaceAll('\r\n ', '')).not.toMatch(/C-1-00\d|Last/);
    const { calendarFeed } = await teacher.ask<{ calendarFeed: { readAt: string; url: null } }>(READ);
    expect(calendarFeed).toMatchObject({ url: null });
    expect(calendarFeed.readAt).not.toBeNull();
  });

  it('keeps only a hash of the secret, beside an idempotency key as well', async () => {
    const { data } = await teacher.send<{ createCalendarFeed: { url: string } }>(
      MAKE,
      {},
      { 'idempotency-key': 'feed' },
    );
    const secret = data.createCalendarFeed.url.split('/').at(-1)?.slice(0, -4) ?? '';
    const { rows } = await harness.api.runtime.pool.query<{ found: string }>(
      `SELECT secret_hash AS found FROM calendar_feed UNION ALL SELECT result::text FROM idempotency
       UNION ALL SELECT COALESCE(after::text, '') FROM event`,
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ found }) => found?.includes(secret))).toEqual([]);
  });

  it('is not sent again while nothing has changed, and is once something has', async () => {
    const path = await make(teacher);
    const first = await fetchFeed(path).expect(200);
    const [etag, modified] = [first.headers.etag ?? '', first.headers['last-modified'] ?? ''];
    expect(first.headers['cache-control']).toBe('private, no-cache');
    await fetchFeed(path, { 'if-none-match': `W/${etag}` }).expect(304);
    await fetchFeed(path, { 'if-modified-since': modified }).expect(304);
    await fetchFeed(path, { 'if-none-match': '"other"', 'if-modified-since': modified }).expect(200);
    expect((await fetchFeed(path).expect(200)).text).toBe(first.text);
    await happen(harness, [ofMobility(own, flowId, mobilityIds[0] ?? '', 'agreement.composed')]);
    const after = await fetchFeed(path, { 'if-none-match': etag }).expect(200);
    expect(after.headers.etag).not.toBe(etag);
  });

  it('ends when it is revoked, when another is made, and when its owner leaves', async () => {
    const [one, two] = [await make(teacher), await make(teacher)];
    await fetchFeed(one).expect(404);
    await fetchFeed(two).expect(200);
    const { pool } = harness.api.runtime;
    const person = [own.personIds[own.people.teacher]];
    await pool.query('UPDATE membership SET ended_at = now() WHERE person_id = $1', person);
    await fetchFeed(two).expect(404);
    await pool.query('UPDATE membership SET ended_at = NULL WHERE person_id = $1', person);
    await fetchFeed(two).expect(200);
    await teacher.ask(REVOKE);
    await fetchFeed(two).expect(404);
    expect(await teacher.ask(READ)).toEqual({ calendarFeed: null });
    const { rows } = await pool.query(
      `SELECT type FROM event WHERE type LIKE 'calendar-feed.%' AND actor_person_id = $1 ORDER BY id DESC LIMIT 2`,
      person,
    );
    expect(rows).toEqual([{ type: 'calendar-feed.revoked' }, { type: 'calendar-feed.created' }]);
  });

  it('of a host holds what that host may see, at this moment, and of a guardian nothing once the child is of age', async () => {
    const host = await make(await harness.as(own.people.host, 'hostCoordinator'));
    const foreign = await make(await harness.as(harness.world.foreign.people.host, 'hostCoordinator'));
    expect(titles((await fetchFeed(host)).text)).toContain('Brief the company tutors · C-1');
    expect(titles((await fetchFeed(foreign)).text)).toEqual([]);
    const { pool, clock } = harness.api.runtime;
    await pool.query(`UPDATE mobility SET host_organisation_id = $2 WHERE flow_id = $1`, [
      flowId,
      harness.world.foreign.hostId,
    ]);
    await pool.query(`UPDATE flow SET host_organisation_id = $2 WHERE id = $1`, [flowId, harness.world.foreign.hostId]);
    expect(titles((await fetchFeed(host)).text)).not.toContain('Brief the company tutors · C-1');
    expect(titles((await fetchFeed(foreign)).text)).toContain('Brief the company tutors · C-1');

    await pool.query(`UPDATE flow SET process_template = 'vet-short' WHERE id = $1`, [own.flowId]);
    await happen(
      harness,
      own.mobilityIds.map((id) => ofMobility(own, own.flowId, id, 'mobility.selected')),
    );
    const guardian = await make(await harness.as(own.people.guardian, 'guardian'));
    expect(titles((await fetchFeed(guardian)).text)).toContain('Give consent as guardian · BER-1');
    clock.moveTo(2 * 365 + 1);
    try {
      expect(titles((await fetchFeed(guardian)).text)).toEqual([]);
    } finally {
      clock.moveTo(0);
    }
  });

  it('holds only what is one’s own to do, not what was given to a colleague', async () => {
    const path = await make(teacher);
    const { pool } = harness.api.runtime;
    const prepare = 'Hold the language\\, intercultural and safety preparation · C-1';
    expect(titles((await fetchFeed(path)).text)).toContain(prepare);
    await pool.query(
      `INSERT INTO membership (id, person_id, organisation_id, role, created_at) VALUES (gen_random_uuid(), $1, $2, 'sendingTeacher', now())`,
      [own.personIds[own.people.finance], own.schoolId],
    );
    await pool.query(
      `UPDATE task SET assignee_person_id = $2 WHERE flow_id = $1 AND step_key = 'prepare-participants'`,
      [flowId, own.personIds[own.people.finance]],
    );
    expect(titles((await fetchFeed(path)).text)).not.toContain(prepare);
  });

  it('is not found under anything but its whole secret', async () => {
    const path = await make(teacher);
    for (const other of [
      '/api/calendar/x.ics',
      path.replace(/.(?=\.ics)/, (sign) => (sign === 'A' ? 'B' : 'A')),
      path.replace('.ics', ''),
      `/api/calendar/${'%00'.repeat(43)}.ics`,
    ]) {
      await fetchFeed(other).expect(404);
    }
  });

  it('is not offered to nobody and to the operator, and refused to one-link seats', async () => {
    const operator = await harness.as(harness.world.operator, 'operator');
    for (const query of [MAKE, READ, REVOKE]) {
      expect((await operator.refused(query)).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      expect((await harness.stranger.refused(query)).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    const { rows } = await harness.api.runtime.pool.query<{ id: string }>(
      'SELECT id FROM membership WHERE person_id = $1',
      [own.personIds[own.people.tutor]],
    );
    const [link = ''] = await write(systemContext(harness.api.runtime), policy.identity.operate, (tx) =>
      makeSeats(tx, 'company', [
        { membershipId: rows[0]?.id ?? '', mobilityIds: own.mobilityIds, lastDay: '2099-01-01' },
      ]),
    );
    const seat = agent(harness.baseUrl, 'company');
    await seat.enterSeat(link);
    for (const query of [MAKE, REVOKE]) expect((await seat.refused(query)).extensions.code).toBe('FORBIDDEN');
    expect(await seat.ask(READ)).toEqual({ calendarFeed: null });
  });
});
