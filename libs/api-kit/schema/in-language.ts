import { Arg } from 'type-graphql';
import { type Ctx } from '../context';

/** The argument by which words are asked for in another language than the reader’s. */
export const LocaleArg = () =>
  Arg('locale', () => String, { nullable: true, description: '`en` or `it`; the reader’s language unless told.' });

/** Words in the language asked for, else in the reader’s. */
export function inLanguage(ctx: Ctx, locale: string | null, words: { en: string; it: string }): string {
  return (locale ?? ctx.request.locale) === 'it' ? words.it : words.en;
}
