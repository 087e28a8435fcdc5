import { type Content } from 'pdfmake/interfaces';

const LONGEST_WORD = 30;
const LONGEST_ADDRESS = 54;

/** True where a run without a place to break is wider than the narrowest column it may stand in. */
const isTooLong = (text: string): boolean =>
  text.split(/[\s/–-]/).some((run) => run.length > (run.includes('@') ? LONGEST_ADDRESS : LONGEST_WORD));

function broken(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(broken);
  if (typeof node === 'string') return isTooLong(node) ? { text: node, wordBreak: 'break-all' } : node;
  if (typeof node !== 'object' || node === null) return node;
  const { text, stack, columns, table, ...rest } = node as Record<string, unknown>;
  return {
    ...rest,
    ...(typeof text === 'string' ? { text, ...(isTooLong(text) ? { wordBreak: 'break-all' } : {}) } : {}),
    ...(Array.isArray(text) ? { text: text.map(broken) } : {}),
    ...(stack === undefined ? {} : { stack: broken(stack) }),
    ...(columns === undefined ? {} : { columns: broken(columns) }),
    ...(table === undefined ? {} : { table: { ...table, body: broken((table as { body: unknown }).body) } }),
  };
}

/** Lets words that are longer than their column break anywhere: else they would run over the edge of the page. */
export const breakLongWords = (content: Content[]): Content[] => content.map((part) => broken(part) as Content);
