import { type Scene } from './troupe';

/** One line per step; within a step the count moves on in place where somebody watches. */
export function teller(): Scene['say'] {
  const begun = Date.now();
  return (what, done, total) => {
    const seconds = ((Date.now() - begun) / 1_000).toFixed(1).padStart(6);
    if (done === undefined) process.stdout.write(`${process.stdout.isTTY ? '\r\u001b[K' : ''}${seconds} s  ${what}\n`);
    else if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K          ${what} ${String(done)}/${String(total)}`);
  };
}
