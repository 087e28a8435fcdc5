import { type Guest } from './guest';

/** What a person's hands did: buttons, links and boxes pressed; fields typed or chosen in. */
export interface Effort {
  presses: number;
  fields: number;
}

/** Runs in the page: every real press of a pointer and every field filled is told to the test. */
const WATCH = `
  addEventListener('pointerdown', (event) => { if (event.isTrusted) void tellPress('presses'); }, true);
  addEventListener('input', ({ target }) => {
    const box = target instanceof HTMLInputElement && ['checkbox', 'radio', 'file'].includes(target.type);
    if (!box) void tellPress('fields');
  }, true);
`;

/** Counts what one guest does, part by part of a journey. */
export class PressCounter {
  private readonly parts = new Map<string, Effort>();
  private current: Effort = { presses: 0, fields: 0 };

  /** Begins to watch; the guest has opened nothing yet. */
  static async of({ page }: Guest): Promise<PressCounter> {
    const counter = new PressCounter();
    await page.exposeFunction('tellPress', (what: keyof Effort) => {
      counter.current[what] += 1;
    });
    await page.addInitScript(WATCH);
    return counter;
  }

  /** From now on what is done belongs to this part. */
  begin(part: string): void {
    this.current = { presses: 0, fields: 0 };
    this.parts.set(part, this.current);
  }

  /** What each part took, and all of them together. */
  table(): Record<string, Effort> {
    const all = { presses: 0, fields: 0 };
    for (const { presses, fields } of this.parts.values()) {
      all.presses += presses;
      all.fields += fields;
    }
    return { ...Object.fromEntries(this.parts), together: all };
  }
}
