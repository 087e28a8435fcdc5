/** Why a file could not be read as a table; each has its words in the messages. */
export type TableErrorCode =
  | 'EMPTY_FILE'
  | 'TOO_LARGE'
  | 'NOT_A_TABLE'
  | 'NO_HEADER'
  | 'NO_ROWS'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_COLUMNS'
  | 'UNPACKED_TOO_LARGE'
  | 'ENCRYPTED'
  | 'CORRUPT'
  | 'OLD_EXCEL'
  | 'UTF_16'
  | 'UNCLOSED_QUOTE';

/** A file that is no readable table: the code chooses the message, the parameters fill it. */
export class TableError extends Error {
  override readonly name = 'TableError';

  constructor(
    readonly code: TableErrorCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** What a table may hold at most. */
export const tableLimits = {
  bytes: 10 * 1024 * 1024,
  unpackedBytes: 60 * 1024 * 1024,
  rows: 5_000,
  columns: 200,
  /** Rows counted with the empty ones between: a stray cell far below must not fill the memory. */
  lastRow: 20_000,
} as const;
