import { type GraphQLFieldResolver } from 'graphql';
import { type Ctx } from '../context';

type Row = Record<string, unknown>;
type Resolve = GraphQLFieldResolver<Row, Ctx>;
type Method = (this: object, ...given: unknown[]) => unknown;

/** What type-graphql's decorators noted of one parameter and one field resolver, as far as it is read here. */
interface Parameter {
  readonly kind: string;
  readonly index: number;
  readonly name?: string;
  readonly propertyName?: string;
  readonly getType?: () => unknown;
}
interface Handler {
  readonly kind: 'internal' | 'external';
  readonly target: new () => object;
  readonly methodName: string;
  readonly schemaName: string;
  readonly params?: readonly Parameter[];
  readonly middlewares?: readonly unknown[];
  readonly getObjectType?: () => unknown;
}
interface Notes {
  readonly fieldResolvers: readonly Handler[];
  readonly objectTypes: readonly { readonly name: string; readonly target: unknown }[];
  readonly inputTypes: readonly { readonly target: unknown }[];
}

type Reader = (row: Row, given: Row, ctx: Ctx) => unknown;

/** How a parameter is read off a call; null for what only type-graphql itself can convert. */
function readerOf(parameter: Parameter, notes: Notes): Reader | null {
  const { kind, name, propertyName, getType } = parameter;
  if (propertyName !== undefined) return null;
  if (kind === 'root') return (row) => row;
  if (kind === 'context') return (_row, _given, ctx) => ctx;
  if (kind !== 'arg' || name === undefined) return null;
  const type = getType?.();
  return notes.inputTypes.some(({ target }) => target === type) ? null : (_row, given) => given[name];
}

function resolverOf(handler: Handler, notes: Notes): Resolve | null {
  const method = (handler.target.prototype as Record<string, unknown>)[handler.methodName] as Method | undefined;
  if (typeof method !== 'function' || handler.middlewares?.length) return null;
  const ordered = [...(handler.params ?? [])].sort((one, other) => one.index - other.index);
  const readers = ordered.map((parameter) => readerOf(parameter, notes));
  if (!readers.every((reader) => reader !== null)) return null;
  const owner = handler.kind === 'external' ? new handler.target() : null;
  const [first, second] = readers;
  if (!first) return (row) => method.call(owner ?? row);
  if (!second) return (row, given: Row, ctx) => method.call(owner ?? row, first(row, given, ctx));
  return (row, given: Row, ctx) =>
    method.apply(
      owner ?? row,
      readers.map((reader) => reader(row, given, ctx)),
    );
}

/**
 * The resolvers of fields as plain calls, by `Type.field`: without a copy of the row, a list of parameters and a promise
 * for each of a thousand rows. What type-graphql must convert (input types) stays with it.
 */
export function directResolvers(): ReadonlyMap<string, Resolve> {
  const notes = (globalThis as unknown as { TypeGraphQLMetadataStorage?: Notes }).TypeGraphQLMetadataStorage;
  const direct = new Map<string, Resolve>();
  if (!notes) return direct;
  const names = new Map(notes.objectTypes.map(({ target, name }) => [target, name]));
  for (const handler of notes.fieldResolvers) {
    const type = names.get(handler.getObjectType?.());
    const resolve = resolverOf(handler, notes);
    if (type && resolve) direct.set(`${type}.${handler.schemaName}`, resolve);
  }
  return direct;
}
