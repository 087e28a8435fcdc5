import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Day } from '@softmob/api-kit';
import { type Document, documentsOfMobility, DocumentType } from '@softmob/documents-api';
import { type Mobility, mobilityById, MobilityType } from '@softmob/projects-api';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type DiaryEntry } from './diary-entry.entity';
import { DiaryEntryType } from './diary.type';
import { EvaluationType } from './evaluation.type';
import { MonitoringFiguresType } from './figures.type';
import {
  attendanceInWindow,
  attendanceSummaryOfMobility,
  diaryInWindow,
  evaluationOfMobility,
  figuresOfMobility,
  reportsOfMobility,
  windowKey,
} from './monitoring.loaders';
import { type TutorReport } from './report.entity';
import { AttendanceSummaryType, AttendanceType, TutorReportType } from './report.type';

const rules = policy.monitoring;
const FROM = { nullable: true, description: 'First day; the first of the stay unless told.' };
const TO = { nullable: true, description: 'Last day; the last of the stay unless told.' };

/** What documents and monitoring add to a mobility. */
@Resolver(() => MobilityType)
export class MobilityMonitoringResolver {
  @Access(policy.documents.read)
  @FieldResolver(() => [DocumentType], { description: 'Its documents, the newest first.' })
  documents(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return ctx.load(documentsOfMobility).load(mobility.id);
  }

  @Access(rules.readDiary)
  @FieldResolver(() => [DiaryEntryType], { description: 'The diary entries the reader may read, by day: one a day.' })
  diary(
    @Root() mobility: Mobility,
    @Ctx() ctx: Context,
    @Arg('from', () => Day, FROM) from: string | null,
    @Arg('to', () => Day, TO) to: string | null,
  ) {
    return ctx.load(diaryInWindow).load(windowKey({ mobilityId: mobility.id, from, to }));
  }

  @Access(rules.readReport)
  @FieldResolver(() => [TutorReportType], { description: 'The tutor’s weekly reports, the newest first.' })
  weeklyReports(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return ctx.load(reportsOfMobility).load(mobility.id);
  }

  @Access(rules.readAttendance)
  @FieldResolver(() => [AttendanceType], { description: 'Who was there on which day, by day.' })
  attendance(
    @Root() mobility: Mobility,
    @Ctx() ctx: Context,
    @Arg('from', () => Day, FROM) from: string | null,
    @Arg('to', () => Day, TO) to: string | null,
  ) {
    return ctx.load(attendanceInWindow).load(windowKey({ mobilityId: mobility.id, from, to }));
  }

  @Access(rules.readAttendance)
  @FieldResolver(() => AttendanceSummaryType, { description: 'Attendance in figures.' })
  attendanceSummary(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return ctx.load(attendanceSummaryOfMobility).load(mobility.id);
  }

  @Access(rules.readEvaluation)
  @FieldResolver(() => EvaluationType, {
    nullable: true,
    description: 'The participant’s evaluation; null where there is none or it is private.',
  })
  async evaluation(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return (await ctx.load(evaluationOfMobility).load(mobility.id))[0] ?? null;
  }

  @Access(rules.readFigures)
  @FieldResolver(() => MonitoringFiguresType, { description: 'How far diary, reports and evaluation are.' })
  monitoring(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return ctx.load(figuresOfMobility).load(mobility.id);
  }
}

@Resolver(() => DocumentType)
export class DocumentMobilityResolver {
  @Access(policy.documents.read)
  @FieldResolver(() => MobilityType, { description: 'The mobility it is for.' })
  mobility(@Root() document: Document, @Ctx() ctx: Context) {
    return ctx.load(mobilityById).load(document.mobilityId);
  }
}

@Resolver(() => DiaryEntryType)
export class DiaryMobilityResolver {
  @Access(rules.readDiary)
  @FieldResolver(() => MobilityType, { description: 'The mobility it belongs to.' })
  mobility(@Root() entry: DiaryEntry, @Ctx() ctx: Context) {
    return ctx.load(mobilityById).load(entry.mobilityId);
  }
}

@Resolver(() => TutorReportType)
export class ReportMobilityResolver {
  @Access(rules.readReport)
  @FieldResolver(() => MobilityType, { description: 'The mobility it belongs to.' })
  mobility(@Root() report: TutorReport, @Ctx() ctx: Context) {
    return ctx.load(mobilityById).load(report.mobilityId);
  }
}
