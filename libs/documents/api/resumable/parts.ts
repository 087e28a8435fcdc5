import fs from 'node:fs/promises';
import path from 'node:path';
import { type Readable } from 'node:stream';
import { invalid, type Settings } from '@softmob/api-kit';
import { SIGNATURE_BYTES, takenType } from '../storage/file-type';

/** Milliseconds; a younger file may have its row still on its way. */
const GRACE = 60 * 60 * 1_000;

/** What has arrived of files that are sent in parts: one file each, named by the upload’s id. */
export class Parts {
  constructor(private readonly folder: string) {}

  pathOf(id: string): string {
    return path.join(this.folder, id);
  }

  /** Bytes that have arrived; 0 where nothing has. */
  async arrived(id: string): Promise<number> {
    const facts = await fs.stat(this.pathOf(id)).catch(() => null);
    return facts?.size ?? 0;
  }

  /**
   * Appends what comes, from an offset on, and makes sure that it is on the disk, also where the connection breaks in the
   * middle. Returns how much has arrived. @throws VALIDATION for more than the file was said to have, or another type
   */
  async append(id: string, from: number, size: number, body: Readable): Promise<number> {
    await fs.mkdir(this.folder, { recursive: true });
    const handle = await fs.open(this.pathOf(id), from === 0 ? 'w+' : 'r+', 0o600);
    let at = from;
    try {
      for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        if (at + chunk.length > size) {
          await handle.truncate(from);
          throw invalid('file', 'FILE_LONGER', 'More was sent than the length that was told in Upload-Length.');
        }
        await handle.write(chunk, 0, chunk.length, at);
        const before = at;
        at += chunk.length;
        if (before < SIGNATURE_BYTES && (at >= SIGNATURE_BYTES || at === size)) await this.assertType(handle);
      }
      return at;
    } finally {
      await handle.sync();
      await handle.close();
    }
  }

  private async assertType(handle: fs.FileHandle): Promise<void> {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SIGNATURE_BYTES), 0, SIGNATURE_BYTES, 0);
    takenType(buffer.subarray(0, bytesRead));
  }

  async drop(ids: readonly string[]): Promise<void> {
    for (const id of ids) await fs.rm(this.pathOf(id), { force: true });
  }

  /** Removes what no row names: left by a crash between the file and its row. */
  async sweep(now: number, named: (ids: readonly string[]) => Promise<readonly string[]>): Promise<void> {
    const ids = await fs.readdir(this.folder).catch(() => []);
    const kept = new Set(await named(ids));
    for (const id of ids) {
      const facts = kept.has(id) ? null : await fs.stat(this.pathOf(id)).catch(() => null);
      if (facts && now - facts.mtimeMs > GRACE) await this.drop([id]);
    }
  }
}

/** Parts lie in the data folder of the machine that takes them in, also where files are kept elsewhere. */
export const partsOf = ({ dataDir }: Pick<Settings, 'dataDir'>): Parts => new Parts(path.join(dataDir, 'uploads'));
