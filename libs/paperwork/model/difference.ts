import { type Locale } from '@softmob/learning-model';
import { type Block, type TemplateContent } from './content';

/** What one version of a template says differently from another, in one language. */
export interface SheetDifference {
  readonly locale: Locale;
  /** `added` or `removed` where the whole language is. */
  readonly sheet: 'added' | 'removed' | 'same';
  readonly title: { readonly before: string; readonly after: string } | null;
  readonly added: readonly Block[];
  readonly removed: readonly Block[];
  readonly changed: readonly { readonly before: Block; readonly after: Block }[];
  /** Whether another Word file takes the place of the blocks, or none any more. */
  readonly word: boolean;
  /** Whether blocks that both have stand in another order. */
  readonly moved: boolean;
}

export interface ContentDifference {
  readonly sheets: readonly SheetDifference[];
  readonly readers: boolean;
  readonly logo: boolean;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function differenceOfSheet(locale: Locale, before: TemplateContent | null, after: TemplateContent): SheetDifference {
  const [old, fresh] = [before?.sheets[locale] ?? null, after.sheets[locale]];
  const [oldBlocks, freshBlocks] = [old?.blocks ?? [], fresh?.blocks ?? []];
  const earlier = new Map(oldBlocks.map((block) => [block.key, block]));
  const kept = new Set(freshBlocks.map(({ key }) => key));
  return {
    locale,
    sheet: !old && fresh ? 'added' : old && !fresh ? 'removed' : 'same',
    title: old && fresh && old.title !== fresh.title ? { before: old.title, after: fresh.title } : null,
    added: freshBlocks.filter(({ key }) => !earlier.has(key)),
    removed: oldBlocks.filter(({ key }) => !kept.has(key)),
    changed: freshBlocks.flatMap((block) => {
      const was = earlier.get(block.key);
      return was && !same(was, block) ? [{ before: was, after: block }] : [];
    }),
    word: !same(old?.word?.fileId ?? null, fresh?.word?.fileId ?? null),
    moved: !same(
      oldBlocks.map(({ key }) => key).filter((key) => kept.has(key)),
      freshBlocks.map(({ key }) => key).filter((key) => earlier.has(key)),
    ),
  };
}

/** Compares two contents block by block; blocks are the same where their keys are. */
export function differenceOf(before: TemplateContent | null, after: TemplateContent): ContentDifference {
  return {
    sheets: (['en', 'it'] as const).map((locale) => differenceOfSheet(locale, before, after)),
    readers: before !== null && !same(before.readers, after.readers),
    logo: before !== null && before.logo !== after.logo,
  };
}

/** Whether two contents say the same. */
export const isSame = (before: TemplateContent, after: TemplateContent): boolean => {
  const { sheets, readers, logo } = differenceOf(before, after);
  return (
    !readers &&
    !logo &&
    sheets.every(
      ({ sheet, title, added, removed, changed, moved, word }) =>
        sheet === 'same' && !title && !moved && !word && added.length + removed.length + changed.length === 0,
    )
  );
};
