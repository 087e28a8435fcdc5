import net, { type AddressInfo } from 'node:net';

/** The test file that every scanner knows (EICAR), in two halves so that no scanner finds it here. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A server that speaks clamd's INSTREAM, for tests. */
export interface ClamdPeer {
  readonly url: string;
  /** Bytes of every whole file that it saw. */
  readonly seen: Buffer[];
  /** `look` gives a verdict; `refuse` says that the file is too large for it; `hang-up` says nothing. */
  manner: 'look' | 'refuse' | 'hang-up';
  stop(): Promise<void>;
}

const COMMAND = 'zINSTREAM\0';

/** The file in what has arrived so far, null while some of it is missing. */
function fileIn(arrived: Buffer): Buffer | null {
  const chunks: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= arrived.length;) {
    const length = arrived.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(arrived.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

/** Starts it on a free port. */
export async function startClamd(): Promise<ClamdPeer> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    let arrived: Buffer = Buffer.alloc(0);
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      arrived = Buffer.concat([arrived, chunk]);
      if (peer.manner === 'hang-up') return socket.destroy();
      if (peer.manner === 'refuse') return socket.end('INSTREAM size limit exceeded. ERROR\0');
      const file = fileIn(arrived);
      if (!file) return undefined;
      peer.seen.push(file);
      return socket.end(file.includes(EICAR) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const peer: ClamdPeer = {
    url: `tcp://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    seen: [],
    manner: 'look',
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((stopped) => {
        server.close(() => {
          stopped();
        });
      });
    },
  };
  return peer;
}
