/** Business time and real time. Only business time may be moved, and only by the operator of a demo. */
export interface Clock {
  /** Business time: due dates, minority, stages. */
  now(): Date;
  /** The business date, yyyy-mm-dd in UTC. */
  today(): string;
  /** Real time: sessions, links, audit. */
  real(): Date;
}

const DAY = 86_400_000;

/** A clock whose business side runs ahead of (or behind) real time by whole days. */
export class OffsetClock implements Clock {
  constructor(private days = 0) {}

  now(): Date {
    return new Date(Date.now() + this.days * DAY);
  }

  today(): string {
    return this.now().toISOString().slice(0, 10);
  }

  real(): Date {
    return new Date();
  }

  /** Days between business and real time. */
  get offsetDays(): number {
    return this.days;
  }

  moveTo(days: number): void {
    this.days = days;
  }
}
