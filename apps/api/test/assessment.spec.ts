import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import {
  AGREEMENT,
  type AgreementAnswer,
  AMEND,
  type Bulk,
  COMPOSE,
  OPEN,
  readyToCompose,
  SIGN,
  type VersionAnswer,
} from './learning-asks';

let harness: Harness;
let mobilityId: string;
let keys: string[];

const STAY_BEGINS = 60;
const OUTCOMES = 'query ($id: ID!) { mobility(id: $id) { week outcomes { key state midterm { attainment } } } }';
const MIDTERM = `mutation ($input: AssessmentInput!) { midtermAssessment(input: $input) { assessments { kind week atRisk submittedAt } } }`;
const SAVE_FINAL = 'mutation ($input: AssessmentInput!) { saveFinal(input: $input) { id } }';
const FINAL = `mutation ($input: AssessmentInput!) { finalAssessment(input: $input) { finalAssessedAt assessments { kind grade units { unitKey result } } } }`;
const RECOGNISE = `mutation ($input: RecogniseLearningInput!) { recogniseLearning(input: $input) { done refused { reason } } }`;
const ISSUE = 'mutation ($ids: [ID!]!) { issueEuropass(mobilityIds: $ids) { done refused { reason } } }';
const KINDS = 'query ($id: ID!) { mobility(id: $id) { assessments { kind } } }';

const tutor = () => harness.as(harness.world.own.people.tutor, 'companyTutor');
const coordinator = () => harness.as(harness.world.own.people.coordinator, 'sendingCoordinator');
const rated = (attainment: string) => keys.map((outcomeKey) => ({ outcomeKey, attainment }));

/** Opens the draft and has the parties asked sign it, all of them unless told; returns the hash that they signed. */
async function signBy(...asked: string[]): Promise<string> {
  const { people } = harness.world.own;
  const staff = await coordinator();
  await staff.ask(OPEN, { input: { mobilityIds: [mobilityId] } });
  const { mobility } = await staff.ask<{ mobility: { agreement: AgreementAnswer } }>(AGREEMENT, { id: mobilityId });
  const { number, contentHash } = mobility.agreement.current as VersionAnswer;
  for (const [email, audience] of [
    [people.adult, 'participant'],
    [people.coordinator, 'sendingCoordinator'],
    [people.tutor, 'companyTutor'],
    [people.host, 'hostCoordinator'],
  ] as const) {
    if (asked.length > 0 && !asked.includes(audience)) continue;
    const input = { mobilityId, versionNumber: number, contentHash, accepted: true };
    await (await harness.as(email, audience)).ask(SIGN, { input });
  }
  return contentHash;
}

beforeAll(async () => {
  harness = await startHarness();
  mobilityId = harness.world.own.mobilityIds[0];
  await readyToCompose(harness);
  await (await coordinator()).ask(COMPOSE, { input: { mobilityIds: [mobilityId] } });
  await signBy();
  const { mobility } = await (
    await tutor()
  ).ask<{ mobility: { outcomes: { key: string }[] } }>(OUTCOMES, { id: mobilityId });
  keys = mobility.outcomes.map(({ key }) => key);
});
afterAll(() => harness.close());

async function refusedReason(who: Agent, query: string, input: object): Promise<string | undefined> {
  return (await who.refused(query, { input })).extensions.reason;
}

describe('assessment', () => {
  it('waits for the stay to begin, and belongs to the learner’s own tutor', async () => {
    const { foreign, own } = harness.world;
    expect(keys.length).toBeGreaterThan(10);
    const input = { mobilityId, outcomes: rated('withHelp') };
    expect(await refusedReason(await tutor(), MIDTERM, input)).toBe('NOT_STARTED');
    harness.api.runtime.clock.moveTo(STAY_BEGINS + 13);
    const stranger = await harness.as(foreign.people.tutor, 'companyTutor');
    expect((await stranger.refused(MIDTERM, { input })).extensions.code).toBe('NOT_FOUND');
    const host = await harness.as(own.people.host, 'hostCoordinator');
    expect((await host.refused(MIDTERM, { input })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const unsigned = { mobilityId: own.mobilityIds[1], outcomes: [] };
    expect(await refusedReason(await tutor(), MIDTERM, unsigned)).toBe('NO_AGREEMENT');
  });

  it('flags at mid-term what is at risk', async () => {
    const mine = await tutor();
    const answer = await mine.ask<{ midtermAssessment: { assessments: { week: number; atRisk: number }[] } }>(MIDTERM, {
      input: { mobilityId, outcomes: rated('notYet'), comment: 'A slow start' },
    });
    const [midterm] = answer.midtermAssessment.assessments;
    expect(midterm).toMatchObject({ kind: 'midterm', week: 2 });
    expect(midterm?.atRisk).toBeGreaterThan(0);
    const teacher = await harness.as(harness.world.own.people.teacher, 'sendingTeacher');
    const { mobility } = await teacher.ask<{ mobility: { outcomes: { state: string }[] } }>(OUTCOMES, {
      id: mobilityId,
    });
    expect(mobility.outcomes.filter(({ state }) => state === 'atRisk')).toHaveLength(midterm?.atRisk ?? -1);
  });

  it('keeps an unfinished final assessment to its writer, and wants every outcome in the end', async () => {
    const mine = await tutor();
    const staff = await coordinator();
    await mine.ask(SAVE_FINAL, { input: { mobilityId, outcomes: rated('independently').slice(0, 3) } });
    const kinds = async (who: Agent) =>
      (await who.ask<{ mobility: { assessments: { kind: string }[] } }>(KINDS, { id: mobilityId })).mobility.assessments
        .map(({ kind }) => kind)
        .sort();
    expect(await kinds(mine)).toEqual(['final', 'midterm']);
    expect(await kinds(staff)).toEqual(['midterm']);
    const early = await staff.ask<{ recogniseLearning: Bulk }>(RECOGNISE, { input: { mobilityIds: [mobilityId] } });
    expect(early.recogniseLearning).toEqual({ done: [], refused: [{ reason: 'NO_FINAL_ASSESSMENT' }] });
    const unfinished = await mine.refused(FINAL, { input: { mobilityId, outcomes: rated('independently').slice(1) } });
    expect(unfinished.extensions.fields).toEqual([
      expect.objectContaining({ path: `outcomes.${keys[0] ?? ''}`, code: 'OUTCOME_MISSING' }),
    ]);
    const input = { mobilityId, outcomes: rated('independently') };
    const done = await mine.ask<{ finalAssessment: { finalAssessedAt: string; assessments: object[] } }>(FINAL, {
      input,
    });
    expect(done.finalAssessment.finalAssessedAt).toMatch(/^\d{4}/);
    expect(done.finalAssessment.assessments).toContainEqual(expect.objectContaining({ kind: 'final', grade: 8 }));
    expect(await refusedReason(mine, FINAL, input)).toBe('ALREADY_ASSESSED');
  });
});

describe('the learner’s own view', () => {
  const SELF = 'mutation ($input: AssessmentInput!) { selfAssessment(input: $input) { id } }';
  const SEEN = `query ($id: ID!) { mobility(id: $id) {
    assessments { kind week comment } outcomes { self { attainment } } } }`;
  type Seen = {
    mobility: {
      assessments: { kind: string; week: number; comment: string }[];
      outcomes: { self: { attainment: string } | null }[];
    };
  };
  const participant = () => harness.as(harness.world.own.people.adult, 'participant');

  it('is read by tutor, teacher and host as soon as it is sent, and replaced by a later one', async () => {
    const { people } = harness.world.own;
    await (await participant()).ask(SELF, { input: { mobilityId, outcomes: rated('withHelp').slice(0, 2) } });
    harness.api.runtime.clock.moveTo(STAY_BEGINS + 25);
    const input = { mobilityId, outcomes: rated('independently'), comment: 'I can do it now' };
    await (await participant()).ask(SELF, { input });
    for (const [email, audience] of [
      [people.tutor, 'companyTutor'],
      [people.teacher, 'sendingTeacher'],
      [people.host, 'hostCoordinator'],
    ] as const) {
      const { mobility } = await (await harness.as(email, audience)).ask<Seen>(SEEN, { id: mobilityId });
      expect(mobility.assessments).toContainEqual({ kind: 'self', week: 4, comment: 'I can do it now' });
      expect(mobility.outcomes.every(({ self }) => self?.attainment === 'independently')).toBe(true);
    }
  });

  it('is nobody else’s to give, and nobody’s who has withdrawn', async () => {
    const { own, foreign } = harness.world;
    const input = { mobilityId, outcomes: rated('inNewSituations') };
    const guardian = await harness.as(own.people.guardian, 'guardian');
    expect((await guardian.refused(SELF, { input })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await (await tutor()).refused(SELF, { input })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const stranger = await harness.as(foreign.people.adult, 'participant');
    expect((await stranger.refused(SELF, { input })).extensions.code).toBe('NOT_FOUND');
    const finance = await harness.as(own.people.finance, 'sendingFinance');
    expect((await finance.refused(SEEN, { id: mobilityId })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const { pool } = harness.api.runtime;
    const moveTo = (stage: string) =>
      pool.query(
        `UPDATE mobility SET stage = $2, withdrawn_at = CASE WHEN $2 = 'withdrawn' THEN now() END WHERE id = $1`,
        [mobilityId, stage],
      );
    await moveTo('withdrawn');
    expect(await refusedReason(await participant(), SELF, input)).toBe('WITHDRAWN');
    await moveTo('abroad');
  });
});

describe('recognition and Europass', () => {
  it('are the school’s, follow the assessment, and are issued once per content', async () => {
    const { own, foreign } = harness.world;
    const staff = await coordinator();
    const stranger = await harness.as(foreign.people.coordinator, 'sendingCoordinator');
    const input = { mobilityIds: [mobilityId], note: 'Counts as work experience' };
    expect((await stranger.refused(RECOGNISE, { input })).extensions.code).toBe('NOT_FOUND');
    expect((await stranger.refused(ISSUE, { ids: [mobilityId] })).extensions.code).toBe('NOT_FOUND');
    await staff.get(`/api/europass/${mobilityId}.pdf`).expect(404);
    const recognised = await staff.ask<{ recogniseLearning: Bulk }>(RECOGNISE, { input });
    expect(recognised.recogniseLearning.done).toEqual([mobilityId]);
    const all = await staff.ask<{ issueEuropass: Bulk }>(ISSUE, { ids: [...own.mobilityIds] });
    expect(all.issueEuropass).toEqual({ done: [mobilityId], refused: [{ reason: 'NO_FINAL_ASSESSMENT' }] });
    const again = await staff.ask<{ issueEuropass: Bulk }>(ISSUE, { ids: [mobilityId] });
    expect(again.issueEuropass.refused).toEqual([{ reason: 'ALREADY_ISSUED' }]);
    const participant = await harness.as(own.people.adult, 'participant');
    const { mobility } = await participant.ask<{ mobility: object }>(
      'query ($id: ID!) { mobility(id: $id) { recognisedAt recognition { result note } certificates { kind number } } }',
      { id: mobilityId },
    );
    expect(mobility).toMatchObject({
      recognition: { result: 'recognised', note: 'Counts as work experience' },
      certificates: [{ kind: 'europass', number: expect.stringMatching(/^EM-\d{4}-\d{5}$/) as string }],
    });
    await participant.get(`/api/attendance/${mobilityId}.pdf`).expect(404);
    const CONFIRMED = 'query ($id: ID!) { mobility(id: $id) { attendanceConfirmedAt } }';
    expect(await participant.ask(CONFIRMED, { id: mobilityId })).toEqual({ mobility: { attendanceConfirmedAt: null } });
    harness.api.runtime.clock.moveTo(STAY_BEGINS + 40);
    for (const path of ['europass', 'attendance']) {
      const pdf = await participant.get(`/api/${path}/${mobilityId}.pdf`).expect(200);
      expect(pdf.headers['content-type']).toBe('application/pdf');
      const strange = await harness.as(foreign.people.adult, 'participant');
      await strange.get(`/api/${path}/${mobilityId}.pdf`).expect(404);
    }
    await harness.stranger.get(`/api/europass/${mobilityId}.pdf`).expect(403);
  });

  it('ends the company’s sight of the learner’s contact data in the agreement as well', async () => {
    const mine = await tutor();
    await harness.api.runtime.pool.query(`UPDATE mobility SET stage = 'back' WHERE id = $1`, [mobilityId]);
    const { mobility } = await mine.ask<{ mobility: { agreement: { inForce: { withheld: string[] } } } }>(
      'query ($id: ID!) { mobility(id: $id) { agreement { inForce { withheld } } } }',
      { id: mobilityId },
    );
    expect(mobility.agreement.inForce.withheld).toContain('parties.participant.contact');
  });
});

describe('units', () => {
  const CREATE = 'mutation ($input: LearningUnitInput!) { createUnit(input: $input) { id key version } }';
  const both = (en: string) => ({ en, it: '' });
  const unit = {
    ...{ occupation: 'baker', eqf: 3, hours: 150, title: both('Bake bread'), knowledge: [], tasks: [both('Knead')] },
    ...{ skills: [both('Bakes bread')], responsibilityAndAutonomy: [], assessment: both('Trial loaf') },
  };

  it('are shipped by occupation and level, and a school adds its own that no other school sees', async () => {
    const staff = await coordinator();
    const LIST =
      'query ($occupation: String, $eqf: Int, $search: String) { units(occupation: $occupation, eqf: $eqf, search: $search) { key eqf occupation } }';
    type Units = { units: { key: string; eqf: number; occupation: string }[] };
    const cooks = (await staff.ask<Units>(LIST, { occupation: 'cook', eqf: 3 })).units;
    expect(cooks.length).toBeGreaterThan(2);
    expect(cooks.every(({ eqf, occupation }) => eqf <= 3 && occupation === 'cook')).toBe(true);
    const { createUnit } = await staff.ask<{ createUnit: { id: string; key: string; version: number } }>(CREATE, {
      input: unit,
    });
    expect((await staff.ask<Units>(LIST, { search: 'bake bread' })).units.map(({ key }) => key)).toEqual([
      createUnit.key,
    ]);
    const stranger = await harness.as(harness.world.foreign.people.coordinator, 'sendingCoordinator');
    expect((await stranger.ask<Units>(LIST, { search: 'bake bread' })).units).toEqual([]);
    const EDIT =
      'mutation ($id: ID!, $v: Int!, $input: LearningUnitInput!) { editUnit(id: $id, expectedVersion: $v, input: $input) { version } }';
    const change = { id: createUnit.id, v: createUnit.version, input: { ...unit, hours: 140 } };
    expect((await stranger.refused(EDIT, change)).extensions.code).toBe('NOT_FOUND');
    await staff.ask(EDIT, change);
    expect((await staff.refused(EDIT, change)).extensions.code).toBe('CONFLICT');
    const empty = await staff.refused(CREATE, { input: { ...unit, skills: [] } });
    expect(empty.extensions.fields?.[0]).toMatchObject({ path: 'skills' });
  });

  it('keep their words in an agreement that was signed, however they are edited afterwards', async () => {
    const staff = await coordinator();
    const LIST = 'query { units(search: "bake bread") { id key version } }';
    const CONTENT = `query ($id: ID!) { mobility(id: $id) { agreement { inForce { contentHash content } } outcomes { key text { en } } } }`;
    const {
      units: [own],
    } = await staff.ask<{ units: { id: string; key: string; version: number }[] }>(LIST);
    const input = { mobilityId, reason: 'Another trade', unitKeys: [own?.key] };
    await staff.ask(AMEND, { input });
    // Other units concern the learner, the tutor and the school: the host has nothing to sign.
    const signed = await signBy('participant', 'sendingCoordinator', 'companyTutor');
    const before = await staff.ask<{ mobility: { outcomes: { text: { en: string } }[] } }>(CONTENT, { id: mobilityId });
    expect(before.mobility.outcomes.map(({ text }) => text.en)).toEqual(['Bakes bread']);
    const EDIT = `mutation ($id: ID!, $v: Int!, $input: LearningUnitInput!) {
      editUnit(id: $id, expectedVersion: $v, input: $input) { skills { en } } }`;
    const edited = await staff.ask<{ editUnit: object }>(EDIT, {
      ...{ id: own?.id, v: own?.version, input: { ...unit, skills: [both('Bakes cakes'), both('Sells them')] } },
    });
    expect(edited.editUnit).toEqual({ skills: [{ en: 'Bakes cakes' }, { en: 'Sells them' }] });
    const after = await staff.ask<{ mobility: { agreement: { inForce: { contentHash: string } } } }>(CONTENT, {
      id: mobilityId,
    });
    expect(after).toEqual(before);
    expect(after.mobility.agreement.inForce.contentHash).toBe(signed);
  });
});

describe('an agreement of somebody who withdraws', () => {
  it('asks for no signature any more, and takes none', async () => {
    const staff = await coordinator();
    await staff.ask(AMEND, { input: { mobilityId, reason: 'Other hours' } });
    await staff.ask(OPEN, { input: { mobilityIds: [mobilityId] } });
    const participant = await harness.as(harness.world.own.people.adult, 'participant');
    const MINE = 'query ($id: ID!) { mobility(id: $id) { agreement { current { number contentHash mySignature } } } }';
    type Mine = { mobility: { agreement: { current: { number: number; contentHash: string; mySignature: string } } } };
    const asked = (await participant.ask<Mine>(MINE, { id: mobilityId })).mobility.agreement.current;
    expect(asked.mySignature).toBe('participant');
    await harness.api.runtime.pool.query(
      `UPDATE mobility SET stage = 'withdrawn', withdrawn_at = now() WHERE id = $1`,
      [mobilityId],
    );
    const after = (await participant.ask<Mine>(MINE, { id: mobilityId })).mobility.agreement.current;
    expect(after.mySignature).toBeNull();
    const input = { mobilityId, versionNumber: asked.number, contentHash: asked.contentHash, accepted: true };
    expect(await refusedReason(participant, SIGN, input)).toBe('WITHDRAWN');
  });
});
