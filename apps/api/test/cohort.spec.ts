import { readTable } from '@softmob/participants-model';
import { makeReserve } from './cohort';
import { type Harness, startHarness } from './harness';
import { agent, type Agent } from './http';
import { type SchoolWorld, setStage } from './world';

let harness: Harness;
let own: SchoolWorld;
let coordinator: Agent;
let stranger: Agent;
beforeAll(async () => {
  harness = await startHarness();
  ({ own } = harness.world);
  coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
  stranger = await harness.as(harness.world.foreign.people.coordinator, 'sendingCoordinator');
});
afterAll(() => harness.close());

const sql = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await harness.api.runtime.pool.query<Row>(text, values)).rows;

const INVITE =
  'mutation ($input: InviteesInput!) { inviteParticipants(input: $input) { participants guardians accepted } }';
const REMIND =
  'mutation ($input: InviteesInput!) { remindInvitations(input: $input) { participants guardians accepted } }';
const STATES = `{ mobilities { nodes { participant { invitation { status acceptedAt } guardianInvitation { status } } } } }`;

/** Opens the newest link mailed to somebody and chooses a password. */
async function accept(address: string): Promise<void> {
  await harness.settle();
  const token = /invitation\/([\w-]+)/.exec((await harness.mailTo(address))?.text ?? '')?.[1];
  await agent(harness.baseUrl, 'participant').ask(
    'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { ok } }',
    { input: { token, password: 'four unrelated words' } },
  );
}

describe('inviting a cohort', () => {
  it('reaches participants and guardians, skips who accepted, and reminds just the silent', async () => {
    const input = { projectId: own.projectId };
    const { inviteParticipants } = await coordinator.ask<{ inviteParticipants: object }>(INVITE, { input });
    expect(inviteParticipants).toEqual({ participants: 2, guardians: 1, accepted: 0 });
    await accept(own.people.guardian);
    const told = await sql('SELECT mobility_id FROM event WHERE type = $1', ['guardian.accepted']);
    expect(told).toEqual([{ mobility_id: own.mobilityIds[1] }]);
    const { remindInvitations } = await coordinator.ask<{ remindInvitations: object }>(REMIND, { input });
    expect(remindInvitations).toEqual({ participants: 2, guardians: 0, accepted: 1 });
    await accept(own.people.adult);
    const again = await coordinator.ask<{ inviteParticipants: object }>(INVITE, { input });
    expect(again.inviteParticipants).toEqual({ participants: 1, guardians: 0, accepted: 2 });
    type States = { mobilities: { nodes: { participant: object }[] } };
    const { mobilities } = await coordinator.ask<States>(STATES);
    expect(mobilities.nodes.map(({ participant }) => participant)).toEqual([
      { invitation: { status: 'accepted', acceptedAt: expect.any(String) as string }, guardianInvitation: null },
      { invitation: { status: 'invited', acceptedAt: null }, guardianInvitation: { status: 'accepted' } },
    ]);
  });

  it('is refused to others: a stranger finds nobody, a teacher and a host may not', async () => {
    const { inviteParticipants } = await stranger.ask<{ inviteParticipants: object }>(INVITE, {
      input: { projectId: own.projectId },
    });
    expect(inviteParticipants).toEqual({ participants: 0, guardians: 0, accepted: 0 });
    const teacher = await harness.as(own.people.teacher, 'sendingTeacher');
    expect((await teacher.refused(INVITE, { input: {} })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await coordinator.refused(INVITE, { input: {} })).extensions.fields?.[0]?.code).toBe('INVITEES_MISSING');
  });

  it('brings colleagues in, but nobody of a host that the school did not enter', async () => {
    const COLLEAGUES = 'mutation ($ids: [ID!]) { inviteColleagues(membershipIds: $ids) { invited accepted } }';
    const { inviteColleagues } = await coordinator.ask<{ inviteColleagues: object }>(COLLEAGUES);
    expect(inviteColleagues).toEqual({ invited: 2, accepted: 0 });
    const [host] = await sql<{ id: string }>(`SELECT id FROM membership WHERE organisation_id = $1`, [own.hostId]);
    expect((await coordinator.refused(COLLEAGUES, { ids: [host?.id] })).extensions.fields?.[0]?.code).toBe(
      'COLLEAGUE_UNKNOWN',
    );
  });
});

describe('correcting a participant', () => {
  const CORRECT =
    'mutation ($input: CorrectParticipantInput!) { correctParticipant(input: $input) { version lastName } }';
  const OWN =
    'mutation ($input: CorrectOwnDataInput!) { correctOwnData(input: $input) { version diet healthReleasedToHost } }';

  it('follows into the mobility and its history, health masked', async () => {
    const [id] = own.participantIds;
    await coordinator.ask(CORRECT, { input: { id, version: 1, lastName: 'Òrsini', diet: 'vegan' } });
    expect(await sql('SELECT sort_name FROM mobility WHERE id = $1', [own.mobilityIds[0]])).toEqual([
      { sort_name: 'orsini, adult' },
    ]);
    const HISTORY =
      'query ($id: ID!) { mobility(id: $id) { history { type actorName changes { field before after } } } }';
    type History = {
      mobility: {
        history: { type: string; actorName: string; changes: { field: string; before: string; after: string }[] }[];
      };
    };
    const { mobility } = await coordinator.ask<History>(HISTORY, { id: own.mobilityIds[0] });
    const change = mobility.history.find(({ type }) => type === 'participant.changed');
    expect(change).toMatchObject({ actorName: 'coordinator' });
    expect(change?.changes).toEqual([
      { field: 'diet', before: '•••', after: '•••' },
      { field: 'lastName', before: 'Last own', after: 'Òrsini' },
    ]);
    expect((await coordinator.refused(CORRECT, { input: { id, version: 1, lastName: 'X' } })).extensions.code).toBe(
      'CONFLICT',
    );
    expect((await stranger.refused(CORRECT, { input: { id, version: 2, lastName: 'X' } })).extensions.code).toBe(
      'NOT_FOUND',
    );
    const invalid = await coordinator.refused(CORRECT, { input: { id, version: 2, email: 'nowhere' } });
    expect(invalid.extensions.fields?.[0]).toMatchObject({ path: 'email', code: 'EMAIL_FORM' });
  });

  it('is done by participants for themselves, and by a guardian for the own minor only', async () => {
    const minor = await harness.as(own.people.minor, 'participant');
    const guardian = await harness.as(own.people.guardian, 'guardian');
    const [adultId, minorId] = own.participantIds;
    await minor.ask(OWN, { input: { id: minorId, version: 1, diet: 'no nuts' } });
    const { correctOwnData } = await guardian.ask<{ correctOwnData: object }>(OWN, {
      input: { id: minorId, version: 2, healthReleasedToHost: true },
    });
    expect(correctOwnData).toEqual({ version: 3, diet: 'no nuts', healthReleasedToHost: true });
    expect((await guardian.refused(OWN, { input: { id: adultId, version: 1, diet: '' } })).extensions.code).toBe(
      'NOT_FOUND',
    );
    expect((await coordinator.refused(OWN, { input: { id: minorId, version: 3, diet: '' } })).extensions.code).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  it('shows the person who read the logged data', async () => {
    await coordinator.ask('query ($id: ID!) { participant(id: $id) { diet } }', { id: own.participantIds[1] });
    const minor = await harness.as(own.people.minor, 'participant');
    const { participant } = await minor.ask<{ participant: { accessLog: object[] } }>(
      'query ($id: ID!) { participant(id: $id) { accessLog { field readerName audience } } }',
      { id: own.participantIds[1] },
    );
    expect(participant.accessLog).toContainEqual({
      field: 'Participant.diet',
      readerName: 'coordinator',
      audience: 'sendingCoordinator',
    });
    expect(
      (await stranger.refused('query ($id: ID!) { participant(id: $id) { id } }', { id: own.participantIds[1] }))
        .extensions.code,
    ).toBe('NOT_FOUND');
  });
});

describe('an export', () => {
  const file = async (email: string, audience: Parameters<Harness['as']>[1]) => {
    const who = await harness.as(email, audience);
    const response = await who.get('/api/exports/cohort.csv');
    return { status: response.status, text: response.text };
  };

  it('holds what its reader may see at the stage of each row, and no formula', async () => {
    const [confirmed, proposed] = own.mobilityIds;
    await setStage(harness.api.runtime.pool, confirmed, 'confirmed');
    await setStage(harness.api.runtime.pool, proposed, 'proposed');
    await sql(`UPDATE participant SET class_name = '=1+1' WHERE id = $1`, [own.participantIds[0]]);
    const host = (await file(own.people.host, 'hostCoordinator')).text;
    expect(host).toContain('Òrsini');
    expect(host).toContain('vegan');
    for (const hidden of [
      'minor@own.example',
      'no nuts',
      'Fewer opportunities',
      'Student no',
      'secret',
      'guardian@own.example',
    ]) {
      expect(host).not.toContain(hidden);
    }
    expect(host.trim().split('\r\n')).toHaveLength(3);
    const finance = (await file(own.people.finance, 'sendingFinance')).text;
    for (const hidden of ['Dietary', 'vegan', 'Emergency', 'Guardian', 'secret']) expect(finance).not.toContain(hidden);
    expect(finance).toContain('Fewer opportunities');
    const all = (await file(own.people.coordinator, 'sendingCoordinator')).text;
    expect(all).toContain(`'=1+1`);
    expect(all).not.toContain('secret health');
    expect(all).not.toContain('secret reason');
    expect(all).not.toContain('foreign');
  });

  it('is a real spreadsheet, and nothing for a tutor or nobody', async () => {
    const response = await coordinator
      .get(`/api/exports/cohort.xlsx?flowId=${own.flowId}`)
      .buffer()
      .parse((stream, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          done(null, Buffer.concat(parts));
        });
      });
    const table = await readTable(response.body as Buffer, 'cohort.xlsx');
    expect(table.rows).toHaveLength(2);
    expect(table.headers).toContain('Dietary needs');
    expect((await file(own.people.tutor, 'companyTutor')).status).toBe(403);
    expect((await harness.stranger.get('/api/exports/cohort.csv')).status).toBe(403);
  });
});

describe('a withdrawal', () => {
  const WITHDRAW = `mutation ($input: WithdrawInput!) { withdraw(input: $input) {
    mobility { stage withdrawnReason } replacement { id stage participant { lastName } } } }`;
  type Answer = {
    withdraw: {
      mobility: object;
      replacement: { id: string; stage: string; participant: { lastName: string } } | null;
    };
  };

  it('promotes the first reserve of the same occupation and tells those concerned', async () => {
    await makeReserve(harness, own, 1, 'hairdresser');
    const email = await makeReserve(harness, own, 2, 'cook');
    const input = { mobilityId: own.mobilityIds[0], reason: 'A broken leg' };
    expect((await stranger.refused(WITHDRAW, { input })).extensions.code).toBe('NOT_FOUND');
    const teacher = await harness.as(own.people.teacher, 'sendingTeacher');
    expect((await teacher.refused(WITHDRAW, { input })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const { withdraw } = await coordinator.ask<Answer>(WITHDRAW, { input });
    expect(withdraw).toMatchObject({
      mobility: { stage: 'withdrawn', withdrawnReason: 'A broken leg' },
      replacement: { stage: 'selected', participant: { lastName: 'No2' } },
    });
    const events = await sql(
      `SELECT type, mobility_id, coalesce(before->>'replaces', after->>'replacementId') AS other FROM event WHERE type IN ('mobility.selected', 'mobility.withdrawn') ORDER BY type`,
    );
    expect(events).toEqual([
      { type: 'mobility.selected', mobility_id: withdraw.replacement?.id, other: own.mobilityIds[0] },
      { type: 'mobility.withdrawn', mobility_id: own.mobilityIds[0], other: withdraw.replacement?.id },
    ]);
    await harness.settle();
    const elsewhere = await sql('SELECT template FROM mail WHERE recipient = ANY($1) AND template LIKE $2', [
      [own.people.host, own.people.tutor],
      'projects:%',
    ]);
    expect(elsewhere).toEqual([]);
    expect((await harness.mailTo(own.people.adult))?.subject).toContain('Withdrawal recorded: adult Òrsini');
    const mails = await sql<{ subject: string }>('SELECT subject FROM outbox_message WHERE recipient = $1', [email]);
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'A place for you: Berlin',
      'School own: your mobility on SoftMob',
    ]);
    expect((await coordinator.refused(WITHDRAW, { input })).extensions).toMatchObject({
      code: 'ILLEGAL_STATE',
      reason: 'MOBILITY_STAGE',
    });
  });

  it('by a participant hides who comes next, and the reserves stay in order', async () => {
    const minor = await harness.as(own.people.minor, 'participant');
    const hidden = await minor.refused(WITHDRAW, { input: { mobilityId: own.mobilityIds[1], reason: 'Home' } });
    expect(hidden.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const OWN = 'mutation ($input: WithdrawInput!) { withdraw(input: $input) { mobility { stage } } }';
    const input = { mobilityId: own.mobilityIds[1], reason: 'I stay at home' };
    const chosen = await minor.refused(OWN, { input: { ...input, promotion: 'NOBODY' } });
    expect(chosen.extensions.fields).toMatchObject([{ path: 'promotion', code: 'SCHOOL_DECIDES' }]);
    const other = await minor.refused(OWN, { input: { ...input, mobilityId: harness.world.foreign.mobilityIds[0] } });
    expect(other.extensions.code).toBe('NOT_FOUND');
    await minor.ask(OWN, { input });
    await harness.settle();
    expect((await harness.mailTo(own.people.guardian))?.subject).toContain('Withdrawal recorded');
    expect((await harness.mailTo(own.people.minor))?.subject ?? '').not.toContain('Withdrawal recorded');
    const { reserves } = await coordinator.ask<{ reserves: object[] }>(
      'query ($id: ID!) { reserves(projectId: $id) { rank status participant { lastName } mobility { stage } } }',
      { id: own.projectId },
    );
    expect(reserves).toEqual([
      { rank: 1, status: 'promoted', participant: { lastName: 'No1' }, mobility: { stage: 'selected' } },
      { rank: 2, status: 'promoted', participant: { lastName: 'No2' }, mobility: { stage: 'selected' } },
    ]);
    const { reserves: none } = await stranger.ask<{ reserves: object[] }>(
      'query ($id: ID!) { reserves(projectId: $id) { rank } }',
      { id: own.projectId },
    );
    expect(none).toEqual([]);
  });
});
