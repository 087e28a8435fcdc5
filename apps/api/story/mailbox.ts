import { type Browser } from './browser';

interface Message {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
}

const OUTBOX = `query Outbox($after: String) {
  outbox(first: 200, after: $after) { nodes { id recipient subject text } pageInfo { hasNextPage endCursor } }
}`;
const PATIENCE_MS = 120_000;
const PAUSE_MS = 250;

/** The local outbox, read as its operator reads it: it is how the story's people get their e-mails. */
export class Mailbox {
  private readonly seen = new Set<string>();

  constructor(
    private readonly operator: Browser,
    private readonly settle: () => Promise<void>,
  ) {}

  /** Counts what lies there now as read. */
  async catchUp(): Promise<void> {
    await this.settle();
    for (const message of await this.unread()) this.seen.add(message.id);
  }

  /**
   * Waits until each of these addresses has an unread e-mail that holds the pattern, and returns what it holds by
   * address. @throws where one does not come
   */
  async collect(recipients: readonly string[], pattern: RegExp): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    const wanted = new Set(recipients.map((recipient) => recipient.toLowerCase()));
    const until = Date.now() + PATIENCE_MS;
    while (found.size < wanted.size) {
      await this.settle();
      for (const message of await this.unread()) {
        const held = pattern.exec(message.text)?.[0];
        if (!held || !wanted.has(message.recipient) || found.has(message.recipient)) continue;
        found.set(message.recipient, held);
        this.seen.add(message.id);
      }
      if (found.size === wanted.size) break;
      if (Date.now() > until) {
        const missing = [...wanted].filter((recipient) => !found.has(recipient));
        throw new Error(`No e-mail with ${String(pattern)} came for ${missing.slice(0, 5).join(', ')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return found;
  }

  /** Unread messages, the newest first. */
  private async unread(): Promise<Message[]> {
    const messages: Message[] = [];
    let after: string | null = null;
    for (;;) {
      const page: { outbox: { nodes: Message[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } =
        await this.operator.ask(OUTBOX, { after });
      const fresh = page.outbox.nodes.filter((message) => !this.seen.has(message.id));
      messages.push(...fresh);
      if (!page.outbox.pageInfo.hasNextPage || fresh.length === 0) return messages;
      after = page.outbox.pageInfo.endCursor;
    }
  }
}
