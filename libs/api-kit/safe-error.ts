const LONGEST = 300;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What in an error's words may be a person's data or a secret, and what stands in its place. Order matters. */
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+/gi, '[address]'],
  [/[^\s"'<>()=:,;]+@([\w.-]+\w)/g, '…@$1'],
  [/\b(pass(?:word)?|secret|token|key|auth\w*)(\s*[=:]\s*)\S+/gi, '$1$2…'],
  [/=\([^)]*\)/g, '=(…)'],
  [/(?<!(?:constraint|relation|column|table|function|template|called) )"[^"]*"/gi, '"…"'],
  [/'[^']*'/g, '‘…’'],
];

/** Long runs of letters and digits are keys, links, hashes; an identifier says nothing by itself and helps to find. */
const maskKeys = (text: string): string =>
  text.replace(/[\w+/-]{24,}={0,2}/g, (word) => (UUID.test(word) || !/\d/.test(word) ? word : '…'));

/**
 * The first line of an error, without addresses, secrets and the values that a database repeats, at most 300 characters:
 * what an operator, who reads nobody's data, may see.
 */
export function safeError(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  const [line = ''] = words.trim().split('\n');
  const masked = MASKS.reduce((text, [what, instead]) => text.replace(what, instead), line);
  return maskKeys(masked).slice(0, LONGEST);
}
