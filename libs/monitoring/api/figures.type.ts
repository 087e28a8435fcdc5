import { policy } from '@softmob/access';
import { Access, Day, Type } from '@softmob/api-kit';
import { Field, Int } from 'type-graphql';
import { type MonitoringFigures } from './monitoring.loaders';

const rules = policy.monitoring;

@Type('MonitoringFigures', 'How far diary, weekly reports and evaluation of a stay are: figures, no words.')
export class MonitoringFiguresType implements MonitoringFigures {
  @Access(rules.readFigures)
  @Field(() => Int, { description: 'Days with a diary entry, shared or not.' })
  diaryDays!: number;

  @Access(rules.readFigures)
  @Field(() => Day, { nullable: true, description: 'The last day with a diary entry.' })
  lastDiaryDay!: string | null;

  @Access(rules.readFigures)
  @Field(() => Int, { description: 'Weekly reports that are due by now.' })
  reportsDue!: number;

  @Access(rules.readFigures)
  @Field(() => [Day], { description: 'Mondays of the weeks for which a report is due and missing.' })
  missingReportWeeks!: string[];

  @Access(rules.readFigures)
  @Field(() => Day, { nullable: true, description: 'Monday of the last week that was reported on.' })
  lastReportWeek!: string | null;

  @Access(rules.readConcerns)
  @Field(() => Int, { description: 'Weekly reports in which the tutor named a concern.' })
  reportsWithConcerns!: number;

  @Access(rules.readEvaluation)
  @Field(() => Boolean, { description: 'Whether the participant has evaluated the stay.' })
  evaluated!: boolean;
}
