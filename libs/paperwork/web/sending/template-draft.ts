import { type Block, type BlockType, type TemplateContent } from '@softmob/paperwork-model';

/** What the editor works on. */
export interface Draft {
  readonly nameEn: string;
  readonly nameIt: string;
  readonly content: TemplateContent;
}

/** A key that no block of these has. */
export function freeKey(blocks: readonly Block[], type: BlockType): string {
  const stem = type.toLowerCase();
  const taken = new Set(blocks.map(({ key }) => key));
  let number = blocks.length + 1;
  while (taken.has(`${stem}-${String(number)}`)) number += 1;
  return `${stem}-${String(number)}`;
}

/** A new block of a type with nothing in it yet. */
export function emptyBlock(type: BlockType, key: string): Block {
  switch (type) {
    case 'heading':
    case 'paragraph':
      return { key, type, text: '' };
    case 'list':
      return { key, type, items: [''] };
    case 'table':
      return { key, type, head: ['', ''], rows: [['', '']] };
    case 'signatures':
      return { key, type, parties: [{ role: '', name: '' }] };
    case 'pageBreak':
      return { key, type };
  }
}

/** Puts a block one place up or down. */
export function moveBlock(blocks: readonly Block[], key: string, by: 1 | -1): Block[] {
  const at = blocks.findIndex((block) => block.key === key);
  const to = at + by;
  const moved = blocks[at];
  if (!moved || to < 0 || to >= blocks.length) return [...blocks];
  const rest = blocks.filter((block) => block.key !== key);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

/** Puts a placeholder where the cursor stands, in place of what is selected. */
export function insertAt(text: string, start: number | null, end: number | null, path: string): string {
  const from = start ?? text.length;
  return `${text.slice(0, from)}{{${path}}}${text.slice(end ?? from)}`;
}
