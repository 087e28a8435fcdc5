/** Browser storage may be refused (private windows, full disks): then nothing is kept, and nothing breaks. */
export function read(storage: Storage, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a value, or forgets it where it is null. */
export function write(storage: Storage, key: string, value: string | null): void {
  try {
    if (value === null) storage.removeItem(key);
    else storage.setItem(key, value);
  } catch {
    return;
  }
}

/** Forgets everything whose key begins so, but for what begins as told. */
export function forget(storage: Storage, prefix: string, but?: string): void {
  try {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(prefix) && (but === undefined || !key.startsWith(but))) storage.removeItem(key);
    }
  } catch {
    return;
  }
}
