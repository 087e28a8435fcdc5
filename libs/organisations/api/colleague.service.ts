import { policy, portalOf } from '@softmob/access';
import { type Ctx, invalid, type Tx, write } from '@softmob/api-kit';
import { invitePeople } from '@softmob/identity-api';
import { INVITATION_JOIN, INVITATION_STATE, type InvitationState } from './invitation.loaders';

const { inviteColleagues: rule } = policy.organisations;

interface Colleague extends InvitationState {
  id: string;
  personId: string;
  role: 'sendingCoordinator' | 'sendingTeacher' | 'sendingFinance' | 'hostCoordinator';
  email: string;
  name: string;
  locale: string;
  organisationName: string;
}

/** What came of inviting colleagues. */
export interface ColleagueInvitations {
  readonly invited: number;
  /** Had accepted before and were left in peace. */
  readonly accepted: number;
}

/**
 * The people of one's own organisation and, for a school, of the hosts that it entered itself and that work with no
 * other school: whoever else's people those are, their own organisation invites them.
 */
function colleagues(tx: Tx): Promise<Colleague[]> {
  return tx.db.query<Colleague & Record<string, unknown>>(
    `SELECT m.id, m.person_id AS "personId", m.role, p.email, p.display_name AS name, p.locale, own.name AS "organisationName",
            ${INVITATION_STATE}
     FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id
     JOIN organisation own ON own.id = $1 ${INVITATION_JOIN}
     WHERE m.ended_at IS NULL AND m.person_id <> $2
       AND m.role IN ('sendingCoordinator', 'sendingTeacher', 'sendingFinance', 'hostCoordinator')
       AND (o.id = $1 OR (o.kind = 'host' AND o.owner_id = $1
            AND NOT EXISTS (SELECT 1 FROM partnership q WHERE q.host_id = o.id AND q.sending_id <> $1)))`,
    [tx.ctx.organisationId, tx.ctx.personId],
  );
}

/** Invites colleagues who have not accepted yet; all of them, or those named. @throws VALIDATION on somebody else's people */
export function inviteColleagues(ctx: Ctx, membershipIds: readonly string[] | null): Promise<ColleagueInvitations> {
  return write(ctx, rule, async (tx) => {
    const known = await colleagues(tx);
    const wanted = membershipIds ? known.filter(({ id }) => membershipIds.includes(id)) : known;
    if (membershipIds && wanted.length !== new Set(membershipIds).size) {
      throw invalid(
        'membershipIds',
        'COLLEAGUE_UNKNOWN',
        'Name people of your own organisation or of hosts you entered.',
      );
    }
    const open = wanted.filter(({ status }) => status !== 'accepted');
    await invitePeople(
      tx,
      open.map(({ id, personId, role, email, name, locale, organisationName }) => ({
        personId,
        membershipId: id,
        email,
        displayName: name,
        locale,
        organisationName,
        portal: portalOf(role) ?? 'sending',
      })),
    );
    await tx.event({
      type: 'colleagues.invited',
      subjectType: 'organisation',
      subjectId: ctx.organisationId,
      organisationId: ctx.organisationId,
      after: { people: open.length },
    });
    return { invited: open.length, accepted: wanted.length - open.length };
  });
}
