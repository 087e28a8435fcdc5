import { type Audience } from '@softmob/access';
import { EVALUATION_QUESTIONS, mondayOf, workingDays } from '@softmob/monitoring-model';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { setStage } from './world';

const ARRIVE = `mutation ($ids: [ID!]!, $day: Day!) { confirmArrival(mobilityIds: $ids, arrivedOn: $day) { id stage arrivedOn } }`;
const COME_BACK = `mutation ($ids: [ID!]!, $day: Day) { confirmReturn(mobilityIds: $ids, returnedOn: $day) { id stage } }`;
const WRITE = `mutation ($input: DiaryEntryInput!) { saveDiaryEntry(input: $input) { id day hours shared version } }`;
const DELETE = `mutation ($id: ID!) { deleteDiaryEntry(id: $id) { ok } }`;
const REPORT = `mutation ($input: TutorReportInput!) { submitTutorReport(input: $input) { id weekStart version } }`;
const EVALUATE = `mutation ($input: EvaluationInput!) { submitEvaluation(input: $input) { id private } }`;
const DIARY = `query ($id: ID!, $from: Day, $to: Day) { mobility(id: $id) { diary(from: $from, to: $to) { day activities } } }`;
const EVALUATION = `query ($id: ID!) { mobility(id: $id) { evaluation { comment answers { question score text } } } }`;

type Person =
  | 'adult'
  | 'minor'
  | 'guardian'
  | 'tutor'
  | 'host'
  | 'coordinator'
  | 'teacher'
  | 'finance'
  | 'foreignTutor'
  | 'foreignHost';

let harness: Harness;
const who = {} as Record<Person, Agent>;

beforeAll(async () => {
  harness = await startHarness();
  const { own, foreign } = harness.world;
  const people: [Person, string, Audience][] = [
    ['adult', own.people.adult, 'participant'],
    ['minor', own.people.minor, 'participant'],
    ['guardian', own.people.guardian, 'guardian'],
    ['tutor', own.people.tutor, 'companyTutor'],
    ['host', own.people.host, 'hostCoordinator'],
    ['coordinator', own.people.coordinator, 'sendingCoordinator'],
    ['teacher', own.people.teacher, 'sendingTeacher'],
    ['finance', own.people.finance, 'sendingFinance'],
    ['foreignTutor', foreign.people.tutor, 'companyTutor'],
    ['foreignHost', foreign.people.host, 'hostCoordinator'],
  ];
  for (const [name, email, audience] of people) who[name] = await harness.as(email, audience);
}, 60_000);
afterAll(() => harness.close());

const pool = () => harness.api.runtime.pool;
const adultId = () => harness.world.own.mobilityIds[0];
const minorId = () => harness.world.own.mobilityIds[1];
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const TODAY = dayIn(0);
/** A Monday three weeks back: whole weeks lie behind, whatever day the test runs on. */
const FIRST_MONDAY = mondayOf(dayIn(-21));
const dayOf = (offset: number) => {
  const time = Date.parse(`${FIRST_MONDAY}T00:00:00Z`) + offset * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
};

async function place(mobilityId: string, stage: string, startsOn: string, endsOn: string): Promise<void> {
  for (const table of ['diary_entry', 'tutor_report', 'attendance', 'evaluation']) {
    await pool().query(`DELETE FROM ${table} WHERE mobility_id = $1`, [mobilityId]);
  }
  await pool().query('UPDATE mobility SET starts_on = $2, ends_on = $3, arrived_on = NULL WHERE id = $1', [
    mobilityId,
    startsOn,
    endsOn,
  ]);
  await setStage(pool(), mobilityId, stage);
}
const eventsOf = async (mobilityId: string, type: string) => {
  const { rows } = await pool().query<{ after: Record<string, unknown>; audience: string }>(
    'SELECT after, audience FROM event WHERE mobility_id = $1 AND type = $2 ORDER BY id',
    [mobilityId, type],
  );
  return rows;
};
const refusedView = 'GRAPHQL_VALIDATION_FAILED';

describe('an arrival', () => {
  beforeEach(async () => {
    await place(adultId(), 'confirmed', dayIn(-1), dayIn(26));
    await place(minorId(), 'confirmed', dayIn(-1), dayIn(26));
  });

  it.each(['adult', 'host', 'coordinator', 'teacher'] as const)('is confirmed by %s, with its day', async (name) => {
    const before = await eventsOf(adultId(), 'mobility.arrived');
    const { confirmArrival } = await who[name].ask<{ confirmArrival: unknown }>(ARRIVE, {
      ids: [adultId()],
      day: TODAY,
    });
    expect(confirmArrival).toEqual([{ id: adultId(), stage: 'abroad', arrivedOn: TODAY }]);
    expect(await eventsOf(adultId(), 'mobility.arrived')).toHaveLength(before.length + 1);
  });

  it('is not the guardian’s, the tutor’s or the finance office’s to confirm, nor a stranger’s', async () => {
    for (const name of ['guardian', 'tutor', 'finance'] as const) {
      expect((await who[name].refused(ARRIVE, { ids: [minorId()], day: TODAY })).extensions.code).toBe(refusedView);
    }
    for (const name of ['adult', 'foreignHost'] as const) {
      expect((await who[name].refused(ARRIVE, { ids: [minorId()], day: TODAY })).extensions.code).toBe('NOT_FOUND');
    }
  });

  it('of many is confirmed together, who had confirmed before keeps their day', async () => {
    await who.adult.ask(ARRIVE, { ids: [adultId()], day: dayIn(-1) });
    const { confirmArrival } = await who.host.ask<{ confirmArrival: { id: string; arrivedOn: string }[] }>(ARRIVE, {
      ids: [adultId(), minorId()],
      day: TODAY,
    });
    expect(new Map(confirmArrival.map(({ id, arrivedOn }) => [id, arrivedOn]))).toEqual(
      new Map([
        [adultId(), dayIn(-1)],
        [minorId(), TODAY],
      ]),
    );
  });

  it('of many happens for all or for none', async () => {
    await setStage(pool(), minorId(), 'selected');
    const refused = await who.coordinator.refused(ARRIVE, { ids: [adultId(), minorId()], day: TODAY });
    expect(refused.extensions).toMatchObject({
      code: 'ILLEGAL_STATE',
      missing: expect.arrayContaining(['confirm']) as unknown,
    });
    const { rows } = await pool().query('SELECT stage FROM mobility WHERE id = $1', [adultId()]);
    expect(rows).toEqual([{ stage: 'confirmed' }]);
  });

  it('lies neither in the future nor outside the stay', async () => {
    for (const [day, code] of [
      [dayIn(1), 'DAY_IN_FUTURE'],
      [dayIn(-9), 'DAY_OUTSIDE_STAY'],
    ]) {
      const refused = await who.adult.refused(ARRIVE, { ids: [adultId()], day });
      expect(refused.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'arrivedOn', code }] });
    }
  });
});

describe('a return', () => {
  it('is confirmed from the last day on, singly and for many', async () => {
    await place(adultId(), 'abroad', dayIn(-28), dayIn(1));
    await place(minorId(), 'abroad', dayIn(-28), TODAY);
    const early = await who.adult.refused(COME_BACK, { ids: [adultId()] });
    expect(early.extensions).toMatchObject({ code: 'ILLEGAL_STATE', reason: 'STAY_NOT_OVER' });
    await who.minor.ask(COME_BACK, { ids: [minorId()] });
    await place(adultId(), 'abroad', dayIn(-28), dayIn(-1));
    const { confirmReturn } = await who.teacher.ask<{ confirmReturn: { stage: string }[] }>(COME_BACK, {
      ids: [adultId(), minorId()],
      day: dayIn(-1),
    });
    expect(confirmReturn.map(({ stage }) => stage)).toEqual(['back', 'back']);
    expect((await eventsOf(adultId(), 'mobility.returned')).at(-1)?.after).toEqual({
      stage: 'back',
      returnedOn: dayIn(-1),
    });
    expect((await who.guardian.refused(COME_BACK, { ids: [minorId()] })).extensions.code).toBe(refusedView);
    expect((await who.foreignHost.refused(COME_BACK, { ids: [minorId()] })).extensions.code).toBe('NOT_FOUND');
  });

  it('needs an arrival before', async () => {
    await place(adultId(), 'confirmed', dayIn(-28), dayIn(-1));
    expect((await who.coordinator.refused(COME_BACK, { ids: [adultId()] })).extensions).toMatchObject({
      code: 'ILLEGAL_STATE',
      missing: ['depart'],
    });
  });
});

describe('a diary', () => {
  const entry = (mobilityId: string, day: string, more: object = {}) => ({
    input: {
      mobilityId,
      day,
      hours: 7.5,
      activities: `private words of ${day}`,
      learned: 'To sharpen a knife',
      shared: false,
      sharedWithGuardian: false,
      ...more,
    },
  });
  beforeEach(() => place(minorId(), 'abroad', FIRST_MONDAY, dayIn(7)));

  it('is written by its owner alone', async () => {
    await who.minor.ask(WRITE, entry(minorId(), dayOf(0)));
    expect((await who.adult.refused(WRITE, entry(minorId(), dayOf(1)))).extensions.code).toBe('NOT_FOUND');
    for (const name of ['guardian', 'tutor', 'host', 'coordinator', 'teacher', 'finance'] as const) {
      expect((await who[name].refused(WRITE, entry(minorId(), dayOf(1)))).extensions.code).toBe(refusedView);
    }
  });

  it('is read as far as it was shared, by exactly those whom the table names', async () => {
    await who.minor.ask(WRITE, entry(minorId(), dayOf(0)));
    await who.minor.ask(WRITE, entry(minorId(), dayOf(1), { shared: true }));
    await who.minor.ask(WRITE, entry(minorId(), dayOf(2), { sharedWithGuardian: true }));
    const read = async (name: Person) => {
      const { data, errors } = await who[name].send<{ mobility: { diary: { day: string }[] } } | null>(DIARY, {
        id: minorId(),
      });
      return data?.mobility.diary.map(({ day }) => day) ?? errors?.[0]?.extensions.code;
    };
    expect(await read('minor')).toEqual([dayOf(0), dayOf(1), dayOf(2)]);
    expect(await read('guardian')).toEqual([dayOf(2)]);
    for (const name of ['tutor', 'host', 'coordinator', 'teacher'] as const) {
      expect([name, await read(name)]).toEqual([name, [dayOf(1)]]);
    }
    expect(await read('finance')).toBe(refusedView);
    for (const name of ['adult', 'foreignHost', 'foreignTutor'] as const) {
      expect([name, await read(name)]).toEqual([name, 'NOT_FOUND']);
    }
    const list = '{ diaryEntries { nodes { day } } }';
    const { diaryEntries } = await who.guardian.ask<{ diaryEntries: { nodes: unknown } }>(list);
    expect(diaryEntries.nodes).toEqual([{ day: dayOf(2) }]);
    await setStage(pool(), minorId(), 'proposed');
    const host = await who.host.ask<{ mobility: { diary: unknown[] } }>(DIARY, { id: minorId() });
    expect(host.mobility.diary).toEqual([]);
  });

  it('shows a window of days', async () => {
    for (const offset of [0, 1, 2]) await who.minor.ask(WRITE, entry(minorId(), dayOf(offset)));
    const window = { id: minorId(), from: dayOf(1), to: dayOf(1) };
    const { mobility } = await who.minor.ask<{ mobility: { diary: { day: string }[] } }>(DIARY, window);
    expect(mobility.diary.map(({ day }) => day)).toEqual([dayOf(1)]);
  });

  it('takes days of the stay that have come, with 0 to 24 hours, once the arrival is confirmed', async () => {
    const faults: [string, object, string, string][] = [
      [dayOf(-1), {}, 'day', 'DAY_OUTSIDE_STAY'],
      [dayIn(8), {}, 'day', 'DAY_OUTSIDE_STAY'],
      [dayIn(1), {}, 'day', 'DAY_IN_FUTURE'],
      [dayOf(0), { hours: 24.5 }, 'hours', 'TOO_BIG'],
      [dayOf(0), { hours: -1 }, 'hours', 'TOO_SMALL'],
      [dayOf(0), { activities: 'x'.repeat(4_001) }, 'activities', 'TOO_BIG'],
    ];
    for (const [day, more, path, code] of faults) {
      const refused = await who.minor.refused(WRITE, entry(minorId(), day, more));
      expect(refused.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path, code }] });
    }
    await setStage(pool(), minorId(), 'confirmed');
    expect((await who.minor.refused(WRITE, entry(minorId(), dayOf(0)))).extensions).toMatchObject({
      code: 'ILLEGAL_STATE',
      missing: ['confirmArrival'],
    });
  });

  it('keeps one entry a day, and loses nothing to a second device', async () => {
    const { saveDiaryEntry: first } = await who.minor.ask<{ saveDiaryEntry: { id: string; version: number } }>(
      WRITE,
      entry(minorId(), dayOf(0)),
    );
    const blind = await who.minor.refused(WRITE, entry(minorId(), dayOf(0), { activities: 'other' }));
    expect(blind.extensions).toMatchObject({ code: 'CONFLICT', reason: 'DAY_WRITTEN' });
    const { saveDiaryEntry: second } = await who.minor.ask<{ saveDiaryEntry: { id: string; version: number } }>(
      WRITE,
      entry(minorId(), dayOf(0), { activities: 'longer', expectedVersion: first.version }),
    );
    expect(second).toMatchObject({ id: first.id, version: first.version + 1 });
    const stale = entry(minorId(), dayOf(0), { activities: 'stale', expectedVersion: first.version });
    expect((await who.minor.refused(WRITE, stale)).extensions.code).toBe('CONFLICT');
    const written = JSON.stringify(await eventsOf(minorId(), 'diary.changed'));
    expect(written).not.toContain('longer');
  });

  it('tells once when five days of a week are written', async () => {
    const before = (await eventsOf(minorId(), 'diary.week-complete')).length;
    for (const offset of [0, 1, 2, 3, 7]) await who.minor.ask(WRITE, entry(minorId(), dayOf(offset)));
    expect(await eventsOf(minorId(), 'diary.week-complete')).toHaveLength(before);
    await who.minor.ask(WRITE, entry(minorId(), dayOf(6)));
    await who.minor.ask(WRITE, entry(minorId(), dayOf(4)));
    const after = await eventsOf(minorId(), 'diary.week-complete');
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)?.after).toEqual({ weekStart: FIRST_MONDAY });
  });

  it('loses a day only by its owner', async () => {
    const { saveDiaryEntry } = await who.minor.ask<{ saveDiaryEntry: { id: string } }>(
      WRITE,
      entry(minorId(), dayOf(0), { shared: true }),
    );
    expect((await who.adult.refused(DELETE, { id: saveDiaryEntry.id })).extensions.code).toBe('NOT_FOUND');
    expect((await who.tutor.refused(DELETE, { id: saveDiaryEntry.id })).extensions.code).toBe(refusedView);
    await who.minor.ask(DELETE, { id: saveDiaryEntry.id });
    const { mobility } = await who.minor.ask<{ mobility: { diary: unknown[] } }>(DIARY, { id: minorId() });
    expect(mobility.diary).toEqual([]);
  });
});

describe('a weekly report', () => {
  const report = (more: object = {}) => ({
    input: {
      mobilityId: adultId(),
      weekStart: FIRST_MONDAY,
      progress: 3,
      attitude: 4,
      comment: 'A good first week.',
      attendance: [
        { day: dayOf(0), status: 'present' },
        { day: dayOf(1), status: 'present', hours: 6.5 },
        { day: dayOf(2), status: 'excused', hours: 8 },
      ],
      ...more,
    },
  });
  const READ = `query ($id: ID!) { mobility(id: $id) { weeklyReports { weekStart progress attitude comment } attendance { day status hours } attendanceSummary { days present hours workingDays complete } } }`;
  beforeEach(() => place(adultId(), 'abroad', FIRST_MONDAY, dayIn(7)));

  it('holds the tutor’s view and the week’s attendance in one act, and is corrected by sending it again', async () => {
    const { submitTutorReport } = await who.tutor.ask<{ submitTutorReport: { version: number } }>(REPORT, report());
    const { mobility } = await who.adult.ask<{ mobility: Record<string, unknown> }>(READ, { id: adultId() });
    expect(mobility).toMatchObject({
      weeklyReports: [{ weekStart: FIRST_MONDAY, progress: 3, attitude: 4, comment: 'A good first week.' }],
      attendance: [
        { day: dayOf(0), status: 'present', hours: 8 },
        { day: dayOf(1), status: 'present', hours: 6.5 },
        { day: dayOf(2), status: 'excused', hours: 0 },
      ],
      attendanceSummary: { days: 3, present: 2, hours: 14.5, complete: false },
    });
    expect((await who.tutor.refused(REPORT, report())).extensions).toMatchObject({ reason: 'WEEK_REPORTED' });
    const again = { progress: 2, attendance: [{ day: dayOf(2), status: 'present', hours: 4 }] };
    await who.tutor.ask(REPORT, report({ ...again, expectedVersion: submitTutorReport.version }));
    const corrected = await who.host.ask<{ mobility: Record<string, unknown> }>(READ, { id: adultId() });
    expect(corrected.mobility).toMatchObject({
      weeklyReports: [{ progress: 2 }],
      attendanceSummary: { days: 3, present: 3, hours: 18.5 },
    });
    expect(await eventsOf(adultId(), 'tutor.report')).toHaveLength(2);
  });

  it('is the own tutor’s to write, and everybody’s of the mobility to read but the finance office’s', async () => {
    expect((await who.foreignTutor.refused(REPORT, report())).extensions.code).toBe('NOT_FOUND');
    for (const name of ['adult', 'guardian', 'host', 'coordinator', 'teacher', 'finance'] as const) {
      expect((await who[name].refused(REPORT, report())).extensions.code).toBe(refusedView);
    }
    await who.tutor.ask(REPORT, report());
    for (const name of ['adult', 'tutor', 'host', 'coordinator', 'teacher'] as const) {
      const { mobility } = await who[name].ask<{ mobility: { weeklyReports: unknown[] } }>(READ, { id: adultId() });
      expect([name, mobility.weeklyReports.length]).toEqual([name, 1]);
    }
    expect((await who.finance.refused(READ, { id: adultId() })).extensions.code).toBe(refusedView);
    expect((await who.guardian.refused(READ, { id: adultId() })).extensions.code).toBe('NOT_FOUND');
  });

  it('carries a concern to school and host by e-mail, and never to the learner or another host', async () => {
    await who.tutor.ask(REPORT, report({ concerns: 'Comes late every day.' }));
    await harness.settle();
    const mail = await harness.mailTo(harness.world.own.people.coordinator);
    expect(mail?.subject).toContain('adult Last own');
    expect(mail?.text).not.toContain('Comes late');
    const { own, foreign } = harness.world;
    const toHost = await harness.mailTo(own.people.host);
    expect(toHost?.subject).toContain('adult Last own');
    expect(toHost?.text).toContain(`/host/stays?flow=${own.flowId}&open=${adultId()}`);
    expect(toHost?.text).not.toContain('Comes late');
    for (const stranger of [foreign.people.host, own.people.adult, own.people.guardian]) {
      expect((await harness.mailTo(stranger))?.subject ?? '').not.toContain('concern');
    }
    const concerns = `query ($id: ID!) { mobility(id: $id) { weeklyReports { concerns } } }`;
    const { mobility } = await who.teacher.ask<{ mobility: unknown }>(concerns, { id: adultId() });
    expect(mobility).toEqual({ weeklyReports: [{ concerns: 'Comes late every day.' }] });
    for (const name of ['adult', 'guardian', 'finance'] as const) {
      expect((await who[name].refused(concerns, { id: adultId() })).extensions.code).toBe(refusedView);
    }
  });

  it('belongs to a Monday and to days of its week that have come', async () => {
    const faults: [object, string, string][] = [
      [{ weekStart: dayOf(1) }, 'weekStart', 'NOT_A_MONDAY'],
      [{ weekStart: dayOf(-7) }, 'weekStart', 'DAY_OUTSIDE_STAY'],
      [{ progress: 5 }, 'progress', 'TOO_BIG'],
      [{ attendance: [{ day: dayOf(7), status: 'present' }] }, 'attendance.0.day', 'DAY_OUTSIDE_WEEK'],
      [{ attendance: [{ day: dayOf(0), status: 'asleep' }] }, 'attendance.0.status', 'INVALID_VALUE'],
      [
        {
          attendance: [
            { day: dayOf(0), status: 'present' },
            { day: dayOf(0), status: 'absent' },
          ],
        },
        'attendance',
        'CUSTOM',
      ],
      [{ weekStart: mondayOf(dayIn(7)), attendance: [] }, 'weekStart', 'DAY_IN_FUTURE'],
    ];
    for (const [more, path, code] of faults) {
      const refused = await who.tutor.refused(REPORT, report(more));
      expect(refused.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path, code }] });
    }
  });

  it('tells once when each working day of the stay is recorded, and again with new totals when one is corrected', async () => {
    await place(adultId(), 'back', FIRST_MONDAY, dayOf(11));
    const week = (offset: number, days = 5) =>
      Array.from({ length: days }, (_day, at) => ({ day: dayOf(offset + at), status: 'present' }));
    const before = (await eventsOf(adultId(), 'attendance.complete')).length;
    await who.tutor.ask(REPORT, report({ attendance: week(0) }));
    await who.tutor.ask(REPORT, report({ weekStart: dayOf(7), attendance: week(7, 4) }));
    expect(await eventsOf(adultId(), 'attendance.complete')).toHaveLength(before);
    await who.tutor.ask(REPORT, report({ weekStart: dayOf(7), attendance: week(7), expectedVersion: 1 }));
    await who.tutor.ask(REPORT, report({ weekStart: dayOf(7), attendance: week(7), expectedVersion: 2 }));
    expect(await eventsOf(adultId(), 'attendance.complete')).toHaveLength(before + 1);
    const { mobility } = await who.coordinator.ask<{ mobility: { attendanceSummary: unknown } }>(READ, {
      id: adultId(),
    });
    const expected = workingDays(FIRST_MONDAY, dayOf(11)).length;
    expect(mobility.attendanceSummary).toEqual({
      days: expected,
      present: expected,
      hours: expected * 8,
      workingDays: expected,
      complete: true,
    });
    const ill = [{ day: dayOf(7), status: 'excused' }, ...week(8, 3), { day: dayOf(11), status: 'present', hours: 6 }];
    await who.tutor.ask(REPORT, report({ weekStart: dayOf(7), attendance: ill, expectedVersion: 3 }));
    const told = await eventsOf(adultId(), 'attendance.complete');
    expect(told.slice(before).map(({ after }) => after)).toEqual([
      { daysPresent: expected, hours: expected * 8 },
      { daysPresent: expected - 1, hours: expected * 8 - 10 },
    ]);
  });
});

describe('an evaluation', () => {
  const evaluation = (more: object = {}) => ({
    input: {
      mobilityId: adultId(),
      answers: EVALUATION_QUESTIONS.map(({ key }) => ({ question: key, score: 4 })),
      comment: 'Thank you all',
      private: false,
      ...more,
    },
  });
  beforeEach(() => place(adultId(), 'back', FIRST_MONDAY, dayOf(11)));

  it('is given once, after the return, with each question answered', async () => {
    const some = evaluation({ answers: evaluation().input.answers.slice(1) });
    expect((await who.adult.refused(EVALUATE, some)).extensions).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'answers.preparation-information', code: 'REQUIRED' }],
    });
    await setStage(pool(), adultId(), 'abroad');
    expect((await who.adult.refused(EVALUATE, evaluation())).extensions).toMatchObject({ reason: 'NOT_BACK' });
    await setStage(pool(), adultId(), 'back');
    await who.adult.ask(EVALUATE, evaluation());
    expect((await who.adult.refused(EVALUATE, evaluation())).extensions).toMatchObject({ reason: 'EVALUATION_DONE' });
    const [told] = await eventsOf(adultId(), 'evaluation.submitted');
    expect(told?.after).toEqual({ questionnaire: 'stay-1', private: false });
  });

  it('is its owner’s to give, and read by the school unless it is private; host, company and finance never', async () => {
    expect((await who.minor.refused(EVALUATE, evaluation())).extensions.code).toBe('NOT_FOUND');
    for (const name of ['guardian', 'tutor', 'host', 'coordinator', 'teacher', 'finance'] as const) {
      expect((await who[name].refused(EVALUATE, evaluation())).extensions.code).toBe(refusedView);
    }
    await who.adult.ask(EVALUATE, evaluation());
    for (const name of ['guardian', 'tutor', 'host', 'finance'] as const) {
      expect((await who[name].refused(EVALUATION, { id: adultId() })).extensions.code).toBe(refusedView);
    }
    const read = async (name: Person) =>
      (await who[name].ask<{ mobility: { evaluation: { comment: string } | null } }>(EVALUATION, { id: adultId() }))
        .mobility.evaluation?.comment ?? null;
    expect([await read('adult'), await read('coordinator'), await read('teacher')]).toEqual(
      Array.from({ length: 3 }, () => 'Thank you all'),
    );
    await pool().query('UPDATE evaluation SET private = true WHERE mobility_id = $1', [adultId()]);
    expect([await read('adult'), await read('coordinator'), await read('teacher')]).toEqual([
      'Thank you all',
      null,
      null,
    ]);
  });
});

describe('how a flow goes', () => {
  it('costs the same statements for one mobility and for all, and counts what is missing', async () => {
    await place(adultId(), 'abroad', FIRST_MONDAY, dayIn(7));
    await place(minorId(), 'abroad', FIRST_MONDAY, dayIn(7));
    await who.tutor.ask(REPORT, {
      input: {
        mobilityId: minorId(),
        weekStart: FIRST_MONDAY,
        progress: 2,
        attitude: 2,
        concerns: 'Homesick',
        attendance: [],
      },
    });
    const query = `query ($first: Int!) { mobilities(first: $first) { nodes { id documents { id } diary { day } weeklyReports { weekStart }
      attendance { day } attendanceSummary { days } evaluation { id }
      monitoring { diaryDays lastDiaryDay reportsDue missingReportWeeks lastReportWeek reportsWithConcerns evaluated } } } }`;
    const one = await who.coordinator.send(query, { first: 1 });
    const all = await who.coordinator.send<{ mobilities: { nodes: { id: string; monitoring: object }[] } }>(query, {
      first: 50,
    });
    expect(all.errors).toBeUndefined();
    expect(all.statements).toBe(one.statements);
    const minor = all.data.mobilities.nodes.find(({ id }) => id === minorId());
    expect(minor?.monitoring).toMatchObject({
      diaryDays: 0,
      lastReportWeek: FIRST_MONDAY,
      reportsWithConcerns: 1,
      missingReportWeeks: expect.arrayContaining([dayOf(7)]) as unknown,
    });
    const { tutorReports } = await who.teacher.ask<{ tutorReports: { nodes: unknown[] } }>(
      '{ tutorReports(filter: { withConcerns: true }) { nodes { concerns mobility { participant { firstName } } } } }',
    );
    expect(tutorReports.nodes).toEqual([{ concerns: 'Homesick', mobility: { participant: { firstName: 'minor' } } }]);
    expect((await who.guardian.refused('{ mobilities { nodes { monitoring { diaryDays } } } }')).extensions.code).toBe(
      refusedView,
    );
  });
});
