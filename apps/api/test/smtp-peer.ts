import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A message that the peer said it has. */
export interface Received {
  readonly to: readonly string[];
  readonly messageId: string;
  readonly raw: string;
}

/** How the peer treats one message: takes it, refuses it with a code at an address or after its text, or hangs up. */
export type Manner = 'take' | { readonly atAddress: number } | { readonly afterText: number } | 'hang-up';

/** A real SMTP server, with a mind of its own. */
export interface SmtpPeer {
  readonly url: string;
  /** Messages it answered with 250, in order. */
  readonly received: Received[];
  /** Whole messages that it did not take. */
  readonly turnedAway: string[];
  manner: (address: string) => Manner;
  /** How long it thinks before it answers a message, in milliseconds. */
  thinks: () => number;
  close(): Promise<void>;
}

const refusal = (responseCode: number) =>
  Object.assign(new Error(`5.1.1 <somebody@example.org>: not today`), { responseCode });

/** Starts the peer on a free port of this machine. */
export async function startSmtpPeer(): Promise<SmtpPeer> {
  const received: Received[] = [];
  const turnedAway: string[] = [];
  const peer = { manner: (): Manner => 'take', thinks: () => 0 } as Pick<SmtpPeer, 'manner' | 'thinks'>;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 1_000,
    onRcptTo({ address }, _session, done) {
      const manner = peer.manner(address);
      done(typeof manner === 'object' && 'atAddress' in manner ? refusal(manner.atAddress) : null);
    },
    onData(stream, session, done) {
      // A message that breaks off is none.
      void text(stream).then(async (raw) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const manner = peer.manner(to[0] ?? '');
        await new Promise((thought) => setTimeout(thought, peer.thinks()));
        if (manner === 'take') {
          received.push({ to, raw, messageId: /^Message-ID: (<[^>]+>)/m.exec(raw)?.[1] ?? '' });
          done();
          return;
        }
        turnedAway.push(raw);
        if (manner === 'hang-up') for (const connection of connections()) connection.close();
        else done(refusal('afterText' in manner ? manner.afterText : 554));
      }, done);
    },
  });
  const connections = () => (server as unknown as { connections: Set<{ close(): void }> }).connections;
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await new Promise<void>((done) => listener.once('listening', done));
  return Object.assign(peer, {
    url: `smtp://127.0.0.1:${String((listener.address() as AddressInfo).port)}`,
    received,
    turnedAway,
    close: () =>
      new Promise<void>((done) => {
        server.close(done);
      }),
  });
}
