import { type Actor } from './actor';
import { type Audience } from './audience';
import { type Condition, never } from './condition';

/** Which rows of a type an actor may see at all: one condition per audience; an audience left out sees none. */
export interface Reach {
  readonly name: string;
  readonly table: string;
  readonly of: Readonly<Partial<Record<Audience, Condition>>>;
}

const declared = new Map<string, Reach>();

/** Declares the reach of a type once; every list, loader and write of that type takes its WHERE from here. */
export function reach(name: string, table: string, of: Reach['of']): Reach {
  if (declared.has(name)) throw new Error(`The reach of "${name}" is declared twice`);
  const made: Reach = { name, table, of };
  declared.set(name, made);
  return made;
}

/** The property name of an entity as its column's name. */
export function toColumn(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A WHERE under construction: text and the values its placeholders stand for. */
export class SqlParameters {
  readonly values: unknown[] = [];

  /** Adds a value and returns its placeholder. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }
}

interface Compilation {
  readonly who: Actor;
  readonly parameters: SqlParameters;
  /** A reach that the caller has already established for the parent row: `through` it counts as true. */
  readonly established: string | null;
  depth: number;
}

function toSql(condition: Condition, alias: string, state: Compilation): string {
  const column = (property: string) => `${alias}.${toColumn(property)}`;
  const add = (value: unknown) => state.parameters.add(value);
  const operand = (to: { actor: string } | { value: unknown }) =>
    add('actor' in to ? state.who[to.actor as 'today'] : to.value);
  switch (condition.op) {
    case 'always':
      return 'TRUE';
    case 'never':
      return 'FALSE';
    case 'equals':
      return `${column(condition.column)} = ${operand(condition.to)}`;
    case 'after':
      return `${column(condition.column)} > ${operand(condition.than)}`;
    case 'oneOf':
      return `${column(condition.column)} = ANY(${add(condition.values)})`;
    case 'isNull':
      return `${column(condition.column)} IS NULL`;
    case 'withinSeat': {
      const seat = add(state.who.seatMobilityIds);
      return `(${seat}::uuid[] IS NULL OR ${column(condition.column)} = ANY(${seat}::uuid[]))`;
    }
    case 'allWithinSeat': {
      const seat = add(state.who.seatMobilityIds);
      const listed = column(condition.column);
      return `(${seat}::uuid[] IS NULL OR (${listed} <> '{}' AND ${listed} <@ ${seat}::uuid[]))`;
    }
    case 'through': {
      if (state.established === condition.reach) return 'TRUE';
      const target = declared.get(condition.reach);
      if (!target) throw new Error(`Reach goes through "${condition.reach}", which nobody declared`);
      const inner = `r${String((state.depth += 1))}`;
      const where = toSql(target.of[state.who.audience] ?? never, inner, state);
      return `EXISTS (SELECT 1 FROM ${target.table} ${inner} WHERE ${inner}.${toColumn(condition.key)} = ${column(condition.column)} AND ${where})`;
    }
    case 'linked': {
      const inner = `r${String((state.depth += 1))}`;
      return `EXISTS (SELECT 1 FROM ${condition.table} ${inner} WHERE ${inner}.${toColumn(condition.to)} = ${column(condition.column)} AND ${toSql(condition.where, inner, state)})`;
    }
    case 'all':
      return `(${condition.of.map((part) => toSql(part, alias, state)).join(' AND ') || 'TRUE'})`;
    case 'any':
      return `(${condition.of.map((part) => toSql(part, alias, state)).join(' OR ') || 'FALSE'})`;
    case 'not':
      return `NOT ${toSql(condition.of, alias, state)}`;
  }
}

/**
 * The WHERE of a type for this actor. The text depends only on the audience, so that a prepared statement serves
 * everybody of that audience; what differs stands in the parameters.
 */
export function reachSql(
  of: Reach,
  who: Actor,
  parameters: SqlParameters,
  alias: string,
  established: string | null = null,
): string {
  return toSql(of.of[who.audience] ?? never, alias, { who, parameters, established, depth: 0 });
}
