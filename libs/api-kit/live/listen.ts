import { Client } from 'pg';
import { type Runtime } from '../runtime';

export interface Listening {
  readonly connectionString: string;
  readonly channels: readonly string[];
  /** A NOTIFY as it came. */
  readonly heard: (channel: string, payload: string) => void;
  /** After the connection was away: what came meanwhile was not heard. */
  readonly missed: () => void;
  readonly log: Runtime['log'];
}

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 15_000;
/** A connection that broke without a word is noticed by asking. */
const ASK_EVERY = 30_000;
const ANSWER_WITHIN = 10_000;

/** The one connection of a process that listens; where it breaks, it comes back, with growing pauses. */
class Listener {
  private client: Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private failures = 0;
  private stopped = false;

  constructor(private readonly options: Listening) {}

  /** @throws where the first connection cannot be made */
  async start(): Promise<void> {
    await this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const { connectionString, channels, heard } = this.options;
    const client = new Client({ connectionString, keepAlive: true, query_timeout: ANSWER_WITHIN });
    const lost = () => {
      this.lost(client);
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ channel, payload = '' }) => {
      heard(channel, payload);
    });
    try {
      await client.connect();
      for (const channel of channels) await client.query(`LISTEN ${channel}`);
    } catch (error) {
      client.removeListener('end', lost);
      await client.end().catch(() => undefined);
      throw error;
    }
    if (this.stopped) {
      await client.end();
      return;
    }
    this.client = client;
    this.later(ASK_EVERY, () => this.ask(client));
  }

  private later(delay: number, work: () => Promise<void>): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void work(), delay);
    this.timer.unref();
  }

  private async ask(client: Client): Promise<void> {
    try {
      await client.query('SELECT 1');
      if (client === this.client) this.later(ASK_EVERY, () => this.ask(client));
    } catch {
      this.lost(client);
    }
  }

  private lost(client: Client): void {
    if (this.stopped || client !== this.client) return;
    this.client = null;
    if (this.timer) clearTimeout(this.timer);
    void client.end().catch(() => undefined);
    this.options.log.warn('the connection for live news broke; it will be made anew');
    this.again();
  }

  private again(): void {
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.failures);
    this.later(pause * (0.5 + Math.random() / 2), async () => {
      try {
        await this.connect();
        this.failures = 0;
        this.options.missed();
      } catch {
        this.failures += 1;
        this.again();
      }
    });
  }
}

/** Begins to listen; returns how to stop. @throws where the first connection cannot be made */
export async function listen(options: Listening): Promise<() => Promise<void>> {
  const listener = new Listener(options);
  await listener.start();
  return () => listener.stop();
}
