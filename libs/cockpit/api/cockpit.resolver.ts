import { policy } from '@softmob/access';
import { Access, type Ctx as Context } from '@softmob/api-kit';
import { flowById, FlowType } from '@softmob/projects-api';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type BlockerRow } from './blockers';
import { dashboard } from './dashboard';
import { DashboardType } from './dashboard.type';
import { BlockerType } from './figures.type';
import { outcomesOfProject, type UnitRow } from './outcomes';
import { UnitFiguresType } from './outcomes.type';
import { departureRadar } from './radar';
import { RadarFlowType } from './radar.type';
import { taskGroups, type TaskGroupRow } from './task-groups';
import { TaskGroupType } from './task-groups.type';

@Resolver(() => BlockerType)
export class CockpitResolver {
  @Access(policy.cockpit.readRadar)
  @Query(() => [RadarFlowType], {
    description: 'Every flow within reach by departure: days left, share ready, what blocks it and who holds it.',
  })
  departureRadar(
    @Ctx() ctx: Context,
    @Arg('projectId', () => ID, { nullable: true, description: 'Only of this project.' }) projectId: string | null,
  ) {
    return departureRadar(ctx, projectId);
  }

  @Access(policy.cockpit.readDashboard)
  @Query(() => DashboardType, { description: 'The figures of a project as of today. NOT_FOUND otherwise.' })
  dashboard(@Ctx() ctx: Context, @Arg('projectId', () => ID, { description: 'The project.' }) projectId: string) {
    return dashboard(ctx, projectId);
  }

  @Access(policy.cockpit.readOutcomes)
  @Query(() => [UnitFiguresType], {
    description: 'How far people of a project have come with the units of their agreements. NOT_FOUND otherwise.',
  })
  outcomeFigures(
    @Ctx() ctx: Context,
    @Arg('projectId', () => ID, { description: 'The project.' }) projectId: string,
  ): Promise<UnitRow[]> {
    return outcomesOfProject(ctx, projectId);
  }

  @Access(policy.processes.listTasks)
  @Query(() => [TaskGroupType], { description: 'Tasks within reach by flow and step, by due day.' })
  taskGroups(
    @Ctx() ctx: Context,
    @Arg('projectId', () => ID, { nullable: true, description: 'Only of this project.' }) projectId: string | null,
    @Arg('mine', () => Boolean, {
      nullable: true,
      description: 'Only what the reader is to do: held by their function, given to nobody else, not put off.',
    })
    mine: boolean | null,
    @Arg('openOnly', () => Boolean, { nullable: true, description: 'Leave out steps that are done for everybody.' })
    openOnly: boolean | null,
    @Arg('snoozed', () => Boolean, { nullable: true, description: 'Only what is put off.' }) snoozed: boolean | null,
    @Arg('byPerson', () => Boolean, {
      nullable: true,
      description: 'Apart by whom tasks were given to and until when they are put off.',
    })
    byPerson: boolean | null,
  ): Promise<TaskGroupRow[]> {
    return taskGroups(ctx, {
      projectId,
      mine: mine ?? false,
      openOnly: openOnly ?? false,
      snoozed: snoozed ?? false,
      byPerson: byPerson ?? false,
    });
  }

  @Access(policy.cockpit.readRadar)
  @FieldResolver(() => FlowType, { description: 'The flow.' })
  flow(@Root() blocker: BlockerRow, @Ctx() ctx: Context) {
    return ctx.load(flowById).load(blocker.flowId);
  }
}
