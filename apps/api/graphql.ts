import { ApolloServer, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { type Audience } from '@softmob/access';
import { type Ctx, DomainError } from '@softmob/api-kit';
import {
  type ExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  GraphQLError as GraphQLErrorClass,
  type GraphQLSchema,
  Kind,
  type ValidationRule,
} from 'graphql';
import { compileQuery } from 'graphql-jit';
import { type Logger } from 'pino';

const MAX_DEPTH = 14;
const MAX_TOKENS = 6_000;

/** Refuses documents nested deeper than any honest screen asks. */
const limitDepth: ValidationRule = (context) => {
  let depth = 0;
  return {
    [Kind.FIELD]: {
      enter(node) {
        depth += 1;
        if (depth === MAX_DEPTH + 1) {
          context.reportError(
            new GraphQLErrorClass(`Nested deeper than ${String(MAX_DEPTH)} levels.`, { nodes: node }),
          );
        }
      },
      leave() {
        depth -= 1;
      },
    },
  };
};

/** graphql-jit reports faulty variables by errors without extensions, which Apollo cannot format. */
function whole(error: GraphQLError): GraphQLError {
  const { message, path, originalError } = error;
  return error.extensions === undefined ? new GraphQLErrorClass(message, { path: path ?? null, originalError }) : error;
}

/** Compiles each document of a view once; Apollo has parsed, validated and cached it by then. */
function compiledExecutor(schema: GraphQLSchema) {
  const compiled = new WeakMap<object, Map<string, ReturnType<typeof compileQuery>>>();
  return async (request: {
    document: Parameters<typeof compileQuery>[1];
    operationName: string | null;
    context: unknown;
    request: { variables?: Record<string, unknown> };
  }): Promise<ExecutionResult> => {
    const { document, operationName, context } = request;
    let operations = compiled.get(document);
    if (!operations) compiled.set(document, (operations = new Map()));
    const key = operationName ?? '';
    let query = operations.get(key);
    if (!query) operations.set(key, (query = compileQuery(schema, document, operationName ?? undefined)));
    const variables = request.request.variables ?? {};
    const result = ('query' in query ? await query.query(undefined, context, variables) : query) as ExecutionResult;
    return result.errors ? { ...result, errors: result.errors.map(whole) } : result;
  };
}

function formatter(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    const original = (cause as GraphQLError | undefined)?.originalError ?? cause;
    if (original instanceof DomainError)
      return { ...formatted, message: original.message, extensions: original.extensions };
    const code = formatted.extensions?.code;
    if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') {
      return { ...formatted, extensions: { code } };
    }
    if (original instanceof GraphQLErrorClass && original.originalError === undefined) {
      return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } };
    }
    log.error({ err: original }, 'an operation failed');
    return { message: 'Something went wrong on our side. It has been noted.', extensions: { code: 'INTERNAL' } };
  };
}

/** One GraphQL server per audience, each over its own view. */
export class GraphqlServers {
  private constructor(private readonly servers: ReadonlyMap<Audience, ApolloServer<Ctx>>) {}

  static async start(views: ReadonlyMap<Audience, GraphQLSchema>, log: Logger): Promise<GraphqlServers> {
    const servers = new Map<Audience, ApolloServer<Ctx>>();
    for (const [audience, schema] of views) {
      const executor = compiledExecutor(schema);
      const server = new ApolloServer<Ctx>({
        gateway: {
          onSchemaLoadOrUpdate: (callback) => {
            callback({ apiSchema: schema, coreSupergraphSdl: '' });
            return () => undefined;
          },
          load: () => Promise.resolve({ executor: executor as never }),
          stop: () => Promise.resolve(),
        },
        introspection: true,
        includeStacktraceInErrorResponses: false,
        parseOptions: { maxTokens: MAX_TOKENS },
        validationRules: [limitDepth],
        plugins: [ApolloServerPluginCacheControlDisabled()],
        formatError: formatter(log),
        stopOnTerminationSignals: false,
        logger: {
          debug: () => undefined,
          info: () => undefined,
          warn: (text) => log.warn(text),
          error: (text) => log.error(text),
        },
      });
      await server.start();
      servers.set(audience, server);
    }
    return new GraphqlServers(servers);
  }

  /** Runs one HTTP request against its caller's view. */
  handle(ctx: Ctx, httpGraphQLRequest: HTTPGraphQLRequest): Promise<HTTPGraphQLResponse> {
    const server = this.servers.get(ctx.actor.audience);
    if (!server) throw new Error(`No view for ${ctx.actor.audience}`);
    return server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: () => Promise.resolve(ctx) });
  }

  async stop(): Promise<void> {
    await Promise.all([...this.servers.values()].map((server) => server.stop()));
  }
}
