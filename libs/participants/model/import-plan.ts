import { type ImportValue } from './import-values';

/** By what a person is known again: the student number, else the e-mail address. */
export interface Identity {
  studentNo?: string | null;
  email: string;
}

const sameText = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Whether both are one person: by student number where both have one, else by e-mail address. */
export function sameIdentity(a: Identity, b: Identity): boolean {
  return a.studentNo && b.studentNo ? sameText(a.studentNo, b.studentNo) : sameText(a.email, b.email);
}

export interface FieldChange {
  field: string;
  before: ImportValue;
  after: ImportValue;
}

type Row = object;
const entriesOf = (row: Row): [string, ImportValue][] => Object.entries(row) as [string, ImportValue][];

/**
 * What an incoming row would change. An empty cell changes nothing, since it may only say that the file does not know;
 * fields that the existing row does not have at all are passed over.
 */
export function diffRow(existing: Row, incoming: Row): FieldChange[] {
  const before = new Map(entriesOf(existing));
  return entriesOf(incoming).flatMap(([field, after]) => {
    const old = before.get(field);
    return after === null || old === undefined || old === after ? [] : [{ field, before: old, after }];
  });
}

/** What importing a row would do; a clash is an address or number that already belongs to somebody else. */
export type PlannedRow<V> =
  | { row: number; values: V; action: 'add' }
  | { row: number; values: V; action: 'same'; existingId: string }
  | { row: number; values: V; action: 'update'; existingId: string; changes: FieldChange[] }
  | { row: number; values: V; action: 'clash'; existingId: string };

/** Compares rows with the people already there, so that importing again adds nobody and offers changes as updates. */
export function planImport<V extends Identity>(
  incoming: readonly { row: number; values: V }[],
  existing: readonly { id: string; values: Identity }[],
): PlannedRow<V>[] {
  type Known = (typeof existing)[number];
  const byNumber = new Map<string, Known>();
  const byEmail = new Map<string, Known>();
  for (const known of existing) {
    if (known.values.studentNo) byNumber.set(known.values.studentNo.toLowerCase(), known);
    byEmail.set(known.values.email.toLowerCase(), known);
  }
  const claimed = new Set<string>();
  return incoming.map(({ row, values }): PlannedRow<V> => {
    const atNumber = values.studentNo ? byNumber.get(values.studentNo.toLowerCase()) : undefined;
    const atEmail = byEmail.get(values.email.toLowerCase());
    const same = [atNumber, atEmail].find((known) => known !== undefined && sameIdentity(known.values, values));
    const other = [atEmail].find((known) => known !== undefined && known !== same);
    const clash = other ?? (same && claimed.has(same.id) ? same : undefined);
    if (clash) return { row, values, action: 'clash', existingId: clash.id };
    if (!same) return { row, values, action: 'add' };
    claimed.add(same.id);
    const changes = diffRow(same.values, values);
    if (changes.length === 0) return { row, values, action: 'same', existingId: same.id };
    return { row, values, action: 'update', existingId: same.id, changes };
  });
}
