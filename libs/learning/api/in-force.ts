import { type VersionRow } from './learning.loaders';

/**
 * Of the versions that a reader reaches: the one that all have signed and that stands. To the tutor of a company that
 * cannot go on, who does not reach the amendment of the next one, theirs stands until their last day.
 */
export function inForceOf<Row extends Pick<VersionRow, 'status' | 'lockedAt' | 'number'>>(
  versions: readonly Row[],
): Row | null {
  const signed = versions.filter(({ lockedAt }) => lockedAt !== null).sort((a, b) => a.number - b.number);
  return signed.find(({ status }) => status === 'locked') ?? signed.at(-1) ?? null;
}
