/**
 * What an operation reads, said once: the GraphQL selection and the SQL of the reference are both made from it, so that
 * the two sides cannot drift apart.
 */
export interface Shape {
  /** Field names; a column is the name in snake case unless `sql` says otherwise. */
  readonly fields: readonly string[];
  /** SQL of a field over alias `x`, where it is not simply its column. */
  readonly sql?: Readonly<Record<string, string>>;
  readonly children?: Readonly<Record<string, Child>>;
}

/** What hangs below a row: one row or a list of them. */
export interface Child {
  readonly shape: Shape;
  readonly list: boolean;
  /** FROM and WHERE (and ORDER BY): `x` is the child's alias, `parent` stands for the parent's. */
  readonly from: string;
}

const toColumn = (property: string) => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The selection set of a shape. */
export function selectionOf(shape: Shape): string {
  const children = Object.entries(shape.children ?? {}).map(([name, child]) => `${name} ${selectionOf(child.shape)}`);
  const fields = shape.fields.map((field) => shape.sql?.[`${field}.selection`] ?? field);
  return `{ ${[...fields, ...children].join(' ')} }`;
}

/** The SELECT list of a shape over an alias; what lies below comes as sub-selects that make JSON. */
export function columnsOf(shape: Shape, alias = 'x0', depth = 0): string {
  const fields = shape.fields.map((field) => {
    const sql = shape.sql?.[field]?.replaceAll(/\bx\./g, `${alias}.`) ?? `${alias}.${toColumn(field)}`;
    return `${sql} AS "${field}"`;
  });
  const children = Object.entries(shape.children ?? {}).map(([name, { shape: inner, list, from }], at) => {
    const own = `x${String(depth + 1)}${String.fromCharCode(97 + at)}`;
    const source = from.replaceAll(/\bx\b/g, own).replaceAll(/\bparent\b/g, alias);
    const rows = `(SELECT ${columnsOf(inner, own, depth + 1)} ${source}) r`;
    const json = list ? `coalesce(json_agg(r), '[]'::json)` : 'row_to_json(r)';
    return `(SELECT ${json} FROM ${rows}) AS "${name}"`;
  });
  return [...fields, ...children].join(', ');
}
