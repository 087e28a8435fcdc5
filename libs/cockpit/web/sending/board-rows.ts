import { type BoardNode } from './board-documents';

/** What narrows and orders the board; it lives in the address. */
export interface BoardFilters {
  q: string;
  flow: string[];
  stage: string[];
  occupation: string[];
  step: string[];
  late: boolean;
  notReady: boolean;
  sort: string;
  desc: boolean;
}

export const NO_FILTERS = {
  q: '',
  flow: [] as string[],
  stage: [] as string[],
  occupation: [] as string[],
  step: [] as string[],
  late: false,
  notReady: false,
  sort: 'name',
  desc: false,
};

const STAGE_ORDER = ['selected', 'proposed', 'confirmed', 'abroad', 'back', 'withdrawn'];

export const nameOf = ({ participant: { firstName, lastName } }: BoardNode): string =>
  [lastName, firstName].filter(Boolean).join(', ');

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a row is shown. With a step chosen, `late` asks whether that very step is late. */
export function matches(row: BoardNode, filters: BoardFilters): boolean {
  const { q, flow, stage, occupation, step, late, notReady } = filters;
  const { progress } = row;
  if (flow.length > 0 && !flow.includes(row.flow.id)) return false;
  if (stage.length > 0 ? !stage.includes(row.stage) : row.stage === 'withdrawn' && (late || notReady)) return false;
  if (occupation.length > 0 && !occupation.includes(row.participant.occupation)) return false;
  const steps = late ? progress?.lateSteps : progress?.openSteps;
  if (step.length > 0 && !step.some((key) => steps?.includes(key))) return false;
  if (late && step.length === 0 && !progress?.late) return false;
  if (notReady && (progress?.ready ?? false)) return false;
  const words = fold(q).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = fold(`${nameOf(row)} ${row.flow.code} ${row.flow.town} ${row.company?.name ?? ''}`);
  return words.every((word) => text.includes(word));
}

const KEYS: Readonly<Record<string, (row: BoardNode) => string | number>> = {
  name: (row) => fold(nameOf(row)),
  flow: (row) => `${row.flow.startsOn} ${row.flow.code}`,
  occupation: (row) => row.participant.occupation,
  stage: (row) => STAGE_ORDER.indexOf(row.stage),
  company: (row) => fold(row.company?.name ?? '\uffff'),
  tasks: (row) => -(row.progress?.late ?? 0) * 1_000 + (row.progress ? row.progress.done / row.progress.tasks : 1),
  next: (row) => row.progress?.next?.dueOn ?? '\uffff',
};

/** The rows shown, in their order; people of the same rank stay by name. */
export function shownRows(rows: readonly BoardNode[], filters: BoardFilters): BoardNode[] {
  const key = KEYS[filters.sort] ?? KEYS.name;
  const sign = filters.desc ? -1 : 1;
  return rows
    .filter((row) => matches(row, filters))
    .map((row) => ({ row, key: key?.(row) ?? '', name: fold(nameOf(row)) }))
    .sort((a, b) => (a.key === b.key ? (a.name < b.name ? -1 : 1) : a.key < b.key ? -sign : sign))
    .map(({ row }) => row);
}

/** How many rows have each value: for the counts in the filters' menus. */
export function countBy(rows: readonly BoardNode[], value: (row: BoardNode) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(value(row), (counts.get(value(row)) ?? 0) + 1);
  return counts;
}
