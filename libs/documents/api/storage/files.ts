import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { DomainError, invalid, type Settings } from '@softmob/api-kit';
import { v7 as uuid } from 'uuid';
import { type FileType, SIGNATURE_BYTES, takenType } from './file-type';
import { FolderStorage } from './folder-storage';
import { S3Storage } from './s3-storage';
import { parseS3Url } from './s3-url';
import { type ByteRange, type FileStorage, type StoredSource } from './storage';

/** The largest file that is taken, in bytes: 25 MiB. */
export const MAX_BYTES = 25 * 1024 * 1024;
/** Milliseconds; younger files may belong to work that is still on its way. */
const GRACE = 60 * 60 * 1_000;

/** A file that has arrived whole and lies, synced, under a temporary name on this machine. */
export interface ReceivedFile {
  readonly temporary: string;
  readonly type: FileType;
  readonly size: number;
  readonly sha256: string;
}

/** Whether a file of so many bytes is taken. @throws TOO_LARGE, VALIDATION for an empty one */
export function assertSize(size: number): void {
  if (size > MAX_BYTES) throw new DomainError('TOO_LARGE', 'A document holds at most 25 MB.', { maxBytes: MAX_BYTES });
  if (size === 0) throw invalid('file', 'FILE_EMPTY', 'This file is empty.');
}

async function copyBody(body: Readable, handle: fs.FileHandle): Promise<Omit<ReceivedFile, 'temporary'>> {
  const hash = createHash('sha256');
  let head: Buffer = Buffer.alloc(0);
  let size = 0;
  // The body stays open on refusal: an answer can only be sent while its connection lives.
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    assertSize(size);
    if (head.length < SIGNATURE_BYTES) head = Buffer.concat([head, chunk]).subarray(0, SIGNATURE_BYTES);
    hash.update(chunk);
    await handle.write(chunk);
  }
  assertSize(size);
  return { type: takenType(head), size, sha256: hash.digest('hex') };
}

/** The key of a file from that of what lies beside it, such as its thumbnail. */
const fileBehind = (key: string): string => key.replace(/\.\w+$/, '');

/** One shelf of files: those that come in lie in a folder of this machine, those that are kept in the storage. */
export class Files {
  constructor(
    private readonly incoming: string,
    readonly storage: FileStorage,
  ) {}

  /**
   * Takes a body in, never more than 25 MiB of it, and makes sure that it is on the disk.
   * @throws TOO_LARGE, VALIDATION for an empty file, another type, or a connection that broke; nothing is left behind then
   */
  async receive(body: Readable): Promise<ReceivedFile> {
    await fs.mkdir(this.incoming, { recursive: true });
    const temporary = path.join(this.incoming, uuid());
    const handle = await fs.open(temporary, 'wx', 0o600);
    try {
      const received = await copyBody(body, handle);
      await handle.sync();
      return { temporary, ...received };
    } catch (error) {
      await fs.rm(temporary, { force: true });
      if (error instanceof DomainError) throw error;
      if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') {
        throw invalid('file', 'FILE_CUT', 'The connection broke before the whole file had arrived.');
      }
      throw error;
    } finally {
      await handle.close();
    }
  }

  /** Gives a received file its lasting place, whole or not at all; returns the storage key. */
  async keep({ temporary, type, size, sha256 }: ReceivedFile): Promise<string> {
    const name = uuid();
    const storageKey = `${name.slice(-2)}/${name}`;
    await this.storage.put(storageKey, { path: temporary, mime: type, size, sha256 });
    return storageKey;
  }

  /**
   * Keeps a received file together with the row that names it: the file first, so that a slow storage holds no
   * connection to the database. The work calls `named` where its transaction wrote the key; where it did not (what was
   * sent comes a second time under one idempotency key), or was refused, the file goes again.
   */
  async keepWith<T>(file: ReceivedFile, work: (storageKey: string, named: () => void) => Promise<T>): Promise<T> {
    const storageKey = await this.keep(file);
    let isNamed = false;
    try {
      const result = await work(storageKey, () => {
        isNamed = true;
      });
      if (!isNamed) await this.drop(storageKey);
      return result;
    } catch (error) {
      // Any other error may hide a commit; the sweep looks whether there is a row.
      if (error instanceof DomainError) await this.drop(storageKey);
      throw error;
    }
  }

  /** Keeps bytes that the server itself made; returns the storage key. */
  async write(bytes: Uint8Array): Promise<string> {
    const received = await this.receive(Readable.from([Buffer.from(bytes)]));
    try {
      return await this.keep(received);
    } finally {
      await this.dropReceived(received);
    }
  }

  /** Lays something small beside a kept file, under its key with an ending: it goes when the file goes. */
  async writeBeside(storageKey: string, ending: string, mime: string, bytes: Uint8Array): Promise<void> {
    await fs.mkdir(this.incoming, { recursive: true });
    const source: StoredSource = {
      path: path.join(this.incoming, uuid()),
      mime,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
    try {
      await fs.writeFile(source.path, bytes, { flag: 'wx', mode: 0o600, flush: true });
      await this.storage.put(storageKey + ending, source);
    } finally {
      await fs.rm(source.path, { force: true });
    }
  }

  /** The bytes of a kept file, or some of them. @throws where it is not there */
  open(storageKey: string, range?: ByteRange): Promise<Readable> {
    return this.storage.open(storageKey, range);
  }

  /** Forgets a file that nobody refers to. */
  drop(storageKey: string): Promise<void> {
    return this.storage.drop(storageKey);
  }

  /** Forgets a received file that was not kept. */
  async dropReceived(file: ReceivedFile): Promise<void> {
    await fs.rm(file.temporary, { force: true });
  }

  /**
   * Removes what a crash left behind: files older than an hour that nobody names, and what came in half.
   * @param named which of these keys some row names
   */
  async sweep(now: number, named: (keys: readonly string[]) => Promise<readonly string[]>): Promise<void> {
    for await (const keys of this.storage.olderThan(GRACE, now)) {
      const kept = new Set(await named([...new Set(keys.map(fileBehind))]));
      for (const key of keys) if (!kept.has(fileBehind(key))) await this.drop(key);
    }
    for (const name of await fs.readdir(this.incoming).catch(() => [])) {
      const half = path.join(this.incoming, name);
      const facts = await fs.stat(half).catch(() => null);
      if (facts && now - facts.mtimeMs > GRACE) await fs.rm(half, { force: true });
    }
  }
}

type FileSettings = Pick<Settings, 'dataDir' | 's3Url'>;
const opened = new WeakMap<FileSettings, Map<string, Files>>();

/** The files of a shelf, `documents` unless told: in the data folder, or in the bucket that the settings name. */
export function filesOf(settings: FileSettings, shelf = 'documents'): Files {
  const shelves = opened.get(settings) ?? new Map<string, Files>();
  opened.set(settings, shelves);
  const known = shelves.get(shelf);
  if (known) return known;
  const folder = path.join(settings.dataDir, 'files', shelf);
  const incoming = path.join(folder, 'incoming');
  const storage = settings.s3Url
    ? new S3Storage(parseS3Url(settings.s3Url), `${shelf}/`)
    : new FolderStorage(folder, incoming);
  const files = new Files(incoming, storage);
  shelves.set(shelf, files);
  return files;
}
