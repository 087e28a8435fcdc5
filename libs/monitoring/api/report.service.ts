import { policy } from '@softmob/access';
import { conflict, type Ctx, invalid, type Tx, validate, write } from '@softmob/api-kit';
import { ATTENDANCE_STATUSES, daysOfWeekInStay, missingDays, USUAL_HOURS, weekdayOf } from '@softmob/monitoring-model';
import { placements } from '@softmob/placements-api';
import { mobilities, type Mobility } from '@softmob/projects-api';
import { z } from 'zod';
import { tellOfConcern } from './concern.notice';
import { checkDay } from './diary.service';
import { tutorReports } from './monitoring.loaders';
import { type TutorReport } from './report.entity';
import { type TutorReportInput } from './report.type';
import { factsOf } from './stay.service';

const LONGEST = 2_000;
const words = z
  .string()
  .trim()
  .max(LONGEST, { error: 'Use at most 2,000 characters.' })
  .nullish()
  .transform((text) => text ?? '');
const level = z.number().int().min(1, { error: 'Choose 1 to 4.' }).max(4, { error: 'Choose 1 to 4.' });
const attendanceInput = z
  .object({
    day: z.string(),
    status: z.enum(ATTENDANCE_STATUSES, { error: `Choose one of: ${ATTENDANCE_STATUSES.join(', ')}.` }),
    hours: z
      .number()
      .min(0, { error: 'A day has 0 to 24 hours.' })
      .max(24, { error: 'A day has 0 to 24 hours.' })
      .nullish(),
  })
  .transform(({ day, status, hours }) => ({ day, status, hours: status === 'present' ? (hours ?? USUAL_HOURS) : 0 }));
const reportInput = z.object({
  mobilityId: z.string(),
  weekStart: z.string(),
  progress: level,
  attitude: level,
  comment: words,
  concerns: words.transform((text) => text || null),
  attendance: z
    .array(attendanceInput)
    .max(7, { error: 'A week has seven days.' })
    .refine((days) => new Set(days.map(({ day }) => day)).size === days.length, { error: 'Name each day once.' }),
  expectedVersion: z.number().int().nullish(),
});
type Report = z.output<typeof reportInput>;

/** The days on which this company has the learner: the whole stay, or its part where another one took over. */
async function stayAt(tx: Tx, mobility: Mobility): Promise<Pick<Mobility, 'startsOn' | 'endsOn'>> {
  const own = await tx.loadAll(
    placements,
    (parameters) =>
      `x.mobility_id = ${parameters.add(mobility.id)}::uuid AND x.company_id = ${parameters.add(tx.ctx.organisationId)}::uuid AND x.status IN ('confirmed', 'ended')`,
  );
  const [startsOn = mobility.startsOn] = own.map((placement) => placement.startsOn).sort();
  const endsOn =
    own
      .map((placement) => placement.endsOn)
      .sort()
      .at(-1) ?? mobility.endsOn;
  return { startsOn, endsOn };
}

function checkWeek(mobility: Mobility, report: Report, today: string): void {
  const { weekStart, attendance } = report;
  if (weekdayOf(weekStart) !== 0) throw invalid('weekStart', 'NOT_A_MONDAY', 'A week begins on a Monday.');
  const days = daysOfWeekInStay(weekStart, mobility.startsOn, mobility.endsOn);
  checkDay(mobility, days[0] ?? weekStart, today, 'weekStart');
  attendance.forEach(({ day }, at) => {
    const path = `attendance.${String(at)}.day`;
    if (!days.includes(day)) throw invalid(path, 'DAY_OUTSIDE_WEEK', 'This day lies outside the week or the stay.');
    if (day > today) throw invalid(path, 'DAY_IN_FUTURE', 'This day is still to come.');
  });
}

interface RecordedDay {
  readonly [column: string]: unknown;
  readonly day: string;
  readonly status: string;
  readonly hours: number;
}

function recordedDays(tx: Tx, mobilityId: string): Promise<RecordedDay[]> {
  return tx.db.query<RecordedDay>('SELECT day, status, hours FROM attendance WHERE mobility_id = $1', [mobilityId]);
}

/** Days present and hours worked over the whole stay: what a certificate of attendance says. */
async function attendanceTotals(tx: Tx, mobilityId: string): Promise<Record<string, unknown>> {
  const [totals] = await tx.db.query<{ daysPresent: number; hours: number }>(
    `SELECT count(*) FILTER (WHERE status = 'present')::int AS "daysPresent", coalesce(sum(hours), 0)::float8 AS hours
     FROM attendance WHERE mobility_id = $1`,
    [mobilityId],
  );
  return { ...totals };
}

/**
 * Records the days of the week in one statement. Returns the totals of the stay where that made its attendance complete,
 * or corrected it after it was: those that were told before no longer hold. Null otherwise. Days at a company that could
 * not go on are not waited for: nobody can say any more who was there.
 */
async function recordAttendance(
  tx: Tx,
  mobility: Mobility,
  days: Report['attendance'],
): Promise<Record<string, unknown> | null> {
  if (days.length === 0) return null;
  const before = await recordedDays(tx, mobility.id);
  const rows = days.map((day) => ({ ...day, id: tx.newId() }));
  await tx.db.query(
    `INSERT INTO attendance (id, mobility_id, day, status, hours, recorded_by_id, recorded_at)
     SELECT r.id, $2, r.day, r.status, r.hours, $3, $4
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, day date, status text, hours real)
     ON CONFLICT ON CONSTRAINT attendance_once DO UPDATE SET status = excluded.status, hours = excluded.hours,
       recorded_by_id = excluded.recorded_by_id, recorded_at = excluded.recorded_at`,
    [JSON.stringify(rows), mobility.id, tx.actor.personId, tx.ctx.clock.now()],
  );
  const known = new Map(before.map((record) => [record.day, record]));
  const after = [...known.keys(), ...days.map(({ day }) => day)];
  if (missingDays(mobility.startsOn, mobility.endsOn, after).length > 0) return null;
  const wasComplete = missingDays(mobility.startsOn, mobility.endsOn, [...known.keys()]).length === 0;
  const corrected = days.some(({ day, status, hours }) => {
    const earlier = known.get(day);
    return earlier?.status !== status || earlier.hours !== hours;
  });
  return wasComplete && !corrected ? null : attendanceTotals(tx, mobility.id);
}

async function storeReport(tx: Tx, report: Report): Promise<{ stored: TutorReport; newConcern: boolean }> {
  const { mobilityId, weekStart, progress, attitude, comment, concerns, expectedVersion } = report;
  const [earlier] = await tx.loadAll(
    tutorReports,
    (parameters) =>
      `x.mobility_id = ${parameters.add(mobilityId)}::uuid AND x.week_start = ${parameters.add(weekStart)}::date`,
  );
  const facts = {
    progress,
    attitude,
    comment,
    concerns,
    writtenById: tx.ctx.personId,
    submittedAt: tx.ctx.clock.now(),
  };
  const newConcern = concerns !== null && concerns !== earlier?.concerns;
  if (earlier) {
    if (expectedVersion == null) throw conflict('This week is reported on already. Reload to see it.', 'WEEK_REPORTED');
    return { stored: await tx.update(tutorReports, earlier, facts, expectedVersion), newConcern };
  }
  const [stored] = await tx.insert(tutorReports, [
    { ...facts, id: tx.newId(), mobilityId, companyId: tx.ctx.organisationId, weekStart, version: 1 },
  ]);
  if (!stored) throw conflict();
  return { stored, newConcern };
}

/**
 * Sends a weekly report together with the attendance of that week; sent again, it corrects the first one. A concern is
 * mailed to the coordinators of school and host.
 * @throws NOT_FOUND, VALIDATION, ILLEGAL_STATE before the arrival, CONFLICT where the week was reported in the meantime
 */
export function submitTutorReport(ctx: Ctx, input: TutorReportInput): Promise<TutorReport> {
  const report = validate(reportInput, input);
  return write(ctx, policy.monitoring.writeReport, async (tx) => {
    const mobility = await tx.load(mobilities, report.mobilityId);
    const stay = { ...mobility, ...(await stayAt(tx, mobility)) };
    checkWeek(stay, report, ctx.actor.today);
    const { stored, newConcern } = await storeReport(tx, report);
    const totals = await recordAttendance(tx, stay, report.attendance);
    const { weekStart, progress, attitude, attendance } = report;
    const about = { subjectType: 'mobility', subjectId: mobility.id, ...factsOf(mobility) };
    await tx.events([
      {
        ...about,
        type: 'tutor.report',
        subjectType: 'tutorReport',
        subjectId: stored.id,
        after: { weekStart, progress, attitude, concern: stored.concerns !== null, attendance },
      },
      ...(totals ? [{ ...about, type: 'attendance.complete', after: totals }] : []),
    ]);
    if (newConcern) await tellOfConcern(tx, mobility, stored);
    return stored;
  });
}
