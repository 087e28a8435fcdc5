import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The longest side of a thumbnail in pixels: enough to tell one paper from another, too little to read a number off. */
const LONGEST_SIDE = 256;
const MAX_THUMBNAIL_BYTES = 128 * 1024;
/** Milliseconds for one picture or the start, and megabytes of JavaScript's memory. */
const PATIENCE = 20_000;
const MEMORY = 256;

const script = createRequire(path.join(import.meta.dirname, 'here')).resolve(
  '@softmob/documents-api/thumbnail/draw.mjs',
);

/** What the process says next: a message, or null once it has ended or was ended because it took too long. */
function nextWord(child: ChildProcess, patience: number): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    const done = (word: unknown) => {
      clearTimeout(timer);
      child.off('message', done).off('error', ended).off('exit', ended);
      resolve(word);
    };
    const ended = () => {
      done(null);
    };
    child.on('message', done).on('error', ended).on('exit', ended);
  });
}

/**
 * Draws thumbnails one after the other in a process of its own, whose time, memory and number of pixels are bounded. A
 * file that is too much for it ends that process and no more; the next file gets a new one.
 */
export class Draughtsman {
  private child: ChildProcess | null = null;

  /** @param patience milliseconds for one picture */
  constructor(private readonly patience = PATIENCE) {}

  /** WebP, at most 256 pixels long, or null for a file that cannot be drawn. @throws where drawing as such does not work */
  async draw(mime: string, bytes: Uint8Array): Promise<Buffer | null> {
    const child = this.child ?? (await this.start());
    const answer = nextWord(child, this.patience);
    child.send({ mime, bytes, side: LONGEST_SIDE }, () => undefined);
    const picture = await answer;
    if (child.exitCode !== null || child.signalCode !== null || child.killed) this.child = null;
    return picture instanceof Uint8Array && picture.length <= MAX_THUMBNAIL_BYTES ? Buffer.from(picture) : null;
  }

  /** Ends the process. */
  stop(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  private async start(): Promise<ChildProcess> {
    // Nothing of the server's own, the addresses of its database and storage least of all, is handed on.
    const child = fork(script, [], {
      ...{ env: {}, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
      execArgv: [`--max-old-space-size=${String(MEMORY)}`],
    });
    if ((await nextWord(child, PATIENCE)) !== 'ready') throw new Error('Thumbnails cannot be drawn on this machine.');
    this.child = child;
    return child;
  }
}
