import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { type Readable } from 'node:stream';
import { DomainError, invalid } from '@softmob/api-kit';
import { v7 as uuid } from 'uuid';
import { type FileType, fileTypeOf, SIGNATURE_BYTES } from './file-type';

/** The largest file that is taken, in bytes: 10 MiB. */
export const MAX_BYTES = 10 * 1024 * 1024;

/** A file that has arrived whole and lies under a temporary name. */
export interface ReceivedFile {
  readonly temporary: string;
  readonly type: FileType;
  readonly size: number;
  readonly sha256: string;
}

const folderOf = (dataDir: string) => path.join(dataDir, 'files', 'documents');
const incomingOf = (dataDir: string) => path.join(folderOf(dataDir), 'incoming');
const pathOf = (dataDir: string, storageKey: string) => path.join(folderOf(dataDir), storageKey);

async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder);
  // Some file systems cannot sync a folder; the rename is atomic there all the same.
  await handle.sync().catch(() => undefined);
  await handle.close();
}

async function copyBody(body: Readable, handle: fs.FileHandle): Promise<Omit<ReceivedFile, 'temporary'>> {
  const hash = createHash('sha256');
  let head: Buffer = Buffer.alloc(0);
  let size = 0;
  // The body stays open on refusal: an answer can only be sent while its connection lives.
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES)
      throw new DomainError('TOO_LARGE', 'A document holds at most 10 MB.', { maxBytes: MAX_BYTES });
    if (head.length < SIGNATURE_BYTES) head = Buffer.concat([head, chunk]).subarray(0, SIGNATURE_BYTES);
    hash.update(chunk);
    await handle.write(chunk);
  }
  if (size === 0) throw invalid('file', 'FILE_EMPTY', 'This file is empty.');
  const type = fileTypeOf(head);
  if (!type) throw invalid('file', 'FILE_TYPE', 'Send a PDF, a JPEG or a PNG file.');
  return { type, size, sha256: hash.digest('hex') };
}

/**
 * Takes a body in, never more than 10 MiB of it, and makes sure that it is on the disk.
 * @throws TOO_LARGE, VALIDATION for an empty file, another type, or a connection that broke; nothing is left behind then
 */
export async function receiveFile(dataDir: string, body: Readable): Promise<ReceivedFile> {
  await fs.mkdir(incomingOf(dataDir), { recursive: true });
  const temporary = path.join(incomingOf(dataDir), uuid());
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

/** Gives a received file its lasting place in one atomic step; returns the storage key. */
export async function keepFile(dataDir: string, file: ReceivedFile): Promise<string> {
  const name = uuid();
  const storageKey = `${name.slice(-2)}/${name}`;
  const target = pathOf(dataDir, storageKey);
  await fs.mkdir(path.dirname(target), { recursive: true });
  await fs.rename(file.temporary, target);
  await syncFolder(path.dirname(target));
  return storageKey;
}

/** Forgets a file that nobody refers to. */
export async function dropFile(dataDir: string, storageKey: string): Promise<void> {
  await fs.rm(pathOf(dataDir, storageKey), { force: true });
}

/** Forgets a received file that was not kept. */
export async function dropReceived(file: ReceivedFile): Promise<void> {
  await fs.rm(file.temporary, { force: true });
}

/** The bytes of a kept file. */
export function openFile(dataDir: string, storageKey: string): ReadStream {
  return createReadStream(pathOf(dataDir, storageKey));
}

/** Storage keys of all files older than so many milliseconds; those still coming in under `incoming/…`. */
export async function filesOlderThan(dataDir: string, age: number, now: number): Promise<string[]> {
  const folder = folderOf(dataDir);
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const old: string[] = [];
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const whole = path.join(entry.parentPath, entry.name);
    const facts = await fs.stat(whole).catch(() => null);
    if (facts && now - facts.mtimeMs > age) old.push(path.relative(folder, whole).split(path.sep).join('/'));
  }
  return old;
}
