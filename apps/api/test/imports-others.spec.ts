import { type Harness, startHarness } from './harness';
import { demo, ImportDesk } from './import-desk';

let harness: Harness;
let desk: ImportDesk;
beforeAll(async () => {
  harness = await startHarness();
  desk = await ImportDesk.open(harness);
  await desk.apply(await desk.uploaded('learners', 'monteverde-100.csv'), { createFlows: true });
});
afterAll(() => harness.close());

describe('reserves, accompanying persons and companies', () => {
  it('reserves come in by rank, and ranks may change places', async () => {
    expect((await desk.apply(await desk.uploaded('reserves', 'reserves-20.csv'))).receipt).toMatchObject({
      added: 20,
    });
    const swapped = demo('reserves-20.csv')
      .toString('utf8')
      .replace(/,cook,1(\r?\n)/, ',cook,2$1')
      .replace(/(MV2801.*),2(\r?\n)/, '$1,1$2');
    const id = await desk.uploaded('reserves', 'swapped.csv', Buffer.from(swapped));
    expect((await desk.look(id)).counts).toMatchObject({ changed: 2, unchanged: 18, waiting: 0 });
    expect((await desk.apply(id, { acceptAll: true })).receipt).toMatchObject({ updated: 2 });
    expect(
      await desk.count(
        `reserve r JOIN participant p ON p.id = r.participant_id WHERE p.student_number = 'MV2801' AND r.rank = 1`,
      ),
    ).toBe(1);
  });

  it('accompanying persons join their flows as teachers', async () => {
    expect((await desk.apply(await desk.uploaded('accompanying', 'accompanying-10.csv'))).receipt).toMatchObject({
      added: 10,
    });
    expect((await desk.apply(await desk.uploaded('accompanying', 'accompanying-10.csv'))).receipt).toMatchObject({
      added: 0,
      unchanged: 10,
    });
  });

  it('companies come in under their host with a tutor, and tell their places', async () => {
    const id = await desk.uploaded('companies', 'companies-60.csv', undefined, null);
    expect((await desk.apply(id)).receipt).toMatchObject({ added: 60, waiting: 0 });
    expect(
      await desk.count(`organisation WHERE kind = 'company' AND manager_id IS NOT NULL AND owner_id = $1`, [
        harness.world.own.schoolId,
      ]),
    ).toBe(60);
    const { rows } = await harness.api.runtime.pool.query<{ places: number }>(
      `SELECT (after->'companies'->0->>'places')::int AS places FROM event WHERE type = 'companies.imported' AND jsonb_array_length(after->'companies') = 60`,
    );
    expect(rows[0]?.places).toBeGreaterThan(0);
    const again = await desk.uploaded('companies', 'companies-60.csv', undefined, null);
    expect((await desk.look(again)).counts).toMatchObject({ added: 0, unchanged: 60 });
  });
});
