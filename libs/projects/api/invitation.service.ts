import { policy, reachSql, SqlParameters } from '@softmob/access';
import { type Ctx, invalid, type Tx, write } from '@softmob/api-kit';
import { invitePeople } from '@softmob/identity-api';
import { INVITATION_JOIN, INVITATION_STATE, type InvitationState } from '@softmob/organisations-api';

const { invite: rule } = policy.participants;

/** Whose mobilities: of a project, of a flow, or named ones. */
export interface Invitees {
  readonly projectId?: string | null;
  readonly flowId?: string | null;
  readonly mobilityIds?: readonly string[] | null;
  /** Whether guardians of minors are invited as well. */
  readonly includeGuardians?: boolean | null;
}

/** What came of inviting or reminding. */
export interface Invitations {
  readonly participants: number;
  readonly guardians: number;
  /** Had accepted before and were left in peace. */
  readonly accepted: number;
}

interface Invitee extends InvitationState {
  membershipId: string;
  role: 'participant' | 'guardian';
  personId: string;
  mobilityId: string;
  flowId: string;
  schoolId: string;
  schoolName: string;
  email: string;
  name: string;
  locale: string;
}

function wantedSql(wanted: Invitees, parameters: SqlParameters): string {
  const { projectId, flowId, mobilityIds } = wanted;
  if (mobilityIds?.length) return `x.id = ANY(${parameters.add(mobilityIds)}::uuid[])`;
  if (flowId) return `x.flow_id = ${parameters.add(flowId)}::uuid`;
  if (projectId) return `x.project_id = ${parameters.add(projectId)}::uuid`;
  throw invalid('projectId', 'INVITEES_MISSING', 'Say whom: a project, a flow or mobilities.');
}

/**
 * Participants and guardians of mobilities within reach, with the state of their invitations: one statement. `anybody`
 * leaves reach aside, for mobilities that the caller has just caused without being able to see them.
 */
function invitees(tx: Tx, wanted: Invitees, anybody = false): Promise<Invitee[]> {
  const parameters = new SqlParameters();
  const where = wantedSql(wanted, parameters);
  const reached = anybody ? 'TRUE' : reachSql(policy.projects.reachMobility, tx.actor, parameters, 'x');
  const today = parameters.add(tx.actor.today);
  const roles = parameters.add(wanted.includeGuardians === false ? ['participant'] : ['participant', 'guardian']);
  return tx.db.query<Invitee & Record<string, unknown>>(
    `SELECT DISTINCT ON (m.id) m.id AS "membershipId", m.role, p.id AS "personId", x.id AS "mobilityId", x.flow_id AS "flowId",
            o.id AS "schoolId", o.name AS "schoolName", p.email, p.display_name AS name, p.locale, ${INVITATION_STATE}
     FROM mobility x JOIN organisation o ON o.id = x.sending_organisation_id
     JOIN membership m ON m.organisation_id = o.id AND m.ended_at IS NULL AND m.role = ANY(${roles})
       AND ((m.role = 'participant' AND m.person_id = x.participant_person_id)
         OR (m.role = 'guardian' AND m.person_id = x.guardian_person_id AND x.adult_on > ${today}::date))
     JOIN person p ON p.id = m.person_id ${INVITATION_JOIN}
     WHERE ${where} AND ${reached} AND x.stage <> 'withdrawn' ORDER BY m.id, x.starts_on DESC`,
    parameters.values,
  );
}

async function send(tx: Tx, people: readonly Invitee[], template: string, type: string): Promise<void> {
  await invitePeople(
    tx,
    people.map(({ personId, membershipId, email, name, locale, schoolName }) => ({
      personId,
      membershipId,
      email,
      displayName: name,
      locale,
      organisationName: schoolName,
      portal: 'participant',
    })),
    template,
  );
  await tx.events(
    people.map(({ mobilityId, flowId, schoolId, role }) => ({
      type,
      subjectType: 'mobility',
      subjectId: mobilityId,
      organisationId: schoolId,
      flowId,
      mobilityId,
      after: { role },
    })),
  );
}

const countOf = (all: readonly Invitee[], sent: readonly Invitee[]): Invitations => ({
  participants: sent.filter(({ role }) => role === 'participant').length,
  guardians: sent.filter(({ role }) => role === 'guardian').length,
  accepted: all.filter(({ status }) => status === 'accepted').length,
});

/** Invites who has not accepted yet, any number in the same number of statements. @throws VALIDATION */
export function inviteParticipants(ctx: Ctx, wanted: Invitees): Promise<Invitations> {
  return write(ctx, rule, async (tx) => {
    const all = await invitees(tx, wanted);
    const open = all.filter(({ status }) => status !== 'accepted');
    await send(tx, open, 'identity:invitation', 'invitation.sent');
    return countOf(all, open);
  });
}

/** Reminds just those who were invited and have not answered. @throws VALIDATION */
export function remindInvitations(ctx: Ctx, wanted: Invitees): Promise<Invitations> {
  return write(ctx, rule, async (tx) => {
    const all = await invitees(tx, wanted);
    const silent = all.filter(({ status }) => status === 'invited' || status === 'expired');
    await send(tx, silent, 'identity:reminder', 'invitation.reminded');
    return countOf(all, silent);
  });
}

/** Invites the participants (and guardians) of mobilities that were made in this transaction. */
export async function inviteSelected(tx: Tx, mobilityIds: readonly string[]): Promise<void> {
  const all = await invitees(tx, { mobilityIds }, true);
  await send(
    tx,
    all.filter(({ status }) => status !== 'accepted'),
    'identity:invitation',
    'invitation.sent',
  );
}
