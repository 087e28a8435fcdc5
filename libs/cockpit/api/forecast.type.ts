import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Day, inLanguage, LocaleArg, Type } from '@softmob/api-kit';
import { Ctx, Field, Int } from 'type-graphql';
import { type FlowForecast, type NamedForecast } from './forecast';

const { readForecast } = policy.cockpit;

@Type('StepForecast', 'When an open step will probably be done, and what that is concluded from.')
export class StepForecastType implements Omit<NamedForecast, 'id' | 'titleEn' | 'titleIt'> {
  @Access(readForecast)
  @Field(() => String, { description: 'Key of the step; for people and flows, of the one that decides.' })
  key!: string;

  @Access(readForecast)
  @Field(() => String, { simple: false, description: 'What is to be done.' })
  title(@Ctx() ctx: Context, @LocaleArg() locale: string | null): string {
    const { titleEn, titleIt } = this as unknown as NamedForecast;
    return inLanguage(ctx, locale, { en: titleEn, it: titleIt });
  }

  @Access(readForecast)
  @Field(() => String, {
    description:
      '`on-time`: four of five such steps are done before departure, those before them included; `at-risk`: half of them are; `late`: fewer.',
  })
  verdict!: NamedForecast['verdict'];

  @Access(readForecast)
  @Field(() => Day, { description: 'The day by which half of such steps are done.' })
  likelyOn!: string;

  @Access(readForecast)
  @Field(() => Day, { description: 'The day by which four of five are.' })
  safeOn!: string;

  @Access(readForecast)
  @Field(() => String, {
    description:
      '`history`: from how long it took in the school’s flows that have departed; `plan`: from the time that the process gives it, as fewer than ten were seen.',
  })
  basis!: NamedForecast['basis'];

  @Access(readForecast)
  @Field(() => Int, { description: 'How many earlier steps were seen.' })
  samples!: number;

  @Access(readForecast)
  @Field(() => Int, { description: 'Working days that half of them took at most; of a plan, those that it gives.' })
  median!: number;

  @Access(readForecast)
  @Field(() => Int, { description: 'Working days that four of five took at most; of a plan, those that it gives.' })
  most!: number;
}

@Type('FlowForecast', 'What is foretold of a flow before its departure. Steps of the flow as a whole count apart.')
export class FlowForecastType implements Pick<FlowForecast, 'onTime' | 'atRisk' | 'late' | 'decisive'> {
  @Access(readForecast)
  @Field(() => Int, { description: 'People who will be ready in time.' })
  onTime!: number;

  @Access(readForecast)
  @Field(() => Int, { description: 'People who may be late.' })
  atRisk!: number;

  @Access(readForecast)
  @Field(() => Int, { description: 'People who will be late if all goes as it went before.' })
  late!: number;

  @Access(readForecast)
  @Field(() => StepForecastType, {
    nullable: true,
    description: 'The step that is done last, of the flow or of its people; null where nothing is open.',
  })
  decisive!: NamedForecast | null;
}
