import { policy } from '@softmob/access';
import { Access, connectionOf, Day, Moment, Type } from '@softmob/api-kit';
import { type AttendanceStatus } from '@softmob/monitoring-model';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { type Attendance, type TutorReport } from './report.entity';

const rules = policy.monitoring;

@Type('TutorReport', 'A company tutor’s report on one week.')
export class TutorReportType implements Omit<TutorReport, 'writtenById' | 'companyId'> {
  @Access(rules.readReport)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.readReport)
  @Field(() => ID, { description: 'The mobility it belongs to.' })
  mobilityId!: string;

  @Access(rules.readReport)
  @Field(() => Day, { description: 'The Monday of the week.' })
  weekStart!: string;

  @Access(rules.readReport)
  @Field(() => Int, { description: 'Progress: 1 (needs help) to 4 (excellent).' })
  progress!: number;

  @Access(rules.readReport)
  @Field(() => Int, { description: 'Attitude: 1 (needs help) to 4 (excellent).' })
  attitude!: number;

  @Access(rules.readReport)
  @Field(() => String, { description: 'What the tutor says of the week; may be empty.' })
  comment!: string;

  @Access(rules.readConcerns)
  @Field(() => String, { nullable: true, description: 'What worries the tutor.' })
  concerns!: string | null;

  @Access(rules.readReport)
  @Field(() => Moment, { description: 'When it was last sent.' })
  submittedAt!: Date;

  @Access(rules.readReport)
  @Field(() => Int, { description: 'Pass it back when changing: an older one is a CONFLICT.' })
  version!: number;
}

export const TutorReportConnection = connectionOf(TutorReportType, 'TutorReport', rules.readConcerns);

@Type('AttendanceDay', 'Whether a learner was there on one day.')
export class AttendanceType implements Pick<Attendance, 'id' | 'day' | 'status' | 'hours'> {
  @Access(rules.readAttendance)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.readAttendance)
  @Field(() => Day, { description: 'The day.' })
  day!: string;

  @Access(rules.readAttendance)
  @Field(() => String, { description: 'present, absent, excused or holiday (any day off that was agreed).' })
  status!: AttendanceStatus;

  @Access(rules.readAttendance)
  @Field(() => Float, { description: 'Hours of presence.' })
  hours!: number;
}

@Type('AttendanceSummary', 'Attendance of a stay in figures.')
export class AttendanceSummaryType {
  @Access(rules.readAttendance)
  @Field(() => Int, { description: 'Days recorded.' })
  days!: number;

  @Access(rules.readAttendance)
  @Field(() => Int, { description: 'Days of presence.' })
  present!: number;

  @Access(rules.readAttendance)
  @Field(() => Float, { description: 'Hours of presence.' })
  hours!: number;

  @Access(rules.readAttendance)
  @Field(() => Int, { description: 'Working days (Monday to Friday) of the stay.' })
  workingDays!: number;

  @Access(rules.readAttendance)
  @Field(() => Boolean, { description: 'Whether each working day of the stay is recorded.' })
  complete!: boolean;
}

@InputType({ description: 'One day of the week that is reported on.' })
export class AttendanceInput {
  @Field(() => Day, { description: 'A day of the week and of the stay, not in the future.' })
  day!: string;

  @Field(() => String, { description: 'present, absent, excused or holiday.' })
  status!: string;

  @Field(() => Float, { nullable: true, description: 'Hours of presence; 8 unless told.' })
  hours?: number | null;
}

@InputType({ description: 'A weekly report with the attendance of that week.' })
export class TutorReportInput {
  @Field(() => ID, { description: 'The mobility.' })
  mobilityId!: string;

  @Field(() => Day, { description: 'The Monday of the week.' })
  weekStart!: string;

  @Field(() => Int, { description: 'Progress: 1 (needs help) to 4 (excellent).' })
  progress!: number;

  @Field(() => Int, { description: 'Attitude: 1 (needs help) to 4 (excellent).' })
  attitude!: number;

  @Field(() => String, { nullable: true, description: 'What is to be said of the week, up to 2,000 characters.' })
  comment?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What worries you, up to 2,000 characters. School and host read it, the learner does not.',
  })
  concerns?: string | null;

  @Field(() => [AttendanceInput], { description: 'Attendance of the days of the week; a day sent again is corrected.' })
  attendance!: AttendanceInput[];

  @Field(() => Int, { nullable: true, description: 'The version that was seen, when a report is written over.' })
  expectedVersion?: number | null;
}
