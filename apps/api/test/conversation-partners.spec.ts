import {
  CIRCLE,
  circleOf,
  harness,
  listed,
  messagesOf,
  query,
  SEND,
  send,
  start,
  stranger,
  who,
  useConversations,
} from './conversation-desk';
import { type Agent } from './http';

useConversations();

describe('a conversation with a partner organisation', () => {
  const withHost = (circle = ['hostCoordinator']) => ({
    to: { kind: 'organisation', subjectId: harness.world.own.hostId, circle },
    text: 'How many places next year?',
  });
  const between = async (by: Agent, organisationId: string) =>
    (await listed(by, { filter: { organisationId } })).threads.nodes.map(({ id }) => id);

  it('is for those who coordinate on both sides, and nobody else learns of it', async () => {
    const { own } = harness.world;
    expect((await circleOf(who.coordinator, own.hostId, 'organisation')).map(({ role }) => role)).toEqual(
      expect.arrayContaining(['hostCoordinator', 'sendingCoordinator']),
    );
    const sent = await send(who.coordinator, withHost());
    expect(await between(who.coordinator, own.hostId)).toEqual([sent.threadId]);
    expect(await between(who.host, own.schoolId)).toEqual([sent.threadId]);
    const [seen] = (await listed(who.host)).threads.nodes;
    expect(seen?.members.map(({ name }) => name).sort()).toEqual(['coordinator', 'host']);
    for (const by of [who.adult, who.minor, who.guardian, who.tutor, who.teacher, who.finance]) {
      expect(await between(by, own.hostId)).toEqual([]);
      expect(await messagesOf(by, sent.threadId)).toEqual([]);
      expect((await by.refused(SEND, { input: { threadId: sent.threadId, text: 'x' } })).extensions.code).toBe(
        'NOT_FOUND',
      );
    }
    for (const by of [stranger.coordinator, stranger.host, stranger.tutor]) {
      expect(await between(by, own.hostId)).toEqual([]);
      expect(await between(by, own.schoolId)).toEqual([]);
      expect((await by.refused(SEND, { input: withHost() })).extensions.code).toBe('NOT_FOUND');
      expect((await by.refused(CIRCLE, { kind: 'organisation', id: own.hostId })).extensions.code).toBe('NOT_FOUND');
    }
  });

  it('is not begun by whoever does not answer for the organisation', async () => {
    const { own } = harness.world;
    for (const [by, code] of [
      [who.adult, 'VALIDATION'],
      [who.guardian, 'VALIDATION'],
      [who.teacher, 'VALIDATION'],
      [who.tutor, 'NOT_FOUND'],
    ] as const) {
      expect((await by.refused(SEND, { input: withHost() })).extensions.code).toBe(code);
      expect((await by.refused(CIRCLE, { kind: 'organisation', id: own.hostId })).extensions.code).toBe('NOT_FOUND');
    }
    const another = { kind: 'organisation', subjectId: harness.world.foreign.schoolId, circle: ['hostCoordinator'] };
    expect((await who.host.refused(SEND, { input: { to: another, text: 'x' } })).extensions.code).toBe('NOT_FOUND');
  });

  it('stands apart from what is said about learners of the same host', async () => {
    const { own } = harness.world;
    const sent = await send(who.coordinator, withHost());
    await start(who.coordinator, 'About somebody', ['hostCoordinator']);
    expect((await listed(who.coordinator)).threads.totalCount).toBe(2);
    expect(await between(who.coordinator, own.hostId)).toEqual([sent.threadId]);
    expect(await between(who.coordinator, harness.world.foreign.hostId)).toEqual([]);
  });

  it('holds the finance office only where it is asked in', async () => {
    const both = await send(who.coordinator, withHost(['hostCoordinator', 'sendingFinance']));
    const one = await send(who.coordinator, withHost());
    expect(await between(who.finance, harness.world.own.hostId)).toEqual([both.threadId]);
    expect((await between(who.host, harness.world.own.schoolId)).sort()).toEqual([both.threadId, one.threadId].sort());
  });

  it('reaches of a company those tutors who can sign in: a personal link opens learners alone', async () => {
    const { own } = harness.world;
    await query('UPDATE organisation SET owner_id = $2 WHERE id = $1', [own.companyId, own.schoolId]);
    const people = async () => (await circleOf(who.coordinator, own.companyId, 'organisation')).map(({ role }) => role);
    expect(await people()).toContain('companyTutor');
    const [{ hash } = { hash: '' }] = await query<{ hash: string }>(
      'SELECT password_hash AS hash FROM person WHERE email = $1',
      [own.people.tutor],
    );
    await query('UPDATE person SET password_hash = NULL WHERE email = $1', [own.people.tutor]);
    expect(await people()).not.toContain('companyTutor');
    const toCompany = { kind: 'organisation', subjectId: own.companyId, circle: ['companyTutor'] };
    expect((await who.coordinator.refused(SEND, { input: { to: toCompany, text: 'x' } })).extensions).toMatchObject({
      reason: 'NOBODY_ELSE',
    });
    await query('UPDATE person SET password_hash = $2 WHERE email = $1', [own.people.tutor, hash]);
  });
});
