const MOST = 12;

/** What somebody looks for as a tsquery: every word must be there, each as the beginning of a word; null for nothing. */
export function tsqueryOf(text: string): string | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0
    ? null
    : words
        .slice(0, MOST)
        .map((word) => `${word}:*`)
        .join(' & ');
}
