import { policy, reachSql, SqlParameters } from '@softmob/access';
import { systemContext, write } from '@softmob/api-kit';
import { makeSeats } from '@softmob/identity-api';
import {
  about,
  circleOf,
  harness,
  listed,
  messagesOf,
  query,
  READ,
  SEARCH,
  SEND,
  send,
  start,
  stranger,
  who,
  useConversations,
} from './conversation-desk';
import { agent } from './http';
import { setStage } from './world';

useConversations();

describe('who takes part', () => {
  it('follows from the mobility: its people get the message, and nobody else sees that there is one', async () => {
    const sent = await start(who.adult, 'When does the train leave?');
    for (const by of [who.adult, who.tutor, who.host, who.coordinator, who.teacher]) {
      expect((await messagesOf(by, sent.threadId)).map(({ text }) => text)).toEqual(['When does the train leave?']);
    }
    for (const by of [who.minor, who.guardian, who.finance, ...Object.values(stranger)]) {
      expect((await listed(by)).threads).toMatchObject({ nodes: [], totalCount: 0 });
      expect(await messagesOf(by, sent.threadId)).toEqual([]);
      expect(
        (await by.refused('query ($id: ID!) { thread(id: $id) { id } }', { id: sent.threadId })).extensions.code,
      ).toBe('NOT_FOUND');
      expect((await by.refused(SEND, { input: { threadId: sent.threadId, text: 'Hello' } })).extensions.code).toBe(
        'NOT_FOUND',
      );
      expect((await by.refused(READ, { threadId: sent.threadId, until: sent.id })).extensions.code).toBe('NOT_FOUND');
    }
    expect(sent.sentTo).toBe(4);
  });

  it('never goes beyond what its people may reach', async () => {
    await start(
      who.coordinator,
      'x',
      ['participant', 'guardian', 'hostCoordinator', 'sendingTeacher', 'sendingFinance'],
      1,
    );
    await start(who.coordinator, 'y', ['participant', 'companyTutor'], 1);
    const takers = await query<{
      membershipId: string;
      personId: string;
      role: string;
      organisationId: string;
      id: string;
    }>(
      `SELECT c.membership_id AS "membershipId", c.person_id AS "personId", m.role, m.organisation_id AS "organisationId", c.message_id AS id
       FROM message_taker c JOIN membership m ON m.id = c.membership_id`,
    );
    expect(takers.map(({ role }) => role).sort()).toEqual(
      [
        'sendingCoordinator',
        'participant',
        'guardian',
        'hostCoordinator',
        'sendingTeacher',
        'sendingFinance',
        'sendingCoordinator',
        'participant',
        'companyTutor',
      ].sort(),
    );
    for (const { role, id, ...ids } of takers) {
      const parameters = new SqlParameters();
      const key = parameters.add(id);
      const actor = {
        ...ids,
        audience: role as 'participant',
        seatMobilityIds: null,
        today: new Date().toISOString().slice(0, 10),
      };
      const reached = reachSql(policy.conversations.reachMessage, actor, parameters, 'x');
      expect(await query(`SELECT 1 FROM message x WHERE x.id = ${key} AND ${reached}`, parameters.values)).toHaveLength(
        1,
      );
    }
  });

  it('is one conversation for the same choice, and another for another', async () => {
    const [one, same, other] = [
      await start(who.adult, 'a', ['hostCoordinator', 'companyTutor']),
      await start(who.coordinator, 'b', ['participant', 'companyTutor', 'hostCoordinator']),
      await start(who.adult, 'c', []),
    ];
    expect(same.threadId).toBe(one.threadId);
    expect(other.threadId).not.toBe(one.threadId);
    expect(await messagesOf(who.tutor, other.threadId)).toEqual([]);
  });

  it('leaves the new tutor without what was said before, and the former one without what comes after', async () => {
    const { own } = harness.world;
    const before = await start(who.adult, 'before');
    const [{ id: personId } = { id: '' }] = await query<{ id: string }>(
      `INSERT INTO person (id, email, display_name, locale, password_hash, created_at)
       SELECT gen_random_uuid(), 'second@own.example', 'second', 'en', password_hash, now() FROM person WHERE email = $1 RETURNING id`,
      [own.people.tutor],
    );
    await query(
      `INSERT INTO membership (id, person_id, organisation_id, role, created_at) VALUES (gen_random_uuid(), $1, $2, 'companyTutor', now())`,
      [personId, own.companyId],
    );
    await query(
      `UPDATE mobility SET tutor_person_id = $2, former_tutor_person_id = $3, former_company_id = $4, former_access_until = '2999-01-01' WHERE id = $1`,
      [own.mobilityIds[0], personId, own.personIds[own.people.tutor], own.companyId],
    );
    await send(who.coordinator, { threadId: before.threadId, text: 'after' });
    const second = await harness.as('second@own.example', 'companyTutor');
    expect((await messagesOf(second, before.threadId)).map(({ text }) => text)).toEqual(['after']);
    expect((await messagesOf(who.tutor, before.threadId)).map(({ text }) => text)).toEqual(['before']);
    const [former] = (await listed(who.tutor)).threads.nodes;
    expect(former).toMatchObject({ members: [], lastMessage: { text: 'before' } });
    expect(
      (await who.tutor.refused(SEND, { input: { threadId: before.threadId, text: 'x' } })).extensions,
    ).toMatchObject({
      reason: 'NOT_PART_OF_IT',
    });
    expect(
      (await second.ask<{ searchMessages: { nodes: unknown[] } }>(SEARCH, { text: 'before' })).searchMessages.nodes,
    ).toEqual([]);
    await query(`UPDATE mobility SET former_access_until = '2000-01-01' WHERE id = $1`, [own.mobilityIds[0]]);
    expect((await listed(who.tutor)).threads.nodes).toEqual([]);
    await query(
      `UPDATE mobility SET tutor_person_id = $2, former_tutor_person_id = NULL, former_company_id = NULL, former_access_until = NULL WHERE id = $1`,
      [own.mobilityIds[0], own.personIds[own.people.tutor]],
    );
  });

  it('holds the guardian until the eighteenth birthday, and never together with the company', async () => {
    const { own } = harness.world;
    const sent = await start(who.guardian, 'A question', [], 1);
    expect(sent.sentTo).toBe(1);
    expect(
      (await who.coordinator.refused(SEND, { input: { to: about(1, ['guardian', 'companyTutor']), text: 'x' } }))
        .extensions.fields,
    ).toMatchObject([{ path: 'to.circle', code: 'CIRCLE_APART' }]);
    expect((await circleOf(who.tutor, own.mobilityIds[1])).map(({ role }) => role)).not.toContain('guardian');
    await query(`UPDATE mobility SET adult_on = '2020-01-01' WHERE id = $1`, [own.mobilityIds[1]]);
    expect((await listed(who.guardian)).threads.nodes).toEqual([]);
    expect((await who.guardian.refused(SEND, { input: { to: about(1, []), text: 'x' } })).extensions.code).toBe(
      'NOT_FOUND',
    );
    await query(`UPDATE mobility SET adult_on = '2999-01-01' WHERE id = $1`, [own.mobilityIds[1]]);
  });

  it('begins for the host and the company with the confirmed place', async () => {
    const { pool } = harness.api.runtime;
    const { mobilityIds } = harness.world.own;
    await setStage(pool, mobilityIds[0], 'proposed');
    expect(
      (await who.coordinator.refused(SEND, { input: { to: about(0, ['hostCoordinator']), text: 'x' } })).extensions,
    ).toMatchObject({
      reason: 'NOBODY_ELSE',
    });
    expect(await circleOf(who.host, mobilityIds[0])).toEqual([]);
    await setStage(pool, mobilityIds[0], 'confirmed');
    await start(who.host, 'Welcome', ['participant']);
  });

  it('keeps the teacher out who does not go with the flow', async () => {
    await query('UPDATE accompanying_person SET email = $1', ['somebody@else.example']);
    expect(
      (await who.teacher.refused(SEND, { input: { to: about(0, ['participant']), text: 'x' } })).extensions,
    ).toMatchObject({
      reason: 'NOT_PART_OF_IT',
    });
    await query('UPDATE accompanying_person SET email = $1', [harness.world.own.people.teacher]);
  });

  it('lets nobody in by naming them: not a foreign mobility, flow or organisation, nor an unknown role', async () => {
    const { foreign, own } = harness.world;
    for (const [kind, subjectId] of [
      ['mobility', foreign.mobilityIds[0]],
      ['flow', foreign.flowId],
      ['organisation', foreign.hostId],
      ['placement', foreign.flowId],
    ]) {
      const input = { to: { kind, subjectId, circle: [] }, text: 'x' };
      expect((await who.coordinator.refused(SEND, { input })).extensions.code).toBe('NOT_FOUND');
    }
    for (const circle of [['operator'], ['nonsense']]) {
      expect(
        (await who.adult.refused(SEND, { input: { to: about(0, circle), text: 'x' } })).extensions.fields,
      ).toMatchObject([{ code: 'CIRCLE_UNKNOWN' }]);
    }
    const withHost = { kind: 'organisation', subjectId: own.hostId, circle: ['hostCoordinator'] };
    const sent = await send(who.coordinator, { to: withHost, text: 'How many places next year?' });
    const answer = await send(who.host, { to: { ...withHost, subjectId: own.schoolId }, text: 'Twelve' });
    expect(answer.threadId).toBe(sent.threadId);
  });

  it('by a one-link seat is its own learners’ conversations alone', async () => {
    const { own } = harness.world;
    await start(who.coordinator, 'first', ['companyTutor'], 0);
    await start(who.coordinator, 'second', ['companyTutor'], 1);
    const [membership] = await query<{ id: string }>(
      `SELECT m.id FROM membership m WHERE m.person_id = $1 AND m.role = 'companyTutor'`,
      [own.personIds[own.people.tutor]],
    );
    const [link] = await write(systemContext(harness.api.runtime), policy.identity.operate, (tx) =>
      makeSeats(tx, 'company', [
        {
          membershipId: membership?.id ?? '',
          mobilityIds: [own.mobilityIds[0]],
          lastDay: new Date().toISOString().slice(0, 10),
        },
      ]),
    );
    const seat = agent(harness.baseUrl, 'company');
    await seat.enterSeat(link ?? '');
    expect((await listed(seat)).threads.nodes.map(({ lastMessage }) => lastMessage?.text)).toEqual(['first']);
    expect((await listed(seat)).unreadMessages).toBe(1);
    expect((await listed(who.tutor)).unreadMessages).toBe(2);
  });
});
