import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Type } from '@softmob/api-kit';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { type Invitations, type Invitees, inviteParticipants, remindInvitations } from './invitation.service';

const { invite } = policy.participants;

@InputType({ description: 'Whom to invite or remind: of a project, of a flow, or of named mobilities.' })
export class InviteesInput implements Invitees {
  @Field(() => ID, { nullable: true, description: 'Everybody of this project.' })
  projectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Everybody of this flow.' })
  flowId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Only of these mobilities.' })
  mobilityIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether guardians of minors as well; yes unless told.' })
  includeGuardians?: boolean | null;
}

@Type('Invitations', 'What came of inviting or reminding.')
export class InvitationsType implements Invitations {
  @Access(invite)
  @Field(() => Int, { description: 'Participants to whom a link went.' })
  participants!: number;

  @Access(invite)
  @Field(() => Int, { description: 'Guardians to whom a link went.' })
  guardians!: number;

  @Access(invite)
  @Field(() => Int, { description: 'People who had accepted before and were left in peace.' })
  accepted!: number;
}

@Resolver()
export class InvitationResolver {
  @Access(invite)
  @Mutation(() => InvitationsType, {
    description: 'Invites participants and guardians who have not accepted yet; an earlier link stops working.',
  })
  inviteParticipants(
    @Ctx() ctx: Context,
    @Arg('input', () => InviteesInput, { description: 'Whom.' }) input: InviteesInput,
  ): Promise<Invitations> {
    return inviteParticipants(ctx, input);
  }

  @Access(invite)
  @Mutation(() => InvitationsType, { description: 'Reminds just those who were invited and have not answered.' })
  remindInvitations(
    @Ctx() ctx: Context,
    @Arg('input', () => InviteesInput, { description: 'Whom.' }) input: InviteesInput,
  ): Promise<Invitations> {
    return remindInvitations(ctx, input);
  }
}
