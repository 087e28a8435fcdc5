import { v7 as uuid } from 'uuid';
import { happen, makeFlow } from './cohort';
import { type Harness, startHarness } from './harness';
import { agent, type Agent } from './http';

const REQUEST =
  'mutation ($input: RequestPlacementsInput!) { requestPlacements(input: $input) { id status mobility { id stage } } }';
const PROPOSE = `mutation ($placements: [ProposePlacementInput!]!) {
  proposePlacements(placements: $placements) { id status company { name } tutor { name } mobility { id stage } } }`;
const CONFIRM = `mutation ($ids: [ID!]!, $capacityId: ID) {
  confirmPlacements(ids: $ids, capacityId: $capacityId) { id status company { name } tutor { name } mobility { id stage company { name } } } }`;
const DECLINE =
  'mutation ($ids: [ID!]!, $reason: String!) { declineRequests(mobilityIds: $ids, reason: $reason) { ok } }';
const CANCEL =
  'mutation ($id: ID!, $reason: String!) { cancelPlacement(id: $id, reason: $reason) { id status reason mobility { stage } } }';
const REPLACE =
  'mutation ($ids: [ID!]!, $tutor: TutorInput!) { replaceTutor(placementIds: $ids, tutor: $tutor) { id tutor { name email } } }';
const SET_CAPACITY =
  'mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { id places occupation version free(from: "2030-01-01", to: "2030-01-28") } }';

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

const query = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await harness.api.runtime.pool.query<Row>(sql, values)).rows;

/** Learners of a new flow, waiting for a place. */
async function learners(
  code: string,
  people: number,
  startsIn = 60,
): Promise<{ flowId: string; mobilityIds: string[] }> {
  const flow = await makeFlow(harness, harness.world.own, { code, people, startsIn });
  await query(
    `UPDATE mobility SET stage = 'selected', company_id = NULL, tutor_person_id = NULL, host_organisation_id = NULL WHERE flow_id = $1`,
    [flow.flowId],
  );
  return flow;
}

/** A company of the own host with places and a tutor of its own. */
async function company(
  name: string,
  places: number,
  occupation = 'cook',
): Promise<{ id: string; capacityId: string; tutor: string }> {
  const [id, capacityId, personId] = [uuid(), uuid(), uuid()];
  const tutor = `${name.toLowerCase().replace(/\W/g, '')}@company.example`;
  await query(
    `INSERT INTO organisation (id, kind, name, country, town, manager_id, created_at) VALUES ($1, 'company', $2, 'DE', 'Berlin', $3, now())`,
    [id, name, harness.world.own.hostId],
  );
  await query(
    `INSERT INTO capacity (id, company_id, host_organisation_id, occupation, places, created_at) VALUES ($1, $2, $3, $4, $5, now())`,
    [capacityId, id, harness.world.own.hostId, occupation, places],
  );
  await query(`INSERT INTO person (id, email, display_name, locale, created_at) VALUES ($1, $2, $3, 'en', now())`, [
    personId,
    tutor,
    `Tutor of ${name}`,
  ]);
  await query(
    `INSERT INTO membership (id, person_id, organisation_id, role, created_at) VALUES ($1, $2, $3, 'companyTutor', now())`,
    [uuid(), personId, id],
  );
  return { id, capacityId, tutor };
}

interface Placed {
  id: string;
  status: string;
  company: { name: string } | null;
  tutor: { name: string } | null;
  mobility: { id: string; stage: string };
}

async function request(mobilityIds: readonly string[]): Promise<string[]> {
  const { requestPlacements } = await coordinator.ask<{ requestPlacements: Placed[] }>(REQUEST, {
    input: { mobilityIds, hostOrganisationId: harness.world.own.hostId },
  });
  return requestPlacements.map(({ id }) => id);
}

const mailsTo = async (address: string, template: string) =>
  (
    await query<{ n: number }>('SELECT count(*)::int AS n FROM mail WHERE recipient = $1 AND template = $2', [
      address,
      template,
    ])
  )[0]?.n;

/** Everybody who must never get through, with the code they meet. */
async function strangers(): Promise<[string, Agent, string][]> {
  const { own, foreign } = harness.world;
  const outside = 'GRAPHQL_VALIDATION_FAILED';
  return [
    ['a foreign host', await harness.as(foreign.people.host, 'hostCoordinator'), 'NOT_FOUND'],
    ['a foreign school', await harness.as(foreign.people.coordinator, 'sendingCoordinator'), 'NOT_FOUND'],
    ['a teacher', await harness.as(own.people.teacher, 'sendingTeacher'), outside],
    ['a tutor', await harness.as(own.people.tutor, 'companyTutor'), outside],
    ['a participant', await harness.as(own.people.adult, 'participant'), outside],
    ['a guardian', await harness.as(own.people.guardian, 'guardian'), outside],
    ['nobody', harness.stranger, outside],
  ];
}

async function refusedTo(others: readonly [string, Agent, string][], text: string, variables: object): Promise<void> {
  for (const [who, stranger, code] of others) {
    const error = await stranger.refused(text, variables);
    // A root outside the caller's view does not exist there at all.
    expect({ who, code: error.extensions.code }).toEqual({
      who,
      code: error.extensions.code === 'GRAPHQL_VALIDATION_FAILED' ? 'GRAPHQL_VALIDATION_FAILED' : code,
    });
  }
}

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

describe('declining, cancelling and replacing', () => {
  it('lets the host decline with a reason, and takes the profile away from it', async () => {
    const { mobilityIds } = await learners('DEC-1', 2);
    await request(mobilityIds);
    await refusedTo(await strangers(), DECLINE, { ids: mobilityIds, reason: 'No rooms in May' });
    expect((await coordinator.refused(DECLINE, { ids: mobilityIds, reason: 'No rooms in May' })).extensions.code).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
    expect((await host.refused(DECLINE, { ids: mobilityIds, reason: ' ' })).extensions.fields?.[0]?.path).toBe(
      'reason',
    );
    await host.ask(DECLINE, { ids: mobilityIds, reason: 'No rooms in May' });
    expect(
      (await host.refused('query ($id: ID!) { mobility(id: $id) { id } }', { id: mobilityIds[0] })).extensions.code,
    ).toBe('NOT_FOUND');
    await harness.settle();
    expect((await harness.mailTo(harness.world.own.people.coordinator))?.text).toContain('No rooms in May');
    expect(await query('SELECT DISTINCT stage FROM mobility WHERE id = ANY($1::uuid[])', [mobilityIds])).toEqual([
      { stage: 'selected' },
    ]);
    await request(mobilityIds);
  });

  it('frees the place of a cancelled placement and ends the tutor’s link', async () => {
    const { mobilityIds } = await learners('CAN-1', 2);
    const kitchen = await company('Cancel Kitchen', 2);
    const ids = await request(mobilityIds);
    await host.ask(CONFIRM, { ids, capacityId: kitchen.capacityId });
    await refusedTo(await strangers(), CANCEL, { id: ids[0], reason: 'The company closes' });
    const { cancelPlacement } = await coordinator.ask<{ cancelPlacement: object }>(CANCEL, {
      id: ids[0],
      reason: 'The company closes',
    });
    expect(cancelPlacement).toMatchObject({
      status: 'cancelled',
      reason: 'The company closes',
      mobility: { stage: 'selected' },
    });
    expect(
      await query(
        'SELECT mobility_ids AS ids FROM seat WHERE $1 = ANY(mobility_ids) OR $2 = ANY(mobility_ids)',
        mobilityIds,
      ),
    ).toEqual([{ ids: [mobilityIds[1]] }]);
    expect(await mailsTo(kitchen.tutor, 'placements:tutor-released')).toBe(1);
    const silent = await host.refused(CANCEL, { id: ids[1], reason: ' ' });
    expect(silent.extensions.fields).toMatchObject([{ path: 'reason' }]);
    await coordinator.ask(PROPOSE, { placements: [{ mobilityId: mobilityIds[0], capacityId: kitchen.capacityId }] });
    await query(`UPDATE mobility SET stage = 'abroad' WHERE id = $1`, [mobilityIds[1]]);
    expect((await host.refused(CANCEL, { id: ids[1], reason: 'Too late for that' })).extensions.code).toBe(
      'ILLEGAL_STATE',
    );
  });

  it('takes a confirmed placement back for the host, who sees the learner no more, and tells the school why', async () => {
    const { own } = harness.world;
    const { mobilityIds } = await learners('CAN-2', 1);
    const kitchen = await company('Host Cancels', 1);
    const ids = await request(mobilityIds);
    await host.ask(CONFIRM, { ids, capacityId: kitchen.capacityId });
    await host.ask(
      'mutation ($id: ID!, $reason: String!) { cancelPlacement(id: $id, reason: $reason) { id status } }',
      {
        ...{ id: ids[0], reason: 'The kitchen burnt down' },
      },
    );
    await harness.settle();
    const mail = await harness.mailTo(own.people.coordinator);
    expect(mail?.text).toContain('The kitchen burnt down');
    const gone = await host.refused('query ($id: ID!) { mobility(id: $id) { id } }', { id: mobilityIds[0] });
    expect(gone.extensions.code).toBe('NOT_FOUND');
    const { mobility } = await coordinator.ask<{ mobility: object }>(
      'query ($id: ID!) { mobility(id: $id) { stage placement { id } } }',
      { id: mobilityIds[0] },
    );
    expect(mobility).toEqual({ stage: 'selected', placement: null });
  });

  it('gives the learners another tutor: the old link is dead, the new one works', async () => {
    const { mobilityIds } = await learners('TUT-1', 2);
    const kitchen = await company('Tutor Kitchen', 2);
    const ids = await request(mobilityIds);
    await host.ask(CONFIRM, { ids, capacityId: kitchen.capacityId });
    await harness.settle();
    const link = async (address: string) =>
      /http\S+\/seat\/\S+/.exec((await harness.mailTo(address))?.text ?? '')?.[0] ?? '';
    const oldLink = await link(kitchen.tutor);
    const tutor = { name: 'New Tutor', email: 'New.Tutor@company.example', locale: 'it' };
    await refusedTo(await strangers(), REPLACE, { ids, tutor });
    expect((await coordinator.refused(REPLACE, { ids, tutor })).extensions.code).toBe('FORBIDDEN');
    expect(
      (await host.refused(REPLACE, { ids, tutor: { name: 'N', email: 'nothing' } })).extensions.fields,
    ).toHaveLength(2);
    const { replaceTutor } = await host.ask<{ replaceTutor: object[] }>(REPLACE, { ids, tutor });
    expect(replaceTutor).toMatchObject([
      { tutor: { name: 'New Tutor' } },
      { tutor: { email: 'new.tutor@company.example' } },
    ]);
    await harness.settle();
    await expect(agent(harness.baseUrl, 'company').enterSeat(oldLink)).rejects.toThrow('NOT_FOUND');
    const seat = agent(harness.baseUrl, 'company');
    await seat.enterSeat(await link('new.tutor@company.example'));
    expect(await seat.ask('{ mobilities { totalCount } }')).toEqual({ mobilities: { totalCount: 2 } });
    expect(
      (
        await query<{ type: string }>(`SELECT type FROM event WHERE mobility_id = $1 ORDER BY id DESC LIMIT 1`, [
          mobilityIds[0],
        ])
      )[0]?.type,
    ).toBe('placement.tutor-replaced');
  });

  it('gives the place of one who withdraws to the reserve of the same occupation, and frees it otherwise', async () => {
    const { own } = harness.world;
    const { flowId, mobilityIds } = await learners('WIT-1', 4);
    const [gone, heir, goneToo, baker] = mobilityIds;
    const kitchen = await company('Heir Kitchen', 2);
    const ids = await request([gone ?? '', goneToo ?? '']);
    await host.ask(CONFIRM, { ids, capacityId: kitchen.capacityId });
    await query(
      `UPDATE participant p SET occupation = 'baker' FROM mobility m WHERE m.participant_id = p.id AND m.id = $1`,
      [baker],
    );
    await query(`UPDATE mobility SET stage = 'withdrawn', withdrawn_at = now() WHERE id = ANY($1::uuid[])`, [
      [gone, goneToo],
    ]);
    const mails = async (recipient: string) =>
      (await query<{ template: string }>('SELECT template FROM mail WHERE recipient = $1', [recipient])).length;
    const before = { host: await mails(own.people.host), tutor: await mails(kitchen.tutor) };
    const withdrawn = (mobilityId: string | undefined, replacementId: string | undefined) => ({
      type: 'mobility.withdrawn',
      subjectType: 'mobility',
      subjectId: mobilityId ?? '',
      organisationId: own.schoolId,
      flowId,
      mobilityId: mobilityId ?? '',
      after: { reason: 'Illness', replacementId },
    });
    await happen(harness, [withdrawn(gone, heir), withdrawn(goneToo, baker)]);
    const rows = await query(
      `SELECT m.id, m.stage, p.status, p.company_id AS company, p.reason FROM mobility m
       LEFT JOIN placement p ON p.mobility_id = m.id WHERE m.flow_id = $1 ORDER BY m.sort_name`,
      [flowId],
    );
    expect(rows).toEqual([
      { id: gone, stage: 'withdrawn', status: 'cancelled', company: kitchen.id, reason: null },
      { id: heir, stage: 'proposed', status: 'proposed', company: kitchen.id, reason: null },
      { id: goneToo, stage: 'withdrawn', status: 'cancelled', company: kitchen.id, reason: null },
      { id: baker, stage: 'selected', status: null, company: null, reason: null },
    ]);
    expect(await mails(own.people.host)).toBe(before.host + 1);
    expect(await mails(kitchen.tutor)).toBe(before.tutor + 1);
    await harness.settle();
    const toHost = await harness.mailTo(own.people.host);
    expect(toHost?.subject).toBe('School own: 2 participants have withdrawn');
    expect(toHost?.text).toContain('follows: proposed for the same place, which is held until you answer.');
    expect(toHost?.text).toContain('A reserve of another occupation moves up');
    expect(toHost?.text).not.toContain('Illness');
    const toTutor = await harness.mailTo(kitchen.tutor);
    expect(toTutor?.subject).toBe('Heir Kitchen: 2 participants have withdrawn');
    expect(toTutor?.text).toContain('A reserve is proposed for the same place.');
    expect(toTutor?.text).toContain('Nobody takes the place for now.');
  });

  it('tells host and tutor of a withdrawal once each, by name only where it was confirmed', async () => {
    const { own } = harness.world;
    const { mobilityIds } = await learners('WIT-2', 2, 200);
    const kitchen = await company('Single Kitchen', 2);
    const [first, second] = await request(mobilityIds);
    await host.ask(CONFIRM, { ids: [first], capacityId: kitchen.capacityId });
    await harness.settle();
    const named = await query<{ id: string; name: string }>(
      `SELECT m.id, p.first_name || ' ' || p.last_name AS name FROM mobility m JOIN participant p ON p.id = m.participant_id
       JOIN placement x ON x.mobility_id = m.id WHERE x.id = ANY($1::uuid[]) ORDER BY x.id = $2`,
      [[first, second], second],
    );
    const sent = async (recipient: string) =>
      (
        await query<{ text: string }>('SELECT text FROM outbox_message WHERE recipient = $1 ORDER BY sent_at, id', [
          recipient,
        ])
      ).map(({ text }) => text);
    const before = { host: (await sent(own.people.host)).length, tutor: (await sent(kitchen.tutor)).length };
    const away =
      'mutation ($id: ID!) { withdraw(input: { mobilityId: $id, reason: "At home" }) { mobility { stage } } }';
    for (const { id } of named) await coordinator.ask(away, { id });
    await harness.settle();
    const toHost = (await sent(own.people.host)).slice(before.host);
    expect(toHost).toHaveLength(2);
    expect(toHost[0]).toContain(`${named[0]?.name ?? ''} does not come: WIT-2`);
    expect(toHost[1]).toContain('Somebody who was proposed does not come: WIT-2');
    expect((await sent(kitchen.tutor)).slice(before.tutor)).toEqual([
      expect.stringContaining(`${named[0]?.name ?? ''} does not come: WIT-2`),
    ]);
  });
});

describe('places of a company', () => {
  it('are set by its host alone, and never below what is taken', async () => {
    const { own } = harness.world;
    const input = { companyId: own.companyId, occupation: 'waiter', places: 3 };
    const others = (await strangers()).filter(([who]) => who !== 'a foreign school');
    await refusedTo(others, SET_CAPACITY, { input });
    expect((await coordinator.refused(SET_CAPACITY, { input })).extensions.code).toBe('FORBIDDEN');
    const { setCapacity } = await host.ask<{ setCapacity: { id: string; version: number; free: number } }>(
      SET_CAPACITY,
      { input },
    );
    expect(setCapacity).toMatchObject({ places: 3, occupation: 'waiter', free: 3 });
    expect((await host.refused(SET_CAPACITY, { input })).extensions).toMatchObject({
      code: 'CONFLICT',
      reason: 'CAPACITY_TWICE',
    });
    const { mobilityIds } = await learners('CAP-1', 2);
    await coordinator.ask(PROPOSE, {
      placements: mobilityIds.map((mobilityId) => ({ mobilityId, capacityId: setCapacity.id })),
    });
    const changed = { ...input, id: setCapacity.id, version: setCapacity.version };
    expect((await host.refused(SET_CAPACITY, { input: { ...changed, places: 1 } })).extensions.reason).toBe(
      'CAPACITY_TAKEN',
    );
    await host.ask(SET_CAPACITY, { input: { ...changed, places: 2 } });
    expect((await host.refused(SET_CAPACITY, { input: { ...changed, places: 4 } })).extensions.reason).toBe('STALE');
    expect(
      (await host.refused(SET_CAPACITY, { input: { ...input, occupation: 'x', places: -1 } })).extensions.fields,
    ).toHaveLength(2);
  });

  it('of a company without a host are the school’s to say, and of nobody else', async () => {
    const { own } = harness.world;
    const bakery = await company('Own Bakery', 1);
    const input = {
      companyId: bakery.id,
      occupation: 'baker',
      places: 2,
      startsOn: '2030-01-01',
      endsOn: '2030-06-30',
    };
    expect((await coordinator.refused(SET_CAPACITY, { input })).extensions.code).toBe('FORBIDDEN');
    await query('UPDATE organisation SET manager_id = NULL, owner_id = $2 WHERE id = $1', [bakery.id, own.schoolId]);
    const { setCapacity } = await coordinator.ask<{ setCapacity: { id: string; version: number } }>(SET_CAPACITY, {
      input,
    });
    expect(setCapacity).toMatchObject({ occupation: 'baker', places: 2, free: 2 });
    const more = { ...input, id: setCapacity.id, version: setCapacity.version, places: 4 };
    await coordinator.ask(SET_CAPACITY, { input: more });
    expect((await coordinator.refused(SET_CAPACITY, { input: more })).extensions.reason).toBe('STALE');
    expect((await host.refused(SET_CAPACITY, { input })).extensions.code).toBe('NOT_FOUND');
    const teacher = await harness.as(own.people.teacher, 'sendingTeacher');
    expect((await teacher.refused(SET_CAPACITY, { input })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const stranger = await harness.as(harness.world.foreign.people.coordinator, 'sendingCoordinator');
    expect((await stranger.refused(SET_CAPACITY, { input })).extensions.code).toBe('NOT_FOUND');
  });

  it('come in with imported companies, once however often, and stay above what is promised', async () => {
    const { own } = harness.world;
    const kitchen = await company('Imported Kitchen', 2);
    const { mobilityIds } = await learners('IMP-1', 2);
    await coordinator.ask(PROPOSE, {
      placements: mobilityIds.map((mobilityId) => ({ mobilityId, capacityId: kitchen.capacityId })),
    });
    const imported = (cooks: number) => ({
      type: 'companies.imported',
      subjectType: 'organisation',
      subjectId: own.hostId,
      after: {
        companies: [
          { organisationId: kitchen.id, occupation: 'cook', places: cooks },
          {
            organisationId: kitchen.id,
            occupation: 'confectioner',
            places: 4,
            availableFrom: '2030-01-01',
            availableTo: null,
          },
          {
            organisationId: kitchen.id,
            occupation: 'confectioner',
            places: 9,
            availableFrom: null,
            availableTo: '2030-06-30',
          },
        ],
      },
    });
    await happen(harness, [imported(1)]);
    await happen(harness, [imported(1)]);
    const { organisation } = await host.ask<{ organisation: { capacities: object[] } }>(
      'query ($id: ID!) { organisation(id: $id) { capacities { occupation places startsOn } } }',
      { id: kitchen.id },
    );
    expect(organisation.capacities).toEqual([
      { occupation: 'confectioner', places: 4, startsOn: '2030-01-01' },
      { occupation: 'cook', places: 2, startsOn: null },
    ]);
  });

  it('are counted week by week, for the school as figures only', async () => {
    const kitchen = await company('Week Kitchen', 3);
    const { mobilityIds } = await learners('WEEK-1', 2, 700);
    await coordinator.ask(PROPOSE, {
      placements: mobilityIds.map((mobilityId) => ({ mobilityId, capacityId: kitchen.capacityId })),
    });
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const WEEKS =
      'query ($from: Day!, $to: Day!) { capacityByWeek(from: $from, to: $to) { capacity { company { name } } weeks { startsOn places taken confirmed free } } }';
    for (const reader of [coordinator, host]) {
      const { capacityByWeek } = await reader.ask<{
        capacityByWeek: {
          capacity: { company: { name: string } };
          weeks: { taken: number; free: number; confirmed: number }[];
        }[];
      }>(WEEKS, { from: day(693), to: day(735) });
      const own = capacityByWeek.find((row) => row.capacity.company.name === 'Week Kitchen');
      expect(own?.weeks.map(({ taken, free, confirmed }) => [taken, free, confirmed])).toEqual([
        [0, 3, 0],
        [2, 1, 0],
        [2, 1, 0],
        [2, 1, 0],
        [2, 1, 0],
        [0, 3, 0],
        [0, 3, 0],
      ]);
    }
    const foreignHost = await harness.as(harness.world.foreign.people.host, 'hostCoordinator');
    expect(await foreignHost.ask(WEEKS, { from: day(693), to: day(735) })).toEqual({ capacityByWeek: [] });
    expect((await host.refused(WEEKS, { from: day(0), to: day(700) })).extensions.code).toBe('VALIDATION');
  });
});

describe('reading', () => {
  it('takes the same number of statements for two placements as for twenty', async () => {
    const [few, many] = [await learners('N-2', 2, 20), await learners('N-20', 20, 20)];
    const kitchen = await company('Statement Kitchen', 30);
    for (const { mobilityIds } of [few, many]) {
      await host.ask(CONFIRM, { ids: await request(mobilityIds), capacityId: kitchen.capacityId });
    }
    const LIST = `query ($flowId: ID!) { placements(filter: { flowId: $flowId }, first: 100) { nodes { id status tutor { name phone }
      company { name } capacity { free(from: "2031-01-01", to: "2031-01-28") } mobility { participant { firstName diet emergencyPhone } placement { id } } } } }`;
    for (const reader of [coordinator, host]) {
      const two = await reader.send<{ placements: { nodes: object[] } }>(LIST, { flowId: few.flowId });
      const twenty = await reader.send<{ placements: { nodes: object[] } }>(LIST, { flowId: many.flowId });
      expect([two.data.placements.nodes.length, twenty.data.placements.nodes.length]).toEqual([2, 20]);
      // The school's reads of diet leave one more line in the access log, in one statement as well.
      expect(twenty.statements).toBe(two.statements);
    }
    const writes = async (count: number, code: string) => {
      const flow = await learners(code, count, 400);
      const asked = await coordinator.send(REQUEST, {
        input: { mobilityIds: flow.mobilityIds, hostOrganisationId: harness.world.own.hostId },
      });
      const ids = (asked.data as { requestPlacements: Placed[] }).requestPlacements.map(({ id }) => id);
      const confirmed = await host.send(CONFIRM, { ids, capacityId: kitchen.capacityId });
      return [asked.statements, confirmed.statements];
    };
    expect(await writes(12, 'W-12')).toEqual(await writes(2, 'W-2'));
  });

  it('tells the host who arrives, with company, diet and emergency contact', async () => {
    const { arrivals } = await host.ask<{
      arrivals: { flow: { code: string }; company: object; mobility: { participant: object } }[];
    }>(
      '{ arrivals(weeks: 4) { startsOn flow { code } company { name } mobility { participant { firstName diet emergencyContact } } } }',
    );
    expect(arrivals).toHaveLength(22);
    expect(arrivals[0]).toMatchObject({ company: { name: 'Statement Kitchen' } });
    const foreignHost = await harness.as(harness.world.foreign.people.host, 'hostCoordinator');
    expect(
      await foreignHost.ask(
        '{ arrivals(weeks: 4) { id } placementRequests { requestedAt } placements { totalCount } }',
      ),
    ).toEqual({
      arrivals: [],
      placementRequests: [],
      placements: { totalCount: 0 },
    });
  });
});
