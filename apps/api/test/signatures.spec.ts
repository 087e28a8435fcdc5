import { type Audience } from '@softmob/access';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import {
  AGREEMENT,
  type AgreementAnswer,
  AMEND,
  COMPOSE,
  OPEN,
  readyToCompose,
  SIGN,
  signedByAll,
  type VersionAnswer,
} from './learning-asks';
import { uploadDesk } from './upload-desk';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
  await readyToCompose(harness);
  const { own } = harness.world;
  await (await staff()).ask(COMPOSE, { input: { flowId: own.flowId } });
});
afterAll(() => harness.close());

const staff = () => harness.as(harness.world.own.people.coordinator, 'sendingCoordinator');
const person = (name: 'adult' | 'minor' | 'guardian' | 'tutor' | 'host', audience: Audience) =>
  harness.as(harness.world.own.people[name], audience);
const [adultId, minorId] = [() => harness.world.own.mobilityIds[0], () => harness.world.own.mobilityIds[1]];

const OPEN_IN_ORDER = `mutation ($input: WhichMobilities!, $order: [String!]) {
  openAgreements(input: $input, order: $order) { done refused { reason } } }`;
const DECLINE =
  'mutation ($input: CloseAgreementInput!) { declineAgreement(input: $input) { status closedParty closedReason } }';
const WITHDRAW = 'mutation ($input: CloseAgreementInput!) { withdrawAgreement(input: $input) { status closedReason } }';
const REVOKE =
  'mutation ($id: ID!, $n: Int!) { revokeSignature(mobilityId: $id, versionNumber: $n) { status missingParties } }';
const MINE = `query ($id: ID!) { mobility(id: $id) { agreement { current {
  number status mySignature signsAfter mayRevoke mayDecline requiredParties
  signatures { party method markKind mark checkedBy statement } paperSignatures { id party status reason } } } } }`;

interface Mine {
  number: number;
  status: string;
  mySignature: string | null;
  signsAfter: string[];
  mayRevoke: boolean;
  mayDecline: boolean;
  requiredParties: string[];
  signatures: {
    party: string;
    method: string;
    markKind: string | null;
    mark: string | null;
    checkedBy: string | null;
  }[];
  paperSignatures: { id: string; party: string; status: string; reason: string | null }[];
}

async function mine(who: Agent, id: string): Promise<Mine> {
  const { mobility } = await who.ask<{ mobility: { agreement: { current: Mine } } }>(MINE, { id });
  return mobility.agreement.current;
}

async function currentOf(id: string): Promise<VersionAnswer> {
  const { mobility } = await (await staff()).ask<{ mobility: { agreement: AgreementAnswer } }>(AGREEMENT, { id });
  return mobility.agreement.current as VersionAnswer;
}

async function sign(who: Agent, id: string, more: object = {}): Promise<object> {
  const { number: versionNumber, contentHash } = await currentOf(id);
  return who.send(SIGN, { input: { mobilityId: id, versionNumber, contentHash, accepted: true, ...more } });
}

/** Everybody who was mailed since, by address, with the subject. */
async function mailsSince(mark: Date): Promise<Record<string, string>> {
  await harness.settle();
  const { rows } = await harness.api.runtime.pool.query<{ recipient: string; subject: string }>(
    'SELECT recipient, subject FROM outbox_message WHERE sent_at > $1 ORDER BY sent_at',
    [mark],
  );
  return Object.fromEntries(rows.map(({ recipient, subject }) => [recipient, subject]));
}
const marked = async (): Promise<Date> => {
  await harness.settle();
  const { rows } = await harness.api.runtime.pool.query<{ now: Date }>('SELECT now() AS now');
  return rows[0]?.now ?? new Date();
};

describe('a set order', () => {
  it('asks one after the other; whoever is not next sees who is before them', async () => {
    const { people } = harness.world.own;
    const mark = await marked();
    const order = ['participant', 'guardian', 'hosting', 'supporting', 'sending'];
    await (await staff()).ask(OPEN_IN_ORDER, { input: { mobilityIds: [minorId()] }, order });
    expect(Object.keys(await mailsSince(mark))).toEqual([people.minor]);
    const host = await person('host', 'hostCoordinator');
    expect(await mine(host, minorId())).toMatchObject({
      mySignature: null,
      signsAfter: ['participant', 'guardian', 'hosting'],
      mayDecline: true,
    });
    const early = await sign(host, minorId());
    expect(early).toMatchObject({ errors: [{ extensions: { code: 'ILLEGAL_STATE', reason: 'NOT_YOUR_TURN' } }] });
    const { agreementsToSign } = await host.ask<{ agreementsToSign: object[] }>('{ agreementsToSign { number } }');
    expect(agreementsToSign).toEqual([]);
    const second = await marked();
    await sign(await person('minor', 'participant'), minorId());
    expect(Object.keys(await mailsSince(second))).toEqual([people.guardian]);
    expect((await mine(await person('guardian', 'guardian'), minorId())).mySignature).toBe('guardian');
  });

  it('names each party once', async () => {
    const answer = await (
      await staff()
    ).refused(OPEN_IN_ORDER, {
      input: { mobilityIds: [adultId()] },
      order: ['sending', 'sending'],
    });
    expect(answer.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'order' }] });
  });
});

describe('taking one’s own signature back', () => {
  it('is possible before the last one, tells the school, and puts the turn back', async () => {
    const { people } = harness.world.own;
    const mark = await marked();
    const minor = await person('minor', 'participant');
    expect(await mine(minor, minorId())).toMatchObject({ mayRevoke: true, mySignature: null });
    for (const other of [await person('tutor', 'companyTutor'), await staff()]) {
      const refused = await other.refused(REVOKE, { id: minorId(), n: 1 });
      expect(refused.extensions).toMatchObject({ code: 'ILLEGAL_STATE', missing: ['OWN_SIGNATURE'] });
    }
    const stranger = await harness.as(harness.world.foreign.people.minor, 'participant');
    expect((await stranger.refused(REVOKE, { id: minorId(), n: 1 })).extensions.code).toBe('NOT_FOUND');
    await minor.ask(REVOKE, { id: minorId(), n: 1 });
    expect(await mine(minor, minorId())).toMatchObject({
      mayRevoke: false,
      mySignature: 'participant',
      signatures: [],
    });
    expect(await mailsSince(mark)).toMatchObject({
      [people.coordinator]: expect.stringContaining('taken back') as string,
    });
    const { rows } = await harness.api.runtime.pool.query(
      'SELECT revoked_at FROM signature WHERE revoked_at IS NOT NULL',
    );
    expect(rows).toHaveLength(1);
    await expect(harness.api.runtime.pool.query('UPDATE signature SET revoked_at = now()')).rejects.toThrow(
      'append-only',
    );
  });
});

describe('how a signature looks', () => {
  it('is typed or drawn, kept with it, and refused where it is neither', async () => {
    const minor = await person('minor', 'participant');
    const bad = await sign(minor, minorId(), { mark: { kind: 'drawn', value: 'M1 1L2 2"/><script>' } });
    expect(bad).toMatchObject({ errors: [{ extensions: { fields: [{ path: 'mark', code: 'MARK_DRAWING' }] } }] });
    await sign(minor, minorId(), { mark: { kind: 'typed', value: ' Ștefania ' } });
    await sign(await person('guardian', 'guardian'), minorId(), {
      mark: { kind: 'drawn', value: 'M10 10L300 90L20 150' },
    });
    expect((await mine(await staff(), minorId())).signatures).toMatchObject([
      { party: 'participant', markKind: 'typed', mark: 'Ștefania' },
      { party: 'guardian', markKind: 'drawn', mark: 'M10 10L300 90L20 150' },
    ]);
  });
});

const JPEG = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(400)]);
const { whole, handOver } = uploadDesk(() => ({ harness }));
const paper = (who: Agent, id: string, party: string, body = JPEG, more = '') =>
  who
    .post(`/api/agreements/${id}/paper?version=1&party=${party}&signerName=Annika%20Vogt&signedOn=2026-01-15${more}`)
    .set('content-type', 'application/octet-stream')
    .set('x-file-name', 'scan.jpg')
    .send(body);
const VERIFY = 'mutation ($id: ID!) { verifyPaperSignature(id: $id) { status } }';
const RETURN = 'mutation ($id: ID!, $reason: String!) { returnPaperSignature(id: $id, reason: $reason) { status } }';

describe('a signature on paper', () => {
  it('is sent for one’s own party alone, and seen by its sender and the school', async () => {
    const tutor = await person('tutor', 'companyTutor');
    await paper(tutor, minorId(), 'supporting').expect(403);
    await paper(await harness.as(harness.world.foreign.people.tutor, 'companyTutor'), minorId(), 'hosting').expect(404);
    await paper(await harness.as(harness.world.own.people.teacher, 'sendingTeacher'), minorId(), 'hosting').expect(403);
    await paper(tutor, minorId(), 'hosting', Buffer.from('no picture')).expect(400);
    await paper(tutor, minorId(), 'participant').expect(403);
    const { body } = (await paper(tutor, minorId(), 'hosting').expect(201)) as { body: { id: string } };
    await paper(tutor, minorId(), 'hosting').expect(409);
    expect((await mine(tutor, minorId())).paperSignatures).toMatchObject([{ id: body.id, status: 'uploaded' }]);
    expect((await mine(await person('host', 'hostCoordinator'), minorId())).paperSignatures).toEqual([]);
    await tutor.get(`/api/paper-signatures/${body.id}`).expect(200);
    await (await person('minor', 'participant')).get(`/api/paper-signatures/${body.id}`).expect(404);
    expect((await mine(await staff(), minorId())).signatures).toHaveLength(2);
  });

  it('is sent back with a reason, or counts from the school’s check on', async () => {
    const { people } = harness.world.own;
    const [school, tutor] = [await staff(), await person('tutor', 'companyTutor')];
    const [first] = (await mine(school, minorId())).paperSignatures;
    for (const other of [tutor, await harness.as(people.teacher, 'sendingTeacher')]) {
      expect((await other.refused(VERIFY, { id: first?.id })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    const foreign = await harness.as(harness.world.foreign.people.coordinator, 'sendingCoordinator');
    expect((await foreign.refused(VERIFY, { id: first?.id })).extensions.code).toBe('NOT_FOUND');
    expect((await foreign.refused(RETURN, { id: first?.id, reason: 'not ours' })).extensions.code).toBe('NOT_FOUND');
    const mark = await marked();
    await school.ask(RETURN, { id: first?.id, reason: 'The page is cut.' });
    expect(await mailsSince(mark)).toEqual({ [people.tutor]: expect.stringContaining('sent back') as string });
    expect((await school.refused(VERIFY, { id: first?.id })).extensions.reason).toBe('PAPER_DECIDED');
    const route = `/api/agreements/${minorId()}/paper?version=1&party=hosting&signerName=Annika%20Vogt&signedOn=2026-01-15`;
    const inParts = await handOver(school, await whole(school, JPEG), route);
    expect(inParts.status).toBe(201);
    await school.ask(VERIFY, { id: ((await inParts.json()) as { id: string }).id });
    const { signatures } = await mine(school, minorId());
    expect(signatures[2]).toMatchObject({ party: 'hosting', method: 'paper', checkedBy: 'coordinator' });
    expect((await mine(await person('host', 'hostCoordinator'), minorId())).mySignature).toBe('supporting');
  });

  it('completes an agreement like any other, and says on the sealed file that it was on paper', async () => {
    await sign(await person('host', 'hostCoordinator'), minorId());
    await sign(await staff(), minorId());
    expect((await currentOf(minorId())).status).toBe('locked');
    await harness.settle();
    const { rows } = await harness.api.runtime.pool.query('SELECT 1 FROM sealed_file');
    expect(rows).toHaveLength(1);
  });
});

describe('an amendment', () => {
  it('asks only those whom the change concerns; the others are told and need not sign', async () => {
    const { people } = harness.world.own;
    const school = await staff();
    const patch = { preparation: { en: 'Two more lessons', it: 'Due lezioni in più' } };
    await school.ask(AMEND, { input: { mobilityId: minorId(), reason: 'The school adds lessons.', patch } });
    expect((await currentOf(minorId())).requiredParties).toEqual(['participant', 'guardian', 'sending']);
    const mark = await marked();
    await school.ask(OPEN_IN_ORDER, { input: { mobilityIds: [minorId()] }, order: null });
    const mails = await mailsSince(mark);
    expect(mails[people.tutor]).toContain('Change of the learning agreement');
    expect(mails[people.host]).toContain('Change of the learning agreement');
    expect(mails[people.minor]).toContain('ready to sign');
    const tutor = await person('tutor', 'companyTutor');
    expect(await mine(tutor, minorId())).toMatchObject({ number: 2, mySignature: null, mayDecline: false });
    expect(await sign(tutor, minorId())).toMatchObject({ errors: [{ extensions: { reason: 'NOT_A_PARTY' } }] });
    await signedByAll(harness, minorId());
    const locked = await currentOf(minorId());
    expect(locked).toMatchObject({ number: 2, status: 'locked' });
    expect(locked.signatures.map(({ party }) => party)).toEqual(['participant', 'guardian', 'sending']);
  });
});

describe('declining', () => {
  const close = (id: string, n: number, reason: string) => ({ input: { mobilityId: id, versionNumber: n, reason } });

  it('closes the version with a reason, tells the others, and leaves what is in force in force', async () => {
    const { people } = harness.world.own;
    const school = await staff();
    await school.ask(AMEND, {
      input: { mobilityId: minorId(), reason: 'Longer days.', patch: { support: undefined } },
    });
    await school.ask(OPEN, { input: { mobilityIds: [minorId()] } });
    await sign(await person('minor', 'participant'), minorId());
    const tutor = await person('tutor', 'companyTutor');
    const stranger = await harness.as(harness.world.foreign.people.tutor, 'companyTutor');
    expect((await stranger.refused(DECLINE, close(minorId(), 3, 'No time'))).extensions.code).toBe('NOT_FOUND');
    expect((await tutor.refused(DECLINE, close(minorId(), 3, ' '))).extensions.fields?.[0]?.path).toBe('reason');
    const minor = await person('minor', 'participant');
    expect((await minor.refused(DECLINE, close(minorId(), 3, 'Changed my mind'))).extensions.reason).toBe(
      'ALREADY_SIGNED',
    );
    const mark = await marked();
    const { declineAgreement } = await tutor.ask<{ declineAgreement: object }>(DECLINE, close(minorId(), 3, 'No time'));
    expect(declineAgreement).toEqual({ status: 'declined', closedParty: 'hosting', closedReason: 'No time' });
    const mails = await mailsSince(mark);
    expect(Object.keys(mails).sort()).toEqual([people.coordinator, people.guardian, people.host, people.minor].sort());
    const { mobility } = await school.ask<{ mobility: { agreement: AgreementAnswer } }>(AGREEMENT, { id: minorId() });
    expect(mobility.agreement.inForce).toMatchObject({ number: 2, status: 'locked' });
    expect((await tutor.refused(DECLINE, close(minorId(), 3, 'No time'))).extensions.code).toBe('ILLEGAL_STATE');
  });

  it('is followed by a new version', async () => {
    await (await staff()).ask(AMEND, { input: { mobilityId: minorId(), reason: 'Shorter days again.' } });
    expect(await currentOf(minorId())).toMatchObject({ number: 4, status: 'draft' });
  });

  it('is the parties’ own: the school takes an open version back instead, and everybody is told', async () => {
    const { people } = harness.world.own;
    const school = await staff();
    await school.ask(OPEN, { input: { mobilityIds: [adultId()] } });
    await sign(await person('adult', 'participant'), adultId());
    const teacher = await harness.as(people.teacher, 'sendingTeacher');
    for (const act of [WITHDRAW, DECLINE]) {
      const refused = await teacher.refused(act, close(adultId(), 1, 'A wrong date'));
      expect(refused.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    const foreign = await harness.as(harness.world.foreign.people.coordinator, 'sendingCoordinator');
    expect((await foreign.refused(WITHDRAW, close(adultId(), 1, 'A wrong date'))).extensions.code).toBe('NOT_FOUND');
    const mark = await marked();
    await school.ask(WITHDRAW, close(adultId(), 1, 'A wrong date'));
    expect(Object.keys(await mailsSince(mark)).sort()).toEqual([people.adult, people.host, people.tutor].sort());
    expect(await currentOf(adultId())).toMatchObject({ status: 'withdrawn' });
    expect(await sign(await person('tutor', 'companyTutor'), adultId())).toMatchObject({
      errors: [{ extensions: { reason: 'NOT_OPEN' } }],
    });
  });
});
