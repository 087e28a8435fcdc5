import { policy } from '@softmob/access';
import { Access, type Ctx as Context, findOne, findPage, type SortKey } from '@softmob/api-kit';
import { organisationById, OrganisationType } from '@softmob/organisations-api';
import { participantOfMobility, ParticipantType } from '@softmob/participants-api';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Query, Resolver, Root } from 'type-graphql';
import { type Mobility } from './mobility.entity';
import { flowById, mobilities, mobilityById } from './project.loaders';
import { fold } from './sort-name';
import { FlowType, MobilityConnection, MobilityType } from './project.type';

@InputType({ description: 'Which mobilities to list. What is left out does not restrict.' })
export class MobilityFilter {
  @Field(() => ID, { nullable: true, description: 'Of this project.' })
  projectId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Of any of these flows.' })
  flowIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'In any of these stages.' })
  stages?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Part of the participant’s name, where the reader may know it.' })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'Occupation, by its ESCO label in English.' })
  occupation?: string | null;

  @Field(() => String, { nullable: true, description: 'Order: `name` (default), `departure` or `stage`.' })
  order?: string | null;
}

/** Searching by name must not tell a host the names that the stage still hides. */
const NAME_SEARCH: Readonly<Record<string, string>> = {
  hostCoordinator: ` AND x.stage IN ('confirmed', 'abroad', 'back')`,
};

/** Names are no sort key for a host: the order alone would give away who hides behind a profile. */
function sortOf(order: string | null | undefined, audience: string): SortKey[] {
  const named: SortKey[] =
    audience === 'hostCoordinator'
      ? [{ sql: `CASE WHEN x.stage IN ('confirmed', 'abroad', 'back') THEN x.sort_name ELSE '' END`, type: 'text' }]
      : [{ sql: 'x.sort_name', type: 'text' }];
  if (order === 'departure') return [{ sql: 'x.starts_on', type: 'date' }, ...named];
  if (order === 'stage') return [{ sql: 'x.stage', type: 'text' }, ...named];
  return named;
}

@Resolver(() => MobilityType)
export class MobilityResolver {
  @Access(policy.projects.listMobilities)
  @Query(() => MobilityType, { description: 'One mobility within reach. NOT_FOUND otherwise.' })
  mobility(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Identifier.' }) id: string): Promise<Mobility> {
    return findOne(ctx, mobilities, id);
  }

  @Access(policy.projects.listMobilities)
  @Query(() => MobilityConnection, { description: 'Mobilities within reach.' })
  mobilities(
    @Ctx() ctx: Context,
    @Arg('filter', () => MobilityFilter, { nullable: true, description: 'Which.' }) filter: MobilityFilter | null,
    @Arg('first', () => Int, { nullable: true, description: 'Rows per page, 1 to 500; 50 unless told.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after: string | null,
  ) {
    const { audience } = ctx.actor;
    return findPage(
      ctx,
      mobilities,
      { first, after },
      {
        ...(filter?.occupation ? { join: 'JOIN participant p ON p.id = x.participant_id' } : {}),
        where: (parameters) => {
          const parts = ['TRUE'];
          if (filter?.projectId) parts.push(`x.project_id = ${parameters.add(filter.projectId)}::uuid`);
          if (filter?.flowIds?.length) parts.push(`x.flow_id = ANY(${parameters.add(filter.flowIds)}::uuid[])`);
          if (filter?.stages?.length) parts.push(`x.stage = ANY(${parameters.add(filter.stages)})`);
          if (filter?.occupation) parts.push(`p.occupation = ${parameters.add(filter.occupation)}`);
          if (filter?.search) {
            const word = parameters.add(fold(filter.search));
            parts.push(`x.sort_name LIKE '%' || ${word} || '%'${NAME_SEARCH[audience] ?? ''}`);
          }
          return parts.join(' AND ');
        },
        sort: sortOf(filter?.order, audience),
      },
    );
  }

  @Access(policy.projects.readMobility)
  @FieldResolver(() => ParticipantType, { description: 'The participant, as the reader may know them at this stage.' })
  participant(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return ctx.load(participantOfMobility).load(mobility.id);
  }

  @Access(policy.projects.readMobility)
  @FieldResolver(() => FlowType, { description: 'The flow it belongs to.' })
  flow(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return ctx.load(flowById).load(mobility.flowId);
  }

  @Access(policy.projects.readMobility)
  @FieldResolver(() => OrganisationType, { description: 'The school.' })
  sendingOrganisation(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return ctx.load(organisationById).load(mobility.sendingOrganisationId);
  }

  @Access(policy.projects.readMobility)
  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: 'The host organisation that coordinates the stay.',
  })
  hostOrganisation(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return mobility.hostOrganisationId ? ctx.load(organisationById).load(mobility.hostOrganisationId) : null;
  }

  @Access(policy.projects.readMobility)
  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: 'The company in which the learning takes place.',
  })
  company(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return mobility.companyId ? ctx.load(organisationById).load(mobility.companyId) : null;
  }

  @Access(policy.projects.readReserve)
  @FieldResolver(() => MobilityType, {
    nullable: true,
    description: 'The withdrawn mobility whose place this one took.',
  })
  replaces(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return mobility.replacesId ? ctx.load(mobilityById).load(mobility.replacesId) : null;
  }
}
