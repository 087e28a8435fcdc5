import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Type } from '@softmob/api-kit';
import { FlowType } from '@softmob/projects-api';
import { Ctx, Field, Float, ID, Int } from 'type-graphql';
import { type FlowForecast, flowForecast } from './forecast';
import { FlowForecastType } from './forecast.type';
import { BlockerType, FiguresType } from './figures.type';
import { type RadarRow } from './radar';

const { readRadar, readForecast } = policy.cockpit;

@Type('RadarFlow', 'A flow on the departure radar: days left, share ready, what blocks it and who holds it.')
export class RadarFlowType implements RadarRow {
  @Access(readRadar)
  @Field(() => ID, { description: 'The flow’s identifier.' })
  id!: string;

  @Access(readRadar)
  @Field(() => FlowType, { description: 'The flow.' })
  flow!: RadarRow['flow'];

  @Access(readRadar)
  @Field(() => String, { description: '`before` departure, `abroad`, or `back`, by the dates of the flow.' })
  moment!: RadarRow['moment'];

  @Access(readRadar)
  @Field(() => Int, { description: 'Days until departure; negative once it has passed.' })
  daysToDeparture!: number;

  @Access(readRadar)
  @Field(() => Int, { description: 'Days until return; negative once it has passed.' })
  daysToReturn!: number;

  @Access(readRadar)
  @Field(() => FiguresType, { description: 'Counts of people and tasks.' })
  figures!: FiguresType;

  @Access(readRadar)
  @Field(() => Float, {
    description:
      'Share, 0 to 1: of people ready before departure, of people on time while abroad, of tasks done afterwards.',
  })
  readyShare!: number;

  @Access(readRadar)
  @Field(() => [BlockerType], { description: 'Up to four open steps, late ones first.' })
  blockers!: readonly BlockerType[] & RadarRow['blockers'];

  @Access(readForecast)
  @Field(() => FlowForecastType, {
    nullable: true,
    simple: false,
    description: 'Whether its people will be ready; null once it has departed.',
  })
  forecast(@Ctx() ctx: Context): Promise<FlowForecast | null> {
    return ctx.load(flowForecast).load(this.id);
  }
}
