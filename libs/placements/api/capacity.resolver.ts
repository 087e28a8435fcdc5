import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Day } from '@softmob/api-kit';
import { type Organisation, organisationById, OrganisationType } from '@softmob/organisations-api';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Capacity } from './capacity.entity';
import * as service from './capacity.service';
import { CapacityType, CapacityWeeks } from './capacity.type';
import { capacityByWeek } from './desk.service';
import { SetCapacityInput } from './inputs';
import { capacitiesOfCompany, freePlaces, staysOfCapacity } from './placement.loaders';

const rules = policy.placements;

@Resolver(() => CapacityType)
export class CapacityResolver {
  @Access(rules.listCapacities)
  @Query(() => [CapacityType], {
    description: 'Places of companies within reach, by company; for a flow, those that its learners may take.',
  })
  capacities(
    @Ctx() ctx: Context,
    @Arg('flowId', () => ID, { nullable: true, description: 'Only what fits this flow’s country, dates and host.' })
    flowId: string | null,
  ): Promise<Capacity[]> {
    return service.listCapacities(ctx, flowId);
  }

  @Access(rules.listCapacities)
  @Query(() => [CapacityWeeks], { description: 'Free and taken places by company and week, at most 60 weeks.' })
  capacityByWeek(
    @Ctx() ctx: Context,
    @Arg('from', () => Day, { description: 'The first day of the first week.' }) from: string,
    @Arg('to', () => Day, { description: 'A day of the last week.' }) to: string,
  ) {
    return capacityByWeek(ctx, from, to);
  }

  @Access(rules.setCapacity)
  @Mutation(() => CapacityType, { description: 'Says how many learners of an occupation a company takes at once.' })
  setCapacity(@Ctx() ctx: Context, @Arg('input', () => SetCapacityInput) input: SetCapacityInput): Promise<Capacity> {
    return service.setCapacity(ctx, input);
  }

  @Access(rules.readCapacity)
  @FieldResolver(() => OrganisationType, { description: 'The company.' })
  company(@Root() capacity: Capacity, @Ctx() ctx: Context) {
    return ctx.load(organisationById).load(capacity.companyId);
  }

  @Access(rules.readCapacity)
  @FieldResolver(() => Int, {
    description: 'Places free through a whole period; 0 where the capacity does not cover it.',
  })
  async free(
    @Root() capacity: Capacity,
    @Ctx() ctx: Context,
    @Arg('from', () => Day, { description: 'First day.' }) from: string,
    @Arg('to', () => Day, { description: 'Last day.' }) to: string,
  ): Promise<number> {
    return freePlaces(capacity, await ctx.load(staysOfCapacity).load(capacity.id), from, to);
  }
}

/** What a company gains by this slice. */
@Resolver(() => OrganisationType)
export class OrganisationCapacityResolver {
  @Access(rules.readCapacity)
  @FieldResolver(() => [CapacityType], { description: 'The places of a company; empty for other organisations.' })
  capacities(@Root() organisation: Organisation, @Ctx() ctx: Context) {
    return ctx.load(capacitiesOfCompany).load(organisation.id);
  }
}
