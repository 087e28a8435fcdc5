import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import { type Duplex } from 'node:stream';
import { type Audience } from '@softmob/access';
import { Ctx, type Runtime } from '@softmob/api-kit';
import { ENDINGS, findGone } from '@softmob/identity-api';
import { type GraphQLError, type GraphQLSchema } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { formatter } from '../graphql';
import { contextOf, isOwnPage } from '../http/request-context';
import { prepare, subscribe } from './operations';

/** What a socket may cost: a screen holds one, with a few subscriptions of a few hundred bytes. */
export const LIMITS = {
  messageBytes: 16_384,
  /** Milliseconds until a socket has said who it is for. */
  initWithin: 5_000,
  perSession: 10,
  subscriptions: 10,
  /** Of one process, whoever they are. */
  sockets: 2_000,
  /** Of one process, before they have said who they are for. */
  waiting: 200,
} as const;
/** Milliseconds between two looks at whether those who are connected still may be. */
const LOOK_EVERY = 60_000;
/** Milliseconds after which a socket that does not answer a ping is gone. */
const PING_EVERY = 20_000;
const CLOSE_WITHIN = 1_000;

/** Close codes of graphql-transport-ws: after the first and the second a client does not try again by itself. */
const CLOSE = {
  signedOut: [4401, 'Sign in first'],
  tooMany: [4429, 'Too many connections of this session'],
  changed: [4205, 'Connect again'],
  leaving: [1001, 'Going away'],
} as const;

type Extra = { readonly socket: WebSocket; readonly request: IncomingMessage };

/** Whose socket it is, and how many subscriptions it holds. */
interface Open {
  readonly ctx: Ctx;
  readonly running: Set<string>;
}

function refuse(socket: Duplex, status: number): void {
  socket.end(
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

/**
 * Subscriptions: the same views, the same cookie and the same limits as over HTTP, on connections that stay open for as
 * long as the session, the membership and the seat behind them do.
 */
export class LiveSockets {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.messageBytes,
    handleProtocols: (protocols) => handleProtocols(protocols),
    perMessageDeflate: false,
  });
  private readonly open = new Map<WebSocket, Open>();
  private readonly answering = new Set<WebSocket>();
  private readonly graphql = makeServer<Record<string, never>, Extra>({
    connectionInitWaitTimeout: LIMITS.initWithin,
    onConnect: ({ extra }) => this.enter(extra),
    onSubscribe: ({ extra: { socket } }, id, payload) => {
      const who = this.open.get(socket);
      const schema = who && this.views.get(who.ctx.actor.audience);
      if (!schema) throw new Error('A socket asks before it has said who it is for');
      const prepared = prepare(schema, payload);
      if (!('schema' in prepared)) return prepared;
      if (who.running.size >= LIMITS.subscriptions) socket.close(...CLOSE.tooMany);
      who.running.add(id);
      return { ...prepared, contextValue: who.ctx };
    },
    subscribe: (args) => subscribe(args, () => this.fresh(args.contextValue as Ctx)),
    onComplete: ({ extra: { socket } }, id) => void this.open.get(socket)?.running.delete(id),
    onNext: (_ctx, _id, _payload, _args, { data, errors }) =>
      errors ? { ...(data ? { data } : {}), errors: this.worded(errors) } : { data: data ?? null },
    onError: (_ctx, _id, _payload, errors) => this.worded(errors),
  });
  private readonly word: ReturnType<typeof formatter>;
  private readonly timers: readonly NodeJS.Timeout[];

  constructor(
    private readonly runtime: Runtime,
    private readonly views: ReadonlyMap<Audience, GraphQLSchema>,
  ) {
    this.word = formatter(runtime.log);
    this.timers = [
      setInterval(() => void this.lookAgain(), LOOK_EVERY),
      setInterval(() => {
        this.ping();
      }, PING_EVERY),
    ];
    for (const timer of this.timers) timer.unref();
  }

  /** Takes the upgrades of a server. */
  serve(server: Server): void {
    server.on('upgrade', (request, socket: Duplex, head: Buffer) => {
      socket.on('error', () => undefined);
      if (request.url?.split('?')[0] !== '/graphql') refuse(socket, 404);
      else if (!isOwnPage(request)) refuse(socket, 403);
      else if (this.isFull()) refuse(socket, 503);
      else
        this.sockets.handleUpgrade(request, socket, head, (opened) => {
          this.begin(opened, request);
        });
    });
  }

  /** How many are connected and known. */
  get size(): number {
    return this.open.size;
  }

  /** A session, a membership or a seat is not what it was: its sockets close at once. */
  heard(channel: string, id: string): void {
    for (const [socket, { ctx }] of this.open) {
      const { request, actor } = ctx;
      if (channel === ENDINGS.session && request.sessionId === id) socket.close(...CLOSE.signedOut);
      if (channel === ENDINGS.membership && actor.membershipId === id) socket.close(...CLOSE.signedOut);
      if (channel === ENDINGS.seat && request.seatId === id) socket.close(...CLOSE.changed);
    }
  }

  /** Closes whatever is open for somebody who would not be let in any more. One statement, however many there are. */
  async lookAgain(): Promise<void> {
    const open = [...this.open];
    try {
      const gone = await findGone(
        this.runtime,
        open.map(([, { ctx }]) => ({
          sessionId: ctx.request.sessionId ?? '',
          membershipId: ctx.actor.membershipId ?? '',
          mobilityIds: ctx.actor.seatMobilityIds,
        })),
      );
      for (const at of gone) open[at]?.[0].close(...CLOSE.signedOut);
    } catch (error) {
      this.runtime.log.warn({ err: error }, 'open connections could not be looked at');
    }
  }

  /** Closes everything, and lets nobody in any more. */
  async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    for (const socket of this.sockets.clients) socket.close(...CLOSE.leaving);
    const slow = setTimeout(() => {
      for (const socket of this.sockets.clients) socket.terminate();
    }, CLOSE_WITHIN);
    await new Promise<void>((closed) => {
      this.sockets.close(() => {
        closed();
      });
    });
    clearTimeout(slow);
  }

  private isFull(): boolean {
    const { size } = this.sockets.clients;
    return size >= LIMITS.sockets || size - this.open.size >= LIMITS.waiting;
  }

  private begin(socket: WebSocket, request: IncomingMessage): void {
    const closed = this.graphql.opened(
      {
        protocol: socket.protocol,
        send: (text) =>
          new Promise((sent, failed) => {
            if (socket.readyState !== socket.OPEN) sent();
            else socket.send(text, (error) => (error ? failed(error) : sent()));
          }),
        close: (code, reason) => {
          socket.close(code, reason);
        },
        onMessage: (take) => {
          socket.on('message', (data: Buffer) => {
            take(data.toString('utf8')).catch((error: unknown) => {
              this.runtime.log.error({ err: error }, 'a live operation failed');
              socket.close(1011, 'Something went wrong on our side');
            });
          });
        },
      },
      { socket, request },
    );
    this.answering.add(socket);
    socket.on('pong', () => this.answering.add(socket));
    socket.on('error', (error) => {
      this.runtime.log.debug({ err: error }, 'a socket failed');
    });
    socket.once('close', (code, reason) => {
      this.open.delete(socket);
      this.answering.delete(socket);
      void closed(code, reason.toString('utf8'));
    });
  }

  /** Finds out who a socket is for, by its cookie and the membership that it names. */
  private async enter({ socket, request }: Extra): Promise<boolean> {
    const ctx = await contextOf(this.runtime, request);
    const { sessionId } = ctx.request;
    if (!sessionId) {
      socket.close(...CLOSE.signedOut);
      return false;
    }
    const others = [...this.open.values()].filter((open) => open.ctx.request.sessionId === sessionId);
    if (others.length >= LIMITS.perSession) {
      socket.close(...CLOSE.tooMany);
      return false;
    }
    if (socket.readyState === socket.OPEN) this.open.set(socket, { ctx, running: new Set() });
    return true;
  }

  private fresh({ actor, request }: Ctx): Ctx {
    return new Ctx(this.runtime, { ...actor, today: this.runtime.clock.today() }, request);
  }

  private worded(errors: readonly GraphQLError[]) {
    return errors.map((error) => this.word(error.toJSON(), error));
  }

  private ping(): void {
    for (const socket of this.sockets.clients) {
      if (!this.answering.delete(socket)) socket.terminate();
      else if (socket.readyState === socket.OPEN) socket.ping();
    }
  }
}
