import { policy } from '@softmob/access';
import { Access, grouped, type LoaderDefinition, Moment, Type } from '@softmob/api-kit';
import { Field, ID } from 'type-graphql';

const { readAudit } = policy.projects;

@Type('HistoryChange', 'One value before and after, as text; secrets are masked.')
export class HistoryChangeType {
  @Access(readAudit)
  @Field(() => String, { description: 'Name of the value.' })
  field!: string;

  @Access(readAudit)
  @Field(() => String, { nullable: true, description: 'Before.' })
  before!: string | null;

  @Access(readAudit)
  @Field(() => String, { nullable: true, description: 'After.' })
  after!: string | null;
}

@Type('HistoryEntry', 'One thing that happened to a mobility, its participant or its flow.')
export class HistoryEntryType {
  @Access(readAudit)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(readAudit)
  @Field(() => Moment, { description: 'When, in business time.' })
  at!: Date;

  @Access(readAudit)
  @Field(() => String, { description: 'What happened, such as `placement.confirmed`.' })
  type!: string;

  @Access(readAudit)
  @Field(() => String, { nullable: true, description: 'Who did it; null for the system.' })
  actorName!: string | null;

  @Access(readAudit)
  @Field(() => String, { description: 'The audience they acted as.' })
  audience!: string;

  @Access(readAudit)
  @Field(() => [HistoryChangeType], { description: 'What changed, where that may be read here.' })
  changes!: HistoryChangeType[];
}

interface EventRow {
  [column: string]: unknown;
  id: string;
  mobilityId: string;
  at: Date;
  type: string;
  audience: string;
  actorName: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Only of these is told what changed: other events may speak of what has rules of its own (a diary, an assessment). */
const TOLD = /^(participant|mobility|flow|invitation|guardian)\./;

const text = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

function changesOf({ type, before, after }: EventRow): HistoryChangeType[] {
  if (!TOLD.test(type)) return [];
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.map((field) => ({ field, before: text(before?.[field]), after: text(after?.[field]) }));
}

/** What happened to each mobility, its participant's data and its flow; the newest two hundred, in one statement. */
export const historyOf: LoaderDefinition<string, HistoryEntryType[]> = {
  name: 'historyOf',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<EventRow>(
      `SELECT e.id, m.id AS "mobilityId", e.at, e.type, e.audience, p.display_name AS "actorName", e.before, e.after
       FROM mobility m CROSS JOIN LATERAL (
         SELECT * FROM (
           SELECT * FROM event a WHERE a.mobility_id = m.id
           UNION ALL SELECT * FROM event b WHERE b.subject_id = m.participant_id AND b.mobility_id IS NULL
           UNION ALL SELECT * FROM event c WHERE c.flow_id = m.flow_id AND c.mobility_id IS NULL AND c.type IN ('flow.created', 'flow.changed')
         ) every ORDER BY recorded_at DESC, id DESC LIMIT 200) e
       LEFT JOIN person p ON p.id = e.actor_person_id
       WHERE m.id = ANY($1::uuid[]) ORDER BY e.recorded_at DESC, e.id DESC`,
      [ids],
    );
    return grouped(ids, rows, (row) => row.mobilityId).map((entries) =>
      entries.map((row) => ({
        id: row.id,
        at: row.at,
        type: row.type,
        audience: row.audience,
        actorName: row.actorName,
        changes: changesOf(row),
      })),
    );
  },
};
