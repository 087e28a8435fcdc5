import { type Ctx, findPage, type Page, type PageInput } from '@softmob/api-kit';
import { Field, ID, InputType } from 'type-graphql';
import { type Document } from './document.entity';
import { documents } from './document.loaders';

@InputType({ description: 'Which documents to list. What is left out does not restrict.' })
export class DocumentFilter {
  @Field(() => [ID], { nullable: true, description: 'Of any of these flows.' })
  flowIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'In any of these states; `uploaded` waits for the school.' })
  statuses?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Of any of these kinds.' })
  kinds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Part of the participant’s name.' })
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that end before the return of a stay to come.' })
  expiring?: boolean | null;
}

/** A page of documents within the reader’s reach; those that wait longest come first. */
export function findDocuments(ctx: Ctx, filter: DocumentFilter, page: PageInput): Promise<Page<Document>> {
  return findPage(ctx, documents, page, {
    join: 'JOIN mobility m ON m.id = x.mobility_id',
    where: (parameters) => {
      const parts = [`m.stage <> 'withdrawn'`];
      if (filter.flowIds?.length) parts.push(`m.flow_id = ANY(${parameters.add(filter.flowIds)}::uuid[])`);
      if (filter.statuses?.length) parts.push(`x.status = ANY(${parameters.add(filter.statuses)})`);
      if (filter.kinds?.length) parts.push(`x.kind = ANY(${parameters.add(filter.kinds)})`);
      if (filter.search) {
        const word = parameters.add(filter.search.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
        parts.push(`m.sort_name LIKE '%' || ${word} || '%'`);
      }
      if (filter.expiring) {
        const today = parameters.add(ctx.actor.today);
        parts.push(`x.expires_on < m.ends_on AND m.ends_on >= ${today}::date AND x.status IN ('uploaded', 'verified')`);
      }
      return parts.join(' AND ');
    },
    sort: [{ sql: 'x.uploaded_at', type: 'timestamptz' }],
  });
}
