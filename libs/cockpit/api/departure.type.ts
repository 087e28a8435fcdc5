import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Day, inLanguage, LocaleArg, Moment, Type } from '@softmob/api-kit';
import { FlowType, MobilityType } from '@softmob/projects-api';
import { Ctx, Field, ID, InputType, Int } from 'type-graphql';
import { type Departure, type DepartureRow, type MissingStep } from './departure';
import { type DepartureDecision } from './departure.entity';
import { type FlowForecast, flowForecast, type NamedForecast } from './forecast';
import { FlowForecastType, StepForecastType } from './forecast.type';

const { readDeparture, readForecast } = policy.cockpit;

@Type('MissingStep', 'Something that has to be done before departure and is not.')
export class MissingStepType implements Pick<MissingStep, 'id' | 'stepKey' | 'role' | 'dueOn' | 'late' | 'waits'> {
  @Access(readDeparture)
  @Field(() => ID, { description: 'The task.' })
  id!: string;

  @Access(readDeparture)
  @Field(() => String, { description: 'Key of the step.' })
  stepKey!: string;

  @Access(readDeparture)
  @Field(() => String, { simple: false, description: 'What is to be done.' })
  title(@Ctx() ctx: Context, @LocaleArg() locale: string | null): string {
    const { titleEn, titleIt } = this as unknown as MissingStep;
    return inLanguage(ctx, locale, { en: titleEn, it: titleIt });
  }

  @Access(readDeparture)
  @Field(() => String, { description: 'The audience that holds it.' })
  role!: string;

  @Access(readDeparture)
  @Field(() => [String], { description: 'Who holds it, as far as anybody does.' })
  names!: readonly string[] & string[];

  @Access(readDeparture)
  @Field(() => Day, { description: 'The day by which it is to be done.' })
  dueOn!: string;

  @Access(readDeparture)
  @Field(() => Boolean, { description: 'Whether that day has passed.' })
  late!: boolean;

  @Access(readDeparture)
  @Field(() => Boolean, { description: 'Whether it waits for an earlier step.' })
  waits!: boolean;

  @Access(readForecast)
  @Field(() => StepForecastType, {
    nullable: true,
    simple: false,
    description: 'When it will be done; null once the flow has departed.',
  })
  async forecast(@Ctx() ctx: Context): Promise<NamedForecast | null> {
    const { id, flowId } = this as unknown as MissingStep;
    return (await ctx.load(flowForecast).load(flowId))?.tasks.get(id) ?? null;
  }
}

@Type('DepartureDecision', 'Whether somebody goes.')
export class DepartureDecisionType implements Pick<
  DepartureDecision,
  'id' | 'mobilityId' | 'decision' | 'reason' | 'missing' | 'decidedAt'
> {
  @Access(readDeparture)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(readDeparture)
  @Field(() => ID, { description: 'The mobility.' })
  mobilityId!: string;

  @Access(readDeparture)
  @Field(() => String, { description: '`go` or `no-go`.' })
  decision!: DepartureDecision['decision'];

  @Access(readDeparture)
  @Field(() => String, { nullable: true, description: 'Why: of a no-go, and of a go while something was missing.' })
  reason!: string | null;

  @Access(readDeparture)
  @Field(() => [String], { description: 'Keys of the steps that were missing when it was decided.' })
  missing!: string[];

  @Access(readDeparture)
  @Field(() => Moment, { description: 'When.' })
  decidedAt!: Date;
}

@Type('DepartureRow', 'One participant before departure.')
export class DepartureRowType implements Pick<DepartureRow, 'id'> {
  @Access(readDeparture)
  @Field(() => ID, { description: 'The mobility’s identifier.' })
  id!: string;

  @Access(readDeparture)
  @Field(() => MobilityType, { description: 'The mobility.' })
  mobility!: DepartureRow['mobility'];

  @Access(readDeparture)
  @Field(() => [MissingStepType], { description: 'What is missing, by due day.' })
  missing!: readonly MissingStepType[];

  @Access(readDeparture)
  @Field(() => DepartureDecisionType, { nullable: true, description: 'What was decided, if it was.' })
  decision!: DepartureDecision | null;

  @Access(readForecast)
  @Field(() => StepForecastType, {
    nullable: true,
    simple: false,
    description: 'The step that will be done last; null where nothing is open, or the flow has departed.',
  })
  async forecast(@Ctx() ctx: Context): Promise<NamedForecast | null> {
    return (await ctx.load(flowForecast).load(this.mobility.flowId))?.people.get(this.id) ?? null;
  }
}

@Type('Departure', 'A flow before departure: who lacks what, who holds it, and what was decided.')
export class DepartureType implements Pick<Departure, 'id' | 'flow' | 'daysToDeparture'> {
  @Access(readDeparture)
  @Field(() => ID, { description: 'The flow’s identifier.' })
  id!: string;

  @Access(readDeparture)
  @Field(() => FlowType, { description: 'The flow.' })
  flow!: Departure['flow'];

  @Access(readDeparture)
  @Field(() => Int, { description: 'Days until departure; negative once it has passed.' })
  daysToDeparture!: number;

  @Access(readDeparture)
  @Field(() => [DepartureRowType], { description: 'Its participants by name, without those who withdrew.' })
  rows!: readonly DepartureRowType[];

  @Access(readDeparture)
  @Field(() => [MissingStepType], { description: 'What of the flow as a whole is missing.' })
  flowSteps!: readonly MissingStepType[];

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

@InputType({ description: 'Who goes, or does not.' })
export class DecideDepartureInput {
  @Field(() => [ID], { description: 'The mobilities, up to 500.' })
  mobilityIds!: string[];

  @Field(() => String, { description: '`go` or `no-go`.' })
  decision!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, up to 1,000 characters: needed for a no-go, and for a go while something is missing.',
  })
  reason?: string | null;
}
