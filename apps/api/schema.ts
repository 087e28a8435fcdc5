import { type Audience, AUDIENCES } from '@softmob/access';
import { faultsOf, type Slice, viewOf, type ViewOptions } from '@softmob/api-kit';
import { type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';

/** Subscriptions bring their own source, `runtime.live`; type-graphql asks for one of its own all the same. */
export const noPubSub: PubSub = {
  publish() {
    throw new Error('Events are published by the database');
  },
  subscribe() {
    throw new Error('Name the source of a subscription by `subscribe`');
  },
};

/** The whole schema. @throws where a field has no rule: the server must not start then */
export function buildApiSchema(slices: readonly Slice[]): GraphQLSchema {
  const resolvers = slices.flatMap((slice) => slice.resolvers);
  const [first, ...rest] = resolvers;
  if (!first) throw new Error('There is no resolver');
  const schema = lexicographicSortSchema(
    buildSchemaSync({ resolvers: [first, ...rest], validate: false, pubSub: noPubSub }),
  );
  const faults = faultsOf(schema);
  if (faults.length > 0) throw new Error(`The schema is not safe to serve:\n${faults.join('\n')}`);
  return schema;
}

/** One executable schema per audience. */
export function viewsOf(schema: GraphQLSchema, options: ViewOptions): ReadonlyMap<Audience, GraphQLSchema> {
  return new Map(AUDIENCES.map((audience) => [audience, viewOf(schema, [audience], options)]));
}
