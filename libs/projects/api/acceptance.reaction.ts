import { type Reaction } from '@softmob/api-kit';

const ACCEPTANCES: Readonly<Record<string, { type: string; column: string }>> = {
  participant: { type: 'participant.accepted', column: 'participant_person_id' },
  guardian: { type: 'guardian.accepted', column: 'guardian_person_id' },
};

interface Concerned {
  id: string;
  flowId: string;
  schoolId: string;
}

/** Whoever accepts the school's invitation has accepted their mobilities: what waits for that is told for each. */
export const acceptanceReaction: Reaction = {
  on: 'invitation.accepted',
  async run(tx, event) {
    const acceptance = ACCEPTANCES[String(event.after?.role)];
    if (!acceptance) return;
    const concerned = await tx.db.query<Concerned>(
      `SELECT id, flow_id AS "flowId", sending_organisation_id AS "schoolId" FROM mobility
       WHERE ${acceptance.column} = $1 AND sending_organisation_id = $2 AND stage <> 'withdrawn'`,
      [event.subjectId, event.organisationId],
    );
    await tx.events(
      concerned.map(({ id, flowId, schoolId }) => ({
        type: acceptance.type,
        subjectType: 'mobility',
        subjectId: id,
        organisationId: schoolId,
        flowId,
        mobilityId: id,
      })),
    );
  },
};
