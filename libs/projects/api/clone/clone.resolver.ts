import { policy } from '@softmob/access';
import { Access, type Ctx as Context } from '@softmob/api-kit';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Flow } from '../project.entity';
import { flowById } from '../project.loaders';
import { FlowType } from '../project.type';
import { type FlowPlan, type HostAsk } from './clone.entity';
import { AnswerHostAskInput, CloneFlowsInput } from './clone.inputs';
import { asksOfFlow, factsOfAsk, planOfFlow, useOfPlan } from './clone.loaders';
import { cloneFlows, previewClone, undoClone } from './clone.service';
import { ClonedCohortType, ClonePreviewType, FlowPlanType, HostAskType } from './clone.type';
import { answerHostAsk, findHostAsks } from './host-ask.service';

const rules = policy.projects;

@Resolver(() => FlowType)
export class CloneResolver {
  @Access(rules.cloneFlows)
  @Query(() => ClonePreviewType, { description: 'What cloning these flows would make. Nothing is written.' })
  clonePreview(
    @Ctx() ctx: Context,
    @Arg('input', () => CloneFlowsInput, { description: 'Which flows, where to and when.' }) input: CloneFlowsInput,
  ) {
    return previewClone(ctx, input);
  }

  @Access(rules.cloneFlows)
  @Mutation(() => ClonedCohortType, {
    description:
      'Makes next year’s flows of last year’s: frame, process template and places, moved by whole weeks; nothing of any person. VALIDATION names what breaks a rule of the call.',
  })
  cloneFlows(
    @Ctx() ctx: Context,
    @Arg('input', () => CloneFlowsInput, { description: 'Which flows, where to and when.' }) input: CloneFlowsInput,
  ) {
    return cloneFlows(ctx, input);
  }

  @Access(rules.cloneFlows)
  @Mutation(() => [ID], {
    description: 'Takes cloned flows back and returns their identifiers. ILLEGAL_STATE once something hangs on them.',
  })
  undoClone(
    @Ctx() ctx: Context,
    @Arg('flowIds', () => [ID], { description: 'The new flows.' }) flowIds: string[],
  ): Promise<string[]> {
    return undoClone(ctx, flowIds);
  }

  @Access(rules.readHostAsk)
  @Query(() => [HostAskType], {
    description: '“Same again?” for flows still to come: what waits for an answer first, then by departure.',
  })
  hostAsks(
    @Ctx() ctx: Context,
    @Arg('openOnly', () => Boolean, { nullable: true, description: 'Only what waits for an answer.' })
    openOnly: boolean | null,
  ): Promise<HostAsk[]> {
    return findHostAsks(ctx, openOnly ?? false);
  }

  @Access(rules.answerHostAsk)
  @Mutation(() => HostAskType, { description: 'Answers “same again?”; the school is told. It may be answered anew.' })
  answerHostAsk(
    @Ctx() ctx: Context,
    @Arg('input', () => AnswerHostAskInput, { description: 'The answer.' }) input: AnswerHostAskInput,
  ) {
    return answerHostAsk(ctx, input);
  }

  @Access(rules.readFlowPlan)
  @FieldResolver(() => FlowPlanType, {
    nullable: true,
    description: 'What it takes over from last year’s flow, if it does.',
  })
  async plan(@Root() flow: Flow, @Ctx() ctx: Context): Promise<FlowPlan | null> {
    return (await ctx.load(planOfFlow).load(flow.id))[0] ?? null;
  }

  @Access(rules.readHostAsk)
  @FieldResolver(() => [HostAskType], {
    name: 'hostAsks',
    description: 'What hosts were asked for it, and their answers.',
  })
  asksOfFlow(@Root() flow: Flow, @Ctx() ctx: Context): Promise<HostAsk[]> {
    return ctx.load(asksOfFlow).load(flow.id);
  }
}

@Resolver(() => FlowPlanType)
export class FlowPlanResolver {
  @Access(rules.readFlowPlan)
  @FieldResolver(() => FlowType, { nullable: true, description: 'The flow it was made from.' })
  source(@Root() { sourceFlowId }: FlowPlan, @Ctx() ctx: Context) {
    return sourceFlowId ? ctx.load(flowById).load(sourceFlowId) : null;
  }

  @Access(rules.readFlowPlan)
  @FieldResolver(() => [String], {
    description:
      'What hangs on it already, so that it cannot be taken back: `mobilities`, `accompanying`, `tasks`, `answers`, `clones`.',
  })
  inUse(@Root() plan: FlowPlan, @Ctx() ctx: Context) {
    return ctx.load(useOfPlan).load(plan.id);
  }
}

const fact =
  (key: 'flowCode' | 'activityType' | 'country' | 'town' | 'schoolName' | 'hostName') =>
  async (ask: HostAsk, ctx: Context): Promise<string> =>
    (await ctx.load(factsOfAsk).load(ask.id))?.[key] ?? '';

@Resolver(() => HostAskType)
export class HostAskResolver {
  @Access(rules.readHostAsk)
  @FieldResolver(() => ID, { description: 'The flow it is about.' })
  flowId(@Root() ask: HostAsk): string {
    return ask.flowId;
  }

  @Access(rules.readHostAsk)
  @FieldResolver(() => String, { description: 'The flow’s code.' })
  flowCode(@Root() ask: HostAsk, @Ctx() ctx: Context) {
    return fact('flowCode')(ask, ctx);
  }

  @Access(rules.readHostAsk)
  @FieldResolver(() => String, { description: 'Code of the activity type.' })
  activityType(@Root() ask: HostAsk, @Ctx() ctx: Context) {
    return fact('activityType')(ask, ctx);
  }

  @Access(rules.readHostAsk)
  @FieldResolver(() => String, { description: 'Country of the stay, ISO 3166-1 alpha-2.' })
  country(@Root() ask: HostAsk, @Ctx() ctx: Context) {
    return fact('country')(ask, ctx);
  }

  @Access(rules.readHostAsk)
  @FieldResolver(() => String, { description: 'Town of the stay.' })
  town(@Root() ask: HostAsk, @Ctx() ctx: Context) {
    return fact('town')(ask, ctx);
  }

  @Access(rules.readHostAsk)
  @FieldResolver(() => String, { description: 'The school that asks.' })
  schoolName(@Root() ask: HostAsk, @Ctx() ctx: Context) {
    return fact('schoolName')(ask, ctx);
  }

  @Access(rules.readHostAsk)
  @FieldResolver(() => String, { description: 'The host that is asked.' })
  hostName(@Root() ask: HostAsk, @Ctx() ctx: Context) {
    return fact('hostName')(ask, ctx);
  }
}
