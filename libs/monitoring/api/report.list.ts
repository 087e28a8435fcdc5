import { type Ctx, findPage, type Page, type PageInput } from '@softmob/api-kit';
import { Field, ID, InputType } from 'type-graphql';
import { tutorReports } from './monitoring.loaders';
import { type TutorReport } from './report.entity';

@InputType({ description: 'Which weekly reports to list. What is left out does not restrict.' })
export class TutorReportFilter {
  @Field(() => [ID], { nullable: true, description: 'Of any of these flows.' })
  flowIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those in which the tutor named a concern.' })
  withConcerns?: boolean | null;
}

/** A page of the weekly reports within reach, the newest first. */
export function findReports(ctx: Ctx, filter: TutorReportFilter, page: PageInput): Promise<Page<TutorReport>> {
  return findPage(ctx, tutorReports, page, {
    ...(filter.flowIds?.length ? { join: 'JOIN mobility m ON m.id = x.mobility_id' } : {}),
    where: (parameters) => {
      const parts = ['TRUE'];
      if (filter.flowIds?.length) parts.push(`m.flow_id = ANY(${parameters.add(filter.flowIds)}::uuid[])`);
      if (filter.withConcerns) parts.push('x.concerns IS NOT NULL');
      return parts.join(' AND ');
    },
    sort: [{ sql: 'x.submitted_at', type: 'timestamptz', descending: true }],
  });
}
