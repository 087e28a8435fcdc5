import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { type ReadableStream } from 'node:stream/web';
import { S3mini, S3ServiceError } from 's3mini';
import { v7 as uuid } from 'uuid';
import { type S3Place } from './s3-url';
import { type ByteRange, type FileStorage, type StoredSource } from './storage';

const PORTION = 1_000;
/** Milliseconds within which the storage must begin to answer, the body of a PUT included. */
const PATIENCE = 60_000;

/** Redirects are refused: they would carry the signature elsewhere. A body that is read slowly may take its time. */
const answerSoon: typeof fetch = async (target, init) => {
  const stop = new AbortController();
  const timer = setTimeout(() => {
    stop.abort(new Error(`The storage did not answer within ${String(PATIENCE / 1_000)} seconds.`));
  }, PATIENCE);
  try {
    return await fetch(target, { ...init, redirect: 'error', signal: stop.signal });
  } finally {
    clearTimeout(timer);
  }
};

/** Files as objects of an S3-compatible bucket, each below a prefix. An object appears whole or not at all. */
export class S3Storage implements FileStorage {
  private readonly client: S3mini;

  constructor(
    private readonly place: S3Place,
    private readonly prefix: string,
  ) {
    const { endpoint, region, accessKeyId, secretAccessKey } = place;
    this.client = new S3mini({ endpoint, region, accessKeyId, secretAccessKey, fetch: answerSoon });
  }

  async put(key: string, { path, mime, size, sha256 }: StoredSource): Promise<void> {
    // Backed by the file: its bytes are read while they are sent.
    const body = await openAsBlob(path, { type: mime });
    // The storage compares what arrived with this sum, and refuses anything else.
    const checksum = { 'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64') };
    const response = await this.client.putObject(this.prefix + key, body, mime, undefined, checksum, size);
    await response.body?.cancel();
  }

  async open(key: string, range?: ByteRange): Promise<Readable> {
    const name = this.prefix + key;
    const { body } = range
      ? await this.client.getObjectRaw(name, false, range.start, range.end + 1)
      : await this.client.getObjectRaw(name);
    if (!body) throw new Error(`There is nothing under ${name}.`);
    return Readable.fromWeb(body as ReadableStream<Uint8Array>);
  }

  async drop(key: string): Promise<void> {
    try {
      await this.client.deleteObject(this.prefix + key);
    } catch (error) {
      // Most answer alike whether or not there was anything.
      if (!(error instanceof S3ServiceError && error.status === 404)) throw error;
    }
  }

  async *olderThan(age: number, now: number): AsyncGenerator<readonly string[]> {
    let from: string | undefined;
    do {
      const page = await this.client.listObjectsPaged('/', this.prefix, PORTION, from);
      if (!page?.objects) throw new Error(`The bucket ${this.place.bucket} does not exist.`);
      yield page.objects
        .filter(({ LastModified: at }) => at.getTime() > 0 && now - at.getTime() > age)
        .map(({ Key }) => Key.slice(this.prefix.length));
      from = page.nextContinuationToken;
    } while (from);
  }

  async check(): Promise<void> {
    const { bucket, endpoint } = this.place;
    const probe = `${this.prefix}check/${uuid()}`;
    try {
      if ((await this.client.listObjects('/', probe, 1)) === null) throw new Error(`there is no bucket "${bucket}"`);
      await this.client.putObject(probe, 'SoftMob looks whether it may write here.', 'text/plain');
      await this.client.deleteObject(probe);
    } catch (error) {
      const answer = error instanceof S3ServiceError ? ` ${String(error.status)} ${error.serviceCode ?? ''}` : null;
      const why = answer ? `it answers${answer.trimEnd()}` : (error as Error).message;
      throw new Error(`SOFTMOB_S3_URL cannot be used, ${new URL(endpoint).host}: ${why}.`, { cause: error });
    }
  }
}
