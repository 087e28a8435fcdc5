import { type CpuTime } from './cpu';
import { type LoadResult } from './load';
import { type Operation } from './operations';

/** One round of load on one side, with the processor time of a request. */
export interface Round extends LoadResult {
  readonly cpu: CpuTime | null;
}

/** Both sides of one operation, round by round. */
export interface Measured {
  readonly operation: Operation;
  readonly statements: number;
  readonly bytes: number;
  readonly rounds: readonly { readonly api: Round; readonly reference: Round }[];
}

const rate = (result: LoadResult) => result.requests / result.seconds;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The API's throughput as a share of the reference's: the median over the rounds, each a pair in time. */
export const shareOf = ({ rounds }: Measured) =>
  median(rounds.map(({ api, reference }) => rate(api) / rate(reference)));

const spreadOf = ({ rounds }: Measured) => {
  const shares = rounds.map(({ api, reference }) => rate(api) / rate(reference));
  return `${Math.min(...shares).toFixed(2)}–${Math.max(...shares).toFixed(2)}`;
};

/** The table that `npm run bench` prints. */
export function reportOf(all: readonly Measured[]): string {
  const lines = all.map((measured) => {
    const { operation, rounds, statements, bytes } = measured;
    const of = (side: 'api' | 'reference', pick: (result: Round) => number) =>
      median(rounds.map((round) => pick(round[side])));
    const share = shareOf(measured);
    const times = (side: 'api' | 'reference') =>
      `${of(side, ({ p50 }) => p50).toFixed(1)} / ${of(side, ({ p95 }) => p95).toFixed(1)}`;
    const cpu = (side: 'api' | 'reference') =>
      rounds.every((round) => round[side].cpu)
        ? `${of(side, (round) => round.cpu?.server ?? 0).toFixed(2)} + ${of(side, (round) => round.cpu?.database ?? 0).toFixed(2)}`
        : '–';
    return [
      operation.name,
      of('api', rate).toFixed(0),
      of('reference', rate).toFixed(0),
      share.toFixed(2),
      spreadOf(measured),
      `${operation.goal.toFixed(2)} ${share >= operation.goal ? 'met' : 'MISSED'}`,
      times('api'),
      times('reference'),
      cpu('api'),
      cpu('reference'),
      String(statements),
      (bytes / 1_000).toFixed(1),
    ];
  });
  const head = [
    'operation',
    'API/s',
    'reference/s',
    'share',
    'rounds',
    'goal',
    'API p50/p95 ms',
    'reference p50/p95 ms',
    'API CPU ms + database',
    'reference',
    'SQL',
    'kB',
  ];
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)));
  const row = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [row(head), row(widths.map((width) => '-'.repeat(width))), ...lines.map(row)].join('\n');
}
