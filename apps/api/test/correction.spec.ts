import { type Harness, startHarness } from './harness';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
  await harness.api.runtime.pool.query(`UPDATE mobility SET stage = 'confirmed'`);
});
afterAll(() => harness.close());

const CORRECT =
  'mutation ($input: CorrectOrganisationInput!) { correctOrganisation(input: $input) { name street checkedAt version } }';
const right = (id: string, expectedVersion = 1) => ({
  input: { id, expectedVersion, name: 'Company Ltd', street: 'New Street 2', town: 'Berlin', myPhone: '+49 30 1' },
});

describe('a company’s data', () => {
  it('are corrected by its own tutor and by nobody else’s, the second of two at once is told', async () => {
    const { own, foreign } = harness.world;
    const tutor = await harness.as(own.people.tutor, 'companyTutor');
    const stranger = await harness.as(foreign.people.tutor, 'companyTutor');
    expect((await stranger.refused(CORRECT, right(own.companyId))).extensions.code).toBe('NOT_FOUND');
    const { correctOrganisation } = await tutor.ask<{ correctOrganisation: { checkedAt: string } }>(
      CORRECT,
      right(own.companyId),
    );
    expect(correctOrganisation).toMatchObject({ name: 'Company Ltd', street: 'New Street 2', version: 2 });
    expect(correctOrganisation.checkedAt).toMatch(/^\d{4}/);
    expect((await tutor.refused(CORRECT, right(own.companyId))).extensions.code).toBe('CONFLICT');
    const empty = await tutor.refused(CORRECT, { input: { ...right(own.companyId, 2).input, town: ' ' } });
    expect(empty.extensions.fields?.[0]).toMatchObject({ path: 'town' });
    const coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
    expect((await coordinator.refused(CORRECT, right(own.companyId, 2))).extensions.code).toBe('FORBIDDEN');
  });
});
