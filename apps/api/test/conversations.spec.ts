import {
  about,
  EDIT,
  EVERYBODY,
  harness,
  listed,
  messagesOf,
  query,
  READ,
  REMOVE,
  SEARCH,
  SEND,
  send,
  start,
  THREADS,
  stranger,
  who,
  type Msg,
  type Listed,
  useConversations,
} from './conversation-desk';
import { type Agent } from './http';

useConversations();

describe('a message', () => {
  it('is unread until its reader has read it, and its sender sees who has', async () => {
    const sent = await start(who.adult, 'Hello');
    expect((await listed(who.host)).unreadMessages).toBe(1);
    expect((await listed(who.adult)).unreadMessages).toBe(0);
    await who.host.ask(READ, { threadId: sent.threadId, until: sent.id });
    expect((await listed(who.host)).unreadMessages).toBe(0);
    const [seen] = await messagesOf(who.adult, sent.threadId);
    expect(seen?.readBy).toEqual([{ name: 'host' }]);
    expect((await who.host.ask<{ unreadNotifications: number }>('{ unreadNotifications }')).unreadNotifications).toBe(
      0,
    );
  });

  it('is sent once, however often the phone tries', async () => {
    const headers = { 'idempotency-key': 'phone-1' };
    const input = { to: about(0, EVERYBODY), text: 'Once' };
    const [one, two] = [
      await who.adult.send<{ sendMessage: Msg }>(SEND, { input }, headers),
      await who.adult.send<{ sendMessage: Msg }>(SEND, { input }, headers),
    ];
    expect(two.data.sendMessage.id).toBe(one.data.sendMessage.id);
    expect(two.errors).toBeUndefined();
    expect(await query('SELECT 1 FROM message')).toHaveLength(1);
  });

  it.each([
    ['nothing in it', { text: '  \n ' }, 'MESSAGE_EMPTY'],
    ['more than 4,000 characters', { text: 'x'.repeat(4_001) }, 'TOO_BIG'],
    ['nobody it is for', { text: 'x', to: null }, 'TO_WHOM'],
    ['a stranger mentioned', { text: 'x', mentions: ['0190a0b0-0000-7000-8000-000000000000'] }, 'MENTION_UNKNOWN'],
  ])('with %s is refused', async (_what, over, code) => {
    const refused = await who.adult.refused(SEND, { input: { to: about(0, EVERYBODY), ...over } });
    expect(refused.extensions.fields).toMatchObject([{ code }]);
  });

  it('is refused to whoever sends more than thirty a minute, and to nobody else', async () => {
    const { threadId } = await start(who.adult, 'one');
    await query(
      `INSERT INTO message (id, thread_id, school_id, sender_membership_id, body, sent_at)
       SELECT gen_random_uuid(), thread_id, school_id, sender_membership_id, 'more', now() FROM message, generate_series(1, 29)`,
    );
    expect((await who.adult.refused(SEND, { input: { threadId, text: 'x' } })).extensions.code).toBe('RATE_LIMITED');
    await send(who.host, { threadId, text: 'Calm down' });
  });

  it('may be changed or taken back by its sender for a quarter of an hour; what it said is kept', async () => {
    const sent = await start(who.adult, 'Frist words');
    expect(sent.changeable).toBe(true);
    expect((await who.host.refused(EDIT, { id: sent.id, text: 'x', v: 1 })).extensions.code).toBe('FORBIDDEN');
    expect((await who.minor.refused(EDIT, { id: sent.id, text: 'x', v: 1 })).extensions.code).toBe('NOT_FOUND');
    expect((await who.host.refused(REMOVE, { id: sent.id, v: 1 })).extensions.code).toBe('FORBIDDEN');
    expect((await who.minor.refused(REMOVE, { id: sent.id, v: 1 })).extensions.code).toBe('NOT_FOUND');
    const edited = (await who.adult.ask<{ editMessage: Msg }>(EDIT, { id: sent.id, text: 'First words', v: 1 }))
      .editMessage;
    expect(edited).toMatchObject({ text: 'First words', version: 2 });
    expect((await who.adult.refused(EDIT, { id: sent.id, text: 'y', v: 1 })).extensions.code).toBe('CONFLICT');
    await who.adult.ask(REMOVE, { id: sent.id, v: 2 });
    const [seen] = await messagesOf(who.host, sent.threadId);
    expect(seen).toMatchObject({ text: null, sender: { name: 'adult' } });
    expect(seen?.removedAt).not.toBeNull();
    expect(
      (await who.host.ask<{ searchMessages: { nodes: unknown[] } }>(SEARCH, { text: 'words' })).searchMessages.nodes,
    ).toEqual([]);
    expect(await query('SELECT version, body FROM message_version ORDER BY version')).toEqual([
      { version: 1, body: 'Frist words' },
      { version: 2, body: 'First words' },
    ]);
    expect(JSON.stringify(await query('SELECT before, after FROM event'))).not.toContain('words');
    const late = await start(who.adult, 'Late');
    await query(`UPDATE message SET sent_at = sent_at - interval '15 minutes' WHERE id = $1`, [late.id]);
    expect((await who.adult.refused(EDIT, { id: late.id, text: 'x', v: 1 })).extensions).toMatchObject({
      reason: 'TOO_LATE',
    });
    expect((await who.adult.refused(REMOVE, { id: late.id, v: 1 })).extensions).toMatchObject({ reason: 'TOO_LATE' });
  });

  it('is found by the beginning of its words, without accents, among one’s own alone', async () => {
    await start(who.adult, 'La città è bellissima');
    const found = async (by: Agent, text: string) =>
      (await by.ask<{ searchMessages: { nodes: { text: string }[] } }>(SEARCH, { text })).searchMessages.nodes.length;
    expect(await found(who.host, 'CITTA bell')).toBe(1);
    expect(await found(who.host, 'citta brutta')).toBe(0);
    expect(await found(who.minor, 'citta')).toBe(0);
    expect(await found(stranger.coordinator, 'citta')).toBe(0);
    expect((await who.host.refused(SEARCH, { text: '&|!' })).extensions.fields).toMatchObject([
      { code: 'SEARCH_EMPTY' },
    ]);
  });
});

describe('the list of conversations', () => {
  it('puts unread ones first, filters by flow, and takes the same statements for many as for few', async () => {
    const { flowId } = harness.world.own;
    const one = await start(who.adult, 'one', []);
    const few = (await who.coordinator.send<Listed>(THREADS, { first: 10 })).statements;
    await who.coordinator.ask(READ, { threadId: one.threadId, until: one.id });
    const two = await start(who.minor, 'two', [], 1);
    for (const circle of [['hostCoordinator'], ['companyTutor'], ['sendingTeacher'], ['sendingFinance']])
      await start(who.adult, 'more', circle);
    await send(who.coordinator, { threadId: one.threadId, text: 'newest, but mine' });
    const many = await who.coordinator.send<Listed>(THREADS, { first: 10 });
    expect(many.statements).toBe(few);
    expect(many.data.threads.totalCount).toBe(6);
    expect(many.data.threads.nodes.at(-1)).toMatchObject({ id: one.threadId, unread: 0 });
    expect(many.data.threads.nodes[0]?.title).toMatchObject({
      flowCode: 'BER-1',
      learner: expect.stringContaining('Last own') as string,
    });
    const unread = await listed(who.coordinator, { filter: { unread: true, flowId } });
    expect(unread.threads.totalCount).toBe(5);
    expect((await listed(who.coordinator, { filter: { flowId: harness.world.foreign.flowId } })).threads.nodes).toEqual(
      [],
    );
    const pages: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const { threads }: Listed = await listed(who.coordinator, { first: 2, after });
      pages.push(...threads.nodes.map(({ id }) => id));
      after = threads.pageInfo.endCursor;
    }
    expect(new Set(pages).size).toBe(6);
    expect(pages).toContain(two.threadId);
  });

  it('shows the school’s conversations to a coordinator who came later, without counting them as unread', async () => {
    const { own } = harness.world;
    const sent = await start(who.adult, 'old', ['hostCoordinator']);
    await query(
      `INSERT INTO person (id, email, display_name, locale, password_hash, created_at)
       SELECT gen_random_uuid(), 'late@own.example', 'late', 'en', password_hash, now() FROM person WHERE email = $1`,
      [own.people.tutor],
    );
    await query(
      `INSERT INTO membership (id, person_id, organisation_id, role, created_at)
       SELECT gen_random_uuid(), id, $1, 'sendingCoordinator', now() FROM person WHERE email = 'late@own.example'`,
      [own.schoolId],
    );
    const late = await harness.as('late@own.example', 'sendingCoordinator');
    const seen = await listed(late);
    expect(seen).toMatchObject({ unreadMessages: 0, threads: { nodes: [{ id: sent.threadId, unread: 0 }] } });
    expect(await messagesOf(late, sent.threadId)).toHaveLength(1);
    await query(
      `UPDATE membership SET ended_at = now() WHERE person_id = (SELECT id FROM person WHERE email = 'late@own.example')`,
    );
  });
});
