import { beginDay } from '@softmob/api-kit';
import { type Harness, startHarness } from './harness';
import {
  agreementOf,
  AMEND,
  COMPOSE,
  OPEN,
  readyToCompose,
  REMIND,
  SIGN,
  signedByAll,
  signing,
  type VersionAnswer,
} from './learning-asks';
import { setStage } from './world';

let harness: Harness;
/** Both agreements are open; the minor’s is signed by everybody, the adult’s by nobody else than the learner. */
beforeAll(async () => {
  harness = await startHarness();
  await readyToCompose(harness);
  const { flowId, mobilityIds, people } = harness.world.own;
  const [adult, minor] = mobilityIds;
  const staff = await coordinator();
  await staff.ask(COMPOSE, { input: { flowId } });
  await staff.ask(OPEN, { input: { flowId } });
  await signedByAll(harness, minor);
  const version = (await agreementOf(staff, adult)).current as VersionAnswer;
  await (await harness.as(people.adult, 'participant')).ask(SIGN, signing(adult, version));
});
afterAll(() => harness.close());

const coordinator = () => harness.as(harness.world.own.people.coordinator, 'sendingCoordinator');

describe('a change', () => {
  it('makes a new version and keeps the old one, with its signatures, in force until those concerned have signed', async () => {
    const { own } = harness.world;
    const [, minor] = own.mobilityIds;
    const staff = await coordinator();
    const patch = { monitoring: undefined, preparation: { en: 'Two more lessons', it: 'Due lezioni in più' } };
    const input = { mobilityId: minor, reason: 'The school adds lessons.', patch };
    await staff.ask(AMEND, { input });
    const teacher = await harness.as(own.people.teacher, 'sendingTeacher');
    expect((await teacher.refused(AMEND, { input })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    await staff.ask(OPEN, { input: { mobilityIds: [minor] } });
    const open = await agreementOf(staff, minor);
    expect(open.inForce).toMatchObject({ number: 1, status: 'locked' });
    expect(open.current).toMatchObject({ number: 2, status: 'open', reason: 'The school adds lessons.' });
    expect(open.current?.changes).toEqual([
      expect.objectContaining({ path: 'preparation', after: { en: 'Two more lessons', it: 'Due lezioni in più' } }),
    ]);
    const version = open.current as VersionAnswer;
    for (const [email, audience] of [
      [own.people.minor, 'participant'],
      [own.people.guardian, 'guardian'],
      [own.people.coordinator, 'sendingCoordinator'],
    ] as const) {
      await (await harness.as(email, audience)).ask(SIGN, signing(minor, version));
    }
    const done = await agreementOf(staff, minor);
    expect(done.inForce).toMatchObject({ number: 2, status: 'locked' });
    expect(done.versions[0]).toMatchObject({ number: 1, status: 'superseded' });
    expect(done.versions[0]?.signatures).toHaveLength(5);
    await (await harness.as(own.people.host, 'hostCoordinator')).get(`/api/agreements/${minor}/v1.pdf`).expect(200);
  });

  it('cannot be made to what is signed, nor to a signature, even in the database', async () => {
    const { pool } = harness.api.runtime;
    await expect(pool.query(`UPDATE agreement_version SET content = '{}' WHERE status = 'locked'`)).rejects.toThrow(
      'frozen',
    );
    await expect(pool.query(`UPDATE signature SET name = 'Somebody else'`)).rejects.toThrow('append-only');
  });
});

describe('the eighteenth birthday', () => {
  it('ends the guardian’s reach and part in what is open', async () => {
    const { own } = harness.world;
    const [, minor] = own.mobilityIds;
    const staff = await coordinator();
    await staff.ask(AMEND, { input: { mobilityId: minor, reason: 'Another change.', patch: {} } });
    await staff.ask(OPEN, { input: { mobilityIds: [minor] } });
    const version = (await agreementOf(staff, minor)).current as VersionAnswer;
    expect(version.missingParties).toContain('guardian');
    const { clock } = harness.api.runtime;
    clock.moveTo(2 * 365 + 1);
    try {
      const guardian = await harness.as(own.people.guardian, 'guardian');
      expect((await guardian.refused(SIGN, signing(minor, version))).extensions.code).toBe('NOT_FOUND');
      await guardian.get(`/api/agreements/${minor}/v1.pdf`).expect(404);
      expect((await agreementOf(staff, minor)).current?.missingParties).not.toContain('guardian');
      await beginDay(harness.api.runtime);
      await harness.settle();
      expect((await agreementOf(staff, minor)).current?.status).toBe('open');
    } finally {
      clock.moveTo(0);
    }
  });
});

describe('where only the guardian had still to sign', () => {
  it('the agreement comes into force on the eighteenth birthday by itself, once, and no earlier', async () => {
    const { own } = harness.world;
    const { pool, clock } = harness.api.runtime;
    const [, minor] = own.mobilityIds;
    const staff = await coordinator();
    const version = (await agreementOf(staff, minor)).current as VersionAnswer;
    for (const [email, audience] of [
      [own.people.minor, 'participant'],
      [own.people.coordinator, 'sendingCoordinator'],
      [own.people.tutor, 'companyTutor'],
      [own.people.host, 'hostCoordinator'],
    ] as const) {
      await (await harness.as(email, audience)).ask(SIGN, signing(minor, version));
    }
    const locked = async () =>
      (
        await pool.query<{ audience: string }>(
          `SELECT audience FROM event WHERE mobility_id = $1 AND type = 'agreement.locked' AND after->>'number' = $2`,
          [minor, String(version.number)],
        )
      ).rows;
    await beginDay(harness.api.runtime);
    await harness.settle();
    expect(await locked()).toEqual([]);
    clock.moveTo(2 * 365 + 1);
    try {
      for (let day = 0; day < 2; day += 1) {
        await beginDay(harness.api.runtime);
        await harness.settle();
      }
      expect(await locked()).toEqual([{ audience: 'operator' }]);
      expect((await agreementOf(staff, minor)).inForce?.number).toBe(version.number);
    } finally {
      clock.moveTo(0);
    }
  });
});

describe('a placement taken back', () => {
  it('leaves its agreement behind: nobody is asked or reminded to sign, until another is composed', async () => {
    const { own } = harness.world;
    const { pool } = harness.api.runtime;
    const [adult] = own.mobilityIds;
    const staff = await coordinator();
    const participant = await harness.as(own.people.minor, 'participant');
    const STANDS =
      'query ($id: ID!) { mobility(id: $id) { agreement { current { number status outdated mySignature } } } }';
    const stands = async () =>
      (await staff.ask<{ mobility: { agreement: { current: object } } }>(STANDS, { id: adult })).mobility.agreement
        .current;
    const before = await stands();
    expect(before).toMatchObject({ status: 'open', outdated: false, mySignature: 'sending' });
    await pool.query('UPDATE mobility SET company_id = NULL, tutor_person_id = NULL WHERE id = $1', [adult]);
    await setStage(pool, adult, 'selected');
    expect(await stands()).toMatchObject({ status: 'open', outdated: true, mySignature: null });
    const waiting = await staff.ask<{ agreementsToSign: { mobility: { id: string } }[] }>(
      '{ agreementsToSign { mobility { id } } }',
    );
    expect(waiting.agreementsToSign.map(({ mobility }) => mobility.id)).not.toContain(adult);
    const { remindSigners } = await staff.ask<{ remindSigners: { reminded: number } }>(REMIND, {
      input: { mobilityIds: [adult] },
    });
    expect(remindSigners.reminded).toBe(0);
    const foreign = await participant.refused(STANDS, { id: adult });
    expect(foreign.extensions.code).toBe('NOT_FOUND');
    await pool.query('UPDATE mobility SET company_id = $2, tutor_person_id = $3 WHERE id = $1', [
      adult,
      own.companyId,
      own.personIds[own.people.tutor],
    ]);
    await setStage(pool, adult, 'confirmed');
    expect(await stands()).toEqual(before);
  });
});
