import { createReadStream } from 'node:fs';
import net from 'node:net';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/** Milliseconds for one file, from connecting to the verdict. */
const PATIENCE = 60_000;
const FOUND = /^stream: (.+) FOUND$/;

/**
 * Reads the address of clamd: `tcp://host:3310`, or `unix:///run/clamav/clamd.sock`.
 * @throws an error that says in one sentence what is wrong
 */
export function parseClamdUrl(address: string): net.NetConnectOpts {
  const faulty = new Error('SOFTMOB_CLAMAV reads tcp://host:3310 or unix:///path/to/clamd.sock.');
  if (!URL.canParse(address)) throw faulty;
  const { protocol, hostname, port, pathname } = new URL(address);
  if (protocol === 'unix:' && !hostname && pathname.length > 1) return { path: decodeURIComponent(pathname) };
  if (protocol !== 'tcp:' || !hostname || pathname.length > 1) throw faulty;
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) };
}

/** A file as INSTREAM wants it: portions, each behind its length, and an empty one at the end. */
async function* portions(file: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    yield length;
    yield chunk;
  }
  yield Buffer.alloc(4);
}

/**
 * Sends a file of this machine through clamd; it never learns its name.
 * @returns what it found, by the scanner's name for it, or null where the file is clean
 * @throws where there is no verdict: nobody answers, in time, or the scanner says that it could not look
 */
export async function scanFile(clamdUrl: string, file: string): Promise<string | null> {
  const socket = net.connect(parseClamdUrl(clamdUrl));
  const timer = setTimeout(() => {
    socket.destroy(new Error(`no verdict within ${String(PATIENCE / 1_000)} seconds`));
  }, PATIENCE);
  try {
    // Sending ends with the connection: what counts is the answer, which a scanner may give before it has seen all.
    const answered = new AbortController();
    const answer = text(socket).finally(() => {
      answered.abort();
    });
    pipeline(portions(file), socket, { end: false, signal: answered.signal }).catch(() => undefined);
    const verdict = (await answer).replace(/\0/g, '').trim();
    if (verdict === 'stream: OK') return null;
    const found = FOUND.exec(verdict)?.[1];
    if (!found) throw new Error(verdict || 'the scanner hung up');
    return found;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}
