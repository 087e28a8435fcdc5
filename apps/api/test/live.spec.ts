import { type Audience, AUDIENCES, mayEver, policy } from '@softmob/access';
import { type OutgoingMail, ruleOf, systemContext, viewOf, write } from '@softmob/api-kit';
import { makeSeats } from '@softmob/identity-api';
import { getNamedType, type GraphQLError, isInputObjectType } from 'graphql';
import { WebSocket } from 'ws';
import { LIMITS } from '../live/sockets';
import { buildApiSchema } from '../schema';
import { slices } from '../slices';
import { operationFor } from './arguments';
import { type Harness, startHarness } from './harness';
import { agent, type Agent } from './http';
import { connect, type LiveClient } from './sockets';

const NEWS = 'subscription { notificationArrived { unread notification { id title link } } }';
interface News {
  notificationArrived: { unread: number; notification: { id: string; title: string; link: string } | null };
}

const schema = buildApiSchema(slices);
let harness: Harness;
let adult: Agent;
const opened: LiveClient[] = [];
const query = async <Row extends object = object>(sql: string, values: unknown[] = []) =>
  (await harness.api.runtime.pool.query<Row>(sql, values)).rows;

const open = (who: Agent, options = {}) => {
  const client = connect(harness.baseUrl, who, options);
  opened.push(client);
  return client;
};
/** A subscription that has reached the server: what happens from now on is heard. */
async function listening(client: LiveClient) {
  const before = harness.api.runtime.live.size;
  const news = client.subscribe<News>(NEWS);
  for (let tries = 0; harness.api.runtime.live.size === before; tries += 1) {
    if (tries > 200) throw new Error('The subscription did not arrive');
    await new Promise((later) => setTimeout(later, 10));
  }
  return news;
}
const until = async (holds: () => boolean) => {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 300) throw new Error('It did not come to pass');
    await new Promise((later) => setTimeout(later, 10));
  }
};
const returned = (recipient: string, over: Partial<OutgoingMail> = {}): OutgoingMail => ({
  recipient,
  recipientName: 'Reader',
  template: 'documents:returned',
  locale: 'en',
  organisationId: harness.world.own.schoolId,
  data: {
    name: 'R',
    learner: 'Ann',
    kind: 'ehic',
    reason: 'Blurred',
    url: 'http://softmob.test/participant/documents',
  },
  ...over,
});
const post = (mails: OutgoingMail[]) =>
  write(systemContext(harness.api.runtime), policy.identity.operate, (tx) => tx.mails(mails));
/** A session of its own, for tests that end it. */
async function another(email: string, audience: Audience, portal: 'participant' | 'sending') {
  const own = agent(harness.baseUrl, portal);
  await own.signIn(email, 'four unrelated words', audience);
  return own;
}

beforeAll(async () => {
  harness = await startHarness();
  adult = await harness.as(harness.world.own.people.adult, 'participant');
}, 60_000);
afterAll(() => harness.close());
afterEach(async () => {
  for (const { client } of opened.splice(0)) await client.dispose();
  await until(() => harness.api.live.size === 0 && harness.api.runtime.live.size === 0);
});

describe('being told live', () => {
  it('brings what happened once it is committed, to every window of the person and to nobody else', async () => {
    const { people } = harness.world.own;
    const [one, two] = [await listening(open(adult)), await listening(open(adult))];
    const other = await listening(open(await harness.as(people.minor, 'participant')));
    await post([returned(people.adult)]);
    const [first, second] = [await one.next(), await two.next()];
    expect(first.notificationArrived).toMatchObject({ unread: 1, notification: { link: '/documents' } });
    expect(second).toEqual(first);
    const failing = write(systemContext(harness.api.runtime), policy.identity.operate, async (tx) => {
      await tx.mails([returned(people.adult)]);
      throw new Error('later');
    });
    await expect(failing).rejects.toThrow('later');
    await adult.ask('mutation { markAllNotificationsRead { ok } }');
    expect((await one.next()).notificationArrived).toEqual({ unread: 0, notification: null });
    expect(other.waiting).toEqual([]);
  });

  it('shows through the reader’s own reach: what is meant for another portal stays there', async () => {
    const { people } = harness.world.own;
    const news = await listening(open(adult));
    await post([returned(people.adult, { data: { url: 'http://softmob.test/company/learners', reason: 'x' } })]);
    expect((await news.next()).notificationArrived).toEqual({ unread: 0, notification: null });
  });

  it('looks again by itself after the listening connection was away', async () => {
    const { people } = harness.world.own;
    const news = await listening(open(adult));
    await query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
    );
    await post([returned(people.adult)]);
    const { unread, notification } = (await news.next()).notificationArrived;
    expect({ unread, notification }).toEqual({ unread: 1, notification: null });
    await post([returned(people.adult)]);
    expect((await news.next()).notificationArrived).toMatchObject({ unread: 2, notification: { link: '/documents' } });
    await query('TRUNCATE notification');
  });
});

describe('a connection', () => {
  it.each([
    ['of another site', { origin: 'https://evil.example' }],
    ['of a sandboxed page', { origin: 'null' }],
    ['that does not say where it lies', { origin: null }],
  ])('%s is refused before it is opened', async (_what, options) => {
    const { origin } = options;
    const socket = new WebSocket(`${harness.baseUrl.replace('http', 'ws')}/graphql?as=participant`, [], {
      headers: { cookie: adult.cookie, ...(origin === null ? {} : { origin }) },
    });
    const [refused] = await new Promise<[Error]>((failed) => socket.once('error', (error) => failed([error])));
    expect(refused.message).toContain('403');
  });

  it('anywhere else than at /graphql is refused', async () => {
    const socket = new WebSocket(`${harness.baseUrl.replace('http', 'ws')}/sending`, [], {
      headers: { origin: harness.baseUrl },
    });
    const [refused] = await new Promise<[Error]>((failed) => socket.once('error', (error) => failed([error])));
    expect(refused.message).toContain('404');
  });

  it.each([
    ['nobody signed in', () => open(harness.stranger)],
    ['a cookie that opens nothing', () => open(adult, { cookie: 'softmob-participant=nonsense' })],
    ['somebody else’s membership', () => open({ ...adult, actingAs: `participant/${harness.world.own.schoolId}` })],
  ])('of %s is closed', async (_who, opening) => {
    const client = opening();
    await expect(client.subscribe(NEWS).next()).rejects.toBeDefined();
    expect((await client.closed).code).toBe(4401);
  });

  it('closes at once when its session ends, and hears nothing more', async () => {
    const own = await another(harness.world.own.people.adult, 'participant', 'participant');
    const client = open(own);
    const news = await listening(client);
    await own.ask('mutation { signOut { ok } }');
    expect((await client.closed).code).toBe(4401);
    await post([returned(harness.world.own.people.adult)]);
    expect(news.waiting).toEqual([]);
    await query('TRUNCATE notification');
  });

  it('closes at once when its membership ends', async () => {
    const { people } = harness.world.foreign;
    const client = open(await another(people.adult, 'participant', 'participant'));
    await listening(client);
    await query(`UPDATE membership m SET ended_at = now() FROM person p WHERE p.id = m.person_id AND p.email = $1`, [
      people.adult,
    ]);
    expect((await client.closed).code).toBe(4401);
    await query(`UPDATE membership m SET ended_at = NULL FROM person p WHERE p.id = m.person_id AND p.email = $1`, [
      people.adult,
    ]);
  });

  it('by a one-link seat closes when the seat reaches other learners, and when it is revoked', async () => {
    const { people, mobilityIds } = harness.world.own;
    const [membership] = await query<{ id: string }>(
      `SELECT m.id FROM membership m JOIN person p ON p.id = m.person_id WHERE p.email = $1`,
      [people.tutor],
    );
    const lastDay = new Date().toISOString().slice(0, 10);
    const [link] = await write(systemContext(harness.api.runtime), policy.identity.operate, (tx) =>
      makeSeats(tx, 'company', [{ membershipId: membership?.id ?? '', mobilityIds, lastDay }]),
    );
    const seat = agent(harness.baseUrl, 'company');
    await seat.enterSeat(link ?? '');
    const narrowed = open(seat);
    await listening(narrowed);
    await query('UPDATE seat SET mobility_ids = ARRAY[$1::uuid]', [mobilityIds[0]]);
    expect((await narrowed.closed).code).toBe(4205);
    await until(() => harness.api.runtime.live.size === 0);
    const revoked = open(seat);
    await listening(revoked);
    await query('UPDATE seat SET revoked_at = now()');
    expect((await revoked.closed).code).toBe(4205);
    const again = open(seat);
    await expect(again.subscribe(NEWS).next()).rejects.toBeDefined();
    expect((await again.closed).code).toBe(4401);
  });

  it('whose session ran out, or whose end was not heard, closes at the next look', async () => {
    const client = open(await another(harness.world.own.people.adult, 'participant', 'participant'));
    const kept = open(adult);
    await listening(client);
    await listening(kept);
    await query(
      `UPDATE session SET expires_at = now() WHERE id = (SELECT id FROM session ORDER BY created_at DESC LIMIT 1)`,
    );
    await harness.api.live.lookAgain();
    expect((await client.closed).code).toBe(4401);
    await until(() => harness.api.live.size === 1);
  });

  it('that says nothing, too much, or is one too many is closed', async () => {
    const raw = () =>
      new WebSocket(`${harness.baseUrl.replace('http', 'ws')}/graphql?as=participant`, 'graphql-transport-ws', {
        headers: { origin: harness.baseUrl, cookie: adult.cookie },
      });
    const code = (socket: WebSocket) => new Promise<number>((closed) => socket.once('close', closed));
    const large = raw();
    large.once('open', () => {
      large.send(JSON.stringify({ type: 'connection_init', payload: { words: 'x'.repeat(LIMITS.messageBytes) } }));
    });
    expect(await code(large)).toBe(1009);
    const hasty = raw();
    hasty.once('open', () => {
      hasty.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: NEWS } }));
    });
    expect(await code(hasty)).toBe(4401);
    for (let at = 0; at < LIMITS.perSession; at += 1) await listening(open(adult));
    const tooMany = open(adult);
    await expect(tooMany.subscribe(NEWS).next()).rejects.toBeDefined();
    expect((await tooMany.closed).code).toBe(4429);
    const silent = raw();
    expect(await code(silent)).toBe(4408);
  });
});

/** Every subscription that the schema has, for each audience that may not hold it. */
const subscriptions = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
const refusals = subscriptions.flatMap((field) =>
  AUDIENCES.filter((audience) => {
    const rule = ruleOf(field);
    return !rule || !mayEver(rule, audience);
  }).map((audience) => [field.name, audience, field] as const),
);

describe('an operation over a socket', () => {
  it('is a subscription, within the limits of every document', async () => {
    const { subscribe } = open(adult);
    const refusedFor = async (document: string) => {
      const failure: unknown = await subscribe(document)
        .next()
        .catch((error: unknown) => error);
      return (failure as GraphQLError[])[0];
    };
    expect((await refusedFor('{ viewer { email } }'))?.message).toContain('Only subscriptions');
    expect((await refusedFor('mutation { markAllNotificationsRead { ok } }'))?.message).toContain('Only subscriptions');
    expect((await refusedFor('subscription { notificationArrived { secret } }'))?.extensions).toEqual({
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
    expect(await refusedFor('subscription {')).toBeDefined();
    const long = `subscription { notificationArrived { ${'unread '.repeat(6_000)} } }`;
    const failure = await open(adult)
      .subscribe(long)
      .next()
      .catch(() => 'refused');
    expect(failure).toBe('refused');
  });

  it('is not taken over HTTP, where nothing stays open', async () => {
    expect((await adult.refused(NEWS)).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('takes no id of anything: whoever subscribes hears of their own', () => {
    const named = subscriptions.flatMap((field) =>
      field.args.map(({ type }) => getNamedType(type)).filter((type) => isInputObjectType(type) || type.name === 'ID'),
    );
    expect(subscriptions.length).toBeGreaterThan(0);
    expect(named).toEqual([]);
  });

  it.each(refusals)('%s does not exist for %s', (_name, audience, field) => {
    expect(viewOf(schema, [audience]).getSubscriptionType()?.getFields()[field.name]).toBeUndefined();
  });

  it('outside of its reader’s view is refused over the socket itself', async () => {
    const { own, operator } = harness.world;
    const people: Partial<Record<Audience, string>> = {
      participant: own.people.adult,
      guardian: own.people.guardian,
      companyTutor: own.people.tutor,
      hostCoordinator: own.people.host,
      sendingCoordinator: own.people.coordinator,
      sendingTeacher: own.people.teacher,
      sendingFinance: own.people.finance,
      operator,
    };
    for (const [, audience, field] of refusals) {
      const email = people[audience];
      if (!email) continue;
      const { query: document } = operationFor('subscription', field, own.schoolId);
      await expect(
        open(await harness.as(email, audience))
          .subscribe(document)
          .next(),
      ).rejects.toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    }
  });
});

describe('closing down', () => {
  it('sends everybody away, who come back by themselves', async () => {
    const other = await startHarness();
    const who = await other.as(other.world.own.people.adult, 'participant');
    const client = connect(other.baseUrl, who);
    const news = client.subscribe(NEWS);
    await until(() => other.api.runtime.live.size === 1);
    await other.close();
    expect((await client.closed).code).toBe(1001);
    expect(news.waiting).toEqual([]);
    await client.client.dispose();
  });
});
