import { policy } from '@softmob/access';
import { Access, grouped, type LoaderDefinition, Moment, Type } from '@softmob/api-kit';
import { Field, ID } from 'type-graphql';

const { readAccessLog } = policy.participants;

@Type('AccessLogEntry', 'Somebody read data of a participant whose reads are logged.')
export class AccessLogEntryType {
  @Access(readAccessLog)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(readAccessLog)
  @Field(() => String, { description: 'What was read, such as `Participant.diet`.' })
  field!: string;

  @Access(readAccessLog)
  @Field(() => String, { description: 'Who read it.' })
  readerName!: string;

  @Access(readAccessLog)
  @Field(() => String, { description: 'The audience they acted as.' })
  audience!: string;

  @Access(readAccessLog)
  @Field(() => Moment, { description: 'When.' })
  at!: Date;
}

/** The newest hundred reads of each participant's logged data. */
export const accessLogOf: LoaderDefinition<string, AccessLogEntryType[]> = {
  name: 'accessLogOf',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<AccessLogEntryType & { participantId: string } & Record<string, unknown>>(
      `SELECT l.id, l.participant_id AS "participantId", l.field, coalesce(p.display_name, '') AS "readerName", l.audience, l.at
       FROM unnest($1::uuid[]) AS wanted(id)
       CROSS JOIN LATERAL (SELECT * FROM access_log a WHERE a.participant_id = wanted.id ORDER BY a.at DESC LIMIT 100) l
       LEFT JOIN person p ON p.id = l.person_id ORDER BY l.at DESC`,
      [ids],
    );
    return grouped(ids, rows, (row) => row.participantId);
  },
};
