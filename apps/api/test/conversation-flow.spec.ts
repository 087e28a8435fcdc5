import { systemContext } from '@softmob/api-kit';
import {
  harness,
  listed,
  mailsTo,
  messagesOf,
  query,
  SEARCH,
  send,
  stranger,
  upload,
  who,
  useConversations,
} from './conversation-desk';

const TO_FLOW = 'mutation ($input: SendToFlowInput!) { sendToFlow(input: $input) { id total done finishedAt } }';
const PREVIEW =
  'query ($flowId: ID!, $circle: [String!]!) { flowMessagePreview(flowId: $flowId, circle: $circle) { learners people { name role } unreached } }';

useConversations();

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
