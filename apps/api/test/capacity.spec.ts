import { happen } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { REQUEST, PROPOSE, CONFIRM, SET_CAPACITY, type Placed, placementDesk, refusedTo } from './placement-desk';

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

const { query, learners, company, request, strangers } = placementDesk(() => ({ harness, coordinator }));

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
