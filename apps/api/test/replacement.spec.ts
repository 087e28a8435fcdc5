import { happen, ofMobility } from './cohort';
import { type Harness, startHarness } from './harness';
import { agent, type Agent } from './http';
import { agreementOf, COMPOSE, linkIn, OPEN, seatOf, SIGN, signing } from './learning-asks';
import { REPLACE, FORMER, TUTOR_VIEW, plus, monday, openDesk, replacementDesk } from './replacement-desk';

let harness: Harness;
let coordinator: Agent;
let host: Agent;
beforeAll(async () => {
  harness = await startHarness();
  ({ coordinator, host } = await openDesk(harness));
}, 60_000);
afterAll(() => harness.close());

const { query, places, placeAt, signBySeat, mailsTo, freeAt, now } = replacementDesk(() => ({
  harness,
  coordinator,
  host,
}));

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
    const formerTutor = await seatOf(harness, own.people.tutor, 'company');
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
    const newTutor = await seatOf(harness, taking.tutor, 'company');
    expect(await newTutor.ask(TUTOR_VIEW, { id: minor })).toMatchObject({
      mobility: { placement: { company: { name: 'Taking over' } }, agreement: { versions: [{ number: 2 }] } },
    });
    await signBySeat(await seatOf(harness, own.people.guardian, 'participant'), own.people.guardian, minor);
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
    const former = await seatOf(harness, kitchen.tutor, 'company');
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
