import { formatDay, intlTag, type Locale, textIn } from '@softmob/learning-model';
import { CATALOGUE, placeholderAt } from './catalogue';
import { type Block, type Sheet } from './content';
import { piecesOf, readTag } from './placeholder';

/** What is known, by path: dates as ISO days, numbers as numbers, texts in the document's language. */
export type Values = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

/** A document's words with nothing left to fill in. */
export interface ResolvedSheet {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What stands in place of each placeholder of a Word file; a list has its lines. */
  readonly printed?: Readonly<Record<string, string | readonly string[]>>;
}

/** The words, and the paths of placeholders for which nothing is known. */
export interface Resolution {
  readonly sheet: ResolvedSheet;
  readonly missing: readonly string[];
}

const isEmpty = (value: Values[string]): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function formatted(value: string | number | readonly string[], format: string | null, path: string, locale: Locale) {
  if (typeof value === 'number') {
    const grouped = placeholderAt(path)?.path !== 'project.callYear';
    return new Intl.NumberFormat(intlTag(locale), { maximumFractionDigits: 1, useGrouping: grouped }).format(value);
  }
  if (typeof value !== 'string') return new Intl.ListFormat(intlTag(locale), { type: 'conjunction' }).format(value);
  if (placeholderAt(path)?.type !== 'date')
    return format === 'upper' ? value.toLocaleUpperCase(intlTag(locale)) : value;
  if (format === 'year') return value.slice(0, 4);
  if (format === 'short') {
    return new Intl.DateTimeFormat(intlTag(locale), { dateStyle: 'short', timeZone: 'UTC' }).format(
      new Date(`${value}T00:00:00Z`),
    );
  }
  return formatDay(value, locale);
}

/** Prints one value as a placeholder asks for it. */
export function printed(values: Values, path: string, format: string | null, locale: Locale): string {
  const value = values[path];
  return isEmpty(value) || value === null || value === undefined ? '' : formatted(value, format, path, locale);
}

class Resolver {
  readonly missing = new Set<string>();
  constructor(
    private readonly values: Values,
    private readonly locale: Locale,
  ) {}

  text(text: string): string {
    return piecesOf(text)
      .map((piece) => {
        if (piece.type !== 'placeholder') return piece.text;
        if (isEmpty(this.values[piece.path])) {
          if (!piece.optional) this.missing.add(piece.path);
          return placeholderAt(piece.path) ? '' : piece.text;
        }
        return printed(this.values, piece.path, piece.format, this.locale);
      })
      .join('');
  }

  /** What a placeholder of a Word file becomes. */
  tag(tag: string): string | readonly string[] {
    const read = readTag(tag);
    const value = read ? this.values[read.path] : null;
    return read && Array.isArray(value) && read.format !== 'inline' && value.length > 0
      ? [...(value as readonly string[])]
      : this.text(`{{${tag}}}`);
  }

  /** A point of a list; a placeholder of several lines makes a point of each. */
  item(text: string): string[] {
    const pieces = piecesOf(text).filter((piece) => piece.type !== 'words' || piece.text.trim() !== '');
    const [only] = pieces;
    if (pieces.length === 1 && only?.type === 'placeholder' && only.format !== 'inline') {
      const value = this.values[only.path];
      if (Array.isArray(value) && value.length > 0) return [...(value as readonly string[])];
    }
    const line = this.text(text);
    return line.trim() === '' ? [] : [line];
  }

  block(block: Block): Block {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return { ...block, text: this.text(block.text) };
      case 'list':
        return { ...block, items: block.items.flatMap((item) => this.item(item)) };
      case 'table':
        return {
          ...block,
          head: block.head.map((cell) => this.text(cell)),
          rows: block.rows.map((row) => row.map((cell) => this.text(cell))),
        };
      case 'signatures':
        return {
          ...block,
          parties: block.parties
            .filter(({ minorsOnly }) => !minorsOnly || this.values[MINOR] === 'yes')
            .map((party) => ({ role: this.text(party.role), name: this.text(party.name) })),
        };
      case 'pageBreak':
        return block;
    }
  }
}

/** Under this path the values say whether the person is a minor: it decides who signs, and cannot be printed. */
export const MINOR = '#minor';

/** Fills the placeholders in. Pure: the same sheet and values give the same words. */
export function resolveSheet(sheet: Sheet, values: Values, locale: Locale): Resolution {
  const resolver = new Resolver(values, locale);
  const title = resolver.text(sheet.title);
  if (sheet.word) {
    const printed = Object.fromEntries(sheet.word.tags.map((tag) => [tag, resolver.tag(tag)]));
    return { sheet: { title, blocks: [], printed }, missing: [...resolver.missing] };
  }
  const blocks = sheet.blocks.map((block) => resolver.block(block));
  return { sheet: { title, blocks }, missing: [...resolver.missing] };
}

/** The catalogue's examples in one language: what previews show. */
export function exampleValues(locale: Locale): Values {
  const value = ({ type, example }: (typeof CATALOGUE)[number]) => {
    if ('en' in example) return type === 'number' ? Number(example.en) : textIn(example, locale);
    return example.map((one) => textIn(one, locale));
  };
  return { ...Object.fromEntries(CATALOGUE.map((entry) => [entry.path, value(entry)])), [MINOR]: 'yes' };
}
