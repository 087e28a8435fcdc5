const invisible = /[\u200B-\u200D\u2060\uFEFF]/g;
const control = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g;

/** A cell's text as it is kept: NFC, line breaks as `\n`, no control or zero-width characters, trimmed. */
export function cleanCell(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(control, '')
    .replace(invisible, '')
    .replace(/[\u00A0\u202F]/g, ' ')
    .normalize('NFC')
    .trim();
}

/** The same words in one form for comparing: lower case, without accents, spaces and punctuation. */
export function squash(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Least number of single-character changes (insert, drop, replace, swap of neighbours) from one text to the other. */
export function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let least = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      current.push(least);
    }
    before = previous;
    previous = current;
  }
  return previous[to.length] ?? 0;
}

/** Names to be looked through for near ones, squashed once. */
export type NameList = readonly { name: string; squashed: string }[];

export function nameList(names: readonly string[]): NameList {
  return names.map((name) => ({ name, squashed: squash(name) }));
}

/** What is on offer instead of an unknown value, nearest first; all of it where the list is short, else only what is near. */
export function nearest(value: string, known: NameList, limit = 5): string[] {
  const wanted = squash(value);
  const reach = known.length <= limit ? Infinity : Math.max(2, wanted.length / 3);
  return known
    .map(({ name, squashed }) => {
      const within = wanted.length > 2 && (squashed.includes(wanted) || wanted.includes(squashed));
      const tooFar = Math.abs(squashed.length - wanted.length) > reach;
      return { name, distance: within ? 1 : tooFar ? Infinity : editDistance(wanted, squashed) };
    })
    .filter(({ distance }) => distance <= reach)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
}

/** The letters by which a spreadsheet names a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
