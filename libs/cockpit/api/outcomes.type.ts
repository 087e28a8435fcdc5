import { policy } from '@softmob/access';
import { Access, type Ctx as Context, inLanguage, LocaleArg, Type } from '@softmob/api-kit';
import { Ctx, Field, ID, Int } from 'type-graphql';
import { type UnitRow } from './outcomes';

const { readOutcomes } = policy.cockpit;

@Type('UnitFigures', 'How far people have come with the outcomes of one unit.')
export class UnitFiguresType implements Omit<UnitRow, 'titleEn' | 'titleIt'> {
  @Access(readOutcomes)
  @Field(() => ID, { description: 'The unit’s key.' })
  id!: string;

  @Access(readOutcomes)
  @Field(() => String, { description: 'The unit’s key, as in agreements.' })
  unitKey!: string;

  @Access(readOutcomes)
  @Field(() => String, { simple: false, description: 'Title of the unit.' })
  title(@Ctx() ctx: Context, @LocaleArg() locale: string | null): string {
    const { titleEn, titleIt } = this as unknown as UnitRow;
    return inLanguage(ctx, locale, { en: titleEn, it: titleIt });
  }

  @Access(readOutcomes)
  @Field(() => Int, { description: 'People whose agreement in force holds the unit.' })
  participants!: number;

  @Access(readOutcomes)
  @Field(() => Int, { description: 'People of them who were assessed, at mid-term or at the end.' })
  assessed!: number;

  @Access(readOutcomes)
  @Field(() => Int, { description: 'Outcomes judged: not yet.' })
  notYet!: number;

  @Access(readOutcomes)
  @Field(() => Int, { description: 'Outcomes judged: with help.' })
  withHelp!: number;

  @Access(readOutcomes)
  @Field(() => Int, { description: 'Outcomes judged: independently.' })
  independently!: number;

  @Access(readOutcomes)
  @Field(() => Int, { description: 'Outcomes judged: in new situations.' })
  inNewSituations!: number;
}
