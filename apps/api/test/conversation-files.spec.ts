import {
  about,
  EVERYBODY,
  harness,
  listed,
  messagesOf,
  PNG,
  query,
  REMOVE,
  SEND,
  start,
  stranger,
  upload,
  who,
  useConversations,
} from './conversation-desk';
import { type Agent } from './http';

useConversations();

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

describe('the small picture of a file', () => {
  const pictureOf = (by: Agent, id: string) => by.get(`/api/messages/files/${id}/thumbnail`).buffer(true);
  /** Works the queue, what is planned for shortly included. */
  const draw = async () => {
    await query('UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()');
    await harness.settle();
  };

  it('is drawn after the upload, reached by the readers of its message alone, and gone when that is taken back', async () => {
    const file = await upload(who.adult);
    expect((await pictureOf(who.adult, file.id)).status).toBe(404);
    await draw();
    expect((await pictureOf(who.adult, file.id)).status).toBe(200);
    expect((await pictureOf(who.host, file.id)).status).toBe(404);
    const sent = await start(who.adult, 'Look', EVERYBODY, 0, { fileIds: [file.id] });
    const [seen] = await messagesOf(who.host, sent.threadId);
    expect(seen?.files).toMatchObject([{ id: file.id, thumbnail: 'made' }]);
    const picture = await pictureOf(who.host, file.id);
    expect(picture.headers).toMatchObject({ 'content-type': 'image/webp', 'cache-control': 'private, no-cache' });
    for (const by of [who.minor, who.guardian, who.finance, ...Object.values(stranger)]) {
      expect((await pictureOf(by, file.id)).status).toBe(404);
    }
    expect((await pictureOf(harness.stranger, file.id)).status).toBe(403);
    await who.adult.ask(REMOVE, { id: sent.id, v: 1 });
    expect((await pictureOf(who.host, file.id)).status).toBe(404);
  });

  it('is drawn once for all copies of a message to a flow, and each learner reaches their own', async () => {
    const { id } = await upload(who.coordinator);
    await who.coordinator.ask('mutation ($input: SendToFlowInput!) { sendToFlow(input: $input) { done } }', {
      input: { flowId: harness.world.own.flowId, circle: ['participant'], text: 'The plan', fileIds: [id] },
    });
    await draw();
    const ownOf = async (by: Agent) => {
      const [thread] = (await listed(by)).threads.nodes;
      return (await messagesOf(by, thread?.id ?? ''))[0]?.files[0];
    };
    const [adults, minors] = [await ownOf(who.adult), await ownOf(who.minor)];
    expect([adults?.thumbnail, minors?.thumbnail]).toEqual(['made', 'made']);
    expect((await pictureOf(who.adult, adults?.id ?? '')).status).toBe(200);
    expect((await pictureOf(who.minor, adults?.id ?? '')).status).toBe(404);
  });

  it('is left out where a file cannot be drawn', async () => {
    const { id } = await upload(who.adult, Buffer.from('%PDF-1.7 and nothing behind it'), 'torn.pdf');
    await draw();
    expect(await query('SELECT thumbnail FROM message_file WHERE id = $1', [id])).toEqual([{ thumbnail: 'none' }]);
    expect((await pictureOf(who.adult, id)).status).toBe(404);
  });
});
