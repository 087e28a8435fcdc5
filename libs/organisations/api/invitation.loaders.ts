import { policy } from '@softmob/access';
import { Access, inOrder, type LoaderDefinition, Moment, Type } from '@softmob/api-kit';
import { Field } from 'type-graphql';

/** Whether somebody answered their invitation. */
export interface InvitationState {
  readonly status: 'none' | 'invited' | 'accepted' | 'expired';
  readonly sentAt: Date | null;
  readonly acceptedAt: Date | null;
}

@Type('InvitationState', 'Whether somebody answered their invitation.')
export class InvitationStateType implements InvitationState {
  @Access(policy.participants.readInvitation)
  @Field(() => String, { description: '`none` sent yet, `invited`, `accepted`, or `expired` without an answer.' })
  status!: InvitationState['status'];

  @Access(policy.participants.readInvitation)
  @Field(() => Moment, { nullable: true, description: 'When the newest invitation was sent.' })
  sentAt!: Date | null;

  @Access(policy.participants.readInvitation)
  @Field(() => Moment, { nullable: true, description: 'When it was accepted.' })
  acceptedAt!: Date | null;
}

/** The state of a membership `m`'s invitations, as a column list over the lateral join below. */
export const INVITATION_STATE = `
  CASE WHEN i.accepted_at IS NOT NULL THEN 'accepted' WHEN i.sent_at IS NULL THEN 'none'
       WHEN i.expires_at > now() THEN 'invited' ELSE 'expired' END AS status,
  i.sent_at AS "sentAt", i.accepted_at AS "acceptedAt"`;
export const INVITATION_JOIN = `
  LEFT JOIN LATERAL (SELECT max(n.sent_at) AS sent_at, max(n.expires_at) AS expires_at, min(n.used_at) AS accepted_at
                     FROM invitation n WHERE n.membership_id = m.id AND n.purpose = 'account') i ON TRUE`;

/** Names a membership without knowing its id. */
export interface MembershipPlace {
  readonly personId: string;
  readonly organisationId: string;
  readonly role: 'participant' | 'guardian';
}

export const placeKey = ({ personId, organisationId, role }: MembershipPlace): string =>
  `${personId}:${organisationId}:${role}`;

/** The state of invitations by `person:organisation:role`, in one statement. */
export const invitationOf: LoaderDefinition<string, (InvitationState & { key: string }) | null> = {
  name: 'invitationOf',
  async batch(ctx, keys) {
    const rows = await ctx.db.query<InvitationState & { key: string }>(
      `SELECT m.person_id || ':' || m.organisation_id || ':' || m.role AS key, ${INVITATION_STATE}
       FROM membership m ${INVITATION_JOIN}
       WHERE (m.person_id, m.organisation_id, m.role) IN
         (SELECT split_part(k, ':', 1)::uuid, split_part(k, ':', 2)::uuid, split_part(k, ':', 3) FROM unnest($1::text[]) k)`,
      [keys],
    );
    return inOrder(keys, rows, (row) => row.key);
  },
};

/** The state of invitations by membership, in one statement. */
export const invitationOfMembership: LoaderDefinition<string, (InvitationState & { id: string }) | null> = {
  name: 'invitationOfMembership',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<InvitationState & { id: string }>(
      `SELECT m.id, ${INVITATION_STATE} FROM membership m ${INVITATION_JOIN} WHERE m.id = ANY($1::uuid[])`,
      [ids],
    );
    return inOrder(ids, rows, (row) => row.id);
  },
};
