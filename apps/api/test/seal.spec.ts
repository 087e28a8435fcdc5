import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { taskListOf } from '@softmob/api-kit';
import { verifySealed } from '@softmob/documents-api/seal/seal-verify.fixture';
import { actorOfMembership } from '@softmob/identity-api';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { COMPOSE, OPEN, readyToCompose, signedByAll } from './learning-asks';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
  await readyToCompose(harness);
  const { own } = harness.world;
  const staff = await harness.as(own.people.coordinator, 'sendingCoordinator');
  await staff.ask(COMPOSE, { input: { flowId: own.flowId } });
  await staff.ask(OPEN, { input: { flowId: own.flowId } });
});
afterAll(() => harness.close());

const download = async (who: Agent, mobilityId: string, query = '') => {
  const answer = await who.get(`/api/agreements/${mobilityId}/v1.pdf${query}`).buffer(true).expect(200);
  return answer.body as Buffer;
};

const folder = () => path.join(harness.api.runtime.settings.dataDir, 'files', 'documents');
const filesThere = () =>
  readdirSync(folder(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

async function sealedRows(): Promise<{ subjectId: string; sha256: string; storageKey: string }[]> {
  const { rows } = await harness.api.runtime.pool.query<{ subjectId: string; sha256: string; storageKey: string }>(
    'SELECT subject_id AS "subjectId", sha256, storage_key AS "storageKey" FROM sealed_file ORDER BY id',
  );
  return rows;
}

/** Runs a job of the queue now, as the system. */
async function run(job: string, payload: object = {}): Promise<void> {
  const task = taskListOf(harness.api.runtime, actorOfMembership)[job];
  await task?.(payload, {} as never);
}

const SEALED_AT = 'query ($id: ID!) { mobility(id: $id) { agreement { current { status sealedAt } } } }';

describe('an agreement that all have signed', () => {
  it('is sealed by a job, and is then the same file for everybody, which another implementation finds valid', async () => {
    const { own, foreign } = harness.world;
    const [, minor] = own.mobilityIds;
    await signedByAll(harness, minor);
    const tutor = await harness.as(own.people.tutor, 'companyTutor');
    const before = await download(tutor, minor);
    expect(before.includes('/ByteRange')).toBe(false);
    await harness.settle();
    const [forTutor, forFamily] = [
      await download(tutor, minor),
      await download(await harness.as(own.people.minor, 'participant'), minor, '?locale=it'),
    ];
    expect(forTutor.equals(forFamily)).toBe(true);
    expect(verifySealed(forTutor)).toMatchObject({ valid: true, whole: true, commonName: 'School own' });
    const changed = Buffer.from(forTutor);
    changed.write('/MediaBux', changed.lastIndexOf('/MediaBox'), 'latin1');
    expect(verifySealed(changed).valid).toBe(false);
    const strange = await harness.as(foreign.people.tutor, 'companyTutor');
    await strange.get(`/api/agreements/${minor}/v1.pdf`).expect(404);
    const staff = await harness.as(own.people.coordinator, 'sendingCoordinator');
    const { mobility } = await staff.ask<{
      mobility: { agreement: { current: { status: string; sealedAt: string } } };
    }>(SEALED_AT, { id: minor });
    expect(mobility.agreement.current.status).toBe('locked');
    expect(mobility.agreement.current.sealedAt).toMatch(/^\d{4}-/);
  });

  it('is proven by the public page that its code leads to: the same fingerprint, and nothing about the person', async () => {
    const { own } = harness.world;
    const { rows } = await harness.api.runtime.pool.query<{ token: string }>('SELECT token FROM sealed_file');
    const token = rows[0]?.token ?? '';
    const { text } = await harness.stranger.get(`/verify/${token}`).expect(200);
    const pdf = await download(await harness.as(own.people.tutor, 'companyTutor'), own.mobilityIds[1]);
    expect(text).toContain('class="state valid"');
    expect(text).toContain(createHash('sha256').update(pdf).digest('hex'));
    expect(text).not.toContain('Guardian Name');
    await harness.stranger.get(`/verify/${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`).expect(404);
  });

  it('can still be read in one’s own language, without a seal', async () => {
    const { own } = harness.world;
    const tutor = await harness.as(own.people.tutor, 'companyTutor');
    const reading = await download(tutor, own.mobilityIds[1], '?locale=it&copy=reading');
    expect(reading.subarray(0, 5).toString()).toBe('%PDF-');
    expect(reading.includes('/ByteRange')).toBe(false);
  });

  it('is sealed once, however often the job is killed, repeated or run twice at a time', async () => {
    const { own } = harness.world;
    const [adult, minor] = own.mobilityIds;
    await signedByAll(harness, adult);
    const { rows } = await harness.api.runtime.pool.query<{ id: string }>(
      'SELECT id FROM agreement_version WHERE mobility_id = $1',
      [adult],
    );
    const versionId = rows[0]?.id;
    // What a process leaves that was killed between the file and its row.
    writeFileSync(path.join(folder(), '00-orphan'), '%PDF-1.7');
    await Promise.all([1, 2, 3].map(() => run('learning:seal', { versionId })));
    await harness.settle();
    await run('learning:seal-rest');
    await harness.settle();
    expect((await sealedRows()).filter(({ subjectId }) => subjectId === versionId)).toHaveLength(1);
    expect(await sealedRows()).toHaveLength(2);
    const { rows: events } = await harness.api.runtime.pool.query(
      `SELECT mobility_id FROM event WHERE type = 'agreement.sealed' AND mobility_id = ANY($1::uuid[])`,
      [[adult, minor]],
    );
    expect(events).toHaveLength(2);
  });

  it('keeps its file when the night sweeps what nobody refers to', async () => {
    const long = new Date('2020-01-01');
    for (const entry of readdirSync(folder(), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) utimesSync(path.join(entry.parentPath, entry.name), long, long);
    }
    expect(filesThere()).toBe(3);
    await run('documents:sweep');
    expect(filesThere()).toBe(2);
    for (const { storageKey } of await sealedRows()) {
      expect(verifySealed(readFileSync(path.join(folder(), storageKey)))).toMatchObject({ valid: true, whole: true });
    }
  });
});

const KEY = '{ sealKey { origin subject algorithm fingerprint certificate validUntil } }';
const RENEW = 'mutation { renewSealKey { fingerprint } }';
const IMPORT = 'mutation ($input: ImportSealKeyInput!) { importSealKey(input: $input) { fingerprint } }';

describe('the key of a seal', () => {
  it('is shown to the own coordinator by what is public of it, and to nobody else', async () => {
    const { own, foreign } = harness.world;
    const staff = await harness.as(own.people.coordinator, 'sendingCoordinator');
    const { sealKey } = await staff.ask<{ sealKey: { algorithm: string; certificate: string } }>(KEY);
    expect(sealKey).toMatchObject({ origin: 'made', algorithm: 'RSA 3072' });
    expect(sealKey.certificate).toContain('BEGIN CERTIFICATE');
    const stranger = await harness.as(foreign.people.coordinator, 'sendingCoordinator');
    expect(await stranger.ask(KEY)).toEqual({ sealKey: null });
    for (const [email, audience] of [
      [own.people.teacher, 'sendingTeacher'],
      [own.people.finance, 'sendingFinance'],
      [own.people.host, 'hostCoordinator'],
      [own.people.tutor, 'companyTutor'],
      [own.people.adult, 'participant'],
    ] as const) {
      const other = await harness.as(email, audience);
      for (const act of [KEY, RENEW]) {
        expect((await other.refused(act)).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      }
    }
    expect((await staff.refused('{ sealKey { lockedKey } }')).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('lies encrypted in the database', async () => {
    const { rows } = await harness.api.runtime.pool.query<{ locked: string }>(
      'SELECT locked_key AS locked FROM seal_key',
    );
    const bytes = Buffer.from(rows[0]?.locked ?? '', 'base64');
    expect(bytes.length).toBeGreaterThan(1_500);
    // PKCS#8 of RSA holds this object identifier in clear.
    expect(bytes.includes(Buffer.from('2a864886f70d010101', 'hex'))).toBe(false);
  });

  it('can be renewed: one is in use, the one before is kept, and what it sealed stays as it was', async () => {
    const { own } = harness.world;
    const staff = await harness.as(own.people.coordinator, 'sendingCoordinator');
    const { sealKey } = await staff.ask<{ sealKey: { fingerprint: string } }>(KEY);
    const { renewSealKey } = await staff.ask<{ renewSealKey: { fingerprint: string } }>(RENEW);
    expect(renewSealKey.fingerprint).not.toBe(sealKey.fingerprint);
    expect(await staff.ask(KEY)).toMatchObject({ sealKey: renewSealKey });
    const { rows } = await harness.api.runtime.pool.query('SELECT 1 FROM seal_key');
    expect(rows).toHaveLength(2);
    const pdf = await download(await harness.as(own.people.tutor, 'companyTutor'), own.mobilityIds[1]);
    expect(verifySealed(pdf).valid).toBe(true);
  });

  it('is not taken from a file that is none', async () => {
    const staff = await harness.as(harness.world.own.people.coordinator, 'sendingCoordinator');
    const file = Buffer.from('no key').toString('base64');
    const refused = await staff.refused(IMPORT, { input: { file, password: 'x' } });
    expect(refused.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'file', code: 'KEY_FILE' }] });
  });
});
