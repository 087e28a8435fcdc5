import { policy } from '@softmob/access';
import { type OutgoingMail, systemContext, write } from '@softmob/api-kit';
import { makeSeats } from '@softmob/identity-api';
import { type Harness, startHarness } from './harness';
import { agent, type Agent } from './http';
import { LIST, READ, READ_ALL, CHOOSE, type Listed, SITE, listed, messagingDesk } from './messaging-desk';

let harness: Harness;
let adult: Agent;
let minor: Agent;
let tutor: Agent;
let coordinator: Agent;
beforeAll(async () => {
  harness = await startHarness();
  const { people } = harness.world.own;
  adult = await harness.as(people.adult, 'participant');
  minor = await harness.as(people.minor, 'participant');
  tutor = await harness.as(people.tutor, 'companyTutor');
  coordinator = await harness.as(people.coordinator, 'sendingCoordinator');
}, 60_000);
afterAll(() => harness.close());
beforeEach(() => nothingTold());

const { query, nothingTold, returned, post, mailsOf, arrived } = messagingDesk(() => ({ harness }));

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
      secret('identity:reset', { name: 'T', url: `${SITE}/company/reset/s3cret`, minutes: 5 }),
      secret('placements:tutor', {
        name: 'T',
        company: 'C',
        count: 1,
        lines: 'Ann|2026-01-01|2026-02-01',
        url: `${SITE}/company/seat/s3cret`,
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
    const url = `${SITE}/sending/mobilities/x`;
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
