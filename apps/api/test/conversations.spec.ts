import { policy, reachSql, SqlParameters } from '@softmob/access';
import { systemContext, write } from '@softmob/api-kit';
import { makeSeats } from '@softmob/identity-api';
import { type Harness, startHarness } from './harness';
import { agent, type Agent } from './http';
import { connect } from './sockets';
import { setStage } from './world';

const MESSAGE = `id threadId text mine changeable announcement version removedAt editedAt sender { name role } sentTo
  mentions { name } files { id fileName mime } readBy { name }`;
const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ${MESSAGE} } }`;
const THREADS = `query ($filter: ThreadFilterInput, $first: Int, $after: String) { threads(filter: $filter, first: $first, after: $after) {
  nodes { id kind unread circle title { learner flowCode school organisation } members { name role } lastMessage { text sender { name } } }
  pageInfo { hasNextPage endCursor } totalCount } unreadMessages }`;
const MESSAGES = `query ($threadId: ID!, $first: Int) { messages(threadId: $threadId, first: $first) { nodes { ${MESSAGE} } } }`;
const SEARCH = 'query ($text: String!) { searchMessages(text: $text) { nodes { text threadId } } }';
const READ = 'mutation ($threadId: ID!, $until: ID!) { markThreadRead(threadId: $threadId, until: $until) { ok } }';
const EDIT = `mutation ($id: ID!, $text: String!, $v: Int!) { editMessage(id: $id, text: $text, expectedVersion: $v) { ${MESSAGE} } }`;
const REMOVE = `mutation ($id: ID!, $v: Int!) { removeMessage(id: $id, expectedVersion: $v) { ${MESSAGE} } }`;
const CIRCLE =
  'query ($kind: String!, $id: ID!) { threadCircle(kind: $kind, subjectId: $id) { membershipId name role } }';
const TO_FLOW = 'mutation ($input: SendToFlowInput!) { sendToFlow(input: $input) { id total done finishedAt } }';
const PREVIEW =
  'query ($flowId: ID!, $circle: [String!]!) { flowMessagePreview(flowId: $flowId, circle: $circle) { learners people { name role } unreached } }';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Msg {
  id: string;
  threadId: string;
  text: string | null;
  mine: boolean;
  changeable: boolean;
  announcement: boolean;
  version: number;
  removedAt: string | null;
  sender: { name: string; role: string };
  sentTo: number;
  mentions: { name: string }[];
  files: { id: string; fileName: string; mime: string }[];
  readBy: { name: string }[];
}
interface ThreadNode {
  id: string;
  kind: string;
  unread: number;
  circle: string[];
  title: { learner: string | null; flowCode: string | null; organisation: string | null };
  members: { name: string; role: string }[];
  lastMessage: { text: string } | null;
}
interface Listed {
  threads: { nodes: ThreadNode[]; totalCount: number; pageInfo: { endCursor: string; hasNextPage: boolean } };
  unreadMessages: number;
}

let harness: Harness;
const who = {} as Record<
  'adult' | 'minor' | 'guardian' | 'tutor' | 'host' | 'coordinator' | 'teacher' | 'finance',
  Agent
>;
let stranger: Record<'adult' | 'coordinator' | 'host' | 'tutor', Agent>;
const query = async <Row extends object = object>(sql: string, values: unknown[] = []) =>
  (await harness.api.runtime.pool.query<Row>(sql, values)).rows;

const EVERYBODY = ['participant', 'companyTutor', 'hostCoordinator', 'sendingTeacher'];
const about = (at: 0 | 1, circle: string[]) => ({
  kind: 'mobility',
  subjectId: harness.world.own.mobilityIds[at],
  circle,
});
const send = async (by: Agent, input: object) => (await by.ask<{ sendMessage: Msg }>(SEND, { input })).sendMessage;
const start = (by: Agent, text: string, circle = EVERYBODY, at: 0 | 1 = 0, more: object = {}) =>
  send(by, { to: about(at, circle), text, ...more });
const listed = (by: Agent, variables: object = {}) => by.ask<Listed>(THREADS, variables);
const messagesOf = async (by: Agent, threadId: string) =>
  (await by.ask<{ messages: { nodes: Msg[] } }>(MESSAGES, { threadId })).messages.nodes;
const circleOf = async (by: Agent, id: string, kind = 'mobility') =>
  (await by.ask<{ threadCircle: { membershipId: string; name: string; role: string }[] }>(CIRCLE, { kind, id }))
    .threadCircle;
const upload = async (by: Agent, body = PNG, name = 'photo.png') => {
  const response = await by
    .post('/api/messages/files')
    .set('x-file-name', encodeURIComponent(name))
    .set('content-type', 'application/octet-stream')
    .send(body);
  return { status: response.status, id: (response.body as { id: string }).id };
};
const mailsTo = (recipient: string) =>
  query<{ subject: string; text: string }>(
    'SELECT subject, text FROM outbox_message WHERE recipient = $1 ORDER BY id',
    [recipient],
  );

beforeAll(async () => {
  harness = await startHarness();
  const { own, foreign } = harness.world;
  const { people } = own;
  for (const id of [...own.mobilityIds, ...foreign.mobilityIds])
    await setStage(harness.api.runtime.pool, id, 'confirmed');
  await query(
    `INSERT INTO accompanying_person (id, flow_id, organisation_id, first_name, last_name, email, starts_on, ends_on)
     VALUES (gen_random_uuid(), $1, $2, 'Te', 'Acher', $3, now(), now())`,
    [own.flowId, own.schoolId, people.teacher],
  );
  who.adult = await harness.as(people.adult, 'participant');
  who.minor = await harness.as(people.minor, 'participant');
  who.guardian = await harness.as(people.guardian, 'guardian');
  who.tutor = await harness.as(people.tutor, 'companyTutor');
  who.host = await harness.as(people.host, 'hostCoordinator');
  who.coordinator = await harness.as(people.coordinator, 'sendingCoordinator');
  who.teacher = await harness.as(people.teacher, 'sendingTeacher');
  who.finance = await harness.as(people.finance, 'sendingFinance');
  stranger = {
    adult: await harness.as(foreign.people.adult, 'participant'),
    coordinator: await harness.as(foreign.people.coordinator, 'sendingCoordinator'),
    host: await harness.as(foreign.people.host, 'hostCoordinator'),
    tutor: await harness.as(foreign.people.tutor, 'companyTutor'),
  };
}, 60_000);
afterAll(() => harness.close());
beforeEach(async () => {
  await harness.settle();
  await query(
    `TRUNCATE thread, message, message_taker, thread_member, message_version, message_file, broadcast, notification, mail, outbox_message, mail_preference`,
  );
});

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

describe('files of a message', () => {
  it('are checked as documents are, reached by its readers alone, and gone when it is taken back', async () => {
    expect((await upload(who.adult, Buffer.from('<script>'), 'a.png')).status).toBe(400);
    const file = await upload(who.adult, PNG, '../../../étude.exe');
    expect(file.status).toBe(201);
    const get = (by: Agent) => by.get(`/api/messages/files/${file.id}`).then(({ status }) => status);
    expect(await get(who.host)).toBe(404);
    expect(await get(who.adult)).toBe(200);
    const theft = await who.host.refused(SEND, { input: { to: about(0, EVERYBODY), text: 'x', fileIds: [file.id] } });
    expect(theft.extensions.code).toBe('NOT_FOUND');
    const sent = await start(who.adult, '', EVERYBODY, 0, { fileIds: [file.id] });
    const [seen] = await messagesOf(who.host, sent.threadId);
    expect(seen?.files).toMatchObject([{ fileName: 'étude.png', mime: 'image/png' }]);
    const delivered = await who.host.get(`/api/messages/files/${file.id}`);
    expect(delivered.headers['content-security-policy']).toContain('sandbox');
    expect(await get(who.minor)).toBe(404);
    expect(await get(stranger.coordinator)).toBe(404);
    expect(await get(harness.stranger)).toBe(403);
    expect((await upload(harness.stranger)).status).toBe(403);
    await who.adult.ask(REMOVE, { id: sent.id, v: 1 });
    expect(await get(who.host)).toBe(404);
  });
});

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

describe('a message to a whole flow', () => {
  const toFlow = (over: object = {}) => ({
    flowId: harness.world.own.flowId,
    circle: ['participant', 'guardian'],
    text: 'Bring your passport',
    ...over,
  });

  it('is announced before it goes: who gets it, and who nobody reaches', async () => {
    const { flowId } = harness.world.own;
    const preview = async (circle: string[]) =>
      (
        await who.coordinator.ask<{
          flowMessagePreview: { learners: number; people: { name: string }[]; unreached: string[] };
        }>(PREVIEW, { flowId, circle })
      ).flowMessagePreview;
    expect(await preview(['participant', 'guardian'])).toMatchObject({ learners: 2, unreached: [] });
    expect((await preview(['participant', 'guardian'])).people.map(({ name }) => name).sort()).toEqual([
      'adult',
      'guardian',
      'minor',
    ]);
    expect((await preview(['guardian'])).unreached).toEqual(['adult Last own']);
    expect(
      (await who.coordinator.refused(PREVIEW, { flowId: harness.world.foreign.flowId, circle: ['participant'] }))
        .extensions.code,
    ).toBe('NOT_FOUND');
  });

  it('reaches each learner in a conversation of their own, with the file, whose answer the others never see', async () => {
    const { id: fileId } = await upload(who.coordinator);
    const { sendToFlow } = await who.coordinator.ask<{
      sendToFlow: { total: number; done: number; finishedAt: string };
    }>(TO_FLOW, {
      input: toFlow({ fileIds: [fileId] }),
    });
    expect(sendToFlow).toMatchObject({ total: 2, done: 2 });
    expect(sendToFlow.finishedAt).not.toBeNull();
    const [adults] = (await listed(who.adult)).threads.nodes;
    const [minors] = (await listed(who.minor)).threads.nodes;
    expect(minors?.id).not.toBe(adults?.id);
    const [copy] = await messagesOf(who.adult, adults?.id ?? '');
    expect(copy).toMatchObject({ announcement: true, text: 'Bring your passport', files: [{ mime: 'image/png' }] });
    expect((await who.adult.get(`/api/messages/files/${copy?.files[0]?.id ?? ''}`)).status).toBe(200);
    expect((await who.minor.get(`/api/messages/files/${copy?.files[0]?.id ?? ''}`)).status).toBe(404);
    expect((await listed(who.guardian)).unreadMessages).toBe(1);
    await send(who.adult, { threadId: adults?.id, text: 'Mine has run out' });
    expect(
      (await who.minor.ask<{ searchMessages: { nodes: unknown[] } }>(SEARCH, { text: 'run' })).searchMessages.nodes,
    ).toEqual([]);
    await harness.settle();
    expect((await mailsTo(harness.world.own.people.minor))[0]?.subject).toContain('everybody of the flow');
  });

  it('is for the coordinator of that flow alone', async () => {
    for (const by of [who.adult, who.guardian, who.tutor, who.host, who.teacher, who.finance, harness.stranger]) {
      expect((await by.refused(TO_FLOW, { input: toFlow() })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      expect((await by.refused(PREVIEW, { flowId: harness.world.own.flowId, circle: [] })).extensions.code).toBe(
        'GRAPHQL_VALIDATION_FAILED',
      );
    }
    expect((await stranger.coordinator.refused(TO_FLOW, { input: toFlow() })).extensions.code).toBe('NOT_FOUND');
    const { sendToFlow } = await who.coordinator.ask<{ sendToFlow: { id: string } }>(TO_FLOW, { input: toFlow() });
    const BROADCAST = 'query ($id: ID!) { broadcast(id: $id) { done } }';
    expect((await stranger.coordinator.refused(BROADCAST, { id: sendToFlow.id })).extensions.code).toBe('NOT_FOUND');
    expect((await who.coordinator.refused(TO_FLOW, { input: toFlow({ circle: [] }) })).extensions.fields).toMatchObject(
      [{ code: 'CIRCLE_EMPTY' }],
    );
  });

  it('to many is a job with progress, and nobody gets it twice when that dies on the way', async () => {
    const { own } = harness.world;
    const many = 120;
    await query(
      `WITH person AS (
         INSERT INTO person (id, email, display_name, locale, created_at)
         SELECT gen_random_uuid(), 'many' || n || '@own.example', 'many' || n, 'en', now() FROM generate_series(1, $1::int) n RETURNING id, email
       ), member AS (
         INSERT INTO membership (id, person_id, organisation_id, role, created_at) SELECT gen_random_uuid(), id, $2, 'participant', now() FROM person
       ), participant AS (
         INSERT INTO participant (id, organisation_id, person_id, first_name, last_name, email, birth_date, adult_on, occupation, created_at)
         SELECT gen_random_uuid(), $2, id, 'Many', email, email, '2000-01-01', '2018-01-01', 'cook', now() FROM person RETURNING id, person_id
       )
       INSERT INTO mobility (id, project_id, flow_id, sending_organisation_id, participant_id, participant_person_id, adult_on, sort_name, stage, starts_on, ends_on, host_access_until, created_at)
       SELECT gen_random_uuid(), $3, $4, $2, id, person_id, '2018-01-01', 'many', 'selected', '2027-01-01', '2027-02-01', '2027-08-01', now() FROM participant`,
      [many, own.schoolId, own.projectId, own.flowId],
    );
    const { sendToFlow } = await who.coordinator.ask<{ sendToFlow: { id: string; done: number; total: number } }>(
      TO_FLOW,
      { input: toFlow() },
    );
    expect(sendToFlow).toMatchObject({ done: 0, total: many + 2 });
    const { runtime } = harness.api;
    const job = runtime.jobs.get('conversations:broadcast');
    const [first] = await query<{ id: string }>('SELECT id FROM membership WHERE person_id = $1', [
      own.personIds[own.people.coordinator],
    ]);
    let calls = 0;
    const dying = {
      ...runtime,
      post: (...given: Parameters<NonNullable<typeof runtime.post>>) => {
        calls += 1;
        if (calls === 2) return Promise.reject(new Error('killed'));
        return runtime.post?.(...given) ?? Promise.resolve([]);
      },
    };
    const system = systemContext(runtime);
    const actor = {
      audience: 'sendingCoordinator' as const,
      personId: own.personIds[own.people.coordinator] ?? '',
      membershipId: first?.id ?? '',
      organisationId: own.schoolId,
      seatMobilityIds: null,
      today: system.actor.today,
    };
    const acting = system.as(actor);
    const half = Object.assign(Object.create(Object.getPrototypeOf(acting) as object) as typeof acting, acting, {
      runtime: dying,
    });
    await expect(job?.run(half, { broadcastId: sendToFlow.id })).rejects.toThrow('killed');
    const progress = await who.coordinator.ask<{ broadcast: { done: number } }>(
      'query ($id: ID!) { broadcast(id: $id) { done } }',
      { id: sendToFlow.id },
    );
    expect(progress.broadcast.done).toBe(50);
    await harness.settle();
    await harness.settle();
    const [counts] = await query<{ copies: number; learners: number; mails: number }>(
      `SELECT count(*)::int AS copies, count(DISTINCT mobility_id)::int AS learners,
              (SELECT count(*)::int FROM outbox_message WHERE recipient LIKE 'many%') AS mails FROM message WHERE broadcast_id = $1`,
      [sendToFlow.id],
    );
    expect(counts).toEqual({ copies: many + 2, learners: many + 2, mails: many });
  });
});
