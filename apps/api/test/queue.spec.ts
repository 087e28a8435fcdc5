import { v7 as uuid } from 'uuid';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { type SmtpPeer, startSmtpPeer } from './smtp-peer';

let peer: SmtpPeer;
let harness: Harness;
let operator: Agent;
beforeAll(async () => {
  peer = await startSmtpPeer();
  harness = await startHarness(peer.url);
  operator = await harness.as(harness.world.operator, 'operator');
});
afterAll(async () => {
  await harness.close();
  await peer.close();
});
beforeEach(async () => {
  await query('DELETE FROM graphile_worker._private_jobs');
  await query('DELETE FROM mail');
  peer.received.length = 0;
  peer.manner = () => 'take';
});

const query = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await harness.api.runtime.pool.query<Row>(sql, values)).rows;

/** Queues an e-mail as any slice does, and returns its id. */
async function queue(recipient: string, options: { template?: string; attempts?: number } = {}): Promise<string> {
  const id = uuid();
  const data = { name: 'Ana', url: 'http://softmob.test/sending/reset/secret-of-ana', minutes: 60 };
  await query(
    `INSERT INTO mail (id, recipient, recipient_name, template, locale, data, organisation_id, queued_at, delivery)
     VALUES ($1, $2, 'Ana', $3, 'en', $4, $5, now(), 'once')`,
    [id, recipient, options.template ?? 'identity:reset', JSON.stringify(data), harness.world.own.schoolId],
  );
  await query(
    `SELECT graphile_worker.add_job('mail:send', json_build_object('mailId', $1::text), max_attempts => $2)`,
    [id, options.attempts ?? 25],
  );
  return id;
}

interface Health {
  queueHealth: {
    waiting: number;
    failing: number;
    dead: number;
    refused: number;
    unclear: number;
    kinds: { kind: string; failing: number; dead: number }[];
  };
}
const HEALTH = '{ queueHealth { waiting failing dead refused unclear kinds { kind failing dead } } }';
const health = async () => (await operator.ask<Health>(HEALTH)).queueHealth;

interface Jobs {
  stuckJobs: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: Job[] };
}
interface Job {
  id: string;
  kind: string;
  state: string;
  subjectType: string;
  subjectId: string;
  template: string;
  attempts: number;
  error: string;
  nextTryAt: string | null;
}
const JOBS = `query ($state: String, $kind: String, $first: Int, $after: String) {
  stuckJobs(state: $state, kind: $kind, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id kind state subjectType subjectId template attempts maxAttempts error queuedAt triedAt nextTryAt }
  } }`;
const jobs = async (variables = {}) => (await operator.ask<Jobs>(JOBS, variables)).stuckJobs;
const RETRY = 'mutation ($input: RetryJobsInput!) { retryJobs(input: $input) { changed } }';
const GIVE_UP = 'mutation ($input: GiveUpJobsInput!) { giveUpJobs(input: $input) { changed } }';
const AGAIN = 'mutation ($input: SendMailsAgainInput!) { sendMailsAgain(input: $input) { changed } }';
const SETTLE = 'mutation ($input: SettleMailsInput!) { settleMails(input: $input) { changed } }';

interface Mails {
  stuckMails: { totalCount: number; nodes: { id: string; state: string; address: string; answer: string }[] };
}
const MAILS = `query ($state: String) { stuckMails(state: $state) { totalCount
  nodes { id state template address organisation messageId answer queuedAt stuckAt settledAt } } }`;
const mails = async (state: string | null = null) => (await operator.ask<Mails>(MAILS, { state })).stuckMails;

describe('a job that fails', () => {
  it('shows what, which try and when next, and nobody’s data', async () => {
    const id = await queue('ana.ruiz@school.example', { template: 'nobody:knows' });
    await harness.settle();
    const { nodes, totalCount } = await jobs();
    expect(totalCount).toBe(1);
    expect(nodes[0]).toMatchObject({ kind: 'mail:send', state: 'failing', attempts: 1, template: 'nobody:knows' });
    expect(nodes[0]).toMatchObject({ subjectType: 'mail', subjectId: id });
    expect(nodes[0]?.error).toBe('No e-mail template is called "nobody:knows"');
    expect(Date.parse(nodes[0]?.nextTryAt ?? '')).toBeGreaterThan(Date.now());
    expect(JSON.stringify(nodes)).not.toMatch(/ruiz|secret/i);
    expect(await health()).toMatchObject({ failing: 1, dead: 0, kinds: [{ kind: 'mail:send', failing: 1, dead: 0 }] });
  });

  it('is dead after its last try, begins anew at the operator’s word, and succeeds', async () => {
    peer.manner = () => ({ atAddress: 451 });
    await queue('ana@school.example', { attempts: 1 });
    await harness.settle();
    const { nodes } = await jobs({ state: 'dead' });
    expect(nodes[0]).toMatchObject({ state: 'dead', attempts: 1, nextTryAt: null });
    expect(nodes[0]?.error).toContain('451');
    expect((await jobs({ state: 'failing' })).nodes).toEqual([]);
    peer.manner = () => 'take';
    const { retryJobs } = await operator.ask<{ retryJobs: object }>(RETRY, { input: { ids: [nodes[0]?.id] } });
    expect(retryJobs).toEqual({ changed: 1 });
    await harness.settle();
    expect(peer.received.map(({ to }) => to)).toEqual([['ana@school.example']]);
    expect(await health()).toEqual({ waiting: 0, failing: 0, dead: 0, refused: 0, unclear: 0, kinds: [] });
  });

  it('begins anew together with all of its kind, and pages through many with as many statements', async () => {
    peer.manner = () => ({ atAddress: 451 });
    for (const name of ['a', 'b', 'c']) await queue(`${name}@school.example`, { attempts: 1 });
    await harness.settle();
    const one = await operator.send(JOBS, { first: 1 });
    const all = await operator.send(JOBS, {});
    expect(one.statements).toBe(all.statements);
    const first = await jobs({ first: 2, kind: 'mail:send' });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await jobs({ first: 2, after: first.pageInfo.endCursor });
    expect(new Set([...first.nodes, ...rest.nodes].map(({ id }) => id)).size).toBe(3);
    peer.manner = () => 'take';
    await operator.ask(RETRY, { input: { kind: 'mail:send' } });
    await harness.settle();
    expect(peer.received).toHaveLength(3);
  });

  it('is given up with a reason that stays, and its e-mail keeps no words', async () => {
    const id = await queue('ana@school.example', { template: 'nobody:knows', attempts: 1 });
    await harness.settle();
    const { nodes } = await jobs();
    const ids = [nodes[0]?.id];
    const short = await operator.refused(GIVE_UP, { input: { ids, reason: ' ' } });
    expect(short.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'reason' }] });
    await operator.ask(GIVE_UP, { input: { ids, reason: 'The template is gone.' } });
    expect((await jobs()).nodes).toEqual([]);
    const { givenUpJobs } = await operator.ask<{ givenUpJobs: { nodes: object[] } }>(
      '{ givenUpJobs { nodes { kind subjectType subjectId attempts error reason } } }',
    );
    expect(givenUpJobs.nodes[0]).toEqual({
      kind: 'mail:send',
      subjectType: 'mail',
      subjectId: id,
      attempts: 1,
      error: 'No e-mail template is called "nobody:knows"',
      reason: 'The template is gone.',
    });
    expect(await query('SELECT settled_as, data FROM mail WHERE id = $1', [id])).toEqual([
      { settled_as: 'given-up', data: {} },
    ]);
    expect(await query(`SELECT after->>'reason' AS reason FROM event WHERE type = 'job.given-up'`)).toEqual([
      { reason: 'The template is gone.' },
    ]);
    expect((await operator.refused(GIVE_UP, { input: { ids, reason: 'Once more.' } })).extensions.code).toBe(
      'NOT_FOUND',
    );
  });
});

describe('an e-mail', () => {
  it.each([{ atAddress: 550 }, { afterText: 554 }])('refused for good (%j) waits for the operator', async (manner) => {
    peer.manner = () => manner;
    const id = await queue('ana.ruiz@school.example');
    await harness.settle();
    expect((await jobs()).nodes).toEqual([]);
    const { nodes } = await mails();
    expect(nodes[0]).toMatchObject({ id, state: 'refused', address: '…@school.example', organisation: 'School own' });
    expect(nodes[0]?.answer).toMatch(/55[04]/);
    expect(JSON.stringify(nodes)).not.toMatch(/ruiz|secret|somebody/i);
    peer.manner = () => 'take';
    await operator.ask(AGAIN, { input: { ids: [id] } });
    await harness.settle();
    expect(peer.received).toHaveLength(1);
    expect((await mails()).nodes).toEqual([]);
  });

  it('that the sender may not send is tried again by itself, and so is one for a busy server', async () => {
    peer.manner = () => ({ afterText: 451 });
    await queue('ana@school.example');
    await harness.settle();
    expect((await mails()).nodes).toEqual([]);
    expect((await jobs()).nodes).toHaveLength(1);
    expect(await query('SELECT sending_at FROM mail')).toEqual([{ sending_at: null }]);
  });

  it('whose server hangs up without an answer is unclear and never sent twice by itself', async () => {
    peer.manner = () => 'hang-up';
    const id = await queue('ana@school.example');
    await harness.settle();
    expect((await mails('unclear')).nodes).toMatchObject([{ id, state: 'unclear' }]);
    await harness.settle();
    expect(peer.turnedAway.filter((raw) => raw.includes(id))).toHaveLength(1);
    await operator.ask(SETTLE, { input: { ids: [id], as: 'arrived', reason: 'The server’s log has it.' } });
    expect((await mails()).nodes).toEqual([]);
    expect((await mails('settled')).nodes).toMatchObject([{ id, state: 'arrived' }]);
    expect(await query('SELECT sent_at IS NOT NULL AS sent, data FROM mail')).toEqual([{ sent: true, data: {} }]);
  });

  it('whose process died between its last bytes and the answer is unclear', async () => {
    const id = await queue('ana@school.example');
    await query(`UPDATE mail SET sending_at = now() WHERE id = $1`, [id]);
    await harness.settle();
    expect(peer.received).toEqual([]);
    expect(await health()).toMatchObject({ unclear: 1, waiting: 0 });
    await operator.ask(AGAIN, { input: { state: 'unclear' } });
    await harness.settle();
    expect(peer.received.map(({ messageId }) => messageId)).toEqual([`<${id}@softmob.test>`]);
  });
});

describe('the queue', () => {
  it('is the operator’s alone', async () => {
    const coordinator = await harness.as(harness.world.own.people.coordinator, 'sendingCoordinator');
    const reason = 'Because.';
    for (const [operation, variables] of [
      [HEALTH, {}],
      [JOBS, {}],
      [MAILS, {}],
      ['{ givenUpJobs { nodes { id } } }', {}],
      [RETRY, { input: { ids: ['1'] } }],
      [GIVE_UP, { input: { ids: ['1'], reason } }],
      [AGAIN, { input: { state: 'refused' } }],
      [SETTLE, { input: { ids: [uuid()], as: 'arrived', reason } }],
    ] as const) {
      for (const person of [coordinator, harness.stranger]) {
        expect((await person.refused(operation, variables)).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      }
    }
  });

  it('says what is wrong with a request for nothing, for both, or for what is not there', async () => {
    for (const input of [{}, { ids: ['1'], kind: 'mail:send' }]) {
      expect((await operator.refused(RETRY, { input })).extensions.code).toBe('VALIDATION');
    }
    expect((await operator.refused(RETRY, { input: { ids: ['999999'] } })).extensions.code).toBe('NOT_FOUND');
    expect((await operator.refused(AGAIN, { input: { ids: [uuid()] } })).extensions.code).toBe('NOT_FOUND');
    expect((await operator.refused(JOBS, { state: 'merry' })).extensions.code).toBe('VALIDATION');
    expect((await operator.refused(JOBS, { after: 'x' })).extensions.code).toBe('VALIDATION');
  });
});
