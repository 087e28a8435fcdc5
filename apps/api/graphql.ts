import { ApolloServer, HeaderMap } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { type Audience } from '@softmob/access';
import { type Ctx, DomainError, type RequestFacts, unauthenticated } from '@softmob/api-kit';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  GraphQLError as GraphQLErrorClass,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  type ValidationRule,
} from 'graphql';
import { type Logger } from 'pino';
import { CompiledDocuments } from './compiled-documents';

const MAX_DEPTH = 14;
/** Tokens of a document, whichever way it comes. */
export const MAX_TOKENS = 6_000;

/** Refuses documents nested deeper than any honest screen asks. */
export const limitDepth: ValidationRule = (context) => {
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

/** What stays open cannot be answered over HTTP. */
const onlyOnce: ValidationRule = (context) => ({
  [Kind.OPERATION_DEFINITION](node) {
    if (node.operation !== OperationTypeNode.SUBSCRIPTION) return;
    context.reportError(new GraphQLErrorClass('Subscriptions go over a WebSocket.', { nodes: node }));
  },
});

/** graphql-jit reports faulty variables by errors without extensions, which Apollo cannot format. */
function whole(error: GraphQLError): GraphQLError {
  const { message, path, originalError } = error;
  return error.extensions === undefined ? new GraphQLErrorClass(message, { path: path ?? null, originalError }) : error;
}

/** A GraphQL request as it came in the body; what does not fit is refused by Apollo. */
interface Request {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Record<string, unknown>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The request in a body that holds nothing unusual; null leaves it to Apollo to say what is wrong. */
function requestIn(body: unknown): Request | null {
  if (!isRecord(body)) return null;
  const { query, operationName = null, variables = null, extensions = null } = body;
  if (typeof query !== 'string' || extensions !== null) return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  if (variables !== null && !isRecord(variables)) return null;
  return { query, operationName, variables: variables ?? {} };
}

/** What Apollo hands to whoever executes. */
interface Execution {
  readonly document: DocumentNode;
  readonly source: string;
  readonly context: Ctx;
  readonly request: { readonly operationName?: string; readonly variables?: Record<string, unknown> };
}

/** Words errors: what a client may read stays, everything else is noted in the log. */
export function formatter(log: Logger) {
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

function apolloServer(
  schema: GraphQLSchema,
  log: Logger,
  execute: (execution: Execution) => Promise<ExecutionResult>,
): ApolloServer<Ctx> {
  return new ApolloServer<Ctx>({
    gateway: {
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      load: () => Promise.resolve({ executor: execute as never }),
      stop: () => Promise.resolve(),
    },
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [limitDepth, onlyOnce],
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
}

/** Whether a document was refused because the caller's view does not hold what it asks. */
function isInvalid(body: string): boolean {
  const { errors = [] } = JSON.parse(body) as { errors?: { extensions?: { code?: unknown } }[] };
  return errors.some(({ extensions }) => extensions?.code === 'GRAPHQL_VALIDATION_FAILED');
}

/** What goes back over HTTP. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * One view: Apollo parses and validates a document when it first comes, and words every error. A document that is known
 * goes straight to its compiled form.
 */
class View {
  private readonly documents: CompiledDocuments;
  private readonly server: ApolloServer<Ctx>;
  /** Results with errors on their way to Apollo, which words them (and copies the Ctx): nothing runs twice. */
  private readonly failed = new WeakMap<RequestFacts, ExecutionResult>();

  constructor(schema: GraphQLSchema, log: Logger) {
    this.documents = new CompiledDocuments(schema);
    this.server = apolloServer(schema, log, (execution) => this.execute(execution));
  }

  start = () => this.server.start();
  stop = () => this.server.stop();

  /** Runs one request. @throws UNAUTHENTICATED where the public may not ask it and the session has ended */
  async handle(ctx: Ctx, body: unknown): Promise<Answer> {
    const request = requestIn(body);
    const known = request && this.documents.find(request.query, request.operationName);
    if (known) {
      const result = (await known.query(undefined, ctx, request.variables)) as ExecutionResult;
      if (!result.errors) return { status: 200, body: known.stringify(result) };
      this.failed.set(ctx.request, result);
    }
    const headers = new HeaderMap([['content-type', 'application/json']]);
    const answer = await this.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body },
      context: () => Promise.resolve(ctx),
    });
    if (answer.body.kind !== 'complete') throw new Error('Incremental delivery is not offered');
    if (ctx.request.sessionEnded && isInvalid(answer.body.string)) throw unauthenticated();
    return { status: answer.status ?? 200, body: answer.body.string };
  }

  private async execute(execution: Execution): Promise<ExecutionResult> {
    const result = this.failed.get(execution.context.request) ?? (await this.firstRun(execution));
    return result.errors ? { ...result, errors: result.errors.map(whole) } : result;
  }

  private async firstRun({ document, source, context, request }: Execution): Promise<ExecutionResult> {
    const operationName = request.operationName ?? null;
    const compiled = this.documents.find(source, operationName) ?? this.documents.add(source, operationName, document);
    if (!('query' in compiled)) return compiled;
    return (await compiled.query(undefined, context, request.variables ?? {})) as ExecutionResult;
  }
}

/** One GraphQL server per audience, each over its own view. */
export class GraphqlServers {
  private constructor(private readonly views: ReadonlyMap<Audience, View>) {}

  static async start(schemas: ReadonlyMap<Audience, GraphQLSchema>, log: Logger): Promise<GraphqlServers> {
    const views = new Map([...schemas].map(([audience, schema]) => [audience, new View(schema, log)]));
    for (const view of views.values()) await view.start();
    return new GraphqlServers(views);
  }

  /** Runs one request against its caller's view. */
  handle(ctx: Ctx, body: unknown): Promise<Answer> {
    const view = this.views.get(ctx.actor.audience);
    if (!view) throw new Error(`No view for ${ctx.actor.audience}`);
    return view.handle(ctx, body);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.views.values()].map((view) => view.stop()));
  }
}
