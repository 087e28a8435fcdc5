import { EVALUATION_QUESTIONS, mondayOf, workingDays } from '@softmob/monitoring-model';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import {
  REPORT,
  EVALUATE,
  EVALUATION,
  type Person,
  dayIn,
  FIRST_MONDAY,
  dayOf,
  refusedView,
  everybodyOf,
  stayDesk,
} from './stay-desk';
import { setStage } from './world';

let harness: Harness;
let who: Record<Person, Agent>;
beforeAll(async () => {
  harness = await startHarness();
  who = await everybodyOf(harness);
}, 60_000);
afterAll(() => harness.close());

const { pool, adultId, minorId, place, eventsOf } = stayDesk(() => ({ harness }));

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
