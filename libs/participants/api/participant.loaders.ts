import { policy, type Stage } from '@softmob/access';
import { inOrder, type LoaderDefinition, source } from '@softmob/api-kit';
import { Participant } from './participant.entity';

export const participants = source(Participant, {
  name: 'participant',
  reach: policy.participants.reachParticipant,
  secret: ['healthNotes', 'diet', 'fewerOpportunities', 'fewerOpportunitiesReason'],
});

/** A participant in the light of one mobility: its stage and dates settle what the reader may see. */
export interface ParticipantRow extends Participant {
  readonly mobilityId: string | null;
  readonly stage: Stage | null;
  readonly hostAccessUntil: string | null;
  readonly finalAssessedAt: Date | null;
}

/** The participants of reached mobilities, each in the light of its own. */
export const participantOfMobility: LoaderDefinition<string, ParticipantRow | null> = {
  name: 'participantOfMobility',
  async batch(ctx, mobilityIds) {
    const rows = await ctx.db.query<ParticipantRow & { mobilityId: string }>(
      `SELECT ${participants.select('x')}, m.id AS "mobilityId", m.stage, m.host_access_until AS "hostAccessUntil",
              m.final_assessed_at AS "finalAssessedAt"
       FROM mobility m JOIN participant x ON x.id = m.participant_id WHERE m.id = ANY($1::uuid[])`,
      [mobilityIds],
    );
    return inOrder(mobilityIds, rows, (row) => row.mobilityId);
  },
};

/** A participant without the light of a mobility: what depends on a stage stays hidden. */
export const withoutMobility = (row: Participant): ParticipantRow => ({
  ...row,
  mobilityId: null,
  stage: null,
  hostAccessUntil: null,
  finalAssessedAt: null,
});

/** Participants by id, for a parent that was already reached (a reserve, say). */
export const participantAlone: LoaderDefinition<string, ParticipantRow | null> = {
  name: 'participantAlone',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<Participant & Record<string, unknown>>(
      `SELECT ${participants.select('x')} FROM participant x WHERE x.id = ANY($1::uuid[])`,
      [ids],
    );
    return inOrder(ids, rows.map(withoutMobility), (row) => row.id);
  },
};
