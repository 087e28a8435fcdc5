import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** The codes a screen may meet; anything unknown is INTERNAL, no answer at all is NETWORK. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'VALIDATION',
  'CONFLICT',
  'ILLEGAL_STATE',
  'RATE_LIMITED',
  'TOO_LARGE',
  'NETWORK',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A fault of one field: `path` as the form knows it (`learners.0.email`), `message` the server's own sentence. */
export interface FieldFault {
  path: string;
  code: string;
  message: string;
  params?: Readonly<Record<string, string | number>>;
}

/** What went wrong, ready for a form or a message. */
export interface FormErrors {
  code: ErrorCode;
  /** Why, where the code alone does not say: `STALE`, `FULL`, `WRONG_PASSWORD`. */
  reason: string | null;
  /** The server's own sentence; null where the server did not answer. */
  message: string | null;
  fields: FieldFault[];
  /** What must come first, for ILLEGAL_STATE. */
  missing: string[];
  retryAfterSeconds: number | null;
}

interface AnsweredError {
  message: string;
  extensions?: Readonly<Record<string, unknown>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The errors in the body of an answer that is not GraphQL's, such as that of an upload. */
function errorsInBody(text: string): AnsweredError[] {
  try {
    const body: unknown = JSON.parse(text);
    return isRecord(body) && Array.isArray(body['errors']) ? body['errors'].filter(isAnswered) : [];
  } catch {
    return [];
  }
}

function isAnswered(value: unknown): value is AnsweredError {
  return isRecord(value) && typeof value['message'] === 'string';
}

/** What the server said about a failure; null where it said nothing (the connection failed). */
function answered(error: unknown): readonly AnsweredError[] | null {
  if (CombinedGraphQLErrors.is(error)) return error.errors;
  if (ServerError.is(error)) return errorsInBody(error.bodyText);
  return null;
}

function fault(value: unknown): FieldFault | null {
  if (!isRecord(value) || typeof value['path'] !== 'string' || typeof value['code'] !== 'string') return null;
  const { path, code, message, params } = value;
  return {
    path: path.replace(/^input\./, ''),
    code,
    message: typeof message === 'string' ? message : '',
    ...(isRecord(params) ? { params: params as Record<string, string | number> } : {}),
  };
}

/** Reads any failure of a request into what a form or a screen can say. Null for no error. */
export function toFormErrors(error: unknown): FormErrors | null {
  if (error === null || error === undefined) return null;
  const nothing = { reason: null, message: null, fields: [], missing: [], retryAfterSeconds: null };
  const said = answered(error);
  if (said === null || (said.length === 0 && unanswered(error))) return { ...nothing, code: 'NETWORK' };
  const first = said[0];
  const extensions = first?.extensions ?? {};
  const { fields, missing, reason, retryAfterSeconds } = extensions;
  return {
    code: ERROR_CODES.find((code) => code === extensions['code']) ?? 'INTERNAL',
    reason: typeof reason === 'string' ? reason : null,
    message: first?.message ?? null,
    fields: Array.isArray(fields) ? fields.map(fault).filter((one) => one !== null) : [],
    missing: Array.isArray(missing) ? missing.map(String) : [],
    retryAfterSeconds: typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null,
  };
}

/** Whether the failure means that the session has ended; a wrong password has a reason of its own. */
export function mayBeSignedOut(error: unknown): boolean {
  return (answered(error) ?? []).some(({ extensions }) => {
    return extensions?.['code'] === 'UNAUTHENTICATED' && extensions['reason'] === undefined;
  });
}

/** Whether the server never got to answer: no connection, or only a gateway spoke. Asking again may help. */
export function unanswered(error: unknown): boolean {
  return ServerError.is(error) ? error.statusCode >= 502 : !CombinedGraphQLErrors.is(error);
}
