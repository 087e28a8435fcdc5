import { reachSql, SqlParameters } from '@softmob/access';
import DataLoader from 'dataloader';
import { type QueryResultRow } from 'pg';
import { type Ctx } from '../context';
import { invalid, notFound } from '../errors';
import { type Source } from './source';

/** A piece of WHERE: text over alias `x`, its values added to the parameters. */
export type Where = (parameters: SqlParameters) => string;

/** One batch per tick, one instance per request: keys in, rows out in the same order. */
export interface LoaderDefinition<Key, Value> {
  readonly name: string;
  batch(ctx: Ctx, keys: readonly Key[]): Promise<readonly (Value | Error)[]>;
}

/** All loaders of one request. */
export class Loaders {
  private readonly made = new Map<unknown, unknown>();

  constructor(private readonly ctx: Ctx) {}

  of<Key, Value>(definition: LoaderDefinition<Key, Value>): DataLoader<Key, Value> {
    let loader = this.made.get(definition) as DataLoader<Key, Value> | undefined;
    if (!loader) {
      loader = new DataLoader<Key, Value>((keys) => definition.batch(this.ctx, keys));
      this.made.set(definition, loader);
    }
    return loader;
  }
}

/** Puts rows in the order of the keys; null where a key has none. */
export function inOrder<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** Rows by key, the keys in the order in which they first come. */
export function groupsBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** Groups rows by key, in the order of the keys; empty where a key has none. */
export function grouped<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
}

/**
 * Loads rows by id for a parent that was already reached (the flow of a mobility, say): the parent's reach stands for
 * theirs, and each field's own rule still holds.
 */
export function loaderById<Row extends { id: string }>(of: Source<Row>): LoaderDefinition<string, Row | null> {
  return {
    name: `${of.name}ById`,
    async batch(ctx, ids) {
      const rows = await ctx.db.query<Row & QueryResultRow>(
        `SELECT ${of.select('x')} FROM ${of.table} x WHERE x.id = ANY($1::uuid[])`,
        [ids],
      );
      return inOrder(ids, rows, (row) => row.id);
    },
  };
}

/**
 * Loads the children of many reached parents at once. The child's own reach is applied, with `established` naming the
 * reach that the parent already passed.
 */
export function loaderOfChildren<Row extends object>(
  of: Source<Row>,
  key: keyof Row & string,
  options: { established: string; orderBy: string; where?: string },
): LoaderDefinition<string, Row[]> {
  const column = of.columns.find((entry) => entry.property === key)?.column ?? key;
  return {
    name: `${of.name}By${key}`,
    async batch(ctx, ids) {
      const parameters = new SqlParameters();
      const keys = parameters.add(ids);
      const reached = of.reach ? reachSql(of.reach, ctx.actor, parameters, 'x', options.established) : 'TRUE';
      const rows = await ctx.db.query<Row & QueryResultRow>(
        `SELECT ${of.select('x')} FROM ${of.table} x WHERE x.${column} = ANY(${keys}::uuid[]) AND ${reached}${options.where ? ` AND ${options.where}` : ''} ORDER BY ${options.orderBy}`,
        parameters.values,
      );
      return grouped(ids, rows, (row) => row[key] as string);
    },
  };
}

/** One row by id, within the actor's reach; NOT_FOUND where there is none or it may not be seen. */
export async function findOne<Row extends object>(ctx: Ctx, of: Source<Row>, id: string): Promise<Row> {
  const parameters = new SqlParameters();
  const key = parameters.add(id);
  const reached = of.reach ? reachSql(of.reach, ctx.actor, parameters, 'x') : 'TRUE';
  const [row] = await ctx.db.query<Row & QueryResultRow>(
    `SELECT ${of.select('x')} FROM ${of.table} x WHERE x.id = ${key}::uuid AND ${reached}`,
    parameters.values,
  );
  if (!row) throw notFound(of.name);
  return row;
}

/** All rows within the actor's reach that fulfil `where`; for lists that are small by nature. */
export async function findAll<Row extends object>(
  ctx: Ctx,
  of: Source<Row>,
  options: { where?: Where; orderBy: string; join?: string; limit?: number },
): Promise<Row[]> {
  const parameters = new SqlParameters();
  const reached = of.reach ? reachSql(of.reach, ctx.actor, parameters, 'x') : 'TRUE';
  const where = options.where ? ` AND ${options.where(parameters)}` : '';
  return ctx.db.query<Row & QueryResultRow>(
    `SELECT ${of.select('x')} FROM ${of.table} x ${options.join ?? ''} WHERE ${reached}${where} ORDER BY ${options.orderBy} LIMIT ${String(options.limit ?? 2_000)}`,
    parameters.values,
  );
}

/** How a page is asked for. */
export interface PageInput {
  /** 1 to 500 rows; 50 unless told. */
  readonly first?: number | null;
  /** The cursor after which the page begins. */
  readonly after?: string | null;
}

/** A sort key: SQL over the joined tables, never null, with its PostgreSQL type for the cursor. */
export interface SortKey {
  readonly sql: string;
  readonly type: 'text' | 'date' | 'timestamptz' | 'integer';
  readonly descending?: boolean;
}

/** A page of rows with cursors; the total is counted only when somebody asks. */
export interface Page<Row> {
  readonly edges: readonly { readonly node: Row; readonly cursor: string }[];
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  countTotal(): Promise<number>;
}

/** A sort key as it is read for the cursor; PostgreSQL spells moments to the microsecond, Date would not. */
const textOf = ({ sql, type }: { sql: string; type: string }) => (type === 'timestamptz' ? `(${sql})::text` : sql);

function cursorAfter(after: string, keys: number): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === keys + 1 && parts.every((part) => typeof part === 'string'))
      return parts;
  } catch {
    // falls through to the one error below
  }
  throw invalid('after', 'CURSOR_INVALID', 'This cursor was not given out by this list.');
}

/** Keyset paging on the sort keys and, last, the id: stable while rows come and go, and as fast on page 100 as on 1. */
export async function findPage<Row extends object>(
  ctx: Ctx,
  of: Source<Row>,
  page: PageInput,
  options: { where?: Where; join?: string | Where; sort: readonly SortKey[] },
): Promise<Page<Row>> {
  const first = page.first ?? 50;
  if (first < 1 || first > 500) throw invalid('first', 'PAGE_SIZE', 'Ask for 1 to 500 rows.');
  const parameters = new SqlParameters();
  const reached = of.reach ? reachSql(of.reach, ctx.actor, parameters, 'x') : 'TRUE';
  const join = typeof options.join === 'function' ? options.join(parameters) : (options.join ?? '');
  const base = `${reached}${options.where ? ` AND ${options.where(parameters)}` : ''}`;
  const counted = [...parameters.values];
  const from = `FROM ${of.table} x ${join}`;
  const keys = [...options.sort, { sql: 'x.id', type: 'uuid' as const, descending: options.sort.at(-1)?.descending }];
  const beyond = page.after ? ` AND ${keysetSql(keys, cursorAfter(page.after, options.sort.length), parameters)}` : '';
  const cursorKeys = keys.map((key, at) => `${textOf(key)} AS "__key${String(at)}"`).join(', ');
  const rows = await ctx.db.query<Row & Record<`__key${number}`, unknown>>(
    `SELECT ${of.select('x')}, ${cursorKeys} ${from} WHERE ${base}${beyond}
     ORDER BY ${keys.map((key) => `${key.sql}${key.descending ? ' DESC' : ''}`).join(', ')} LIMIT ${parameters.add(first + 1)}`,
    parameters.values,
  );
  const nodes = rows.slice(0, first);
  const cursorOf = (node: (typeof rows)[number]) =>
    Buffer.from(JSON.stringify(keys.map((_key, at) => String(node[`__key${at}`])))).toString('base64url');
  const last = nodes.at(-1);
  return {
    get edges() {
      return nodes.map((node) => ({ node, cursor: cursorOf(node) }));
    },
    nodes,
    pageInfo: { hasNextPage: rows.length > first, endCursor: last ? cursorOf(last) : null },
    async countTotal() {
      const [total] = await ctx.db.query<{ total: number }>(
        `SELECT count(*)::int AS total ${from} WHERE ${base}`,
        counted,
      );
      return total?.total ?? 0;
    },
  };
}

function keysetSql(
  keys: readonly { sql: string; type: string; descending?: boolean | undefined }[],
  values: readonly string[],
  parameters: SqlParameters,
): string {
  const holders = keys.map((key, index) => `${parameters.add(values[index])}::${key.type}`);
  const branches = keys.map((key, index) => {
    const equal = keys.slice(0, index).map((before, at) => `${before.sql} = ${holders[at] ?? ''}`);
    return `(${[...equal, `${key.sql} ${key.descending ? '<' : '>'} ${holders[index] ?? ''}`].join(' AND ')})`;
  });
  return `(${branches.join(' OR ')})`;
}
