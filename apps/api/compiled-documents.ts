import { type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery } from 'graphql-jit';

/** Documents kept per view: portals have far fewer, and whoever sends others pays for it. */
const MOST = 1_000;

/** The documents of one view that Apollo has parsed and validated, compiled; the oldest make room. */
export class CompiledDocuments {
  private readonly known = new Map<string, Map<string, CompiledQuery>>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** An operation that was added before, by the text of its document. */
  find(source: string, operationName: string | null): CompiledQuery | undefined {
    return this.known.get(source)?.get(operationName ?? '');
  }

  /** Compiles an operation of a valid document, or says why it cannot be. */
  add(source: string, operationName: string | null, document: DocumentNode): CompiledQuery | ExecutionResult {
    const compiled = compileQuery(this.schema, document, operationName ?? undefined);
    if (!('query' in compiled)) return compiled as ExecutionResult;
    let operations = this.known.get(source);
    if (!operations) {
      const [oldest] = this.known.keys();
      if (this.known.size >= MOST && oldest !== undefined) this.known.delete(oldest);
      this.known.set(source, (operations = new Map()));
    }
    operations.set(operationName ?? '', compiled);
    return compiled;
  }
}
