import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Day, inLanguage, LocaleArg, Type } from '@softmob/api-kit';
import { Ctx, Field, Float, ID, Int } from 'type-graphql';
import { type BlockerRow } from './blockers';
import { type Figures } from './figures';
import { flowForecast, type NamedForecast } from './forecast';
import { StepForecastType } from './forecast.type';

const { readRadar, readProgress, readForecast } = policy.cockpit;

@Type('Holder', 'Who holds a step: organisations, or people as the reader may know them.')
export class HolderType {
  @Access(readRadar)
  @Field(() => String, { description: 'The audience, such as `companyTutor`.' })
  role!: string;

  @Access(readRadar)
  @Field(() => [String], {
    description:
      'Up to three names, by alphabet: organisations for hosts and companies; learners for participants and guardians; people for the school.',
  })
  names!: string[];

  @Access(readRadar)
  @Field(() => Int, { description: 'How many there are in all.' })
  count!: number;
}

@Type('Blocker', 'An open step of a flow that keeps it from being ready, and who holds it.')
export class BlockerType {
  @Access(readRadar)
  @Field(() => ID, { description: 'Flow and step.' })
  id!: string;

  @Access(readRadar)
  @Field(() => ID, { description: 'The flow.' })
  flowId!: string;

  @Access(readRadar)
  @Field(() => String, { description: 'Key of the step.' })
  stepKey!: string;

  @Access(readRadar)
  @Field(() => String, { simple: false, description: 'What is to be done.' })
  title(@Ctx() ctx: Context, @LocaleArg() locale: string | null): string {
    const { titleEn, titleIt } = this as unknown as BlockerRow;
    return inLanguage(ctx, locale, { en: titleEn, it: titleIt });
  }

  @Access(readRadar)
  @Field(() => Boolean, { description: 'Whether it belongs to the flow as a whole rather than to its people.' })
  wholeFlow!: boolean;

  @Access(readRadar)
  @Field(() => Day, { description: 'The earliest day by which one of them is due.' })
  dueOn!: string;

  @Access(readRadar)
  @Field(() => Int, { description: 'How many such tasks are open.' })
  open!: number;

  @Access(readRadar)
  @Field(() => Int, { description: 'How many of them are late.' })
  late!: number;

  @Access(readRadar)
  @Field(() => HolderType, { description: 'Who holds it: of the late ones, if any are late.' })
  holder!: HolderType;

  @Access(readForecast)
  @Field(() => StepForecastType, {
    nullable: true,
    simple: false,
    description:
      'When whoever is latest with it will be done; null where its flow has departed or it is due afterwards.',
  })
  async forecast(@Ctx() ctx: Context): Promise<NamedForecast | null> {
    const forecast = await ctx.load(flowForecast).load(this.flowId);
    return forecast?.steps.get(this.stepKey) ?? null;
  }
}

@Type('Figures', 'How far people and tasks are. Withdrawn mobilities do not count.')
export class FiguresType implements Figures {
  @Access(readProgress)
  @Field(() => Int, { description: 'Mobilities that the reader may see.' })
  participants!: number;

  @Access(readProgress)
  @Field(() => Int, { description: 'Mobilities whose every task due before departure is done.' })
  ready!: number;

  @Access(readProgress)
  @Field(() => Int, { description: 'Mobilities without a late task.' })
  onTime!: number;

  @Access(readProgress)
  @Field(() => Int, { description: 'Mobilities whose every task is done.' })
  closed!: number;

  @Access(readProgress)
  @Field(() => Int, { description: 'Mobilities not yet departed.' })
  atHome!: number;

  @Access(readProgress)
  @Field(() => Int, { description: 'Mobilities abroad.' })
  abroad!: number;

  @Access(readProgress)
  @Field(() => Int, { description: 'Mobilities that came back.' })
  back!: number;

  @Access(readProgress)
  @Field(() => Int, { description: 'Tasks, those of flows as a whole included.' })
  tasks!: number;

  @Access(readProgress)
  @Field(() => Int, { description: 'Tasks done.' })
  done!: number;

  @Access(readProgress)
  @Field(() => Int, { description: 'Tasks open after their due day.' })
  late!: number;

  @Access(readProgress)
  @Field(() => Float, { description: 'Share of tasks done, 0 to 1.' })
  share!: number;
}
