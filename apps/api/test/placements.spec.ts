import { type Harness, startHarness } from './harness';
import { agent, type Agent } from './http';
import { REQUEST, PROPOSE, CONFIRM, type Placed, placementDesk, refusedTo } from './placement-desk';

let harness: Harness;
let coordinator: Agent;
let host: Agent;
beforeAll(async () => {
  harness = await startHarness();
  const { own, foreign } = harness.world;
  coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
  host = await harness.as(own.people.host, 'hostCoordinator');
  await harness.as(foreign.people.coordinator, 'sendingCoordinator');
  await harness.as(foreign.people.host, 'hostCoordinator');
}, 60_000);
afterAll(() => harness.close());

const { query, learners, company, request, mailsTo, strangers } = placementDesk(() => ({ harness, coordinator }));

describe('asking a host for places', () => {
  it('shows the host profiles without identity, and tells it in one e-mail', async () => {
    const { flowId, mobilityIds } = await learners('REQ-1', 3);
    await refusedTo(await strangers(), REQUEST, {
      input: { mobilityIds, hostOrganisationId: harness.world.own.hostId },
    });
    await request(mobilityIds);
    expect(await mailsTo(harness.world.own.people.host, 'placements:requested')).toBe(1);
    await harness.settle();
    const mail = await harness.mailTo(harness.world.own.people.host);
    expect(mail?.subject).toBe('School own asks for places for 3 learners');
    expect(mail?.text).toContain('REQ-1: 3 × cook');
    expect(mail?.text).not.toContain('REQ-1-000');
    const { placementRequests } = await host.ask<{
      placementRequests: { flow: { code: string }; placements: { mobility: { participant: object } }[] }[];
    }>(
      `query ($flowId: ID) { placementRequests(flowId: $flowId) { requestedAt flow { code } sendingOrganisation { name }
        placements { id status mobility { participant { occupation firstName email diet } } } } }`,
      { flowId },
    );
    expect(placementRequests).toMatchObject([
      { flow: { code: 'REQ-1' }, sendingOrganisation: { name: 'School own' }, placements: { length: 3 } },
    ]);
    expect(placementRequests[0]?.placements[0]?.mobility.participant).toEqual({
      occupation: 'cook',
      firstName: null,
      email: null,
      diet: null,
    });
  });

  it('refuses a second request while the first one stands', async () => {
    const { mobilityIds } = await learners('REQ-2', 1);
    await request(mobilityIds);
    const error = await coordinator.refused(REQUEST, {
      input: { mobilityIds, hostOrganisationId: harness.world.own.hostId },
    });
    expect(error.extensions).toMatchObject({ code: 'ILLEGAL_STATE', reason: 'MOBILITY_STAGE' });
  });

  it('refuses a host that the school does not work with', async () => {
    const { mobilityIds } = await learners('REQ-3', 1);
    const input = { mobilityIds, hostOrganisationId: harness.world.foreign.hostId };
    expect((await coordinator.refused(REQUEST, { input })).extensions.code).toBe('NOT_FOUND');
    expect(await query('SELECT id FROM placement WHERE mobility_id = ANY($1::uuid[])', [mobilityIds])).toEqual([]);
  });
});

describe('choosing a company', () => {
  it('suggests places for a whole flow and says why somebody has none', async () => {
    const { flowId, mobilityIds } = await learners('MAT-1', 4, 900);
    await query(
      `UPDATE participant p SET occupation = 'glassblower' FROM mobility m WHERE m.participant_id = p.id AND m.id = $1`,
      [mobilityIds[3]],
    );
    await query(
      `UPDATE participant p SET occupation = 'baker' FROM mobility m WHERE m.participant_id = p.id AND m.flow_id = $1 AND m.id <> $2`,
      [flowId, mobilityIds[3]],
    );
    await company('Bakery Match', 2, 'baker');
    const MATCH = `query ($flowId: ID!) { matchFlow(flowId: $flowId) {
      assignments { mobility { id } capacity { company { name } free(from: "2031-01-01", to: "2031-01-28") } } unmatched { mobility { id } reason } } }`;
    const { matchFlow } = await coordinator.ask<{
      matchFlow: {
        assignments: { capacity: { company: { name: string } } }[];
        unmatched: { mobility: { id: string }; reason: string }[];
      };
    }>(MATCH, { flowId });
    expect(matchFlow.assignments.map((entry) => entry.capacity.company.name)).toEqual(['Bakery Match', 'Bakery Match']);
    expect(matchFlow.unmatched.map(({ reason }) => reason).sort()).toEqual([
      'no-company-for-occupation',
      'too-few-places',
    ]);
    expect((await host.refused(MATCH, { flowId })).extensions.code).toBe('NOT_FOUND');
    await refusedTo(await strangers(), MATCH, { flowId });
    await request(mobilityIds);
    const asHost = await host.ask<{ matchFlow: { assignments: object[] } }>(MATCH, { flowId });
    expect(asHost.matchFlow.assignments).toHaveLength(2);
  });

  it('holds the places, names the company’s tutor, and moves what is not confirmed', async () => {
    const { mobilityIds } = await learners('PRO-1', 3);
    const [first, second] = [await company('First Kitchen', 2), await company('Second Kitchen', 1)];
    const placements = mobilityIds.map((mobilityId, at) => ({
      mobilityId,
      capacityId: at < 2 ? first.capacityId : second.capacityId,
    }));
    await refusedTo(await strangers(), PROPOSE, { placements });
    const { proposePlacements } = await coordinator.ask<{ proposePlacements: Placed[] }>(PROPOSE, { placements });
    expect(
      proposePlacements.map((row) => [row.status, row.mobility.stage, row.company?.name, row.tutor?.name]),
    ).toEqual([
      ['proposed', 'proposed', 'First Kitchen', 'Tutor of First Kitchen'],
      ['proposed', 'proposed', 'First Kitchen', 'Tutor of First Kitchen'],
      ['proposed', 'proposed', 'Second Kitchen', 'Tutor of Second Kitchen'],
    ]);
    // Both companies are full: two learners swap in one statement, but nobody gets a third place.
    await host.ask(PROPOSE, {
      placements: [
        { mobilityId: mobilityIds[1], capacityId: second.capacityId },
        { mobilityId: mobilityIds[2], capacityId: first.capacityId },
      ],
    });
    const full = await host.refused(PROPOSE, {
      placements: [{ mobilityId: mobilityIds[0], capacityId: second.capacityId }],
    });
    expect(full.extensions).toMatchObject({ code: 'CONFLICT', reason: 'COMPANY_FULL' });
    expect(full.message).toContain('somebody else has the last place');
  });

  it('refuses a tutor of another company and a company without places in these days', async () => {
    const { mobilityIds } = await learners('PRO-2', 1);
    const [closed, other] = [await company('Closed Kitchen', 5), await company('Other Kitchen', 5)];
    await query(`UPDATE capacity SET ends_on = '2020-01-01' WHERE id = $1`, [closed.capacityId]);
    const [tutor] = await query<{ id: string }>('SELECT id FROM person WHERE email = $1', [other.tutor]);
    const item = { mobilityId: mobilityIds[0], capacityId: closed.capacityId };
    const wrong = await coordinator.refused(PROPOSE, { placements: [{ ...item, tutorPersonId: tutor?.id }] });
    expect(wrong.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ code: 'NOT_A_TUTOR' }] });
    const late = await coordinator.refused(PROPOSE, { placements: [item] });
    expect(late.extensions).toMatchObject({ code: 'CONFLICT', reason: 'COMPANY_CLOSED' });
  });

  it('refuses two stays of one person in the same days', async () => {
    const { flowId, mobilityIds } = await learners('PRO-3', 1);
    await request(mobilityIds);
    await query(
      `INSERT INTO mobility (id, project_id, flow_id, sending_organisation_id, participant_id, participant_person_id, adult_on, sort_name, stage, starts_on, ends_on, host_access_until, created_at)
       SELECT gen_random_uuid(), project_id, flow_id, sending_organisation_id, participant_id, participant_person_id, adult_on, sort_name, 'selected', ends_on + 1, ends_on + 20, host_access_until, now() FROM mobility WHERE id = $1`,
      [mobilityIds[0]],
    );
    await query(`UPDATE placement SET ends_on = ends_on + 5 WHERE mobility_id = $1`, [mobilityIds[0]]);
    const [second] = await query<{ id: string }>(`SELECT id FROM mobility WHERE flow_id = $1 AND stage = 'selected'`, [
      flowId,
    ]);
    const error = await coordinator.refused(REQUEST, {
      input: { mobilityIds: [second?.id], hostOrganisationId: harness.world.own.hostId },
    });
    expect(error.extensions).toMatchObject({ code: 'CONFLICT', reason: 'STAYS_OVERLAP' });
    expect(await query(`SELECT stage FROM mobility WHERE id = $1`, [second?.id])).toEqual([{ stage: 'selected' }]);
  });
});

describe('confirming', () => {
  it('lets exactly two of twenty concurrent clicks have the two places, and leaves nothing half done', async () => {
    const { mobilityIds } = await learners('RACE', 20);
    const { capacityId } = await company('Race Kitchen', 2);
    const ids = await request(mobilityIds);
    const answers = await Promise.all(ids.map((id) => host.send(CONFIRM, { ids: [id], capacityId })));
    const lost = answers.flatMap(({ errors }) => errors?.[0] ?? []);
    expect(lost).toHaveLength(18);
    expect(new Set(lost.map(({ extensions: { code, reason } }) => `${code} ${reason ?? ''}`))).toEqual(
      new Set(['CONFLICT COMPANY_FULL']),
    );
    const rows = await query<{ status: string; stage: string; company: boolean; events: number; n: number }>(
      `SELECT p.status, m.stage, m.company_id IS NOT NULL AS company, count(*)::int AS n,
         (SELECT count(*)::int FROM event e WHERE e.type = 'placement.confirmed' AND e.mobility_id = ANY(array_agg(m.id))) AS events
       FROM placement p JOIN mobility m ON m.id = p.mobility_id WHERE p.id = ANY($1::uuid[]) GROUP BY 1, 2, 3 ORDER BY 1`,
      [ids],
    );
    expect(rows).toEqual([
      { status: 'confirmed', stage: 'confirmed', company: true, n: 2, events: 2 },
      { status: 'requested', stage: 'proposed', company: false, n: 18, events: 0 },
    ]);
  });

  it('makes the person known to host and company, and gives the tutor one link for all of theirs', async () => {
    const { own } = harness.world;
    const { mobilityIds } = await learners('CON-1', 2);
    const kitchen = await company('Known Kitchen', 4);
    const ids = await request(mobilityIds);
    await refusedTo(await strangers(), CONFIRM, { ids, capacityId: kitchen.capacityId });
    const told = (await mailsTo(own.people.coordinator, 'placements:confirmed')) ?? 0;
    const early = await host.refused(CONFIRM, { ids });
    expect(early.extensions).toMatchObject({ code: 'ILLEGAL_STATE', missing: ['propose'] });
    expect((await coordinator.refused(CONFIRM, { ids })).extensions.code).toBe('FORBIDDEN');
    const { confirmPlacements } = await host.ask<{ confirmPlacements: Placed[] }>(CONFIRM, {
      ids,
      capacityId: kitchen.capacityId,
    });
    expect(confirmPlacements[0]).toMatchObject({
      status: 'confirmed',
      mobility: { stage: 'confirmed', company: { name: 'Known Kitchen' } },
    });
    const known = await host.ask<{ mobility: { participant: object } }>(
      'query ($id: ID!) { mobility(id: $id) { participant { firstName email } placement { tutor { name } } } }',
      { id: mobilityIds[0] },
    );
    expect(known).toMatchObject({
      mobility: { participant: { firstName: 'CON-1-000' }, placement: { tutor: { name: 'Tutor of Known Kitchen' } } },
    });
    expect(await mailsTo(kitchen.tutor, 'placements:tutor')).toBe(1);
    expect(await mailsTo(own.people.coordinator, 'placements:confirmed')).toBe(told + 1);
    await harness.settle();
    const mail = await harness.mailTo(kitchen.tutor);
    expect(mail?.text).toContain('CON-1-001 Last');
    const seat = agent(harness.baseUrl, 'company');
    await seat.enterSeat(/http\S+\/seat\/\S+/.exec(mail?.text ?? '')?.[0] ?? '');
    const { mobilities } = await seat.ask<{ mobilities: { nodes: { id: string }[] } }>(
      '{ mobilities { nodes { id placement { status company { name } } } } }',
    );
    expect(mobilities.nodes.map(({ id }) => id).sort()).toEqual([...mobilityIds].sort());
    expect((await host.refused(CONFIRM, { ids })).extensions).toMatchObject({
      code: 'ILLEGAL_STATE',
      reason: 'PLACEMENT_STATUS',
    });
    const moved = await host.refused(PROPOSE, {
      placements: [{ mobilityId: mobilityIds[0], capacityId: kitchen.capacityId }],
    });
    expect(moved.extensions).toMatchObject({ code: 'ILLEGAL_STATE', reason: 'PLACEMENT_CONFIRMED' });
  });

  it('gives the tutor a link that opens today, also where the demo’s clock stands half a year back', async () => {
    const { clock } = harness.api.runtime;
    const { mobilityIds } = await learners('BACK-1', 1);
    const kitchen = await company('Kitchen of the Past', 1);
    await query(`UPDATE mobility SET starts_on = current_date - 170, ends_on = current_date - 143 WHERE id = $1`, [
      mobilityIds[0],
    ]);
    clock.moveTo(-200);
    try {
      await host.ask(CONFIRM, { ids: await request(mobilityIds), capacityId: kitchen.capacityId });
      await harness.settle();
    } finally {
      clock.moveTo(0);
    }
    const mail = await harness.mailTo(kitchen.tutor);
    const seat = agent(harness.baseUrl, 'company');
    await seat.enterSeat(/http\S+\/seat\/\S+/.exec(mail?.text ?? '')?.[0] ?? '');
    expect(await seat.ask('{ mobilities { totalCount } }')).toEqual({ mobilities: { totalCount: 1 } });
  });

  it('is the school’s own where the company works without a host', async () => {
    const { own } = harness.world;
    const { mobilityIds } = await learners('DIR-1', 1);
    const direct = await company('Direct Kitchen', 1);
    await query('UPDATE organisation SET manager_id = NULL, owner_id = $2 WHERE id = $1', [direct.id, own.schoolId]);
    await query('UPDATE capacity SET host_organisation_id = NULL WHERE id = $1', [direct.capacityId]);
    const { proposePlacements } = await coordinator.ask<{ proposePlacements: Placed[] }>(PROPOSE, {
      placements: [{ mobilityId: mobilityIds[0], capacityId: direct.capacityId }],
    });
    const ids = proposePlacements.map(({ id }) => id);
    expect((await host.refused(CONFIRM, { ids })).extensions.code).toBe('NOT_FOUND');
    const { confirmPlacements } = await coordinator.ask<{ confirmPlacements: Placed[] }>(CONFIRM, { ids });
    expect(confirmPlacements).toMatchObject([{ status: 'confirmed', mobility: { stage: 'confirmed' } }]);
  });
});
