import { type Reach, toColumn } from '@softmob/access';
import { getMetadataArgsStorage } from 'typeorm';

type EntityClass<Row> = abstract new (...args: never[]) => Row;

interface ColumnOf {
  readonly property: string;
  readonly column: string;
  readonly type: string;
}

/**
 * Where the rows of a type come from: the entity's table and columns, and the reach that guards them. Field, column,
 * keys and reach are declarations, so that lists, loaders, writes and compiled reads share them.
 */
export interface Source<Row extends object> {
  readonly name: string;
  readonly table: string;
  readonly reach: Reach | null;
  readonly columns: readonly ColumnOf[];
  /** The version column where the entity has one. */
  readonly version: string | null;
  /** Columns whose values never enter the audit. */
  readonly secret: ReadonlySet<string>;
  /** `x.first_name AS "firstName", …` for this alias. */
  select(alias: string): string;
  /** Only for types: the row's shape. */
  readonly row?: Row;
}

/** Declares the source of a type. `secret` columns are masked wherever before and after are recorded. */
export function source<Row extends object>(
  entity: EntityClass<Row>,
  options: { name: string; reach: Reach | null; secret?: readonly (keyof Row & string)[] },
): Source<Row> {
  const storage = getMetadataArgsStorage();
  const table = storage.tables.find((entry) => entry.target === entity)?.name ?? options.name;
  const declared = storage.columns.filter((entry) => entry.target === entity);
  const columns = declared.map(({ propertyName, options: { type } }) => ({
    property: propertyName,
    column: toColumn(propertyName),
    type: typeof type === 'string' ? type : 'text',
  }));
  const selects = new Map<string, string>();
  return {
    name: options.name,
    table,
    reach: options.reach,
    columns,
    version: declared.find((entry) => entry.mode === 'version')?.propertyName ?? null,
    secret: new Set(options.secret ?? []),
    select(alias) {
      let text = selects.get(alias);
      if (!text) {
        text = columns.map(({ property, column }) => `${alias}.${column} AS "${property}"`).join(', ');
        selects.set(alias, text);
      }
      return text;
    },
  };
}
