import { makeReserve } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { COMPOSE } from './learning-asks';
import { paperworkDesk } from './paperwork-desk';
import { CONFIRM, placementDesk, PROPOSE } from './placement-desk';

const WITHDRAW = `mutation ($input: WithdrawInput!) { withdraw(input: $input) {
  mobility { id } replacement { id participant { firstName } } } }`;
const PAPERS =
  'query ($id: ID!) { mobility(id: $id) { agreement { current { status } } issuedDocuments { kind status reason } } }';

interface Papers {
  mobility: {
    agreement: { current: { status: string } } | null;
    issuedDocuments: { kind: string; status: string; reason: string | null }[];
  };
}

let harness: Harness;
let coordinator: Agent;
let host: Agent;
let flowId: string;
let leaver: string;
let stayer: string;
let successor: string;
beforeAll(async () => {
  harness = await startHarness();
  const { people } = harness.world.own;
  coordinator = await harness.as(people.coordinator, 'sendingCoordinator');
  host = await harness.as(people.host, 'hostCoordinator');
  await makeReserve(harness, harness.world.own, 1, 'cook');
  const group = await learners('SUC', 2);
  ({ flowId } = group);
  [leaver = '', stayer = ''] = group.mobilityIds;
  await request(group.mobilityIds);
  const { capacityId } = await company('Succession Ltd', 3);
  await confirm(group.mobilityIds.map((mobilityId) => ({ mobilityId, capacityId })));
  await coordinator.ask(COMPOSE, { input: { mobilityIds: [leaver] } });
  expect(await issue('arrivalLetter', { mobilityIds: group.mobilityIds })).toMatchObject({ issued: 2, failed: 0 });
  expect(await issue('groupProgramme', { flowId })).toMatchObject({ issued: 1, failed: 0 });
}, 60_000);
afterAll(() => harness.close());

const { query, learners, company, request } = placementDesk(() => ({ harness, coordinator }));
const { issue } = paperworkDesk(() => ({ harness, coordinator }));

async function confirm(placements: readonly { mobilityId: string; capacityId: string }[]): Promise<void> {
  const { proposePlacements } = await host.ask<{ proposePlacements: { id: string }[] }>(PROPOSE, { placements });
  await host.ask(CONFIRM, { ids: proposePlacements.map(({ id }) => id) });
}

const papersOf = async (id: string) => (await coordinator.ask<Papers>(PAPERS, { id })).mobility;
/** What the valid list of the flow says, in one line for each that was ever issued: the oldest first. */
const programmes = () =>
  query<{ status: string; names: string }>(
    `SELECT status, content::text AS names FROM issued_document WHERE subject_id = $1 ORDER BY issued_at, id`,
    [flowId],
  );
const nameOf = async (mobilityId: string) =>
  (
    await query<{ name: string }>(
      `SELECT p.first_name || ' ' || p.last_name AS name FROM mobility m JOIN participant p ON p.id = m.participant_id WHERE m.id = $1`,
      [mobilityId],
    )
  )[0]?.name ?? 'nobody';

describe('somebody who withdraws before departure', () => {
  it('leaves no document that still holds, and is told of all of them in one e-mail', async () => {
    const input = { mobilityId: leaver, reason: 'Another place' };
    const { withdraw } = await coordinator.ask<{ withdraw: { replacement: { id: string } } }>(WITHDRAW, { input });
    successor = withdraw.replacement.id;
    await harness.settle();
    expect((await papersOf(leaver)).issuedDocuments).toEqual([
      { kind: 'arrivalLetter', status: 'withdrawn', reason: 'The stay does not take place.' },
    ]);
    expect((await papersOf(stayer)).issuedDocuments).toMatchObject([{ status: 'valid' }]);
    const told = await query(
      `SELECT count(*)::int AS n FROM mail m JOIN person p ON p.email = m.recipient JOIN mobility x ON x.participant_person_id = p.id
       WHERE x.id = $1 AND m.template = 'paperwork:withdrawn'`,
      [leaver],
    );
    expect(told).toEqual([{ n: 1 }]);
  });

  it('is taken off the lists of the flow, which are issued again at once', async () => {
    const [first, second, ...more] = await programmes();
    expect([first?.status, second?.status, more]).toEqual(['replaced', 'valid', []]);
    expect(first?.names).toContain(await nameOf(leaver));
    expect(second?.names).not.toContain(await nameOf(leaver));
    expect(second?.names).toContain(await nameOf(stayer));
  });

  it('is followed by a reserve who has nothing yet: the place is not confirmed', async () => {
    expect(await papersOf(successor)).toEqual({ agreement: null, issuedDocuments: [] });
  });
});

describe('whoever follows', () => {
  const runs = () => query<{ n: number }>('SELECT count(*)::int AS n FROM document_run WHERE cause IS NOT NULL');

  it('gets with the confirmed place what the other had had: documents and the draft of an agreement', async () => {
    const [{ id } = { id: '' }] = await query<{ id: string }>(
      `SELECT id FROM placement WHERE mobility_id = $1 AND status = 'proposed'`,
      [successor],
    );
    await host.ask(CONFIRM, { ids: [id] });
    await harness.settle();
    expect(await papersOf(successor)).toEqual({
      agreement: { current: { status: 'draft' } },
      issuedDocuments: [{ kind: 'arrivalLetter', status: 'valid', reason: null }],
    });
    const lists = await programmes();
    expect(lists.map(({ status }) => status)).toEqual(['replaced', 'replaced', 'valid']);
    expect(lists.at(-1)?.names).toContain(await nameOf(successor));
  });

  it('is told of it, and so is the coordinator in whose name it was done', async () => {
    const told = await query<{ template: string; recipient: string }>(
      `SELECT template, recipient FROM mail WHERE template IN ('paperwork:again', 'paperwork:issued') AND recipient IN ('reserve1@own.example', $1)
       ORDER BY template, recipient`,
      [harness.world.own.people.coordinator],
    );
    const { coordinator: staff } = harness.world.own.people;
    expect(told).toEqual([
      ...Array<object>(3).fill({ template: 'paperwork:again', recipient: staff }),
      { template: 'paperwork:issued', recipient: 'reserve1@own.example' },
    ]);
  });

  it('gets it once, also where the queue does the work twice', async () => {
    const before = await runs();
    expect(before).toEqual([{ n: 3 }]);
    await query(
      `SELECT graphile_worker.add_job('paperwork:issue-again', json_build_object('replacesId', $1::text, 'successorId', $2::text))`,
      [leaver, successor],
    );
    await query(
      `SELECT graphile_worker.add_job('learning:compose-successor', json_build_object('replacesId', $1::text, 'successorId', $2::text))`,
      [leaver, successor],
    );
    await harness.settle();
    expect(await runs()).toEqual(before);
    expect((await papersOf(successor)).issuedDocuments).toHaveLength(1);
  });
});

describe('somebody who comes home early', () => {
  it('keeps what was issued: the stay did begin', async () => {
    harness.api.runtime.clock.moveTo(61);
    await query(`UPDATE mobility SET stage = 'abroad' WHERE id = $1`, [stayer]);
    await coordinator.ask(WITHDRAW, { input: { mobilityId: stayer, reason: 'Homesick' } });
    await harness.settle();
    expect((await papersOf(stayer)).issuedDocuments).toMatchObject([{ status: 'valid' }]);
  });
});
