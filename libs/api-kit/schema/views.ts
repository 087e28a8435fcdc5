import { type Audience, columnsOfRule, conditionFor, may, mayEver, type Rule } from '@softmob/access';
import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type Ctx } from '../context';
import { ACCESS } from './access.decorator';
import { directResolvers } from './direct';

type Field = GraphQLFieldConfig<Record<string, unknown>, Ctx>;

/** The rule of a field, or undefined where somebody forgot it. */
export function ruleOf(field: { extensions?: Readonly<Record<string, unknown>> | null | undefined }): Rule | undefined {
  return field.extensions?.[ACCESS] as Rule | undefined;
}

/** The names of the root types: their conditions are asserted by services, with the loaded subject. */
function rootsOf(schema: GraphQLSchema): ReadonlySet<string | undefined> {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return new Set(roots.map((type) => type?.name));
}

/** Every field of every object type of the schema, with the type's name. */
export function* fieldsOf(schema: GraphQLSchema) {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) yield { type: type.name, field };
  }
}

/**
 * What is wrong with the schema's rules: fields without one, conditions on fields that cannot be null, missing
 * descriptions. The server refuses to start while this list is not empty.
 */
export function faultsOf(schema: GraphQLSchema): string[] {
  const roots = rootsOf(schema);
  const faults: string[] = [];
  for (const { type, field } of fieldsOf(schema)) {
    const name = `${type}.${field.name}`;
    const rule = ruleOf(field);
    if (!rule) faults.push(`${name} has no rule`);
    else if (!roots.has(type) && columnsOfRule(rule).length > 0 && isNonNullType(field.type)) {
      faults.push(`${name} has a condition but cannot be null`);
    }
    if (!field.description) faults.push(`${name} has no description`);
  }
  return faults;
}

/** A field whose rule has a condition is read through one synchronous check; refused, it is null. */
function guarded(rule: Rule, inner: GraphQLFieldResolver<Record<string, unknown>, Ctx>): typeof inner {
  return (row, args, ctx, info) => (may(rule, ctx.actor, row) ? inner(row, args, ctx, info) : null);
}

/** Reads of a logged field that delivered something are noted, once per request and subject. */
function logged(
  name: string,
  log: (ctx: Ctx, field: string, row: Record<string, unknown>) => void,
  inner: GraphQLFieldResolver<Record<string, unknown>, Ctx>,
): typeof inner {
  return (row, args, ctx, info) => {
    const value: unknown = inner(row, args, ctx, info);
    if (value != null) log(ctx, name, row);
    return value;
  };
}

export interface ViewOptions {
  /** `Type.field` of what is logged when it is read. */
  readonly loggedFields: ReadonlySet<string>;
  readonly log: (ctx: Ctx, field: string, row: Record<string, unknown>) => void;
}

/**
 * The schema as these audiences may all see it: what one of them may never see does not exist in it, neither in errors
 * nor in introspection. Conditions that remain are checked per row; reads of logged fields by the school are noted.
 */
export function viewOf(schema: GraphQLSchema, audiences: readonly Audience[], options?: ViewOptions): GraphQLSchema {
  const roots = rootsOf(schema);
  const direct = directResolvers();
  const cut = mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (config, fieldName, typeName) => {
      const plain = direct.get(`${typeName}.${fieldName}`);
      const field = (plain ? { ...config, resolve: plain } : config) as Field;
      const rule = ruleOf(field);
      if (!rule || !audiences.every((audience) => mayEver(rule, audience))) return null;
      if (roots.has(typeName)) return field;
      const conditional = audiences.some((audience) => conditionFor(rule, audience));
      const name = `${typeName}.${fieldName}`;
      const isLogged = options?.loggedFields.has(name) && audiences.includes('sendingCoordinator');
      if (!conditional && !isLogged) return field;
      let resolve = field.resolve ?? (defaultFieldResolver as GraphQLFieldResolver<Record<string, unknown>, Ctx>);
      if (conditional) resolve = guarded(rule, resolve);
      if (isLogged && options) resolve = logged(name, options.log, resolve);
      return { ...field, resolve };
    },
  });
  return pruneSchema(cut, { skipEmptyCompositeTypePruning: false });
}
