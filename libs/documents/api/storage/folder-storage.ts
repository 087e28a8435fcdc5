import fs from 'node:fs/promises';
import path from 'node:path';
import { type Readable } from 'node:stream';
import { type ByteRange, type FileStorage, type StoredSource } from './storage';

const PORTION = 1_000;

async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder);
  // Some file systems cannot sync a folder; the rename is atomic there all the same.
  await handle.sync().catch(() => undefined);
  await handle.close();
}

/** Files in a folder of this machine. What is stored must lie, synced, on the same file system. */
export class FolderStorage implements FileStorage {
  constructor(
    private readonly folder: string,
    /** A folder within that is not part of the storage. */
    private readonly apart: string,
  ) {}

  async put(key: string, { path: from }: StoredSource): Promise<void> {
    const target = path.join(this.folder, key);
    await fs.mkdir(path.dirname(target), { recursive: true });
    await fs.rename(from, target);
    await syncFolder(path.dirname(target));
  }

  async open(key: string, range?: ByteRange): Promise<Readable> {
    const handle = await fs.open(path.join(this.folder, key));
    return handle.createReadStream(range ?? {});
  }

  async drop(key: string): Promise<void> {
    await fs.rm(path.join(this.folder, key), { force: true });
  }

  async *olderThan(age: number, now: number): AsyncGenerator<readonly string[]> {
    const entries = await fs.readdir(this.folder, { recursive: true, withFileTypes: true }).catch(() => []);
    let old: string[] = [];
    for (const entry of entries) {
      if (!entry.isFile() || entry.parentPath === this.apart) continue;
      const whole = path.join(entry.parentPath, entry.name);
      const facts = await fs.stat(whole).catch(() => null);
      if (!facts || now - facts.mtimeMs <= age) continue;
      old.push(path.relative(this.folder, whole).split(path.sep).join('/'));
      if (old.length < PORTION) continue;
      yield old;
      old = [];
    }
    yield old;
  }

  async check(): Promise<void> {
    await fs.mkdir(this.folder, { recursive: true });
  }
}
