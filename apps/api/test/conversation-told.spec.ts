import {
  circleOf,
  EDIT,
  harness,
  listed,
  mailsTo,
  messagesOf,
  query,
  READ,
  send,
  start,
  who,
  useConversations,
} from './conversation-desk';
import { agent } from './http';
import { connect } from './sockets';

useConversations();

describe('being told of messages', () => {
  it('tells once until it is read, each in the words of the portal, and leads to the very message', async () => {
    const { people } = harness.world.own;
    const sent = await start(who.adult, 'Secret words', ['hostCoordinator']);
    await send(who.adult, { threadId: sent.threadId, text: 'And more' });
    await harness.settle();
    const mails = await mailsTo(people.host);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(`/host/messages/${sent.threadId}?message=${sent.id}`);
    expect(JSON.stringify(mails)).not.toContain('Secret words');
    const last = await messagesOf(who.host, sent.threadId);
    await who.host.ask(READ, { threadId: sent.threadId, until: last[0]?.id });
    await send(who.adult, { threadId: sent.threadId, text: 'Later' });
    await harness.settle();
    expect(await mailsTo(people.host)).toHaveLength(2);
    expect(await mailsTo(people.adult)).toEqual([]);
  });

  it('tells whoever is mentioned although more is unread, and nobody by e-mail who does not want it', async () => {
    const { people, mobilityIds } = harness.world.own;
    const sent = await start(who.adult, 'Hello', ['hostCoordinator']);
    const host = (await circleOf(who.adult, mobilityIds[0])).find(({ role }) => role === 'hostCoordinator');
    const mention = await send(who.adult, {
      threadId: sent.threadId,
      text: '@host please',
      mentions: [host?.membershipId],
    });
    expect(mention.mentions).toEqual([{ name: 'host' }]);
    await harness.settle();
    expect((await mailsTo(people.host)).map(({ subject }) => subject).sort()).toEqual([
      'New message from adult · BER-1',
      'adult mentioned you · BER-1',
    ]);
    await who.coordinator.ask(
      'mutation ($i: MailPreferencesInput!) { chooseMailPreferences(input: $i) { timeZone } }',
      {
        i: { topics: [{ topic: 'messages', delivery: 'off' }], timeZone: 'Europe/Rome' },
      },
    );
    await start(who.minor, 'Quiet', [], 1);
    await harness.settle();
    expect(await mailsTo(people.coordinator)).toHaveLength(1);
    expect((await listed(who.coordinator)).unreadMessages).toBe(3);
  });

  it('lets a tutor without an account in by a personal link that goes on to the message', async () => {
    const { people } = harness.world.own;
    const [{ hash } = { hash: '' }] = await query<{ hash: string }>(
      'SELECT password_hash AS hash FROM person WHERE email = $1',
      [people.tutor],
    );
    await query('UPDATE person SET password_hash = NULL WHERE email = $1', [people.tutor]);
    const sent = await start(who.adult, 'Hello', ['companyTutor']);
    await harness.settle();
    const [mail] = await mailsTo(people.tutor);
    const link = /http\S+\/company\/seat\/(\S+)\?next=(\S+)/.exec(mail?.text ?? '');
    expect(decodeURIComponent(link?.[2] ?? '')).toBe(`/messages/${sent.threadId}?message=${sent.id}`);
    const seat = agent(harness.baseUrl, 'company');
    await seat.enterSeat(`/company/seat/${link?.[1] ?? ''}`);
    expect(await messagesOf(seat, sent.threadId)).toHaveLength(1);
    expect(JSON.stringify(await query('SELECT * FROM notification'))).not.toContain(link?.[1]);
    await query('UPDATE person SET password_hash = $2 WHERE email = $1', [people.tutor, hash]);
  });

  it('is heard live by those who take part: arrived, changed, read', async () => {
    const client = connect(harness.baseUrl, who.host);
    const other = connect(harness.baseUrl, who.minor);
    const NEWS = 'subscription { threadChanged { kind threadId unread message { text readBy { name } } } }';
    const [news, silence] = [client.subscribe<{ threadChanged: object }>(NEWS), other.subscribe(NEWS)];
    while (harness.api.runtime.live.size < 2) await new Promise((later) => setTimeout(later, 10));
    const sent = await start(who.adult, 'Now', ['hostCoordinator']);
    const { threadId } = sent;
    expect((await news.next()).threadChanged).toEqual({
      kind: 'message',
      threadId,
      unread: 1,
      message: { text: 'Now', readBy: [] },
    });
    await who.adult.ask(EDIT, { id: sent.id, text: 'Then', v: 1 });
    expect((await news.next()).threadChanged).toMatchObject({ kind: 'changed', message: { text: 'Then' } });
    await who.host.ask(READ, { threadId, until: sent.id });
    expect((await news.next()).threadChanged).toEqual({ kind: 'read', threadId, unread: 0, message: null });
    expect(silence.waiting).toEqual([]);
    await client.client.dispose();
    await other.client.dispose();
  });
});
