import { v7 as uuid } from 'uuid';
import { happen, makeFlow, ofMobility } from './cohort';
import { type Harness, startHarness } from './harness';
import { agent, type Agent } from './http';
import { AGREEMENT, type AgreementAnswer, COMPOSE, linkIn, OPEN, SIGN, type VersionAnswer } from './learning-asks';

const PROPOSE =
  'mutation ($placements: [ProposePlacementInput!]!) { proposePlacements(placements: $placements) { id } }';
const CONFIRM = 'mutation ($ids: [ID!]!) { confirmPlacements(ids: $ids) { id } }';
const REPLACE = `mutation ($input: ReplacePlacementInput!) { replacePlacement(input: $input) {
  id status startsOn endsOn company { name } tutor { name email } mobility { id stage } } }`;
const FORMER = `query ($id: ID!) { mobility(id: $id) { stage company { name }
  placement { id status startsOn endsOn } formerPlacements { id status startsOn endsOn reason company { name } } } }`;
const TUTOR_VIEW = `query ($id: ID!) { mobility(id: $id) { participant { email } placement { status startsOn endsOn company { name } }
  agreement { versions { number } current { number } } weeklyReports { comment } } }`;
const REPORT = 'mutation ($input: TutorReportInput!) { submitTutorReport(input: $input) { id } }';
const DAY_MS = 86_400_000;
const plus = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

let harness: Harness;
let coordinator: Agent;
let host: Agent;
/** The Monday on which the stays begin: today lies in their second week. */
let monday: string;
const query = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await harness.api.runtime.pool.query<Row>(sql, values)).rows;

beforeAll(async () => {
  harness = await startHarness();
  const { own, foreign } = harness.world;
  coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
  host = await harness.as(own.people.host, 'hostCoordinator');
  await harness.as(own.people.tutor, 'companyTutor');
  await harness.as(foreign.people.coordinator, 'sendingCoordinator');
  const today = new Date().toISOString().slice(0, 10);
  monday = plus(today, -7 - ((new Date().getUTCDay() + 6) % 7));
  await query(`UPDATE membership SET phone = '+39 06 9'`);
  await query(`UPDATE flow SET process_template = 'vet-short'`);
}, 60_000);
afterAll(() => harness.close());

interface Place {
  id: string;
  name: string;
  capacityId: string;
  tutor: string;
}

/** Places at a company of the own host; a new one unless it is named. */
async function places(name: string, count: number, options: { companyId?: string; tutor?: boolean } = {}) {
  const { hostId, people } = harness.world.own;
  const id = options.companyId ?? uuid();
  const tutor = options.companyId ? people.tutor : `${name.toLowerCase().replace(/\W/g, '')}@company.example`;
  const capacityId = uuid();
  if (!options.companyId) {
    await query(
      `INSERT INTO organisation (id, kind, name, country, town, street, postcode, email, manager_id, created_at)
       VALUES ($1, 'company', $2, 'DE', 'Berlin', 'Allee 1', '10115', 'office@company.example', $3, now())`,
      [id, name, hostId],
    );
    if (options.tutor !== false) {
      const personId = uuid();
      await query(`INSERT INTO person (id, email, display_name, locale, created_at) VALUES ($1, $2, $3, 'en', now())`, [
        personId,
        tutor,
        `Tutor of ${name}`,
      ]);
      await query(
        `INSERT INTO membership (id, person_id, organisation_id, role, phone, created_at) VALUES ($1, $2, $3, 'companyTutor', '+49 30 1', now())`,
        [uuid(), personId, id],
      );
    }
  }
  await query(
    `INSERT INTO capacity (id, company_id, host_organisation_id, occupation, places, created_at) VALUES ($1, $2, $3, 'cook', $4, now())`,
    [capacityId, id, hostId, count],
  );
  return { id, name, capacityId, tutor } satisfies Place;
}

/** Confirms learners at a company, from a day on. */
async function placeAt(at: Place, mobilityIds: readonly string[], startsOn: string): Promise<string[]> {
  await query(
    `UPDATE mobility SET stage = 'selected', company_id = NULL, tutor_person_id = NULL, host_organisation_id = NULL,
       starts_on = $2::date, ends_on = $2::date + 27, host_access_until = $2::date + 200 WHERE id = ANY($1::uuid[])`,
    [mobilityIds, startsOn],
  );
  const { proposePlacements } = await coordinator.ask<{ proposePlacements: { id: string }[] }>(PROPOSE, {
    placements: mobilityIds.map((mobilityId) => ({ mobilityId, capacityId: at.capacityId })),
  });
  const ids = proposePlacements.map(({ id }) => id);
  await host.ask(CONFIRM, { ids });
  return ids;
}

const depart = (mobilityIds: readonly string[]) =>
  query(`UPDATE mobility SET stage = 'abroad', arrived_on = starts_on WHERE id = ANY($1::uuid[])`, [mobilityIds]);

async function agreementOf(who: Agent, id: string): Promise<AgreementAnswer> {
  return (await who.ask<{ mobility: { agreement: AgreementAnswer } }>(AGREEMENT, { id })).mobility.agreement;
}
const signing = (mobilityId: string, version: VersionAnswer | null | undefined, code?: string) => ({
  input: {
    mobilityId,
    versionNumber: version?.number,
    contentHash: version?.contentHash,
    accepted: true,
    ...(code ? { code } : {}),
  },
});

/** Comes in by the newest link mailed to an address. */
async function seatOf(address: string, portal: 'company' | 'participant'): Promise<Agent> {
  await harness.settle();
  const [mail] = await query<{ text: string }>(
    `SELECT text FROM outbox_message WHERE recipient = $1 AND text LIKE '%/seat/%' ORDER BY sent_at DESC, id DESC LIMIT 1`,
    [address],
  );
  const seat = agent(harness.baseUrl, portal);
  await seat.enterSeat(linkIn(mail?.text ?? ''));
  return seat;
}
async function signBySeat(seat: Agent, address: string, mobilityId: string): Promise<void> {
  const { current } = await agreementOf(seat, mobilityId);
  await seat.ask('mutation { requestSeatCode { ok } }');
  await harness.settle();
  const code = /\b\d{6}\b/.exec((await harness.mailTo(address))?.text ?? '')?.[0] ?? '';
  await seat.ask(SIGN, signing(mobilityId, current, code));
}

const mailsTo = async (address: string, since: Date) =>
  (
    await query<{ template: string }>(
      `SELECT template FROM mail WHERE recipient = $1 AND queued_at > $2 AND template NOT LIKE 'identity:%' ORDER BY id`,
      [address, since],
    )
  ).map(({ template }) => template);
const freeAt = async (place: Place, from: string, to: string) => {
  const { capacities } = await host.ask<{ capacities: { id: string; free: number }[] }>(
    'query ($from: Day!, $to: Day!) { capacities { id free(from: $from, to: $to) } }',
    { from, to },
  );
  return capacities.find(({ id }) => id === place.capacityId)?.free;
};
const now = async () => (await query<{ now: Date }>('SELECT now() AS now'))[0]?.now ?? new Date();

describe('a company that closes before departure', () => {
  it('is replaced from the first day on: an agreement being signed makes way, everybody is told once', async () => {
    const { own, foreign } = harness.world;
    const minor = own.mobilityIds[1];
    const closing = await places('Closing', 2, { companyId: own.companyId });
    const taking = await places('Taking over', 1);
    const start = plus(monday, 70);
    await happen(harness, [ofMobility(own, own.flowId, minor, 'mobility.selected')]);
    const [placementId = ''] = await placeAt(closing, [minor], start);
    await coordinator.ask(COMPOSE, { input: { mobilityIds: [minor] } });
    await coordinator.ask(OPEN, { input: { mobilityIds: [minor] } });
    const participant = await harness.as(own.people.minor, 'participant');
    await participant.ask(SIGN, signing(minor, (await agreementOf(participant, minor)).current));
    const formerTutor = await seatOf(own.people.tutor, 'company');
    await formerTutor.ask(TUTOR_VIEW, { id: minor });

    const input = { placementId, capacityId: taking.capacityId, from: start, reason: 'The kitchen has closed down.' };
    for (const [who, code] of [
      [await harness.as(foreign.people.host, 'hostCoordinator'), 'NOT_FOUND'],
      [await harness.as(foreign.people.coordinator, 'sendingCoordinator'), 'NOT_FOUND'],
      [await harness.as(own.people.teacher, 'sendingTeacher'), 'GRAPHQL_VALIDATION_FAILED'],
      [await harness.as(own.people.finance, 'sendingFinance'), 'GRAPHQL_VALIDATION_FAILED'],
      [await harness.as(own.people.tutor, 'companyTutor'), 'GRAPHQL_VALIDATION_FAILED'],
      [participant, 'GRAPHQL_VALIDATION_FAILED'],
      [harness.stranger, 'GRAPHQL_VALIDATION_FAILED'],
    ] as const) {
      expect((await who.refused(REPLACE, { input })).extensions.code).toBe(code);
    }

    const since = await now();
    const { replacePlacement } = await coordinator.ask<{ replacePlacement: unknown }>(REPLACE, { input });
    expect(replacePlacement).toMatchObject({
      status: 'confirmed',
      startsOn: start,
      endsOn: plus(start, 27),
      company: { name: 'Taking over' },
      tutor: { email: taking.tutor },
      mobility: { id: minor, stage: 'confirmed' },
    });
    const { mobility } = await host.ask<{ mobility: { formerPlacements: unknown[] } }>(FORMER, { id: minor });
    expect(mobility.formerPlacements).toEqual([
      {
        id: placementId,
        status: 'cancelled',
        startsOn: start,
        endsOn: plus(start, 27),
        reason: 'The kitchen has closed down.',
        company: { name: 'Company own' },
      },
    ]);
    expect([await freeAt(closing, start, plus(start, 27)), await freeAt(taking, start, plus(start, 27))]).toEqual([
      2, 0,
    ]);

    const { versions } = await agreementOf(participant, minor);
    expect(versions.map(({ number, status, signatures }) => [number, status, signatures.length])).toEqual([
      [1, 'superseded', 1],
      [2, 'open', 0],
    ]);
    expect(versions[1]?.missingParties).toEqual(['participant', 'guardian', 'sending', 'hosting', 'supporting']);

    expect(await mailsTo(own.people.minor, since)).toEqual(['placements:moved']);
    expect(await mailsTo(own.people.guardian, since)).toEqual(['placements:moved']);
    expect(await mailsTo(own.people.tutor, since)).toEqual(['placements:ended']);
    expect(await mailsTo(taking.tutor, since)).toEqual(['placements:tutor']);
    expect(await mailsTo(own.people.host, since)).toEqual(['placements:moved']);
    expect(await mailsTo(own.people.coordinator, since)).toEqual([]);
    await harness.settle();
    const toParticipant = await harness.mailTo(own.people.minor);
    expect(toParticipant?.subject).toContain('you learn at Taking over');
    expect(toParticipant?.text).toContain('read and sign the new version');
    const toFormer = await harness.mailTo(own.people.tutor);
    expect(toFormer?.subject).toBe('Company own: minor Last own will not come');
    expect(toFormer?.text).not.toMatch(/Taking over|closed down/);

    const withAccount = await harness.as(own.people.tutor, 'companyTutor');
    expect((await withAccount.refused(TUTOR_VIEW, { id: minor })).extensions.code).toBe('NOT_FOUND');
    // The link opens nothing any more: whoever uses it is nobody.
    expect((await formerTutor.refused(TUTOR_VIEW, { id: minor })).extensions.code).toBe('UNAUTHENTICATED');
    const newTutor = await seatOf(taking.tutor, 'company');
    expect(await newTutor.ask(TUTOR_VIEW, { id: minor })).toMatchObject({
      mobility: { placement: { company: { name: 'Taking over' } }, agreement: { versions: [{ number: 2 }] } },
    });
    await signBySeat(await seatOf(own.people.guardian, 'participant'), own.people.guardian, minor);
    expect((await agreementOf(participant, minor)).current?.missingParties).not.toContain('guardian');
  });

  it('opens the tasks of signing again, and keeps who did it and when', async () => {
    const { own } = harness.world;
    const minor = own.mobilityIds[1];
    const open = await query<{ closes_on: string }>(
      `SELECT closes_on FROM task WHERE mobility_id = $1 AND done_at IS NULL AND closes_on LIKE 'agreement.signed.%' ORDER BY 1`,
      [minor],
    );
    expect(open.map(({ closes_on }) => closes_on)).toContain('agreement.signed.participant');
    const [event] = await query(
      `SELECT actor_person_id, audience, before->>'companyId' AS former, after->>'reason' AS reason, at IS NOT NULL AS timed
       FROM event WHERE type = 'placement.replaced' AND mobility_id = $1`,
      [minor],
    );
    expect(event).toEqual({
      actor_person_id: own.personIds[own.people.coordinator],
      audience: 'sendingCoordinator',
      former: own.companyId,
      reason: 'The kitchen has closed down.',
      timed: true,
    });
  });
});

describe('a company that cannot go on during the stay', () => {
  it('keeps the learner until the day before; the signed version stands until the amendment is signed by all', async () => {
    const { own } = harness.world;
    const adult = own.mobilityIds[0];
    const closing = await places('Week two', 1);
    const formerAddress = closing.tutor;
    const taking = await places('Bakery', 1);
    const [placementId = ''] = await placeAt(closing, [adult], monday);
    await coordinator.ask(COMPOSE, { input: { mobilityIds: [adult] } });
    await coordinator.ask(OPEN, { input: { mobilityIds: [adult] } });
    const participant = await harness.as(own.people.adult, 'participant');
    const formerTutor = await seatOf(formerAddress, 'company');
    for (const who of [participant, coordinator, host]) {
      await who.ask(SIGN, signing(adult, (await agreementOf(who, adult)).current));
    }
    await signBySeat(formerTutor, formerAddress, adult);
    await depart([adult]);
    const report = (weekStart: string, day: string, comment: string) => ({
      input: {
        mobilityId: adult,
        weekStart,
        progress: 3,
        attitude: 3,
        comment,
        attendance: [{ day, status: 'present' }],
      },
    });
    await formerTutor.ask(REPORT, report(monday, monday, 'A good first week.'));

    const from = plus(monday, 16);
    const since = await now();
    await host.ask(REPLACE, {
      input: {
        ...{ placementId, capacityId: taking.capacityId, from, reason: 'The owner has fallen ill.' },
        tutor: { name: 'Nora Neu', email: 'nora@bakery.example', phone: '+49 30 2', locale: 'en' },
      },
    });
    const seen = await coordinator.ask<{ mobility: unknown }>(FORMER, { id: adult });
    expect(seen.mobility).toMatchObject({
      stage: 'abroad',
      company: { name: 'Bakery' },
      placement: { status: 'confirmed', startsOn: from, endsOn: plus(monday, 27) },
      formerPlacements: [{ status: 'ended', startsOn: monday, endsOn: plus(from, -1), company: { name: 'Week two' } }],
    });
    expect([
      await freeAt(closing, monday, plus(from, -1)),
      await freeAt(closing, from, plus(from, 5)),
      await freeAt(taking, monday, plus(from, -1)),
      await freeAt(taking, from, plus(from, 5)),
    ]).toEqual([0, 1, 1, 0]);
    expect(await mailsTo(own.people.coordinator, since)).toEqual(['placements:moved']);
    expect(await mailsTo(own.people.host, since)).toEqual([]);
    expect(await mailsTo(formerAddress, since)).toEqual(['placements:ended']);
    expect(await mailsTo('nora@bakery.example', since)).toEqual(['placements:tutor']);

    const newTutor = await seatOf('nora@bakery.example', 'company');
    const view = (who: Agent) => who.ask<{ mobility: unknown }>(TUTOR_VIEW, { id: adult });
    expect((await view(formerTutor)).mobility).toMatchObject({
      participant: { email: own.people.adult },
      placement: { status: 'ended', endsOn: plus(from, -1), company: { name: 'Week two' } },
      agreement: { versions: [{ number: 1 }] },
      weeklyReports: [{ comment: 'A good first week.' }],
    });
    expect((await view(newTutor)).mobility).toMatchObject({
      placement: { status: 'confirmed', startsOn: from, company: { name: 'Bakery' } },
      agreement: { versions: [{ number: 2 }] },
      weeklyReports: [],
    });

    const { clock } = harness.api.runtime;
    const offset = Math.round((Date.parse(from) - Date.parse(new Date().toISOString().slice(0, 10))) / DAY_MS);
    clock.moveTo(offset - 1);
    try {
      const lastWeek = plus(monday, 14);
      await formerTutor.ask(REPORT, report(lastWeek, lastWeek, 'Two last days.'));
      clock.moveTo(offset + 2);
      expect((await formerTutor.refused(TUTOR_VIEW, { id: adult })).extensions.code).toBe('NOT_FOUND');
      const early = await newTutor.refused(REPORT, report(lastWeek, lastWeek, 'Not my day.'));
      expect(early.extensions.fields?.[0]?.code).toBe('DAY_OUTSIDE_WEEK');
      await newTutor.ask(REPORT, report(lastWeek, from, 'A good start.'));
    } finally {
      clock.moveTo(0);
    }
    const comments = await coordinator.ask<{ mobility: { weeklyReports: { comment: string }[] } }>(
      'query ($id: ID!) { mobility(id: $id) { weeklyReports { comment } } }',
      { id: adult },
    );
    expect(comments.mobility.weeklyReports.map(({ comment }) => comment).sort()).toEqual([
      'A good first week.',
      'A good start.',
      'Two last days.',
    ]);

    const amended = await agreementOf(coordinator, adult);
    expect(amended.inForce).toMatchObject({ number: 1, status: 'locked' });
    expect(amended.current).toMatchObject({ number: 2, status: 'open' });
    expect(amended.current?.changes?.map(({ path }) => path)).toContain('parties.hosting.name');
    const signedBefore = amended.inForce?.signatures;
    for (const who of [participant, coordinator, host]) {
      await who.ask(SIGN, signing(adult, (await agreementOf(who, adult)).current));
    }
    await signBySeat(newTutor, 'nora@bakery.example', adult);
    const signed = await agreementOf(coordinator, adult);
    expect(signed.inForce).toMatchObject({ number: 2, status: 'locked' });
    expect((await agreementOf(newTutor, adult)).inForce?.number).toBe(2);
    expect((await agreementOf(formerTutor, adult)).inForce?.number).toBe(1);
    const judged = { input: { mobilityId: adult, outcomes: [] } };
    await formerTutor.ask('mutation ($input: AssessmentInput!) { midtermAssessment(input: $input) { id } }', judged);
    const final = 'mutation ($input: AssessmentInput!) { finalAssessment(input: $input) { id } }';
    expect((await formerTutor.refused(final, judged)).extensions.reason).toBe('NOT_LAST_COMPANY');
    expect(signed.versions[0]).toMatchObject({ number: 1, status: 'superseded', signatures: signedBefore });
    clock.moveTo(offset + 12);
    try {
      await coordinator.get(`/api/attendance/${adult}.pdf`).expect(200);
    } finally {
      clock.moveTo(0);
    }
  });

  it('ends the former tutor’s sight at once where the day is behind', async () => {
    const closing = await places('Shut yesterday', 1);
    const taking = await places('Next door', 1);
    const flow = await makeFlow(harness, harness.world.own, { code: 'MOV-1', people: 1, startsIn: 90 });
    const [mobilityId = ''] = flow.mobilityIds;
    const [placementId] = await placeAt(closing, [mobilityId], monday);
    const formerTutor = await seatOf(closing.tutor, 'company');
    await depart([mobilityId]);
    await formerTutor.ask(TUTOR_VIEW, { id: mobilityId });
    const today = new Date().toISOString().slice(0, 10);
    await coordinator.ask(REPLACE, {
      input: { placementId, capacityId: taking.capacityId, from: today, reason: 'Closed since yesterday.' },
    });
    expect((await formerTutor.refused(TUTOR_VIEW, { id: mobilityId })).extensions.code).toBe('UNAUTHENTICATED');
    const seats = await query(
      `SELECT revoked_at IS NOT NULL AS revoked FROM seat WHERE $1 = ANY(mobility_ids)
      AND membership_id = (SELECT m.id FROM membership m JOIN person p ON p.id = m.person_id WHERE p.email = $2)`,
      [mobilityId, closing.tutor],
    );
    expect(seats).toEqual([]);
  });
});

describe('two at once, and what makes no sense', () => {
  it('gives the last place to one of two, and replaces one placement once', async () => {
    const closing = await places('Crowded', 2);
    const taking = await places('One place', 1);
    const { mobilityIds } = await makeFlow(harness, harness.world.own, { code: 'MOV-2', people: 2, startsIn: 120 });
    const start = plus(monday, 140);
    const ids = await placeAt(closing, mobilityIds, start);
    const into = (capacityId: string, placementId: string | undefined) => ({
      input: { placementId, capacityId, from: start, reason: 'It has closed.' },
    });
    const [first, second] = await Promise.all([
      coordinator.send(REPLACE, into(taking.capacityId, ids[0])),
      host.send(REPLACE, into(taking.capacityId, ids[1])),
    ]);
    const refused = [first, second].filter(({ errors }) => errors);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'COMPANY_FULL' });

    const loser = refused[0] === first ? ids[0] : ids[1];
    const roomy = await places('Roomy', 2);
    const twice = await Promise.all([
      coordinator.send(REPLACE, into(roomy.capacityId, loser)),
      host.send(REPLACE, into(roomy.capacityId, loser)),
    ]);
    const late = twice.filter(({ errors }) => errors);
    expect(late).toHaveLength(1);
    expect(late[0]?.errors?.[0]?.extensions).toMatchObject({ code: 'ILLEGAL_STATE', reason: 'NOT_REPLACEABLE' });
    const [count] = await query<{ n: number }>(
      `SELECT count(*)::int AS n FROM placement WHERE mobility_id = ANY($1::uuid[]) AND status = 'confirmed'`,
      [mobilityIds],
    );
    expect(count?.n).toBe(2);
  });

  it('refuses a day outside, the same company, another host’s, one without a tutor, and what is not confirmed', async () => {
    const { own, foreign } = harness.world;
    const closing = await places('Still here', 2);
    const taking = await places('Somewhere', 2);
    const nobody = await places('Nobody', 2, { tutor: false });
    const direct = await places('Direct', 2);
    await query('UPDATE capacity SET host_organisation_id = NULL WHERE id = $1', [direct.capacityId]);
    await query('UPDATE organisation SET manager_id = NULL, owner_id = $2 WHERE id = $1', [direct.id, own.schoolId]);
    const { mobilityIds } = await makeFlow(harness, own, { code: 'MOV-3', people: 1, startsIn: 150 });
    const start = plus(monday, 161);
    const [placementId] = await placeAt(closing, mobilityIds, start);
    const input = { placementId, capacityId: taking.capacityId, from: start, reason: 'It has closed.' };
    const faults = async (patch: object) =>
      (await coordinator.refused(REPLACE, { input: { ...input, ...patch } })).extensions;
    expect(await faults({ from: plus(start, -1) })).toMatchObject({ fields: [{ code: 'FROM_OUTSIDE_STAY' }] });
    expect(await faults({ from: plus(start, 7) })).toMatchObject({ fields: [{ code: 'FROM_NOT_BEGUN' }] });
    expect(await faults({ capacityId: closing.capacityId })).toMatchObject({ fields: [{ code: 'SAME_COMPANY' }] });
    expect(await faults({ capacityId: direct.capacityId })).toMatchObject({ fields: [{ code: 'OTHER_HOST' }] });
    expect(await faults({ capacityId: nobody.capacityId })).toMatchObject({ fields: [{ code: 'TUTOR_MISSING' }] });
    expect(await faults({ capacityId: foreign.companyId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await faults({ reason: ' ' })).toMatchObject({ fields: [{ path: 'reason' }] });
    await query(`UPDATE mobility SET stage = 'back' WHERE id = $1`, [mobilityIds[0]]);
    expect(await faults({})).toMatchObject({ code: 'ILLEGAL_STATE', reason: 'NOT_REPLACEABLE' });
  });
});

describe('a tutor who is replaced while the agreement is open', () => {
  it('hands the pending signature on: the new one is asked with a link that signs, the former one signs no more', async () => {
    const { own } = harness.world;
    const kitchen = await places('Passing on', 1);
    const [adult] = own.mobilityIds;
    await query(`UPDATE placement SET status = 'cancelled', ended_at = now() WHERE mobility_id = $1`, [adult]);
    const ids = await placeAt(kitchen, [adult], plus(monday, 700));
    const composed = await coordinator.ask<{ composeAgreements: { done: string[] } }>(COMPOSE, {
      input: { mobilityIds: [adult] },
    });
    expect(composed.composeAgreements.done).toEqual([adult]);
    await coordinator.ask(OPEN, { input: { mobilityIds: [adult] } });
    const former = await seatOf(kitchen.tutor, 'company');
    expect((await agreementOf(former, adult)).current?.missingParties).toContain('hosting');
    const tutor = { name: 'Next Tutor', email: 'next@passingon.example', locale: 'en' };
    await host.ask(
      'mutation ($ids: [ID!]!, $tutor: TutorInput!) { replaceTutor(placementIds: $ids, tutor: $tutor) { id } }',
      { ids, tutor },
    );
    await harness.settle();
    const [asked] = await query<{ text: string }>(
      `SELECT text FROM outbox_message WHERE recipient = $1 AND subject LIKE 'Learning agreement to sign%'`,
      [tutor.email],
    );
    const seat = agent(harness.baseUrl, 'company');
    await seat.enterSeat(linkIn(asked?.text ?? ''));
    await signBySeat(seat, tutor.email, adult);
    const { current } = await agreementOf(seat, adult);
    expect(current?.missingParties).not.toContain('hosting');
    expect(current?.signatures).toMatchObject([{ party: 'hosting', name: 'Next Tutor', method: 'seat-code' }]);
    const gone = await former.refused(SIGN, signing(adult, current, '000000'));
    expect(['NOT_FOUND', 'UNAUTHENTICATED', 'FORBIDDEN']).toContain(gone.extensions.code);
  });
});
