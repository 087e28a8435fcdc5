import { policy } from '@softmob/access';
import { Access, type Ctx as Context, findOne } from '@softmob/api-kit';
import { invitationOf, InvitationStateType, placeKey } from '@softmob/organisations-api';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AccessLogEntryType, accessLogOf } from './access-log';
import { correctOwnData, correctParticipant } from './correct.service';
import { CorrectOwnDataInput, CorrectParticipantInput } from './participant.inputs';
import { type ParticipantRow, participants, withoutMobility } from './participant.loaders';
import { ParticipantType } from './participant.type';

const rules = policy.participants;

@Resolver(() => ParticipantType)
export class ParticipantResolver {
  @Access(rules.readAlone)
  @Query(() => ParticipantType, { description: 'One participant of the school, or oneself. NOT_FOUND otherwise.' })
  async participant(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Identifier.' }) id: string,
  ): Promise<ParticipantRow> {
    return withoutMobility(await findOne(ctx, participants, id));
  }

  @Access(rules.readInvitation)
  @FieldResolver(() => InvitationStateType, { nullable: true, description: 'Whether the participant answered.' })
  invitation(@Root() { personId, organisationId }: ParticipantRow, @Ctx() ctx: Context) {
    return ctx.load(invitationOf).load(placeKey({ personId, organisationId, role: 'participant' }));
  }

  @Access(rules.readInvitation)
  @FieldResolver(() => InvitationStateType, {
    nullable: true,
    description: 'Whether the guardian answered; null where there is none.',
  })
  guardianInvitation(@Root() row: ParticipantRow, @Ctx() ctx: Context) {
    const { guardianPersonId: personId, organisationId } = row;
    return personId ? ctx.load(invitationOf).load(placeKey({ personId, organisationId, role: 'guardian' })) : null;
  }

  @Access(rules.readAccessLog)
  @FieldResolver(() => [AccessLogEntryType], {
    description: 'Who read logged data (diet, health, fewer opportunities), the newest hundred.',
  })
  accessLog(@Root() row: ParticipantRow, @Ctx() ctx: Context) {
    return ctx.load(accessLogOf).load(row.id);
  }

  @Access(rules.correct)
  @Mutation(() => ParticipantType, { description: 'The school corrects a participant’s data.' })
  async correctParticipant(
    @Ctx() ctx: Context,
    @Arg('input', () => CorrectParticipantInput, { description: 'What changes.' }) input: CorrectParticipantInput,
  ): Promise<ParticipantRow> {
    return withoutMobility(await correctParticipant(ctx, { ...input }));
  }

  @Access(rules.correctOwn)
  @Mutation(() => ParticipantType, {
    description:
      'Participants and guardians of minors correct contact, emergency, diet and health, and say who may read it.',
  })
  async correctOwnData(
    @Ctx() ctx: Context,
    @Arg('input', () => CorrectOwnDataInput, { description: 'What changes.' }) input: CorrectOwnDataInput,
  ): Promise<ParticipantRow> {
    return withoutMobility(await correctOwnData(ctx, { ...input }));
  }
}
