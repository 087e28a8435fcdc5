import { GraphQLError } from 'graphql';

/** What is wrong with one field of an input: where, which fault, and a sentence that names the mend. */
export interface FieldFault {
  /** Path below the input, such as `learners.0.email`. */
  readonly path: string;
  /** Stable code that portals translate. */
  readonly code: string;
  /** English sentence for integrators. */
  readonly message: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The whole list of error codes a client may meet; anything else leaves the server as INTERNAL. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'VALIDATION',
  'CONFLICT',
  'ILLEGAL_STATE',
  'RATE_LIMITED',
  'TOO_LARGE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error that a client may read. Everything else is reported as INTERNAL, its cause only in the server's log. */
export class DomainError extends GraphQLError {
  constructor(
    readonly code: ErrorCode,
    message: string,
    extensions: Record<string, unknown> = {},
  ) {
    super(message, { extensions: { ...extensions, code } });
  }
}

export const unauthenticated = () => new DomainError('UNAUTHENTICATED', 'Sign in first.');
export const forbidden = (message = 'This is not yours to do.') => new DomainError('FORBIDDEN', message);
/** Also for what exists but may not be seen: the two look the same from outside. */
export const notFound = (what: string) => new DomainError('NOT_FOUND', `There is no such ${what}.`, { what });
export const validation = (fields: readonly FieldFault[]) =>
  new DomainError('VALIDATION', fields.map((fault) => `${fault.path}: ${fault.message}`).join(' '), { fields });
/** One faulty field. */
export const invalid = (path: string, code: string, message: string, params?: FieldFault['params']) =>
  validation([{ path, code, message, ...(params ? { params } : {}) }]);
export const conflict = (message = 'Somebody changed this in the meantime. Reload and try again.', reason = 'STALE') =>
  new DomainError('CONFLICT', message, { reason });
/** A step that the state machine does not allow now; `missing` says what must come first. */
export const illegalState = (message: string, reason: string, missing: readonly string[] = []) =>
  new DomainError('ILLEGAL_STATE', message, { reason, missing });
export const rateLimited = (retryAfterSeconds: number) =>
  new DomainError('RATE_LIMITED', `Too many tries. Try again in ${String(retryAfterSeconds)} seconds.`, {
    retryAfterSeconds,
  });
