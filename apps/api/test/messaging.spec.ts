import { Ctx, type OutgoingMail, systemContext, write } from '@softmob/api-kit';
import { policy } from '@softmob/access';
import { makeSeats } from '@softmob/identity-api';
import { type Harness, startHarness } from './harness';
import { agent, type Agent } from './http';

const LIST = `query ($unread: Boolean, $first: Int, $after: String) {
  notifications(unread: $unread, first: $first, after: $after) {
    nodes { id topic title text link createdAt readAt } pageInfo { hasNextPage endCursor } totalCount } unreadNotifications }`;
const READ = 'mutation ($ids: [ID!]!) { markNotificationsRead(ids: $ids) { ok } }';
const READ_ALL = 'mutation { markAllNotificationsRead { ok } }';
const PREFERENCES = '{ mailPreferences { topics { topic delivery mayBeOff } quietFrom quietUntil timeZone } }';
const CHOOSE =
  'mutation ($input: MailPreferencesInput!) { chooseMailPreferences(input: $input) { topics { topic delivery } quietFrom } }';

interface Told {
  id: string;
  topic: string;
  title: string;
  text: string[];
  link: string | null;
  readAt: string | null;
}
interface Listed {
  notifications: { nodes: Told[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } };
  unreadNotifications: number;
}

let harness: Harness;
let adult: Agent;
let minor: Agent;
let tutor: Agent;
let coordinator: Agent;
const query = async <Row extends object = object>(sql: string, values: unknown[] = []) =>
  (await harness.api.runtime.pool.query<Row>(sql, values)).rows;

beforeAll(async () => {
  harness = await startHarness();
  const { people } = harness.world.own;
  adult = await harness.as(people.adult, 'participant');
  minor = await harness.as(people.minor, 'participant');
  tutor = await harness.as(people.tutor, 'companyTutor');
  coordinator = await harness.as(people.coordinator, 'sendingCoordinator');
}, 60_000);
afterAll(() => harness.close());
beforeEach(async () => {
  await harness.settle();
  await query('TRUNCATE notification, mail_preference, digest, mail, outbox_message');
});

const URL = 'http://softmob.test';

/** An e-mail that a document came back, as the documents slice sends it. */
const returned = (recipient: string, over: Partial<OutgoingMail> = {}): OutgoingMail => ({
  recipient,
  recipientName: 'Reader',
  template: 'documents:returned',
  locale: 'en',
  organisationId: harness.world.own.schoolId,
  data: { name: 'Reader', learner: 'Ann', kind: 'ehic', reason: 'It is blurred', url: `${URL}/participant/documents` },
  ...over,
});
const post = (mails: OutgoingMail[]) =>
  write(systemContext(harness.api.runtime), policy.identity.operate, (tx) => tx.mails(mails));
const listed = (who: Agent, variables: object = {}) => who.ask<Listed>(LIST, variables);
const mailsOf = (recipient: string) =>
  query<{ template: string; delivery: string; sent: boolean }>(
    'SELECT template, delivery, sent_at IS NOT NULL AS sent FROM mail WHERE recipient = $1 ORDER BY queued_at, id',
    [recipient],
  );
const arrived = async (recipient: string) =>
  query<{ subject: string; text: string }>(
    'SELECT subject, text FROM outbox_message WHERE recipient = $1 ORDER BY sent_at, id',
    [recipient],
  );
const choose = (who: Agent, topics: Record<string, string>, quiet: object = {}) =>
  who.ask(CHOOSE, {
    input: {
      topics: Object.entries(topics).map(([topic, delivery]) => ({ topic, delivery })),
      timeZone: 'Europe/Rome',
      ...quiet,
    },
  });
/** Quiet hours around this very moment. */
const quietNow = () => {
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16);
  return { quietFrom: at(-60), quietUntil: at(120), timeZone: 'UTC' };
};
const digest = () =>
  harness.api.runtime.jobs.get('messaging:digest')?.run(systemContext(harness.api.runtime), {}) ?? Promise.reject();

describe('being told in the portal', () => {
  it('says what the e-mail says, once, in the same transaction, and leads to the very thing', async () => {
    const { people } = harness.world.own;
    await post([returned(people.adult)]);
    const { notifications, unreadNotifications } = await listed(adult);
    expect(unreadNotifications).toBe(1);
    expect(notifications.nodes).toMatchObject([{ topic: 'documents', link: '/documents', readAt: null }]);
    expect(notifications.nodes[0]?.text.join(' ')).toContain('It is blurred');
    await harness.settle();
    expect(await arrived(people.adult)).toMatchObject([{ subject: notifications.nodes[0]?.title }]);
  });

  it('says nothing where the transaction that would tell it fails', async () => {
    const { people } = harness.world.own;
    const failing = write(systemContext(harness.api.runtime), policy.identity.operate, async (tx) => {
      await tx.mails([returned(people.adult)]);
      throw new Error('later');
    });
    await expect(failing).rejects.toThrow('later');
    expect((await listed(adult)).unreadNotifications).toBe(0);
    expect(await mailsOf(people.adult)).toEqual([]);
  });

  it('speaks the reader’s language of today', async () => {
    const { people } = harness.world.own;
    await post([returned(people.adult)]);
    await query(`UPDATE person SET locale = 'it' WHERE email = $1`, [people.adult]);
    const { notifications } = await listed(adult);
    await query(`UPDATE person SET locale = 'en' WHERE email = $1`, [people.adult]);
    expect(notifications.nodes[0]?.text.join(' ')).not.toContain('sent back');
    expect(notifications.nodes[0]?.title).not.toBe((await listed(adult)).notifications.nodes[0]?.title);
  });

  it('keeps secrets in the e-mail: no code, no new password, no personal link', async () => {
    const { people } = harness.world.own;
    const secret = (template: string, data: OutgoingMail['data']) => returned(people.tutor, { template, data });
    await post([
      secret('identity:code', { name: 'T', code: '123456', minutes: 5 }),
      secret('identity:reset', { name: 'T', url: `${URL}/company/reset/s3cret`, minutes: 5 }),
      secret('placements:tutor', {
        name: 'T',
        company: 'C',
        count: 1,
        lines: 'Ann|2026-01-01|2026-02-01',
        url: `${URL}/company/seat/s3cret`,
      }),
    ]);
    const { notifications } = await listed(tutor);
    expect(notifications.nodes).toMatchObject([{ topic: 'placements', link: '/' }]);
    expect(JSON.stringify(await query('SELECT * FROM notification'))).not.toMatch(/s3cret|123456/);
  });

  it('pages through many with as many statements as through few', async () => {
    const { people } = harness.world.own;
    await post([returned(people.adult)]);
    const few = (await adult.send<Listed>(LIST, { first: 2 })).statements;
    for (let at = 0; at < 4; at += 1) await post([returned(people.adult), returned(people.minor)]);
    const many = await adult.send<Listed>(LIST, { first: 2 });
    expect(many.statements).toBe(few);
    expect(many.data.notifications.totalCount).toBe(5);
    const seen = new Set<string>();
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const { notifications } = await listed(adult, { first: 2, after });
      notifications.nodes.forEach(({ id }) => seen.add(id));
      after = notifications.pageInfo.endCursor;
    }
    expect(seen.size).toBe(5);
  });
});

describe('reading', () => {
  it('is marked one by one or all at once, and read ones are left out on demand', async () => {
    const { people } = harness.world.own;
    await post([returned(people.adult), returned(people.adult), returned(people.adult)]);
    const [first] = (await listed(adult)).notifications.nodes;
    await adult.ask(READ, { ids: [first?.id] });
    expect((await listed(adult)).unreadNotifications).toBe(2);
    expect((await listed(adult, { unread: true })).notifications.nodes.map(({ id }) => id)).not.toContain(first?.id);
    await adult.ask(READ_ALL);
    expect((await listed(adult)).unreadNotifications).toBe(0);
  });

  it('is one’s own affair: nobody reads or marks what another person was told', async () => {
    const { people } = harness.world.own;
    await post([returned(people.adult)]);
    const [own] = (await listed(adult)).notifications.nodes;
    for (const other of [
      minor,
      tutor,
      coordinator,
      await harness.as(harness.world.foreign.people.adult, 'participant'),
    ]) {
      expect((await listed(other)).notifications.totalCount).toBe(0);
      expect((await other.refused(READ, { ids: [own?.id] })).extensions.code).toBe('NOT_FOUND');
      await other.ask(READ_ALL);
    }
    expect((await harness.stranger.refused(LIST)).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await listed(adult)).unreadNotifications).toBe(1);
  });

  it('stays in the portal and the membership it is meant for', async () => {
    const { own, foreign } = harness.world;
    const [extra] = await query<{ id: string }>(
      `INSERT INTO membership (id, person_id, organisation_id, role, created_at)
       VALUES (gen_random_uuid(), $1, $2, 'sendingCoordinator', now()) RETURNING id`,
      [own.personIds[own.people.coordinator], foreign.schoolId],
    );
    const url = `${URL}/sending/mobilities/x`;
    await post([
      returned(own.people.coordinator, { data: { url, reason: 'own' } }),
      returned(own.people.coordinator, { data: { url, reason: 'other' }, organisationId: foreign.schoolId }),
    ]);
    expect((await listed(coordinator)).notifications.nodes.map(({ text }) => text.join(' '))).toEqual([
      expect.stringContaining('own'),
    ]);
    await query('TRUNCATE notification');
    await query('DELETE FROM membership WHERE id = $1', [extra?.id]);
  });

  it('by a one-link seat shows what speaks of the seat’s learners alone', async () => {
    const { people, mobilityIds } = harness.world.own;
    const seat = agent(harness.baseUrl, 'company');
    const [membership] = await query<{ id: string }>(
      `SELECT m.id FROM membership m JOIN person p ON p.id = m.person_id WHERE p.email = $1`,
      [people.tutor],
    );
    const [link] = await write(systemContext(harness.api.runtime), policy.identity.operate, (tx) =>
      makeSeats(tx, 'company', [
        {
          membershipId: membership?.id ?? '',
          mobilityIds: [mobilityIds[0]],
          lastDay: new Date().toISOString().slice(0, 10),
        },
      ]),
    );
    await seat.enterSeat(link ?? '');
    const about = (ids: string[]) =>
      returned(people.tutor, { mobilityIds: ids, page: '/company/learners', data: { reason: ids.join('+') } });
    await post([about([mobilityIds[0]]), about([mobilityIds[1]]), about([...mobilityIds]), about([])]);
    const seen = (await listed(seat)).notifications.nodes;
    expect(seen.map(({ text }) => text.join(' '))).toEqual([expect.stringContaining(mobilityIds[0])]);
    const all = (await listed(tutor)).notifications.nodes;
    expect(all).toHaveLength(4);
    const hidden = all.find(({ id }) => id !== seen[0]?.id)?.id;
    expect((await seat.refused(READ, { ids: [hidden] })).extensions.code).toBe('NOT_FOUND');
    expect((await seat.refused(CHOOSE, { input: { topics: [], timeZone: 'UTC' } })).extensions.code).toBe('FORBIDDEN');
  });
});

describe('choosing how to be told', () => {
  it('keeps the e-mail away where a topic is off, and tells it in the portal all the same', async () => {
    const { people } = harness.world.own;
    await choose(adult, { documents: 'off' });
    await post([returned(people.adult), returned(people.minor)]);
    expect(await mailsOf(people.adult)).toEqual([]);
    expect((await listed(adult)).unreadNotifications).toBe(1);
    expect(await mailsOf(people.minor)).toHaveLength(1);
  });

  it.each(['signatures', 'withdrawals', 'deletions', 'concerns'])('cannot switch off %s', async (topic) => {
    const refused = await adult.refused(CHOOSE, {
      input: { topics: [{ topic, delivery: 'off' }], timeZone: 'Europe/Rome' },
    });
    expect(refused.extensions.fields).toMatchObject([{ code: 'MUST_BE_TOLD', path: 'topics.0.delivery' }]);
    await choose(adult, { [topic]: 'digest' });
  });

  it('does not touch what holds secrets, nor another person’s choice', async () => {
    const input = { topics: [{ topic: 'security', delivery: 'digest' }], timeZone: 'Europe/Rome' };
    expect((await adult.refused(CHOOSE, { input })).extensions.code).toBe('VALIDATION');
    await choose(adult, { documents: 'off' });
    expect(JSON.stringify(await minor.ask(PREFERENCES))).not.toContain('off"');
    expect((await harness.stranger.refused(PREFERENCES)).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await harness.stranger.refused(CHOOSE, { input: { topics: [], timeZone: 'UTC' } })).extensions.code).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  it.each([
    [{ timeZone: 'Middle/Earth' }, 'TIME_ZONE_UNKNOWN'],
    [{ quietFrom: '22:00' }, 'QUIET_INCOMPLETE'],
    [{ quietFrom: '22:00', quietUntil: '22:00' }, 'QUIET_EMPTY'],
    [{ quietFrom: '25:00', quietUntil: '07:00' }, 'INVALID_FORMAT'],
  ])('says what is wrong with %j', async (quiet, code) => {
    const refused = await adult.refused(CHOOSE, { input: { topics: [], timeZone: 'Europe/Rome', ...quiet } });
    expect(refused.extensions.fields).toMatchObject([{ code }]);
  });
});

describe('quiet hours', () => {
  it('hold an e-mail back until they end, and lose none', async () => {
    const { people } = harness.world.own;
    await choose(adult, {}, quietNow());
    await post([returned(people.adult)]);
    await harness.settle();
    expect(await arrived(people.adult)).toEqual([]);
    expect((await listed(adult)).unreadNotifications).toBe(1);
    const [job] = await query<{ minutes: number }>(
      `SELECT round(extract(epoch FROM run_at - now()) / 60)::int AS minutes FROM graphile_worker.jobs WHERE task_identifier = 'mail:send'`,
    );
    expect(job?.minutes).toBeGreaterThan(115);
    expect(job?.minutes).toBeLessThanOrEqual(120);
    await query(`UPDATE graphile_worker._private_jobs SET run_at = now()`);
    await harness.settle();
    expect(await arrived(people.adult)).toHaveLength(1);
  });

  it('do not hold back a code that is needed now', async () => {
    const { people } = harness.world.own;
    await choose(adult, {}, quietNow());
    await post([
      returned(people.adult, { template: 'identity:code', data: { name: 'A', code: '123456', minutes: 5 } }),
    ]);
    await harness.settle();
    expect(await arrived(people.adult)).toHaveLength(1);
  });
});

describe('the daily digest', () => {
  const due = async () => {
    await query('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await harness.settle();
  };

  it('gathers in one e-mail, with a way to each thing, what waited; others get theirs at once', async () => {
    const { people } = harness.world.own;
    await choose(adult, { documents: 'digest' });
    await post([returned(people.adult), returned(people.adult), returned(people.minor)]);
    await harness.settle();
    expect(await arrived(people.adult)).toEqual([]);
    expect(await arrived(people.minor)).toHaveLength(1);
    await digest();
    await due();
    const messages = await arrived(people.adult);
    expect(messages.map(({ subject }) => subject)).toEqual(['2 pieces of news on SoftMob']);
    expect(messages[0]?.text.match(/participant\/documents/g)).toHaveLength(2);
    expect((await listed(adult)).notifications.totalCount).toBe(2);
  });

  it('goes once a day, also where its job runs twice at once or again; what comes later waits for the next day', async () => {
    const { people } = harness.world.own;
    await choose(adult, { documents: 'digest' });
    await post([returned(people.adult)]);
    await Promise.all([digest(), digest(), digest()]);
    await post([returned(people.adult)]);
    await digest();
    await due();
    expect(await arrived(people.adult)).toHaveLength(1);
    expect(await mailsOf(people.adult)).toContainEqual({
      template: 'documents:returned',
      delivery: 'digest',
      sent: false,
    });
    harness.api.runtime.clock.moveTo(1);
    await digest();
    harness.api.runtime.clock.moveTo(0);
    await due();
    expect(await arrived(people.adult)).toHaveLength(2);
  });

  it('is made whole or not at all: a job that dies half-way leaves everything waiting for the next try', async () => {
    const { people } = harness.world.own;
    await choose(adult, { documents: 'digest' });
    await post([returned(people.adult)]);
    const { runtime } = harness.api;
    const system = systemContext(runtime);
    const dying = new Ctx(
      { ...runtime, post: () => Promise.reject(new Error('killed')) },
      system.actor,
      system.request,
    );
    await expect(runtime.jobs.get('messaging:digest')?.run(dying, {})).rejects.toThrow('killed');
    expect(await mailsOf(people.adult)).toMatchObject([{ delivery: 'digest', sent: false }]);
    await digest();
    await due();
    expect(await arrived(people.adult)).toHaveLength(1);
  });

  it('still brings what waited after somebody has gone back to e-mails at once', async () => {
    const { people } = harness.world.own;
    await choose(adult, { documents: 'digest' });
    await post([returned(people.adult)]);
    await choose(adult, { documents: 'once' });
    await digest();
    await due();
    expect(await arrived(people.adult)).toHaveLength(1);
  });
});
