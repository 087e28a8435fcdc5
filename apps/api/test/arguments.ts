import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

const SCALARS: Readonly<Record<string, unknown>> = {
  String: 'word',
  Int: 1,
  Float: 1,
  Boolean: true,
  Day: '2027-01-01',
  Moment: '2027-01-01T00:00:00Z',
};

/** A value that fits an input type: every id in it is `id`, everything else the plainest thing that parses. */
export function sample(type: GraphQLInputType, id: string, depth = 0): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return depth > 4 ? [] : [sample(inner.ofType as GraphQLInputType, id, depth + 1)];
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).filter(
      (field) => isNonNullType(field.type) || (depth < 3 && holdsId(field.type)),
    );
    return Object.fromEntries(fields.map((field) => [field.name, sample(field.type, id, depth + 1)]));
  }
  return inner.name === 'ID' ? id : SCALARS[inner.name];
}

/** Whether an id stands anywhere in this input type. */
export function holdsId(type: GraphQLInputType, depth = 0): boolean {
  const named = getNamedType(type);
  if (named.name === 'ID') return true;
  return (
    isInputObjectType(named) &&
    depth < 4 &&
    Object.values(named.getFields()).some((field) => holdsId(field.type, depth + 1))
  );
}

/** Everything readable below a type without arguments, three levels deep. */
export function selectAll(type: GraphQLOutputType, depth = 3): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields())
    .filter((field) => field.args.every((argument) => !isNonNullType(argument.type)))
    .flatMap((field) => {
      const inner = getNamedType(field.type);
      if (!isObjectType(inner)) return [field.name];
      return depth > 0 ? [`${field.name} ${selectAll(field.type, depth - 1)}`] : [];
    });
  return fields.length > 0 ? `{ ${fields.join(' ')} }` : '{ __typename }';
}

/** A whole operation that calls one root field with every id set to `id`, and asks for what lies so many levels below. */
export function operationFor(
  kind: 'query' | 'mutation' | 'subscription',
  field: GraphQLField<unknown, unknown>,
  id: string,
  depth = 3,
) {
  const used = field.args.filter((argument) => isNonNullType(argument.type) || holdsId(argument.type));
  const declared = used.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const passed = used.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  return {
    query: `${kind} ${declared ? `(${declared})` : ''} { ${field.name}${passed ? `(${passed})` : ''} ${selectAll(field.type, depth)} }`,
    variables: Object.fromEntries(used.map((argument) => [argument.name, sample(argument.type, id)])),
    takesId: used.some((argument) => holdsId(argument.type)),
  };
}
