import { happen } from './cohort';
import { type Harness, startHarness } from './harness';
import { agent, type Agent } from './http';
import { PROPOSE, CONFIRM, DECLINE, CANCEL, REPLACE, placementDesk, refusedTo } from './placement-desk';

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
