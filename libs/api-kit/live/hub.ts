/** Something that happened for somebody: whose it is, and what to look at. */
export interface LiveEvent {
  /** What the channel is keyed by, such as a person's id. */
  readonly key: string;
  /** What happened, in the channel's own words; null where something may have been missed. */
  readonly detail: string | null;
}

/** More waiting events than this become one that says that something may have been missed. */
const MOST_WAITING = 50;

/** One subscriber's events, in order; a slow reader costs a bounded amount of memory. */
class Feed implements AsyncIterableIterator<LiveEvent> {
  private waiting: LiveEvent[] = [];
  private reader: ((result: IteratorResult<LiveEvent>) => void) | null = null;
  private ended = false;

  constructor(
    private readonly key: string,
    private readonly onEnd: (feed: Feed) => void,
  ) {}

  push(detail: string | null): void {
    const event = { key: this.key, detail };
    if (this.reader) {
      const deliver = this.reader;
      this.reader = null;
      deliver({ done: false, value: event });
    } else if (this.waiting.length < MOST_WAITING) this.waiting.push(event);
    else this.waiting = [{ key: this.key, detail: null }];
  }

  next(): Promise<IteratorResult<LiveEvent>> {
    const event = this.waiting.shift();
    if (event) return Promise.resolve({ done: false, value: event });
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((deliver) => {
      this.reader = deliver;
    });
  }

  return(): Promise<IteratorResult<LiveEvent>> {
    this.ended = true;
    this.waiting = [];
    this.onEnd(this);
    this.reader?.({ done: true, value: undefined });
    this.reader = null;
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/**
 * Hands what the database says to those of this process who wait for it: by channel and key, in memory. What is handed
 * on is only that something happened; whoever hears it reads it through their own reach.
 */
export class LiveHub {
  private readonly feeds = new Map<string, Set<Feed>>();

  /** Waits for what happens under a key of a channel, until the iterator is returned. */
  subscribe(channel: string, key: string): AsyncIterableIterator<LiveEvent> {
    const name = `${channel} ${key}`;
    const feed = new Feed(key, (ended) => {
      const left = this.feeds.get(name);
      left?.delete(ended);
      if (left?.size === 0) this.feeds.delete(name);
    });
    const others = this.feeds.get(name);
    if (others) others.add(feed);
    else this.feeds.set(name, new Set([feed]));
    return feed;
  }

  /** Hands on a payload that reads `key/detail`. */
  publish(channel: string, payload: string): void {
    const at = payload.indexOf('/');
    const [key, detail] = at < 0 ? [payload, ''] : [payload.slice(0, at), payload.slice(at + 1)];
    for (const feed of this.feeds.get(`${channel} ${key}`) ?? []) feed.push(detail);
  }

  /** Tells everybody that something may have been missed: they look again. */
  missed(): void {
    for (const feeds of this.feeds.values()) for (const feed of feeds) feed.push(null);
  }

  /** How many wait. */
  get size(): number {
    return [...this.feeds.values()].reduce((sum, feeds) => sum + feeds.size, 0);
  }
}
