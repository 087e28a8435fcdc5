import { Ctx, systemContext } from '@softmob/api-kit';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { PREFERENCES, CHOOSE, listed, messagingDesk } from './messaging-desk';

let harness: Harness;
let adult: Agent;
let minor: Agent;
beforeAll(async () => {
  harness = await startHarness();
  const { people } = harness.world.own;
  adult = await harness.as(people.adult, 'participant');
  minor = await harness.as(people.minor, 'participant');
}, 60_000);
afterAll(() => harness.close());
beforeEach(() => nothingTold());

const { query, nothingTold, returned, post, mailsOf, arrived, choose } = messagingDesk(() => ({ harness }));

/** Quiet hours around this very moment. */
const quietNow = () => {
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16);
  return { quietFrom: at(-60), quietUntil: at(120), timeZone: 'UTC' };
};
const digest = () =>
  harness.api.runtime.jobs.get('messaging:digest')?.run(systemContext(harness.api.runtime), {}) ?? Promise.reject();

describe('choosing how to be told', () => {
  it('keeps the e-mail away where a topic is off, and tells it in the portal all the same', async () => {
    const { people } = harness.world.own;
    await choose(adult, { documents: 'off' });
    await post([returned(people.adult), returned(people.minor)]);
    expect(await mailsOf(people.adult)).toEqual([]);
    expect((await listed(adult)).unreadNotifications).toBe(1);
    expect(await mailsOf(people.minor)).toHaveLength(1);
  });

  it.each(['signatures', 'withdrawals', 'deletions', 'concerns'])('cannot switch off %s', async (topic) => {
    const refused = await adult.refused(CHOOSE, {
      input: { topics: [{ topic, delivery: 'off' }], timeZone: 'Europe/Rome' },
    });
    expect(refused.extensions.fields).toMatchObject([{ code: 'MUST_BE_TOLD', path: 'topics.0.delivery' }]);
    await choose(adult, { [topic]: 'digest' });
  });

  it('does not touch what holds secrets, nor another person’s choice', async () => {
    const input = { topics: [{ topic: 'security', delivery: 'digest' }], timeZone: 'Europe/Rome' };
    expect((await adult.refused(CHOOSE, { input })).extensions.code).toBe('VALIDATION');
    await choose(adult, { documents: 'off' });
    expect(JSON.stringify(await minor.ask(PREFERENCES))).not.toContain('off"');
    expect((await harness.stranger.refused(PREFERENCES)).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await harness.stranger.refused(CHOOSE, { input: { topics: [], timeZone: 'UTC' } })).extensions.code).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  it.each([
    [{ timeZone: 'Middle/Earth' }, 'TIME_ZONE_UNKNOWN'],
    [{ quietFrom: '22:00' }, 'QUIET_INCOMPLETE'],
    [{ quietFrom: '22:00', quietUntil: '22:00' }, 'QUIET_EMPTY'],
    [{ quietFrom: '25:00', quietUntil: '07:00' }, 'INVALID_FORMAT'],
  ])('says what is wrong with %j', async (quiet, code) => {
    const refused = await adult.refused(CHOOSE, { input: { topics: [], timeZone: 'Europe/Rome', ...quiet } });
    expect(refused.extensions.fields).toMatchObject([{ code }]);
  });
});

describe('quiet hours', () => {
  it('hold an e-mail back until they end, and lose none', async () => {
    const { people } = harness.world.own;
    await choose(adult, {}, quietNow());
    await post([returned(people.adult)]);
    await harness.settle();
    expect(await arrived(people.adult)).toEqual([]);
    expect((await listed(adult)).unreadNotifications).toBe(1);
    const [job] = await query<{ minutes: number }>(
      `SELECT round(extract(epoch FROM run_at - now()) / 60)::int AS minutes FROM graphile_worker.jobs WHERE task_identifier = 'mail:send'`,
    );
    expect(job?.minutes).toBeGreaterThan(115);
    expect(job?.minutes).toBeLessThanOrEqual(120);
    await query(`UPDATE graphile_worker._private_jobs SET run_at = now()`);
    await harness.settle();
    expect(await arrived(people.adult)).toHaveLength(1);
  });

  it('do not hold back a code that is needed now', async () => {
    const { people } = harness.world.own;
    await choose(adult, {}, quietNow());
    await post([
      returned(people.adult, { template: 'identity:code', data: { name: 'A', code: '123456', minutes: 5 } }),
    ]);
    await harness.settle();
    expect(await arrived(people.adult)).toHaveLength(1);
  });
});

describe('the daily digest', () => {
  const due = async () => {
    await query('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await harness.settle();
  };

  it('gathers in one e-mail, with a way to each thing, what waited; others get theirs at once', async () => {
    const { people } = harness.world.own;
    await choose(adult, { documents: 'digest' });
    await post([returned(people.adult), returned(people.adult), returned(people.minor)]);
    await harness.settle();
    expect(await arrived(people.adult)).toEqual([]);
    expect(await arrived(people.minor)).toHaveLength(1);
    await digest();
    await due();
    const messages = await arrived(people.adult);
    expect(messages.map(({ subject }) => subject)).toEqual(['2 pieces of news on SoftMob']);
    expect(messages[0]?.text.match(/participant\/documents/g)).toHaveLength(2);
    expect((await listed(adult)).notifications.totalCount).toBe(2);
  });

  it('goes once a day, also where its job runs twice at once or again; what comes later waits for the next day', async () => {
    const { people } = harness.world.own;
    await choose(adult, { documents: 'digest' });
    await post([returned(people.adult)]);
    await Promise.all([digest(), digest(), digest()]);
    await post([returned(people.adult)]);
    await digest();
    await due();
    expect(await arrived(people.adult)).toHaveLength(1);
    expect(await mailsOf(people.adult)).toContainEqual({
      template: 'documents:returned',
      delivery: 'digest',
      sent: false,
    });
    harness.api.runtime.clock.moveTo(1);
    await digest();
    harness.api.runtime.clock.moveTo(0);
    await due();
    expect(await arrived(people.adult)).toHaveLength(2);
  });

  it('is made whole or not at all: a job that dies half-way leaves everything waiting for the next try', async () => {
    const { people } = harness.world.own;
    await choose(adult, { documents: 'digest' });
    await post([returned(people.adult)]);
    const { runtime } = harness.api;
    const system = systemContext(runtime);
    const dying = new Ctx(
      { ...runtime, post: () => Promise.reject(new Error('killed')) },
      system.actor,
      system.request,
    );
    await expect(runtime.jobs.get('messaging:digest')?.run(dying, {})).rejects.toThrow('killed');
    expect(await mailsOf(people.adult)).toMatchObject([{ delivery: 'digest', sent: false }]);
    await digest();
    await due();
    expect(await arrived(people.adult)).toHaveLength(1);
  });

  it('still brings what waited after somebody has gone back to e-mails at once', async () => {
    const { people } = harness.world.own;
    await choose(adult, { documents: 'digest' });
    await post([returned(people.adult)]);
    await choose(adult, { documents: 'once' });
    await digest();
    await due();
    expect(await arrived(people.adult)).toHaveLength(1);
  });
});
