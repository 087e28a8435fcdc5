import { beginDay } from '@softmob/api-kit';
import { type AgreementContent } from '@softmob/learning-model';
import { type Harness, startHarness } from './harness';
import { agent, type Agent } from './http';
import {
  AGREEMENT,
  AMEND,
  type AgreementAnswer,
  type Bulk,
  COMPOSE,
  type Composed,
  linkIn,
  OPEN,
  readyToCompose,
  REMIND,
  SIGN,
  SIGN_MANY,
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

async function agreementOf(who: Agent, id: string): Promise<AgreementAnswer> {
  const { mobility } = await who.ask<{ mobility: { agreement: AgreementAnswer } }>(AGREEMENT, { id });
  return mobility.agreement;
}

const signing = (mobilityId: string, version: VersionAnswer, code?: string) => ({
  input: {
    mobilityId,
    versionNumber: version.number,
    contentHash: version.contentHash,
    accepted: true,
    ...(code ? { code } : {}),
  },
});

/** Comes in by the newest seat mailed to an address. */
async function seatOf(address: string, portal: 'company' | 'participant'): Promise<Agent> {
  await harness.settle();
  const { rows } = await harness.api.runtime.pool.query<{ text: string }>(
    `SELECT text FROM outbox_message WHERE recipient = $1 AND text LIKE '%/seat/%' ORDER BY sent_at DESC, id DESC LIMIT 1`,
    [address],
  );
  const seat = agent(harness.baseUrl, portal);
  await seat.enterSeat(linkIn(rows[0]?.text ?? ''));
  return seat;
}

async function codeFor(seat: Agent, address: string): Promise<string> {
  await seat.ask('mutation { requestSeatCode { ok } }');
  await harness.settle();
  return /\b\d{6}\b/.exec((await harness.mailTo(address))?.text ?? '')?.[0] ?? '';
}

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
    const seat = await seatOf(own.people.tutor, 'company');
    expect((await seat.refused(SIGN, signing(minor, current))).extensions.fields?.[0]?.code).toBe('CODE_MISSING');
    await codeFor(seat, own.people.tutor);
    const wrong = await seat.refused(SIGN, signing(minor, current, '000000'));
    expect(wrong.extensions.fields?.[0]?.code).toBe('CODE_WRONG');
  });

  it('locks when the last party has signed, in any order, each from their own place', async () => {
    const { own } = harness.world;
    const [, minor] = own.mobilityIds;
    const staff = await coordinator();
    const version = (await agreementOf(staff, minor)).current as VersionAnswer;
    const tutor = await seatOf(own.people.tutor, 'company');
    await tutor.ask(SIGN, signing(minor, version, await codeFor(tutor, own.people.tutor)));
    const host = await harness.as(own.people.host, 'hostCoordinator');
    const bulk = { agreements: [{ mobilityId: minor, versionNumber: 1, contentHash: version.contentHash }] };
    const byHost = await host.ask<{ signAgreements: Bulk }>(SIGN_MANY, { input: { ...bulk, accepted: true } });
    expect(byHost.signAgreements.done).toEqual([minor]);
    const guardian = await seatOf(own.people.guardian, 'participant');
    await guardian.ask(SIGN, signing(minor, version, await codeFor(guardian, own.people.guardian)));
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
