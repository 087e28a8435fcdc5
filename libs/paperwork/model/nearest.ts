/** How many letters must be put in, taken out or exchanged to make one word of the other (Levenshtein, 1966). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The word that is most likely meant; null where none is near. */
export function nearestOf(word: string, known: readonly string[]): string | null {
  const wanted = word.toLowerCase();
  const last = wanted.split('.').at(-1) ?? wanted;
  const ranked = known
    .map((candidate) => {
      const lower = candidate.toLowerCase();
      const lastOf = lower.split('.').at(-1) ?? lower;
      return { candidate, away: Math.min(distance(wanted, lower), distance(last, lastOf) + 1) };
    })
    .sort((a, b) => a.away - b.away || a.candidate.localeCompare(b.candidate));
  const [best] = ranked;
  return best && best.away <= Math.max(3, Math.floor(word.length / 2)) ? best.candidate : null;
}
