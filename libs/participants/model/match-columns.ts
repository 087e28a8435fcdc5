import { type FieldDefinition } from './field-definition';
import { importFields } from './fields';
import { type FieldKey, type ImportKind } from './import-values';
import { editDistance, squash } from './text';

/** One column of the file, and the field that it fills; `by` tells how that was found. */
export interface ColumnMatch<K extends ImportKind = ImportKind> {
  index: number;
  header: string;
  field: FieldKey<K> | null;
  by: 'name' | 'near' | 'hand' | null;
}

/** Which column fills which field. Plain data: it can be stored and sent. */
export interface ColumnMapping<K extends ImportKind = ImportKind> {
  kind: K;
  columns: ColumnMatch<K>[];
  /** Headers of the columns that fill no field. */
  unmatched: string[];
  /** Required fields that no column fills. */
  missing: FieldKey<K>[];
}

const fieldsOf = <K extends ImportKind>(kind: K): readonly FieldDefinition<FieldKey<K>>[] => importFields[kind];
const withoutNotes = (header: string): string => header.replace(/\([^)]*\)|\[[^\]]*\]/g, '');

function summarise<K extends ImportKind>(kind: K, columns: ColumnMatch<K>[]): ColumnMapping<K> {
  const filled = new Set(columns.map(({ field }) => field));
  return {
    kind,
    columns,
    unmatched: columns.filter(({ field }) => field === null).map(({ header }) => header),
    missing: fieldsOf(kind)
      .filter(({ key, required }) => required && !filled.has(key))
      .map(({ key }) => key),
  };
}

/**
 * Finds each column's field by its header: case, accents, spaces and punctuation do not count, nor do notes in brackets;
 * a long name may have one slip of the pen. The first column wins where two would fill the same field.
 */
export function matchColumns<K extends ImportKind>(headers: readonly string[], kind: K): ColumnMapping<K> {
  const names = new Map<string, FieldKey<K>>();
  for (const { key, labels, aliases } of fieldsOf(kind)) {
    for (const name of [...Object.values(labels), ...aliases]) names.set(squash(name), key);
  }
  const taken = new Set<FieldKey<K>>();
  const columns = headers.map((header, index): ColumnMatch<K> => {
    const found = names.get(squash(header)) ?? names.get(squash(withoutNotes(header)));
    if (found === undefined || taken.has(found)) return { index, header, field: null, by: null };
    taken.add(found);
    return { index, header, field: found, by: 'name' };
  });
  for (const column of columns.filter(({ field }) => field === null)) {
    const header = squash(withoutNotes(column.header));
    if (header.length < 6) continue;
    const near = new Set(
      [...names].filter(([name, key]) => !taken.has(key) && editDistance(name, header) === 1).map(([, key]) => key),
    );
    const [only] = near;
    if (only === undefined || near.size > 1) continue;
    taken.add(only);
    Object.assign(column, { field: only, by: 'near' });
  }
  return summarise(kind, columns);
}

/** Sets columns by hand: index of the column → field, or null for none. A field moves away from the column that had it. */
export function overrideColumns<K extends ImportKind>(
  mapping: ColumnMapping<K>,
  choices: Readonly<Record<number, FieldKey<K> | null>>,
): ColumnMapping<K> {
  const chosen = new Set(Object.values(choices));
  const columns = mapping.columns.map((column): ColumnMatch<K> => {
    const choice = choices[column.index];
    if (choice !== undefined) return { ...column, field: choice, by: choice === null ? null : 'hand' };
    return column.field !== null && chosen.has(column.field) ? { ...column, field: null, by: null } : column;
  });
  return summarise(mapping.kind, columns);
}
