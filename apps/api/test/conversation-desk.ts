import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { setStage } from './world';

const MESSAGE = `id threadId text mine changeable announcement version removedAt editedAt sender { name role } sentTo
  mentions { name } files { id fileName mime thumbnail } readBy { name }`;
export const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ${MESSAGE} } }`;
export const THREADS = `query ($filter: ThreadFilterInput, $first: Int, $after: String) { threads(filter: $filter, first: $first, after: $after) {
  nodes { id kind unread circle title { learner flowCode school organisation } members { name role } lastMessage { text sender { name } } }
  pageInfo { hasNextPage endCursor } totalCount } unreadMessages }`;
const MESSAGES = `query ($threadId: ID!, $first: Int) { messages(threadId: $threadId, first: $first) { nodes { ${MESSAGE} } } }`;
export const SEARCH = 'query ($text: String!) { searchMessages(text: $text) { nodes { text threadId } } }';
export const READ =
  'mutation ($threadId: ID!, $until: ID!) { markThreadRead(threadId: $threadId, until: $until) { ok } }';
export const EDIT = `mutation ($id: ID!, $text: String!, $v: Int!) { editMessage(id: $id, text: $text, expectedVersion: $v) { ${MESSAGE} } }`;
export const REMOVE = `mutation ($id: ID!, $v: Int!) { removeMessage(id: $id, expectedVersion: $v) { ${MESSAGE} } }`;
export const CIRCLE =
  'query ($kind: String!, $id: ID!) { threadCircle(kind: $kind, subjectId: $id) { membershipId name role } }';
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export interface Msg {
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
  files: { id: string; fileName: string; mime: string; thumbnail: string }[];
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
export interface Listed {
  threads: { nodes: ThreadNode[]; totalCount: number; pageInfo: { endCursor: string; hasNextPage: boolean } };
  unreadMessages: number;
}

/** The world of these tests, raised by `useConversations`. */
export let harness: Harness;
export const who = {} as Record<
  'adult' | 'minor' | 'guardian' | 'tutor' | 'host' | 'coordinator' | 'teacher' | 'finance',
  Agent
>;
export let stranger: Record<'adult' | 'coordinator' | 'host' | 'tutor', Agent>;
export const query = async <Row extends object = object>(sql: string, values: unknown[] = []) =>
  (await harness.api.runtime.pool.query<Row>(sql, values)).rows;

export const EVERYBODY = ['participant', 'companyTutor', 'hostCoordinator', 'sendingTeacher'];
export const about = (at: 0 | 1, circle: string[]) => ({
  kind: 'mobility',
  subjectId: harness.world.own.mobilityIds[at],
  circle,
});
export const send = async (by: Agent, input: object) =>
  (await by.ask<{ sendMessage: Msg }>(SEND, { input })).sendMessage;
export const start = (by: Agent, text: string, circle = EVERYBODY, at: 0 | 1 = 0, more: object = {}) =>
  send(by, { to: about(at, circle), text, ...more });
export const listed = (by: Agent, variables: object = {}) => by.ask<Listed>(THREADS, variables);
export const messagesOf = async (by: Agent, threadId: string) =>
  (await by.ask<{ messages: { nodes: Msg[] } }>(MESSAGES, { threadId })).messages.nodes;
export const circleOf = async (by: Agent, id: string, kind = 'mobility') =>
  (await by.ask<{ threadCircle: { membershipId: string; name: string; role: string }[] }>(CIRCLE, { kind, id }))
    .threadCircle;
export const upload = async (by: Agent, body = PNG, name = 'photo.png') => {
  const response = await by
    .post('/api/messages/files')
    .set('x-file-name', encodeURIComponent(name))
    .set('content-type', 'application/octet-stream')
    .send(body);
  return { status: response.status, id: (response.body as { id: string }).id };
};
export const mailsTo = (recipient: string) =>
  query<{ subject: string; text: string }>(
    'SELECT subject, text FROM outbox_message WHERE recipient = $1 ORDER BY id',
    [recipient],
  );

/** Raises a world in which everybody of a school, its host and a company takes part, and empties its conversations before each test. */
export function useConversations(): void {
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
}
