import { read, write } from '../data/storage';

/** Drafts live in the tab: they survive back and reload, and end with the tab or the session. */
export const DRAFT_PREFIX = 'softmob.draft.';

/** What was typed under this key, where it still has the form's shape. */
export function readDraft<Values extends object>(key: string, initial: Values): Values | null {
  const text = read(sessionStorage, DRAFT_PREFIX + key);
  if (text === null) return null;
  try {
    const draft: unknown = JSON.parse(text);
    return typeof draft === 'object' && draft !== null ? { ...initial, ...(draft as Partial<Values>) } : null;
  } catch {
    return null;
  }
}

/** Keeps what is typed; null forgets it. */
export function writeDraft(key: string, values: object | null): void {
  write(sessionStorage, DRAFT_PREFIX + key, values === null ? null : JSON.stringify(values));
}
