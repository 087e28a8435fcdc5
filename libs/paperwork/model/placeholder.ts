/** A piece of a text: words as they stand, or a placeholder. */
export type Piece =
  | { readonly type: 'words'; readonly text: string }
  | {
      readonly type: 'placeholder';
      /** As it is written, braces and all. */
      readonly text: string;
      readonly path: string;
      /** `?` behind the path: nothing is printed where nothing is known, and nobody is asked for it. */
      readonly optional: boolean;
      readonly format: string | null;
    }
  | { readonly type: 'broken'; readonly text: string };

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;
const INNER = /^\s*([A-Za-z][\w]*(?:\.[A-Za-z][\w]*)*)\s*(\?)?\s*(?:\|\s*([A-Za-z]+)\s*)?$/;

/** Reads what stands between the braces: `path`, `path?`, `path|format` or both; null where it is none of these. */
export function readTag(inner: string): { path: string; optional: boolean; format: string | null } | null {
  const found = INNER.exec(inner);
  return found?.[1] ? { path: found[1], optional: found[2] === '?', format: found[3] ?? null } : null;
}

/** Words between placeholders; braces that stand alone are broken. */
function words(text: string): Piece[] {
  if (text === '') return [];
  return [{ type: text.includes('{{') || text.includes('}}') ? 'broken' : 'words', text }];
}

/** Takes a text apart. Joined again, the pieces' texts are the text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(PLACEHOLDER)) {
    const [whole, inner = ''] = found;
    pieces.push(...words(text.slice(at, found.index)));
    const tag = readTag(inner);
    pieces.push(tag ? { type: 'placeholder', text: whole, ...tag } : { type: 'broken', text: whole });
    at = found.index + whole.length;
  }
  return [...pieces, ...words(text.slice(at))];
}
