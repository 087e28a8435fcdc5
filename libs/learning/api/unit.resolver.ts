import { policy } from '@softmob/access';
import { Access, type Ctx as Context } from '@softmob/api-kit';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import * as service from './unit.service';
import { LearningUnitInput, LearningUnitType } from './unit.type';

@Resolver(() => LearningUnitType)
export class LearningUnitResolver {
  @Access(policy.learning.readUnits)
  @Query(() => [LearningUnitType], { description: 'Units to agree on: shipped ones, then the school’s own.' })
  units(
    @Ctx() ctx: Context,
    @Arg('occupation', () => String, { nullable: true, description: 'Only of this occupation.' })
    occupation: string | null,
    @Arg('eqf', () => Int, { nullable: true, description: 'Only up to this EQF level.' }) eqf: number | null,
    @Arg('search', () => String, { nullable: true, description: 'A word of title, knowledge or skills.' })
    search: string | null,
  ) {
    return service.listUnits(ctx, { occupation, eqf, search });
  }

  @Access(policy.learning.writeUnits)
  @Mutation(() => LearningUnitType, { description: 'Adds a unit of the school’s own.' })
  createUnit(@Ctx() ctx: Context, @Arg('input', () => LearningUnitInput) input: LearningUnitInput) {
    return service.createUnit(ctx, input);
  }

  @Access(policy.learning.writeUnits)
  @Mutation(() => LearningUnitType, {
    description: 'Changes a unit of the school’s own; agreements keep the words they were composed with.',
  })
  editUnit(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Which.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version that was edited.' }) expectedVersion: number,
    @Arg('input', () => LearningUnitInput) input: LearningUnitInput,
  ) {
    return service.editUnit(ctx, id, expectedVersion, input);
  }
}
