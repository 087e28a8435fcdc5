import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Type } from '@softmob/api-kit';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, Resolver, Root } from 'type-graphql';
import { historyOf, HistoryEntryType } from './history';
import { type Mobility } from './mobility.entity';
import { MobilityType } from './project.type';
import { type Withdrawal, withdraw, type WithdrawalInput } from './withdrawal.service';

@InputType({ description: 'Who withdraws and why.' })
export class WithdrawInput implements WithdrawalInput {
  @Field(() => ID, { description: 'The mobility.' })
  mobilityId!: string;

  @Field(() => String, { description: 'Why, up to 1,000 characters.' })
  reason!: string;

  @Field(() => Int, { nullable: true, description: 'The version that was seen: an older one is a CONFLICT.' })
  version?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Which reserve takes the place: `SAME_OCCUPATION_FIRST` (by rank among the same occupation, else by rank; unless told), `BY_RANK`, or `NOBODY`. Only the school may say.',
  })
  promotion?: string | null;
}

@Type('Withdrawal', 'Who withdrew, and who took the place.')
export class WithdrawalType implements Withdrawal {
  @Access(policy.projects.withdraw)
  @Field(() => MobilityType, { description: 'The withdrawn mobility; nothing of it is deleted.' })
  mobility!: Mobility;

  @Access(policy.projects.readReserve)
  @Field(() => MobilityType, { nullable: true, description: 'The mobility of the reserve who took the place.' })
  replacement!: Mobility | null;
}

@Resolver(() => MobilityType)
export class WithdrawalResolver {
  @Access(policy.projects.withdraw)
  @Mutation(() => WithdrawalType, {
    description:
      'Withdraws a mobility. The first waiting reserve takes the place until the flow has left, and those concerned are told.',
  })
  withdraw(
    @Ctx() ctx: Context,
    @Arg('input', () => WithdrawInput, { description: 'Who and why.' }) input: WithdrawInput,
  ): Promise<Withdrawal> {
    return withdraw(ctx, input);
  }

  @Access(policy.projects.readAudit)
  @FieldResolver(() => [HistoryEntryType], { description: 'Who changed what and when, the newest first.' })
  history(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return ctx.load(historyOf).load(mobility.id);
  }
}
