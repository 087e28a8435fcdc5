import { policy } from '@softmob/access';
import { Access, type Ctx as Context } from '@softmob/api-kit';
import { processVersionById, ProcessTemplateVersionType } from '@softmob/processes-api';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { moveFlowToVersion, previewMove } from './flow-process.service';
import { FlowProcessMoveType } from './flow-process.type';
import { type Flow } from './project.entity';
import { FlowType } from './project.type';

const rules = policy.processes;

@Resolver(() => FlowType)
export class FlowProcessResolver {
  @Access(rules.readTemplate)
  @FieldResolver(() => ProcessTemplateVersionType, {
    nullable: true,
    description: 'The version of a process that it follows; a newer one only once it is moved there.',
  })
  processVersion(@Root() flow: Flow, @Ctx() ctx: Context) {
    return flow.processTemplateVersionId ? ctx.load(processVersionById).load(flow.processTemplateVersionId) : null;
  }

  @Access(rules.moveFlow)
  @Query(() => FlowProcessMoveType, {
    description: 'What following another version would change for a flow. Nothing is changed by asking.',
  })
  flowProcessMove(
    @Ctx() ctx: Context,
    @Arg('flowId', () => ID, { description: 'The flow.' }) flowId: string,
    @Arg('versionId', () => ID, { description: 'The version it would follow.' }) versionId: string,
  ) {
    return previewMove(ctx, flowId, versionId);
  }

  @Access(rules.moveFlow)
  @Mutation(() => FlowType, {
    description:
      'Lets a flow follow another version: open tasks take its words and days, new ones come, those of steps that are no more fall away, what is done stays done.',
  })
  moveFlowToVersion(
    @Ctx() ctx: Context,
    @Arg('flowId', () => ID, { description: 'The flow.' }) flowId: string,
    @Arg('versionId', () => ID, { description: 'The version it follows from now on.' }) versionId: string,
    @Arg('version', () => Int, { description: 'The version of the flow that was seen: an older one is a CONFLICT.' })
    version: number,
  ): Promise<Flow> {
    return moveFlowToVersion(ctx, flowId, versionId, version);
  }
}
