import { type AgreementContent } from '@softmob/learning-model';
import { type Harness, startHarness } from './harness';
import {
  agreementOf,
  AGREEMENT,
  type Bulk,
  codeFor,
  COMPOSE,
  type Composed,
  OPEN,
  readyToCompose,
  REMIND,
  seatOf,
  SIGN,
  SIGN_MANY,
  signing,
  type VersionAnswer,
} from './learning-asks';
import { setStage } from './world';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
  await readyToCompose(harness);
});
afterAll(() => harness.close());

const coordinator = () => harness.as(harness.world.own.people.coordinator, 'sendingCoordinator');

describe('composing', () => {
  it('names who has no confirmed placement and composes for the others', async () => {
    const { own } = harness.world;
    const [adult, minor] = own.mobilityIds;
    const staff = await coordinator();
    await setStage(harness.api.runtime.pool, minor, 'selected');
    const first = await staff.ask<Composed>(COMPOSE, { input: { flowId: own.flowId } });
    expect(first.composeAgreements).toMatchObject({
      done: [adult],
      refused: [{ mobilityId: minor, reason: 'NO_PLACEMENT' }],
    });
    await setStage(harness.api.runtime.pool, minor, 'confirmed');
    const second = await staff.ask<Composed>(COMPOSE, { input: { flowId: own.flowId } });
    expect(second.composeAgreements).toMatchObject({
      done: [minor],
      refused: [{ mobilityId: adult, reason: 'ALREADY_COMPOSED' }],
    });
    const agreement = await agreementOf(staff, minor);
    expect(agreement.current).toMatchObject({
      number: 1,
      status: 'draft',
      requiredParties: ['participant', 'guardian', 'sending', 'hosting', 'supporting'],
    });
    expect((await agreementOf(staff, adult)).current?.requiredParties).toEqual([
      'participant',
      'sending',
      'hosting',
      'supporting',
    ]);
  });

  it('keeps drafts from everybody outside the school, and the whole slice from finance', async () => {
    const { own, foreign } = harness.world;
    const participant = await harness.as(own.people.adult, 'participant');
    expect(await agreementOf(participant, own.mobilityIds[0])).toBeNull();
    const finance = await harness.as(own.people.finance, 'sendingFinance');
    expect((await finance.refused(AGREEMENT, { id: own.mobilityIds[0] })).message).toContain('Cannot query field');
    const host = await harness.as(own.people.host, 'hostCoordinator');
    const asHost = await host.refused(COMPOSE, { input: { flowId: own.flowId } });
    expect(asHost.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const stranger = await harness.as(foreign.people.coordinator, 'sendingCoordinator');
    const error = await stranger.refused(COMPOSE, { input: { flowId: own.flowId } });
    expect(error.extensions.code).toBe('NOT_FOUND');
  });

  it('opens only what is complete, and says what is missing', async () => {
    const { own } = harness.world;
    const staff = await coordinator();
    const [adult] = own.mobilityIds;
    const { current } = await agreementOf(staff, adult);
    const edit = `mutation ($input: EditAgreementInput!) { editAgreement(input: $input) { version contentHash missing { path } } }`;
    const blank = { mobilityId: adult, expectedVersion: current?.version, patch: { preparation: { en: '', it: '' } } };
    const edited = await staff.ask<{ editAgreement: { version: number; missing: { path: string }[] } }>(edit, {
      input: blank,
    });
    expect(edited.editAgreement.missing).toEqual([{ path: 'preparation' }]);
    expect((await staff.refused(edit, { input: blank })).extensions.code).toBe('CONFLICT');
    const { openAgreements } = await staff.ask<{ openAgreements: Bulk }>(OPEN, { input: { mobilityIds: [adult] } });
    expect(openAgreements).toMatchObject({
      done: [],
      refused: [{ reason: 'CONTENT_MISSING', missing: [{ path: 'preparation', code: 'FILL_TEXT' }] }],
    });
    const mended = { preparation: { en: 'Language lessons', it: '' } };
    await staff.ask(edit, {
      input: { mobilityId: adult, expectedVersion: edited.editAgreement.version, patch: mended },
    });
    const foreign = await harness.as(harness.world.foreign.people.coordinator, 'sendingCoordinator');
    expect((await foreign.refused(edit, { input: blank })).extensions.code).toBe('NOT_FOUND');
    const opened = await staff.ask<{ openAgreements: Bulk }>(OPEN, { input: { flowId: own.flowId } });
    expect(opened.openAgreements).toMatchObject({ refused: [] });
    expect(opened.openAgreements.done).toHaveLength(2);
  });
});

describe('signing', () => {
  it('refuses a changed hash, a strange code, a foreign tutor, host or guardian, and an unaccepted statement', async () => {
    const { own, foreign } = harness.world;
    const [adult, minor] = own.mobilityIds;
    const { current } = await agreementOf(await coordinator(), minor);
    if (!current) throw new Error('There is no version');
    const participant = await harness.as(own.people.minor, 'participant');
    const stale = await participant.refused(SIGN, signing(minor, { ...current, contentHash: 'another' }));
    expect(stale.extensions).toMatchObject({ code: 'CONFLICT', reason: 'CONTENT_CHANGED' });
    const silent = await participant.refused(SIGN, { input: { ...signing(minor, current).input, accepted: false } });
    expect(silent.extensions.fields?.[0]).toMatchObject({ path: 'accepted', code: 'NOT_ACCEPTED' });
    for (const [email, audience] of [
      [foreign.people.tutor, 'companyTutor'],
      [foreign.people.host, 'hostCoordinator'],
      [foreign.people.guardian, 'guardian'],
      [foreign.people.coordinator, 'sendingCoordinator'],
      [own.people.adult, 'participant'],
    ] as const) {
      const other = await harness.as(email, audience);
      expect((await other.refused(SIGN, signing(minor, current))).extensions.code).toBe('NOT_FOUND');
    }
    const guardian = await harness.as(own.people.guardian, 'guardian');
    expect((await guardian.refused(SIGN, signing(adult, current))).extensions.code).toBe('NOT_FOUND');
    const seat = await seatOf(harness, own.people.tutor, 'company');
    expect((await seat.refused(SIGN, signing(minor, current))).extensions.fields?.[0]?.code).toBe('CODE_MISSING');
    await codeFor(harness, seat, own.people.tutor);
    const wrong = await seat.refused(SIGN, signing(minor, current, '000000'));
    expect(wrong.extensions.fields?.[0]?.code).toBe('CODE_WRONG');
  });

  it('locks when the last party has signed, in any order, each from their own place', async () => {
    const { own } = harness.world;
    const [, minor] = own.mobilityIds;
    const staff = await coordinator();
    const version = (await agreementOf(staff, minor)).current as VersionAnswer;
    const tutor = await seatOf(harness, own.people.tutor, 'company');
    await tutor.ask(SIGN, signing(minor, version, await codeFor(harness, tutor, own.people.tutor)));
    const host = await harness.as(own.people.host, 'hostCoordinator');
    const bulk = { agreements: [{ mobilityId: minor, versionNumber: 1, contentHash: version.contentHash }] };
    const byHost = await host.ask<{ signAgreements: Bulk }>(SIGN_MANY, { input: { ...bulk, accepted: true } });
    expect(byHost.signAgreements.done).toEqual([minor]);
    const guardian = await seatOf(harness, own.people.guardian, 'participant');
    await guardian.ask(SIGN, signing(minor, version, await codeFor(harness, guardian, own.people.guardian)));
    const twice = await host.refused(SIGN, signing(minor, version));
    expect(twice.extensions).toMatchObject({ code: 'CONFLICT', reason: 'ALREADY_SIGNED' });
    const participant = await harness.as(own.people.minor, 'participant');
    await participant.ask(SIGN, signing(minor, version));
    expect((await agreementOf(staff, minor)).current).toMatchObject({ status: 'open', missingParties: ['sending'] });
    const bySchool = await staff.ask<{ signAgreements: Bulk }>(SIGN_MANY, { input: { ...bulk, accepted: true } });
    expect(bySchool.signAgreements.done).toEqual([minor]);
    const { current } = await agreementOf(staff, minor);
    expect(current).toMatchObject({ status: 'locked', missingParties: [] });
    expect(current?.signatures.map(({ party, method }) => `${party} ${method}`)).toEqual([
      'participant password',
      'guardian seat-code',
      'sending password',
      'hosting seat-code',
      'supporting password',
    ]);
    expect(new Set(current?.signatures.map(({ contentHash }) => contentHash))).toEqual(new Set([version.contentHash]));
  });

  it('shows a tutor neither date of birth nor the guardian’s contact, and prints the same copy', async () => {
    const { own } = harness.world;
    const [, minor] = own.mobilityIds;
    const tutor = await harness.as(own.people.tutor, 'companyTutor');
    const QUERY = 'query ($id: ID!) { mobility(id: $id) { agreement { current { content withheld } } } }';
    const { mobility } = await tutor.ask<{
      mobility: { agreement: { current: { content: AgreementContent; withheld: string[] } } };
    }>(QUERY, { id: minor });
    const { participant } = mobility.agreement.current.content.parties;
    expect(participant.birthDate).toBeNull();
    expect(participant.guardian).toEqual({ name: 'Guardian Name', email: '', phone: '' });
    expect(mobility.agreement.current.withheld).toContain('parties.participant.birthDate');
    const pdf = await tutor.get(`/api/agreements/${minor}/v1.pdf?locale=it`).expect(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const strange = await harness.as(harness.world.foreign.people.tutor, 'companyTutor');
    await strange.get(`/api/agreements/${minor}/v1.pdf`).expect(404);
    const finance = await harness.as(own.people.finance, 'sendingFinance');
    await finance.get(`/api/agreements/${minor}/v1.pdf`).expect(403);
  });

  it('reminds only those who have not signed', async () => {
    const { own } = harness.world;
    const [adult] = own.mobilityIds;
    const staff = await coordinator();
    const version = (await agreementOf(staff, adult)).current as VersionAnswer;
    await (await harness.as(own.people.adult, 'participant')).ask(SIGN, signing(adult, version));
    const { remindSigners } = await staff.ask<{ remindSigners: { reminded: number } }>(REMIND, {
      input: { flowId: own.flowId },
    });
    expect(remindSigners.reminded).toBe(3);
    await harness.settle();
    expect((await harness.mailTo(own.people.tutor))?.subject).toContain('Reminder');
    expect((await harness.mailTo(own.people.adult))?.subject).not.toContain('Reminder');
  });
});

describe('many at once', () => {
  it('takes the same number of statements to compose and to list for few and for many', async () => {
    const staff = await coordinator();
    const { own } = harness.world;
    const LIST = `query ($ids: [ID!]) { mobilities(filter: { flowIds: $ids }, first: 500) { nodes { id agreement { number current { status missingParties signatures { party } } } recognition { result } assessments { kind } certificates { number } } } }`;
    const few = await staff.send<Composed>(COMPOSE, { input: { flowId: own.flowId, again: true } });
    const fewListed = await staff.send(LIST, { ids: [own.flowId] });
    const { flowId, ids } = await manyMobilities(40);
    const some = await staff.send<Composed>(COMPOSE, { input: { mobilityIds: ids.slice(0, 3) } });
    const many = await staff.send<Composed>(COMPOSE, { input: { flowId } });
    expect(many.errors).toBeUndefined();
    expect(many.data.composeAgreements.done).toHaveLength(37);
    expect(many.statements).toBeLessThanOrEqual(some.statements + 1);
    expect(few.data.composeAgreements.refused).toHaveLength(2);
    const manyListed = await staff.send(LIST, { ids: [flowId] });
    expect(manyListed.errors).toBeUndefined();
    expect(manyListed.statements).toBe(fewListed.statements);
  });
});

/** Copies of the adult's mobility in a flow of their own, for counting. */
async function manyMobilities(count: number): Promise<{ flowId: string; ids: string[] }> {
  const { pool } = harness.api.runtime;
  const { own } = harness.world;
  const flow = await pool.query<{ id: string }>(
    `INSERT INTO flow SELECT (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'code', 'BER-2'))).* FROM flow f WHERE id = $1 RETURNING id`,
    [own.flowId],
  );
  const flowId = flow.rows[0]?.id ?? '';
  const people = await pool.query<{ id: string }>(
    `INSERT INTO person (id, email, display_name, locale, created_at) SELECT gen_random_uuid(), 'copy-' || n || '@own.example', 'Copy ' || n, 'en', now() FROM generate_series(1, $1) n RETURNING id`,
    [count],
  );
  const participants = await pool.query<{ id: string; person_id: string }>(
    `INSERT INTO participant SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'person_id', k, 'student_number', 'copy-' || k, 'email', k || '@own.example'))).*
     FROM participant p, unnest($2::uuid[]) k WHERE p.id = $1 RETURNING id, person_id`,
    [own.participantIds[0], people.rows.map(({ id }) => id)],
  );
  const ids = await pool.query<{ id: string }>(
    `INSERT INTO mobility SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'flow_id', $2::uuid, 'participant_id', r.id, 'participant_person_id', r.person_id))).*
     FROM mobility m, jsonb_to_recordset($3::jsonb) AS r(id uuid, person_id uuid) WHERE m.id = $1 RETURNING id`,
    [own.mobilityIds[0], flowId, JSON.stringify(participants.rows)],
  );
  return { flowId, ids: ids.rows.map(({ id }) => id) };
}
