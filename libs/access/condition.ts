import { type Actor } from './actor';

/** What of the actor a condition may compare with. */
export type ActorKey = Exclude<keyof Actor, 'audience' | 'seatMobilityIds'>;
type Scalar = string | number | boolean;
type Operand = { readonly actor: ActorKey } | { readonly value: Scalar };

/**
 * A condition over the columns of one row and the actor, as data: it is evaluated in memory for a field's rule,
 * and compiled to SQL for reach. Columns carry the entity's property names.
 */
export type Condition =
  | { readonly op: 'always' }
  | { readonly op: 'never' }
  | { readonly op: 'equals'; readonly column: string; readonly to: Operand }
  | { readonly op: 'after'; readonly column: string; readonly than: Operand }
  | { readonly op: 'oneOf'; readonly column: string; readonly values: readonly Scalar[] }
  | { readonly op: 'isNull'; readonly column: string }
  | { readonly op: 'withinSeat'; readonly column: string }
  | { readonly op: 'allWithinSeat'; readonly column: string }
  | { readonly op: 'through'; readonly column: string; readonly reach: string; readonly key: string }
  | {
      readonly op: 'linked';
      readonly table: string;
      readonly column: string;
      readonly to: string;
      readonly where: Condition;
    }
  | { readonly op: 'all'; readonly of: readonly Condition[] }
  | { readonly op: 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition };

export const always: Condition = { op: 'always' };
export const never: Condition = { op: 'never' };
export const actor = (key: ActorKey): Operand => ({ actor: key });
const operand = (to: Operand | Scalar): Operand => (typeof to === 'object' ? to : { value: to });

/** The column holds exactly this value (null never equals). */
export const equals = (column: string, to: Operand | Scalar): Condition => ({ op: 'equals', column, to: operand(to) });
/** The column's value lies after this one (ISO dates compare as text); null is never after. */
export const after = (column: string, than: Operand | Scalar): Condition => ({
  op: 'after',
  column,
  than: operand(than),
});
export const oneOf = (column: string, values: readonly Scalar[]): Condition => ({ op: 'oneOf', column, values });
export const isNull = (column: string): Condition => ({ op: 'isNull', column });
/** True for an account; for a one-link seat only where the column names one of the seat's mobilities. */
export const withinSeat = (column: string): Condition => ({ op: 'withinSeat', column });
/** True for an account; for a one-link seat only where the column lists mobilities, and all of them are the seat's. */
export const allWithinSeat = (column: string): Condition => ({ op: 'allWithinSeat', column });
/** The row is reached because the row that `column` points to (by its `key`) is reached under `reach`. */
export const through = (column: string, reach: string, key = 'id'): Condition => ({
  op: 'through',
  column,
  reach,
  key,
});
/** Another table holds a row whose `to` equals this row's `column`, and which fulfils `where`. */
export const linked = (table: string, column: string, to: string, where: Condition): Condition => ({
  op: 'linked',
  table,
  column,
  to,
  where,
});
export const all = (...of: Condition[]): Condition => ({ op: 'all', of });
export const any = (...of: Condition[]): Condition => ({ op: 'any', of });
export const not = (of: Condition): Condition => ({ op: 'not', of });

function valueOf(source: Operand, who: Actor): Scalar | null {
  return 'actor' in source ? who[source.actor] : source.value;
}

/** A condition prepared for one row after another: no interpretation is left for the hot path. */
export type Check = (who: Actor, row: Readonly<Record<string, unknown>>) => boolean;

/**
 * Turns a condition into a synchronous function of (actor, row). Conditions that need another table
 * (`through`, `linked`) belong to reach alone and are refused here with an error.
 */
export function compileCheck(condition: Condition): Check {
  switch (condition.op) {
    case 'always':
      return () => true;
    case 'never':
      return () => false;
    case 'equals': {
      const { column, to } = condition;
      return (who, row) => row[column] != null && row[column] === valueOf(to, who);
    }
    case 'after': {
      const { column, than } = condition;
      return (who, row) => {
        const [value, bound] = [row[column], valueOf(than, who)];
        return value != null && bound != null && (value as Scalar) > bound;
      };
    }
    case 'oneOf': {
      const values = new Set<unknown>(condition.values);
      return (_who, row) => values.has(row[condition.column]);
    }
    case 'isNull':
      return (_who, row) => row[condition.column] == null;
    case 'withinSeat':
      return (who, row) =>
        who.seatMobilityIds === null || who.seatMobilityIds.includes(row[condition.column] as string);
    case 'allWithinSeat':
      return (who, row) => {
        const seat = who.seatMobilityIds;
        const listed = row[condition.column] as readonly string[] | null | undefined;
        return seat === null || (!!listed?.length && listed.every((id) => seat.includes(id)));
      };
    case 'all': {
      const checks = condition.of.map(compileCheck);
      return (who, row) => checks.every((check) => check(who, row));
    }
    case 'any': {
      const checks = condition.of.map(compileCheck);
      return (who, row) => checks.some((check) => check(who, row));
    }
    case 'not': {
      const check = compileCheck(condition.of);
      return (who, row) => !check(who, row);
    }
    case 'through':
    case 'linked':
      throw new Error(`A field's condition must stand on the row's own columns, not on "${condition.op}"`);
  }
}

/** The columns that a condition reads from its own row. */
export function columnsOf(condition: Condition): readonly string[] {
  switch (condition.op) {
    case 'always':
    case 'never':
      return [];
    case 'all':
    case 'any':
      return condition.of.flatMap(columnsOf);
    case 'not':
      return columnsOf(condition.of);
    default:
      return [condition.column];
  }
}

/** A short, stable text of the condition for the access matrix. */
export function describeCondition(condition: Condition): string {
  const to = (source: Operand) => ('actor' in source ? `my ${source.actor}` : JSON.stringify(source.value));
  switch (condition.op) {
    case 'always':
      return 'yes';
    case 'never':
      return 'no';
    case 'equals':
      return `${condition.column} = ${to(condition.to)}`;
    case 'after':
      return `${condition.column} > ${to(condition.than)}`;
    case 'oneOf':
      return `${condition.column} in ${condition.values.join('/')}`;
    case 'isNull':
      return `no ${condition.column}`;
    case 'withinSeat':
      return `${condition.column} within the seat`;
    case 'allWithinSeat':
      return `every one of ${condition.column} within the seat`;
    case 'through':
      return `${condition.column} reaches ${condition.reach}`;
    case 'linked':
      return `${condition.table} with ${condition.to} = ${condition.column} and (${describeCondition(condition.where)})`;
    case 'all':
      return condition.of.map(describeCondition).join(' and ');
    case 'any':
      return `(${condition.of.map(describeCondition).join(' or ')})`;
    case 'not':
      return `not (${describeCondition(condition.of)})`;
  }
}
