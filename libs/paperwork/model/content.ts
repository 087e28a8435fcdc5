import { type Locale } from '@softmob/learning-model';
import { z } from 'zod';

/** The most blocks one language of a template has. */
export const MOST_BLOCKS = 80;
/** A logo in the template, as a data URL, in characters: about 150 kB of picture. */
export const LONGEST_LOGO = 205_000;

const key = z.string().regex(/^[a-z0-9-]{1,40}$/);
const line = z.string().max(500);
const prose = z.string().max(6000);

const party = z.object({ role: line, name: line, minorsOnly: z.boolean().optional() }).strict();

/** One block of a document. Its key stays when its words change, so that versions can be compared. */
const blockSchema = z.discriminatedUnion('type', [
  z.object({ key, type: z.literal('heading'), text: line }).strict(),
  z.object({ key, type: z.literal('paragraph'), text: prose }).strict(),
  z.object({ key, type: z.literal('list'), items: z.array(prose).max(60) }).strict(),
  z
    .object({ key, type: z.literal('table'), head: z.array(line).max(6), rows: z.array(z.array(prose).max(6)).max(60) })
    .strict(),
  z.object({ key, type: z.literal('signatures'), parties: z.array(party).max(6) }).strict(),
  z.object({ key, type: z.literal('pageBreak') }).strict(),
]);
export type Block = z.infer<typeof blockSchema>;
export type BlockType = Block['type'];
export const BLOCK_TYPES: readonly BlockType[] = ['heading', 'paragraph', 'list', 'table', 'signatures', 'pageBreak'];

/** The most placeholders that a Word file has, each counted once. */
export const MOST_TAGS = 300;
const wordFile = z
  .object({ fileId: z.uuid(), fileName: line, tags: z.array(z.string().max(200)).max(MOST_TAGS) })
  .strict();
/** A Word file that was uploaded, with the placeholders that stand in it, as they are written between the braces. */
export type WordFile = z.infer<typeof wordFile>;

const sheet = z
  .object({
    title: line,
    blocks: z.array(blockSchema).max(MOST_BLOCKS),
    /** Takes the place of the blocks: documents are then Word files. */
    word: wordFile.optional(),
  })
  .strict();
/** A document's words in one language. */
export type Sheet = z.infer<typeof sheet>;

/** What a template consists of: its words in each language, who gets what is made from it, and the letterhead. */
export const templateContentSchema = z
  .object({
    sheets: z.object({ en: sheet.nullable(), it: sheet.nullable() }).strict(),
    /** Who may read a document made from it, beside the school's coordinators. */
    readers: z.object({ participant: z.boolean(), host: z.boolean() }).strict(),
    /** PNG or JPEG as a data URL. */
    logo: z
      .string()
      .max(LONGEST_LOGO)
      .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/)
      .nullable(),
  })
  .strict();
export type TemplateContent = z.infer<typeof templateContentSchema>;

/** The languages in which a content has words. */
export const languagesOf = ({ sheets }: Pick<TemplateContent, 'sheets'>): Locale[] =>
  (['en', 'it'] as const).filter((locale) => sheets[locale] !== null);

/** Every text of a block with its path within the block. */
export function textsOf(block: Block): { path: string; text: string }[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [{ path: 'text', text: block.text }];
    case 'list':
      return block.items.map((text, at) => ({ path: `items.${String(at)}`, text }));
    case 'table':
      return [
        ...block.head.map((text, at) => ({ path: `head.${String(at)}`, text })),
        ...block.rows.flatMap((row, at) =>
          row.map((text, column) => ({ path: `rows.${String(at)}.${String(column)}`, text })),
        ),
      ];
    case 'signatures':
      return block.parties.flatMap(({ role, name }, at) => [
        { path: `parties.${String(at)}.role`, text: role },
        { path: `parties.${String(at)}.name`, text: name },
      ]);
    case 'pageBreak':
      return [];
  }
}
