import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Audience } from '@softmob/access';
import { systemContext } from '@softmob/api-kit';
import { v7 as uuid } from 'uuid';
import { type Harness, startHarness } from './harness';
import { type Agent, agent } from './http';
import { MIB, PART, SCAN, uploadDesk } from './upload-desk';

let harness: Harness;
let adult: Agent;
beforeAll(async () => {
  harness = await startHarness();
  adult = await harness.as(harness.world.own.people.adult, 'participant');
}, 60_000);
afterAll(() => harness.close());

const { rows, folder, parts, tus, announce, begin, sendPart, offsetOf, idIn, handOver, whole } = uploadDesk(() => ({
  harness,
}));

describe('a begun upload', () => {
  let where: string;
  beforeAll(async () => {
    where = await begin(adult);
    await sendPart(adult, where, 0, SCAN.subarray(0, MIB));
  });

  const refused = async (who: Agent, status = 404) => {
    const answers = [
      await tus(who, 'HEAD', where),
      await sendPart(who, where, MIB, SCAN.subarray(MIB)),
      await tus(who, 'DELETE', where),
      await handOver(who, where, '/api/messages/files'),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([status, status, status, status]);
    for (const answer of answers) {
      expect(answer.headers.get('upload-offset')).toBeNull();
      expect(answer.headers.get('upload-length')).toBeNull();
    }
    expect(await offsetOf(adult, where)).toBe(MIB);
  };

  it.each<
    [
      string,
      'own' | 'foreign',
      'minor' | 'guardian' | 'coordinator' | 'teacher' | 'finance' | 'host' | 'tutor' | 'adult',
      Audience,
    ]
  >([
    ['another learner', 'own', 'minor', 'participant'],
    ['a guardian', 'own', 'guardian', 'guardian'],
    ['the coordinator', 'own', 'coordinator', 'sendingCoordinator'],
    ['a teacher', 'own', 'teacher', 'sendingTeacher'],
    ['finance', 'own', 'finance', 'sendingFinance'],
    ['the host', 'own', 'host', 'hostCoordinator'],
    ['the tutor', 'own', 'tutor', 'companyTutor'],
    ['a coordinator of another school', 'foreign', 'coordinator', 'sendingCoordinator'],
    ['a learner of another school', 'foreign', 'adult', 'participant'],
  ])('is as if it were not for %s', async (_who, whose, name, audience) => {
    await refused(await harness.as(harness.world[whose].people[name], audience));
  });

  it('is as if it were not for the same person in another portal, under another membership, or signed in anew', async () => {
    const { own } = harness.world;
    const [{ personId } = { personId: '' }] = await rows<{ personId: string }>(
      'SELECT id AS "personId" FROM person WHERE email = $1',
      [own.people.adult],
    );
    const roles = [
      ['hostCoordinator', own.hostId],
      ['guardian', own.schoolId],
    ];
    for (const [role, organisationId] of roles) {
      await rows(
        'INSERT INTO membership (id, person_id, organisation_id, role, created_at) VALUES ($1, $2, $3, $4, now())',
        [uuid(), personId, organisationId, role],
      );
    }
    await refused(await harness.as(own.people.adult, 'hostCoordinator'));
    const anew = agent(harness.baseUrl, 'participant');
    await anew.signIn(own.people.adult, 'four unrelated words', 'participant');
    await refused(anew);
    const { viewer } = await adult.ask<{ viewer: { memberships: { id: string; audience: string }[] } }>(
      '{ viewer { memberships { id audience } } }',
    );
    const other = viewer.memberships.find(({ audience }) => audience === 'guardian')?.id ?? '';
    await refused({ ...adult, actingAs: `participant/${other}` });
  });

  it('cannot be begun, asked for or ended by those who take no part, nor from another site', async () => {
    const operator = await harness.as(harness.world.operator, 'operator');
    for (const who of [harness.stranger, operator]) {
      expect((await announce(who, SCAN.length)).status).toBe(403);
      await refused(who, 403);
    }
    const foreign = { 'sec-fetch-site': 'cross-site', 'upload-length': '9' };
    expect((await tus(adult, 'POST', '/api/uploads', foreign)).status).toBe(403);
    expect(
      (await tus(adult, 'PATCH', where, { ...PART, 'upload-offset': String(MIB), origin: 'https://evil.example' }))
        .status,
    ).toBe(403);
    expect((await tus(adult, 'DELETE', where, { origin: 'https://evil.example' })).status).toBe(403);
    const bare = await fetch(harness.baseUrl + where, {
      method: 'DELETE',
      headers: { cookie: adult.cookie, 'tus-resumable': '1.0.0' },
    });
    expect(bare.status).toBe(403);
    expect(await offsetOf(adult, where)).toBe(MIB);
  });

  it('and its end are no way to a route that the person may not use', async () => {
    const coordinator = await harness.as(harness.world.own.people.coordinator, 'sendingCoordinator');
    expect((await handOver(coordinator, await whole(coordinator))).status).toBe(403);
  });

  it.each(['not-an-id', '..%2F..%2Fetc%2Fpasswd', uuid()])('is none under %s', async (id) => {
    expect((await tus(adult, 'HEAD', `/api/uploads/${id}`)).status).toBe(404);
    expect((await sendPart(adult, `/api/uploads/${id}`, 0, SCAN.subarray(0, 10))).status).toBe(404);
  });

  it('gives way, as the oldest of ten, to one more', async () => {
    const minor = await harness.as(harness.world.own.people.minor, 'participant');
    const begun: string[] = [];
    for (let count = 0; count < 11; count += 1) {
      begun.push(await begin(minor));
      await sendPart(minor, begun.at(-1) ?? '', 0, SCAN.subarray(0, 100));
    }
    const answers = await Promise.all(begun.map((one) => tus(minor, 'HEAD', one)));
    expect(answers.map(({ status }) => status)).toEqual([404, ...Array<number>(10).fill(200)]);
    expect(parts()).not.toContain(idIn(begun[0] ?? ''));
    expect(await offsetOf(adult, where)).toBe(MIB);
  });

  it('tells when it ends, and is swept then, with remains that no row names', async () => {
    const answer = await tus(adult, 'HEAD', where);
    const ends = new Date(answer.headers.get('upload-expires') ?? '').getTime();
    expect(ends - Date.now()).toBeGreaterThan(71 * 3_600_000);
    mkdirSync(folder(), { recursive: true });
    const [old, young] = [path.join(folder(), uuid()), path.join(folder(), uuid())];
    for (const stray of [old, young]) writeFileSync(stray, 'a part without a row');
    utimesSync(old, new Date(), new Date(Date.now() - 2 * 3_600_000));
    const kept = await begin(adult);
    await sendPart(adult, kept, 0, SCAN.subarray(0, MIB));
    await rows(`UPDATE upload SET expires_at = now() - interval '1 second' WHERE id = $1`, [idIn(where)]);
    expect((await tus(adult, 'HEAD', where)).status).toBe(404);

    const { jobs, slices } = harness.api.runtime;
    expect(slices.flatMap(({ daily = [] }) => daily)).toContain('documents:sweep-uploads');
    await jobs.get('documents:sweep-uploads')?.run(systemContext(harness.api.runtime), {});
    expect(await rows('SELECT 1 FROM upload WHERE id = $1', [idIn(where)])).toEqual([]);
    expect(parts()).not.toContain(idIn(where));
    expect(existsSync(old)).toBe(false);
    expect(existsSync(young)).toBe(true);
    expect(await offsetOf(adult, kept)).toBe(MIB);
  });
});
