/** An unpredictable key, also where the page is not served securely and `randomUUID` is missing. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The idempotency key of what a person submits: the same while they press again after an unanswered try with the same
 * content, a new one after an answer or a change.
 */
export class Submission {
  private open: { key: string; content: string } | null = null;

  constructor(private readonly makeKey: () => string = newKey) {}

  /** The key for this content. */
  keyFor(content: unknown): string {
    const text = JSON.stringify(content) ?? '';
    if (this.open?.content !== text) this.open = { key: this.makeKey(), content: text };
    return this.open.key;
  }

  /** The server has answered, well or badly: the next press is a new submission. */
  answered(): void {
    this.open = null;
  }
}
