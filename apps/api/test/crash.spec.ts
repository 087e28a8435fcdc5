import { v7 as uuid } from 'uuid';
import { happen, makeFlow, ofMobility } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent, agent } from './http';
import { buildProduct, prepareProduct, type Product, seeded } from './product';
import { type SmtpPeer, startSmtpPeer } from './smtp-peer';

/** Kills; each in another group's bulk work. */
const ROUNDS = 20;
const GROUP = 8;
const LONGEST_WORK_MS = 1_200;
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
const random = seeded(seed);
/** The peer's own dice: how often it is asked must not move the kills. */
const peersRandom = seeded(seed + 1);

let harness: Harness;
let peer: SmtpPeer;
let product: Product;
let coordinator: Agent;
let operator: Agent;
let mobilityIds: string[];
/** The version of the template whose documents are issued. */
let versionId: string;
let flowId: string;

const rows = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await harness.api.runtime.pool.query<Row>(sql, values)).rows;
const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  (await rows<{ count: number }>(`SELECT count(*)::int AS count ${sql}`, values))[0]?.count ?? -1;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

beforeAll(async () => {
  buildProduct();
  harness = await startHarness();
  peer = await startSmtpPeer();
  peer.thinks = () => Math.floor(peersRandom() * 40);
  const { own } = harness.world;
  ({ flowId, mobilityIds } = await makeFlow(harness, own, { code: 'CRASH', people: ROUNDS * GROUP, startsIn: 90 }));
  await rows(
    `INSERT INTO membership (id, person_id, organisation_id, role, created_at)
     SELECT gen_random_uuid(), participant_person_id, sending_organisation_id, 'participant', now() FROM mobility WHERE flow_id = $1`,
    [flowId],
  );
  await happen(
    harness,
    mobilityIds.map((id) => ofMobility(own, flowId, id, 'mobility.selected')),
  );
  product = await prepareProduct(harness.databaseUrl, peer.url);
  const [school, keeper] = [
    await harness.as(own.people.coordinator, 'sendingCoordinator'),
    await harness.as(harness.world.operator, 'operator'),
  ];
  coordinator = Object.assign(agent(product.baseUrl, 'sending'), { cookie: school.cookie, actingAs: school.actingAs });
  const [insurance] = await rows<{ id: string }>(
    `SELECT v.id FROM document_template_version v JOIN document_template t ON t.id = v.template_id
     WHERE t.kind = 'insurance' AND t.organisation_id IS NULL ORDER BY v.number DESC LIMIT 1`,
  );
  versionId = insurance?.id ?? '';
  operator = Object.assign(agent(product.baseUrl, 'sending'), { cookie: keeper.cookie, actingAs: keeper.actingAs });
}, 120_000);
afterAll(async () => {
  await product.kill();
  await harness.close();
  await peer.close();
});

/** One press of a button: the browser repeats it under the same key until an answer comes. */
interface Press {
  readonly query: string;
  readonly variables: object;
  readonly key: string;
}

/** Presses once; whether an answer came. What the server refuses fails the test. */
async function press({ query, variables, key }: Press): Promise<boolean> {
  try {
    const { errors, data } = await coordinator.send(query, variables, { 'idempotency-key': key });
    if (errors) throw new Error(`Refused: ${JSON.stringify(errors)}`);
    return data !== undefined;
  } catch (error) {
    if ((error as Error).message.startsWith('Refused')) throw error;
    return false;
  }
}

async function pressAll(presses: readonly Press[]): Promise<Press[]> {
  const answered = await Promise.all(presses.map(press));
  return presses.filter((_press, at) => !answered[at]);
}

const INVITE = 'mutation ($input: InviteesInput!) { inviteParticipants(input: $input) { participants } }';
const ISSUE = 'mutation ($input: DocumentsInput!) { generateDocuments(input: $input) { id } }';
const COMPLETE = 'mutation ($ids: [ID!]!) { completeTasks(ids: $ids) { id } }';

/** What a coordinator does with one group: invites all of it, issues documents and ticks off steps for all of it. */
async function bulkWork(group: readonly string[]): Promise<Press[]> {
  const tasks = await rows<{ id: string }>(
    'SELECT id FROM task WHERE mobility_id = ANY($1::uuid[]) AND closes_on IS NULL',
    [group],
  );
  return [
    { query: INVITE, variables: { input: { mobilityIds: group, includeGuardians: true } }, key: uuid() },
    {
      query: ISSUE,
      variables: { input: { versionId, flowId, mobilityIds: group, language: 'en' } },
      key: uuid(),
    },
    { query: COMPLETE, variables: { ids: tasks.map(({ id }) => id) }, key: uuid() },
  ];
}

const DUE = `FROM graphile_worker._private_jobs WHERE run_at <= now() AND attempts < max_attempts`;

/** Waits until nothing is left to do, for as long as it becomes less. */
async function settled(): Promise<void> {
  let [least, since] = [Infinity, Date.now()];
  while (Date.now() - since < 60_000) {
    const left = await count(DUE);
    if (left === 0) return;
    const waiting = left + (await count(`FROM document_run_item WHERE state = 'waiting'`));
    if (waiting < least) [least, since] = [waiting, Date.now()];
    await pause(100);
  }
  throw new Error(`The queue does not end: ${JSON.stringify(await rows(`SELECT * ${DUE} LIMIT 3`))}`);
}

/** How often the peer took each message. */
function taken(): Map<string, number> {
  const times = new Map<string, number>();
  for (const { messageId } of peer.received) times.set(messageId, (times.get(messageId) ?? 0) + 1);
  return times;
}

const twice = () => [...taken()].filter(([, times]) => times > 1);

describe('a server killed at any moment', () => {
  let unclear = 0;

  it(`takes up its work after ${String(ROUNDS)} kills in the middle of bulk work (CRASH_SEED=${String(seed)})`, async () => {
    let open: Press[] = [];
    const killedAt: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await product.start();
      const group = mobilityIds.slice(round * GROUP, (round + 1) * GROUP);
      const working = pressAll([...open, ...(await bulkWork(group))]);
      const ms = Math.floor(random() * LONGEST_WORK_MS);
      await pause(ms);
      await product.kill();
      killedAt.push(ms);
      open = await working;
    }
    process.stderr.write(`killed after ${killedAt.join(', ')} ms, seed ${String(seed)}\n`);
    await product.start();
    expect(await pressAll(open)).toEqual([]);
    await settled();
    expect(await count(`FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL`)).toBe(0);
  }, 900_000);

  it('has sent no e-mail twice and lost none: each has arrived once, or is named as unclear', async () => {
    expect(twice()).toEqual([]);
    const mails = await rows<{ messageId: string; state: string }>(
      `SELECT message_id AS "messageId", CASE WHEN sent_at IS NOT NULL THEN 'sent' ELSE COALESCE(stuck, 'lost') END AS state
       FROM mail WHERE delivery = 'once'`,
    );
    expect(await count(`FROM mail WHERE template = 'identity:invitation'`)).toBe(ROUNDS * GROUP);
    const arrived = taken();
    const of = (state: string) => mails.filter((mail) => mail.state === state);
    expect(of('sent').filter(({ messageId }) => !arrived.has(messageId))).toEqual([]);
    expect(of('lost')).toEqual([]);
    expect(of('refused')).toEqual([]);
    const ours = new Set(mails.map(({ messageId }) => messageId));
    expect([...arrived.keys()].filter((messageId) => !ours.has(messageId))).toEqual([]);
    unclear = of('unclear').length;
    const there = of('unclear').filter(({ messageId }) => arrived.has(messageId)).length;
    process.stderr.write(
      `${String(mails.length)} e-mails, ${String(of('sent').length)} sent, ${String(unclear)} unclear, ${String(there)} of these had arrived\n`,
    );
    // Two are sent at once, so that a kill leaves at most two in doubt.
    expect(unclear).toBeLessThanOrEqual(2 * ROUNDS);
  });

  it('is told by its operator what the e-mail server’s log says: then every e-mail has arrived exactly once', async () => {
    const { stuckMails } = await operator.ask<{ stuckMails: { nodes: { id: string; messageId: string }[] } }>(
      '{ stuckMails(state: "unclear", first: 500) { nodes { id messageId } } }',
    );
    expect(stuckMails.nodes).toHaveLength(unclear);
    const arrived = taken();
    const [there, missing] = [true, false].map((is) =>
      stuckMails.nodes.filter(({ messageId }) => arrived.has(messageId) === is).map(({ id }) => id),
    );
    if (there?.length) {
      const input = { ids: there, as: 'arrived', reason: 'It stands in the log of the e-mail server.' };
      await operator.ask('mutation ($input: SettleMailsInput!) { settleMails(input: $input) { changed } }', { input });
    }
    if (missing?.length) {
      const input = { ids: missing };
      await operator.ask('mutation ($input: SendMailsAgainInput!) { sendMailsAgain(input: $input) { changed } }', {
        input,
      });
    }
    await settled();
    expect(twice()).toEqual([]);
    expect(taken().size).toBe(await count(`FROM mail WHERE delivery = 'once'`));
    expect(await count('FROM mail WHERE sent_at IS NULL')).toBe(0);
    const { stuckJobs, queueHealth } = await operator.ask<{ stuckJobs: { nodes: object[] }; queueHealth: object }>(
      '{ stuckJobs { nodes { kind state attempts error } } queueHealth { failing dead refused unclear } }',
    );
    expect(stuckJobs.nodes).toEqual([]);
    expect(queueHealth).toEqual({ failing: 0, dead: 0, refused: 0, unclear: 0 });
  }, 60_000);

  it('has issued every document once, under numbers without a gap, each with the very bytes it was sealed with', async () => {
    const people = ROUNDS * GROUP;
    expect(
      await rows('SELECT status, count(*)::int AS runs FROM document_run WHERE flow_id = $1 GROUP BY status', [flowId]),
    ).toEqual([{ status: 'done', runs: ROUNDS }]);
    expect(
      await rows(
        `SELECT i.state, count(*)::int AS items FROM document_run_item i JOIN document_run r ON r.id = i.run_id
         WHERE r.flow_id = $1 GROUP BY i.state`,
        [flowId],
      ),
    ).toEqual([{ state: 'issued', items: people }]);
    const [issued] = await rows<Record<string, number>>(
      `SELECT count(*)::int AS documents, count(DISTINCT d.subject_id)::int AS subjects, count(DISTINCT d.number)::int AS numbers,
              count(*) FILTER (WHERE d.status = 'valid')::int AS valid,
              count(*) FILTER (WHERE encode(sha256(f.bytes), 'hex') = d.sha256)::int AS whole, max(c.last)::int AS last
       FROM issued_document d LEFT JOIN issued_file f ON f.document_id = d.id
       JOIN document_counter c ON c.organisation_id = d.organisation_id AND c.kind = d.kind WHERE d.flow_id = $1`,
      [flowId],
    );
    const all = { documents: people, subjects: people, numbers: people, valid: people, whole: people, last: people };
    expect(issued).toEqual(all);
    expect(await count(`FROM event WHERE type = 'issued-document.issued' AND flow_id = $1`, [flowId])).toBe(people);
  });

  it('has done every piece of bulk work once, whole, with one line of history for each', async () => {
    const events = await rows<{ type: string; subjects: number; lines: number }>(
      `SELECT type, count(DISTINCT subject_id)::int AS subjects, count(*)::int AS lines FROM event
       WHERE type IN ('invitation.sent', 'task.completed') GROUP BY type ORDER BY type`,
    );
    const people = ROUNDS * GROUP;
    expect(events.find(({ type }) => type === 'invitation.sent')).toMatchObject({ subjects: people, lines: people });
    const done = events.find(({ type }) => type === 'task.completed');
    expect(done?.lines).toBe(done?.subjects);
    expect(done?.subjects).toBeGreaterThanOrEqual(people);
    expect(await count('FROM task WHERE done_at IS NOT NULL')).toBe(done?.subjects);
    expect(await count('FROM invitation')).toBe(people);
  });
});
