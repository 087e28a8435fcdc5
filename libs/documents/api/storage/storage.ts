import { type Readable } from 'node:stream';

/** First and last byte, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A whole file on this machine that is to be stored. */
export interface StoredSource {
  readonly path: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
}

/** A place where files lie under keys such as `ab/0198…`. What was written under a key is never changed. */
export interface FileStorage {
  /** Stores a file: once this resolves it is there whole and lasting, and if it rejects there is nothing under the key. */
  put(key: string, source: StoredSource): Promise<void>;
  /** The bytes of a file, or some of them. @throws where there is no such file */
  open(key: string, range?: ByteRange): Promise<Readable>;
  /** Forgets a file; one that is not there counts as forgotten. */
  drop(key: string): Promise<void>;
  /** Keys of all files older than so many milliseconds, in portions. */
  olderThan(age: number, now: number): AsyncIterable<readonly string[]>;
  /** Tries what the server will ask of it. @throws an error that says in one sentence what is wrong */
  check(): Promise<void>;
}
