import { connect, type Socket } from 'node:net';

/** What one round of load asks for. */
export interface LoadOrder {
  readonly port: number;
  /** Path and headers, without the length. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bodies, each sent in turn; where `once`, the round ends with the last of them. */
  readonly bodies: readonly string[];
  readonly once: boolean;
  readonly seconds: number;
  readonly connections: number;
}

/** What came of it. Times in milliseconds. */
export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly failures: number;
  readonly bytes: number;
  readonly p50: number;
  readonly p95: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/** Tells when an HTTP/1.1 answer is complete, looking at no more of it than it must: the generator shares the machine. */
class AnswerReader {
  private head: Buffer | null = null;
  private missing = 0;
  private chunked = false;
  bytes = 0;
  failed = false;

  /** Takes what arrived; true once the answer is whole. */
  take(part: Buffer): boolean {
    this.bytes += part.length;
    if (this.missing > 0) return (this.missing -= part.length) <= 0;
    if (this.chunked) return part.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK);
    const head = this.head ? Buffer.concat([this.head, part]) : part;
    const end = head.indexOf(HEAD_END);
    this.head = head;
    if (end < 0) return false;
    const text = head.toString('latin1', 0, end);
    this.failed = !text.startsWith('HTTP/1.1 200') || head.toString('latin1', end + 4, end + 40).includes('{"errors"');
    const length = /content-length: (\d+)/i.exec(text);
    this.chunked = !length;
    if (!length) return head.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK);
    this.missing = Number(length[1]) - (head.length - end - HEAD_END.length);
    return this.missing <= 0;
  }
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;

/** Sends requests over keep-alive connections, one at a time on each, and waits for every answer. */
export async function applyLoad(order: LoadOrder): Promise<LoadResult> {
  const head = Object.entries({ host: '127.0.0.1', 'content-type': 'application/json', ...order.headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  const requests = order.bodies.map((body) =>
    Buffer.from(
      `POST ${order.path} HTTP/1.1\r\n${head}content-length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`,
    ),
  );
  const times: number[] = [];
  let [next, failures, bytes] = [0, 0, 0];
  const begin = performance.now();
  const deadline = begin + order.seconds * 1_000;
  const work = (socket: Socket) =>
    new Promise<void>((done, broken) => {
      let answer = new AnswerReader();
      let sent = 0;
      const send = () => {
        const request = order.once ? requests[next] : requests[next % requests.length];
        next += 1;
        if (!request || performance.now() > deadline) {
          socket.end();
          done();
          return;
        }
        answer = new AnswerReader();
        sent = performance.now();
        socket.write(request);
      };
      socket.on('data', (part) => {
        if (!answer.take(part)) return;
        times.push(performance.now() - sent);
        bytes += answer.bytes;
        if (answer.failed) failures += 1;
        send();
      });
      socket.on('error', broken);
      socket.on('connect', send);
      socket.setNoDelay(true);
    });
  await Promise.all(Array.from({ length: order.connections }, () => work(connect(order.port, '127.0.0.1'))));
  const seconds = (performance.now() - begin) / 1_000;
  times.sort((a, b) => a - b);
  return { requests: times.length, seconds, failures, bytes, p50: at(times, 0.5), p95: at(times, 0.95) };
}
