import { type StateKey } from '@softmob/ui';

interface Standing {
  moment: string;
  daysToDeparture: number;
  readyShare: number;
  figures: { late: number };
}

/** Days before departure from which something late stops the departure itself. */
const CLOSE = 21;

/** How a flow stands at a glance: what is late weighs more the nearer the departure. */
export function flowState({ moment, daysToDeparture, readyShare, figures }: Standing): StateKey {
  if (moment === 'abroad') return 'abroad';
  if (readyShare >= 1) return 'done';
  if (figures.late === 0) return moment === 'before' ? 'waiting' : 'done';
  return moment === 'before' && daysToDeparture <= CLOSE ? 'blocked' : 'atRisk';
}
