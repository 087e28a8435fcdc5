import { type Ctx } from '@softmob/api-kit';
import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { limitDepth, MAX_TOKENS } from '../graphql';

/** An operation as it came over the socket. */
export interface Asked {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

const refusal = (message: string) => new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });

/** Checks a subscription against its reader's view and the limits of every document; returns what is wrong, or how to run it. */
export function prepare(schema: GraphQLSchema, asked: Asked): readonly GraphQLError[] | ExecutionArgs {
  let document;
  try {
    document = parse(asked.query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    return [error instanceof GraphQLError ? error : refusal('This document cannot be read.')];
  }
  const operation = getOperationAST(document, asked.operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
    return [refusal('Only subscriptions go over a WebSocket; everything else is asked by POST.')];
  }
  const faults = validate(schema, document, [...specifiedRules, limitDepth]);
  if (faults.length > 0) return faults.map(({ message }) => refusal(message));
  return { schema, document, operationName: asked.operationName ?? null, variableValues: asked.variables ?? {} };
}

type Events = AsyncIterable<unknown>;
const isEvents = (source: Events | ExecutionResult): source is Events => Symbol.asyncIterator in source;

/**
 * Runs a subscription. Each event is answered as a request of its own would be: with fresh loaders, through the reader's
 * reach of that moment.
 */
export async function subscribe(
  args: ExecutionArgs,
  freshContext: () => Ctx,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream({ ...args, contextValue: freshContext() });
  if (!isEvents(source)) return source;
  const events = source[Symbol.asyncIterator]();
  const done = { done: true, value: undefined } as const;
  const results: AsyncIterableIterator<ExecutionResult> = {
    async next() {
      const event = await events.next();
      if (event.done) return done;
      const ctx = freshContext();
      const value = await execute({ ...args, rootValue: event.value, contextValue: ctx });
      await ctx.flushAccessLog();
      return { done: false, value };
    },
    // Not through a generator: its `return` would wait for an event that may never come.
    async return() {
      await events.return?.();
      return done;
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}
