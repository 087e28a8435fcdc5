import { policy } from '@softmob/access';
import { Access, type Ctx as Context, findAll } from '@softmob/api-kit';
import { participantAlone, ParticipantType } from '@softmob/participants-api';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type Reserve } from './project.entity';
import { mobilityById, reserves } from './project.loaders';
import { MobilityType, ReserveType } from './project.type';

@Resolver(() => ReserveType)
export class ReserveResolver {
  @Access(policy.projects.readReserve)
  @Query(() => [ReserveType], { description: 'Reserves of a project, those asked first in front.' })
  reserves(
    @Ctx() ctx: Context,
    @Arg('projectId', () => ID, { description: 'The project.' }) projectId: string,
  ): Promise<Reserve[]> {
    return findAll(ctx, reserves, {
      where: (parameters) => `x.project_id = ${parameters.add(projectId)}::uuid`,
      orderBy: 'x.rank',
    });
  }

  @Access(policy.projects.readReserve)
  @FieldResolver(() => ParticipantType, { description: 'Who it is.' })
  participant(@Root() reserve: Reserve, @Ctx() ctx: Context) {
    return ctx.load(participantAlone).load(reserve.participantId);
  }

  @Access(policy.projects.readReserve)
  @FieldResolver(() => MobilityType, { nullable: true, description: 'The mobility it was promoted to.' })
  mobility(@Root() reserve: Reserve, @Ctx() ctx: Context) {
    return reserve.mobilityId ? ctx.load(mobilityById).load(reserve.mobilityId) : null;
  }
}
