import { makeFlow } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { agreementOf, COMPOSE, OPEN, seatOf, SIGN, signing } from './learning-asks';
import {
  REPLACE,
  FORMER,
  TUTOR_VIEW,
  REPORT,
  DAY_MS,
  plus,
  monday,
  openDesk,
  replacementDesk,
} from './replacement-desk';

let harness: Harness;
let coordinator: Agent;
let host: Agent;
beforeAll(async () => {
  harness = await startHarness();
  ({ coordinator, host } = await openDesk(harness));
}, 60_000);
afterAll(() => harness.close());

const { query, places, placeAt, depart, signBySeat, mailsTo, freeAt, now } = replacementDesk(() => ({
  harness,
  coordinator,
  host,
}));

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
    const formerTutor = await seatOf(harness, formerAddress, 'company');
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

    const newTutor = await seatOf(harness, 'nora@bakery.example', 'company');
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
    const formerTutor = await seatOf(harness, closing.tutor, 'company');
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
