import { policy } from '@softmob/access';
import { Access, type Ctx as Context } from '@softmob/api-kit';
import { personName } from '@softmob/identity-api';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Departure, departureOf } from './departure';
import { type DepartureDecision } from './departure.entity';
import { decideDeparture } from './departure.service';
import { DecideDepartureInput, DepartureDecisionType, DepartureType } from './departure.type';

const { readDeparture, decideDeparture: decide } = policy.cockpit;

@Resolver()
export class DepartureResolver {
  @Access(readDeparture)
  @Query(() => DepartureType, {
    description: 'Go or no-go: who of a flow lacks what before departure. NOT_FOUND otherwise.',
  })
  departure(
    @Ctx() ctx: Context,
    @Arg('flowId', () => ID, { description: 'The flow.' }) flowId: string,
  ): Promise<Departure> {
    return departureOf(ctx, flowId);
  }

  @Access(decide)
  @Mutation(() => [DepartureDecisionType], {
    description:
      'Decides who goes. ILLEGAL_STATE names what is missing where a go has no reason; a go with one is an override and stands in the history.',
  })
  decideDeparture(
    @Ctx() ctx: Context,
    @Arg('input', () => DecideDepartureInput, { description: 'Who, what and why.' }) input: DecideDepartureInput,
  ): Promise<DepartureDecision[]> {
    return decideDeparture(ctx, input);
  }
}

@Resolver(() => DepartureDecisionType)
export class DecidedByResolver {
  @Access(readDeparture)
  @FieldResolver(() => String, { nullable: true, description: 'Who decided.' })
  decidedBy(@Root() { decidedByPersonId }: DepartureDecision, @Ctx() ctx: Context) {
    return ctx.load(personName).load(decidedByPersonId);
  }
}
