import { policy, reachSql, SqlParameters } from '@softmob/access';
import { grouped, inOrder, type LoaderDefinition, loaderOfChildren, source, type Source } from '@softmob/api-kit';
import { weeksWithReportDue, workingDays } from '@softmob/monitoring-model';
import { type QueryResultRow } from 'pg';
import { DiaryEntry } from './diary-entry.entity';
import { Evaluation } from './evaluation.entity';
import { Attendance, TutorReport } from './report.entity';

const rules = policy.monitoring;

export const diaryEntries = source(DiaryEntry, {
  name: 'diaryEntry',
  reach: rules.reachDiary,
  secret: ['activities', 'learned'],
});
export const tutorReports = source(TutorReport, {
  name: 'tutorReport',
  reach: rules.reachTutorReport,
  secret: ['comment', 'concerns'],
});
const attendances = source(Attendance, { name: 'attendance', reach: rules.reachAttendance });
export const evaluations = source(Evaluation, {
  name: 'evaluation',
  reach: rules.reachEvaluation,
  secret: ['answers', 'comment'],
});

export const reportsOfMobility = loaderOfChildren(tutorReports, 'mobilityId', {
  established: 'mobility',
  orderBy: 'x.week_start DESC',
});
export const evaluationOfMobility = loaderOfChildren(evaluations, 'mobilityId', {
  established: 'mobility',
  orderBy: 'x.submitted_at',
});

/** Some days of one mobility; a bound left out does not restrict. */
export interface DayWindow {
  readonly mobilityId: string;
  readonly from: string | null;
  readonly to: string | null;
}
/** A window as a loader’s key: equal windows are loaded once. */
export const windowKey = ({ mobilityId, from, to }: DayWindow): string => [mobilityId, from ?? '', to ?? ''].join('|');

function daysLoader<Row extends { mobilityId: string; day: string }>(of: Source<Row>): LoaderDefinition<string, Row[]> {
  return {
    name: `${of.name}Days`,
    async batch(ctx, keys) {
      const parameters = new SqlParameters();
      const windows = keys.map((key) => {
        const [mobilityId, from, to] = key.split('|');
        return { key, mobilityId, from: from || null, to: to || null };
      });
      const wanted = parameters.add(JSON.stringify(windows));
      const reached = of.reach ? reachSql(of.reach, ctx.actor, parameters, 'x', 'mobility') : 'TRUE';
      const rows = await ctx.db.query<Row & QueryResultRow & { windowKey: string }>(
        `SELECT w.key AS "windowKey", ${of.select('x')}
         FROM jsonb_to_recordset(${wanted}::jsonb) AS w(key text, "mobilityId" uuid, "from" date, "to" date)
         JOIN ${of.table} x ON x.mobility_id = w."mobilityId"
           AND x.day BETWEEN COALESCE(w."from", '-infinity') AND COALESCE(w."to", 'infinity')
         WHERE ${reached} ORDER BY x.day`,
        parameters.values,
      );
      return grouped(keys, rows, (row) => row.windowKey);
    },
  };
}

/** Diary entries of reached mobilities in a span of days: at most one a day. */
export const diaryInWindow = daysLoader(diaryEntries);
/** Attendance of reached mobilities in a span of days. */
export const attendanceInWindow = daysLoader(attendances);

/** Attendance of a stay in figures. */
export interface AttendanceSummary {
  readonly days: number;
  readonly present: number;
  readonly hours: number;
  readonly workingDays: number;
  readonly complete: boolean;
}

interface AttendanceCounts {
  id: string;
  startsOn: string;
  endsOn: string;
  days: number;
  present: number;
  hours: number;
  recorded: number;
}

export const attendanceSummaryOfMobility: LoaderDefinition<string, AttendanceSummary | null> = {
  name: 'attendanceSummaryOfMobility',
  async batch(ctx, ids) {
    const parameters = new SqlParameters();
    const keys = parameters.add(ids);
    const reached = reachSql(rules.reachAttendance, ctx.actor, parameters, 'x', 'mobility');
    const rows = await ctx.db.query<AttendanceCounts & QueryResultRow>(
      `SELECT m.id, m.starts_on AS "startsOn", m.ends_on AS "endsOn", count(x.id)::int AS days,
              (count(*) FILTER (WHERE x.status = 'present'))::int AS present, COALESCE(sum(x.hours), 0)::float8 AS hours,
              (count(*) FILTER (WHERE extract(isodow FROM x.day) < 6 AND x.day BETWEEN m.starts_on AND m.ends_on))::int AS recorded
       FROM mobility m LEFT JOIN attendance x ON x.mobility_id = m.id AND ${reached}
       WHERE m.id = ANY(${keys}::uuid[]) GROUP BY m.id`,
      parameters.values,
    );
    return inOrder(ids, rows, ({ id }) => id).map((row) => {
      if (!row) return null;
      const { days, present, hours, recorded } = row;
      const expected = workingDays(row.startsOn, row.endsOn).length;
      return { days, present, hours, workingDays: expected, complete: expected > 0 && recorded >= expected };
    });
  },
};

/** How far diary and reports of a stay are. */
export interface MonitoringFigures {
  readonly diaryDays: number;
  readonly lastDiaryDay: string | null;
  readonly reportsDue: number;
  readonly missingReportWeeks: readonly string[];
  readonly lastReportWeek: string | null;
  readonly reportsWithConcerns: number;
  readonly evaluated: boolean;
}

interface FigureRow {
  id: string;
  startsOn: string;
  endsOn: string;
  diaryDays: number;
  lastDiaryDay: string | null;
  weeks: string[];
  concerns: number;
  evaluated: boolean;
}

export const figuresOfMobility: LoaderDefinition<string, MonitoringFigures | null> = {
  name: 'figuresOfMobility',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<FigureRow & QueryResultRow>(
      `SELECT m.id, m.starts_on AS "startsOn", m.ends_on AS "endsOn", d.days AS "diaryDays", d.last AS "lastDiaryDay",
              r.weeks, r.concerns, EXISTS (SELECT 1 FROM evaluation e WHERE e.mobility_id = m.id) AS evaluated
       FROM mobility m
       CROSS JOIN LATERAL (SELECT count(*)::int AS days, max(day) AS last FROM diary_entry WHERE mobility_id = m.id) d
       CROSS JOIN LATERAL (SELECT COALESCE(array_agg(week_start::text ORDER BY week_start), '{}') AS weeks,
         (count(*) FILTER (WHERE concerns IS NOT NULL))::int AS concerns FROM tutor_report WHERE mobility_id = m.id) r
       WHERE m.id = ANY($1::uuid[])`,
      [ids],
    );
    return inOrder(ids, rows, ({ id }) => id).map((row) => {
      if (!row) return null;
      const due = weeksWithReportDue(row.startsOn, row.endsOn, ctx.actor.today);
      return {
        diaryDays: row.diaryDays,
        lastDiaryDay: row.lastDiaryDay,
        reportsDue: due.length,
        missingReportWeeks: due.filter((week) => !row.weeks.includes(week)),
        lastReportWeek: row.weeks.at(-1) ?? null,
        reportsWithConcerns: row.concerns,
        evaluated: row.evaluated,
      };
    });
  },
};
