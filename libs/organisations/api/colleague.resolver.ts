import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Type } from '@softmob/api-kit';
import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { type ColleagueInvitations, inviteColleagues } from './colleague.service';
import { invitationOfMembership, InvitationStateType } from './invitation.loaders';
import { ContactType } from './organisation.type';

@Type('ColleagueInvitations', 'What came of inviting colleagues.')
export class ColleagueInvitationsType implements ColleagueInvitations {
  @Access(policy.organisations.inviteColleagues)
  @Field(() => Int, { description: 'People to whom an invitation went.' })
  invited!: number;

  @Access(policy.organisations.inviteColleagues)
  @Field(() => Int, { description: 'People who had accepted before and were left in peace.' })
  accepted!: number;
}

@Resolver(() => ContactType)
export class ContactInvitationResolver {
  @Access(policy.participants.readInvitation)
  @FieldResolver(() => InvitationStateType, {
    nullable: true,
    description: 'Whether this person answered the invitation to SoftMob.',
  })
  invitation(@Root() contact: ContactType, @Ctx() ctx: Context) {
    return ctx.load(invitationOfMembership).load(contact.id);
  }
}

@Resolver()
export class ColleagueResolver {
  @Access(policy.organisations.inviteColleagues)
  @Mutation(() => ColleagueInvitationsType, {
    description:
      'Invites people of one’s own organisation and of hosts that the school entered; who accepted is left in peace.',
  })
  inviteColleagues(
    @Ctx() ctx: Context,
    @Arg('membershipIds', () => [ID], { nullable: true, description: 'Only these; everybody unless told.' })
    membershipIds: string[] | null,
  ): Promise<ColleagueInvitations> {
    return inviteColleagues(ctx, membershipIds);
  }
}
