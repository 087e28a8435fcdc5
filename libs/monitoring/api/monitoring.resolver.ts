import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Day, Receipt } from '@softmob/api-kit';
import { MobilityType } from '@softmob/projects-api';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { deleteDiaryEntry, findDiary, saveDiaryEntry } from './diary.service';
import { DiaryConnection, DiaryEntryInput, DiaryEntryType, DiaryFilter } from './diary.type';
import { submitEvaluation } from './evaluation.service';
import { EvaluationInput, EvaluationType } from './evaluation.type';
import { findReports, TutorReportFilter } from './report.list';
import { submitTutorReport } from './report.service';
import { TutorReportConnection, TutorReportInput, TutorReportType } from './report.type';
import { confirmArrival, confirmReturn } from './stay.service';

const rules = policy.monitoring;

@Resolver()
export class MonitoringResolver {
  @Access(rules.listDiary)
  @Query(() => DiaryConnection, { description: 'Diary entries that the reader may read, the newest day first.' })
  diaryEntries(
    @Ctx() ctx: Context,
    @Arg('filter', () => DiaryFilter, { nullable: true, description: 'Which.' }) filter: DiaryFilter | null,
    @Arg('first', () => Int, { nullable: true, description: 'Rows per page, 1 to 500; 50 unless told.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after: string | null,
  ) {
    return findDiary(ctx, filter ?? {}, { first, after });
  }

  @Access(rules.readConcerns)
  @Query(() => TutorReportConnection, { description: 'Weekly reports within reach, the newest first.' })
  tutorReports(
    @Ctx() ctx: Context,
    @Arg('filter', () => TutorReportFilter, { nullable: true, description: 'Which.' })
    filter: TutorReportFilter | null,
    @Arg('first', () => Int, { nullable: true, description: 'Rows per page, 1 to 500; 50 unless told.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after: string | null,
  ) {
    return findReports(ctx, filter ?? {}, { first, after });
  }

  @Access(rules.confirmStay)
  @Mutation(() => [MobilityType], {
    description: 'Confirms that up to 500 people have arrived: all of them, or none. Their stage becomes `abroad`.',
  })
  confirmArrival(
    @Ctx() ctx: Context,
    @Arg('mobilityIds', () => [ID], { description: 'The mobilities.' }) mobilityIds: string[],
    @Arg('arrivedOn', () => Day, { description: 'The day of arrival, not in the future.' }) arrivedOn: string,
  ) {
    return confirmArrival(ctx, mobilityIds, arrivedOn);
  }

  @Access(rules.confirmStay)
  @Mutation(() => [MobilityType], {
    description: 'Confirms, from the last day on, that up to 500 people have come back. Their stage becomes `back`.',
  })
  confirmReturn(
    @Ctx() ctx: Context,
    @Arg('mobilityIds', () => [ID], { description: 'The mobilities.' }) mobilityIds: string[],
    @Arg('returnedOn', () => Day, { nullable: true, description: 'The day of return; today unless told.' })
    returnedOn: string | null,
  ) {
    return confirmReturn(ctx, mobilityIds, returnedOn);
  }

  @Access(rules.writeDiary)
  @Mutation(() => DiaryEntryType, { description: 'Writes one day of the own diary, for the first time or over again.' })
  saveDiaryEntry(
    @Ctx() ctx: Context,
    @Arg('input', () => DiaryEntryInput, { description: 'The day.' }) input: DiaryEntryInput,
  ) {
    return saveDiaryEntry(ctx, input);
  }

  @Access(rules.writeDiary)
  @Mutation(() => Receipt, { description: 'Takes one day out of the own diary.' })
  deleteDiaryEntry(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The entry.' }) id: string,
  ): Promise<Receipt> {
    return deleteDiaryEntry(ctx, id);
  }

  @Access(rules.writeReport)
  @Mutation(() => TutorReportType, {
    description: 'Sends a weekly report together with the attendance of that week; sent again, it corrects the first.',
  })
  submitTutorReport(
    @Ctx() ctx: Context,
    @Arg('input', () => TutorReportInput, { description: 'The report.' }) input: TutorReportInput,
  ) {
    return submitTutorReport(ctx, input);
  }

  @Access(rules.submitEvaluation)
  @Mutation(() => EvaluationType, { description: 'Takes the participant’s evaluation of the stay, once.' })
  submitEvaluation(
    @Ctx() ctx: Context,
    @Arg('input', () => EvaluationInput, { description: 'The answers.' }) input: EvaluationInput,
  ) {
    return submitEvaluation(ctx, input);
  }
}
