import { policy } from '@softmob/access';
import { Access, type Ctx as Context, findAll, findOne } from '@softmob/api-kit';
import { organisationById, OrganisationType } from '@softmob/organisations-api';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type Flow, type Project } from './project.entity';
import { accompanyingOfFlow, flows, flowsOfProject, projectById, projects } from './project.loaders';
import { AccompanyingPersonType, FlowType, ProjectType } from './project.type';

@Resolver(() => ProjectType)
export class ProjectResolver {
  @Access(policy.projects.readProject)
  @Query(() => [ProjectType], { description: 'The school’s projects, the newest first.' })
  projects(@Ctx() ctx: Context): Promise<Project[]> {
    return findAll(ctx, projects, { orderBy: 'x.starts_on DESC, x.id' });
  }

  @Access(policy.projects.readProject)
  @Query(() => ProjectType, { description: 'One project within reach. NOT_FOUND otherwise.' })
  project(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Identifier.' }) id: string): Promise<Project> {
    return findOne(ctx, projects, id);
  }

  @Access(policy.projects.readProject)
  @FieldResolver(() => [FlowType], { description: 'Its flows, by departure.' })
  flows(@Root() project: Project, @Ctx() ctx: Context) {
    return ctx.load(flowsOfProject).load(project.id);
  }
}

@Resolver(() => FlowType)
export class FlowResolver {
  @Access(policy.projects.listFlows)
  @Query(() => [FlowType], { description: 'Flows within reach, by departure.' })
  flows(
    @Ctx() ctx: Context,
    @Arg('projectId', () => ID, { nullable: true, description: 'Only of this project.' }) projectId: string | null,
  ): Promise<Flow[]> {
    return findAll(ctx, flows, {
      orderBy: 'x.starts_on, x.code',
      ...(projectId ? { where: (parameters) => `x.project_id = ${parameters.add(projectId)}::uuid` } : {}),
    });
  }

  @Access(policy.projects.listFlows)
  @Query(() => FlowType, { description: 'One flow within reach. NOT_FOUND otherwise.' })
  flow(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Identifier.' }) id: string): Promise<Flow> {
    return findOne(ctx, flows, id);
  }

  @Access(policy.projects.readProject)
  @FieldResolver(() => ProjectType, { description: 'The project it belongs to.' })
  project(@Root() flow: Flow, @Ctx() ctx: Context) {
    return ctx.load(projectById).load(flow.projectId);
  }

  @Access(policy.projects.readFlow)
  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: 'The host organisation that coordinates the stay.',
  })
  hostOrganisation(@Root() flow: Flow, @Ctx() ctx: Context) {
    return flow.hostOrganisationId ? ctx.load(organisationById).load(flow.hostOrganisationId) : null;
  }

  @Access(policy.projects.readFlow)
  @FieldResolver(() => OrganisationType, { description: 'The school.' })
  sendingOrganisation(@Root() flow: Flow, @Ctx() ctx: Context) {
    return ctx.load(organisationById).load(flow.organisationId);
  }

  @Access(policy.projects.readAccompanying)
  @FieldResolver(() => [AccompanyingPersonType], { description: 'Teachers who go with it.' })
  accompanying(@Root() flow: Flow, @Ctx() ctx: Context) {
    return ctx.load(accompanyingOfFlow).load(flow.id);
  }
}
