/** What the wizard shows of a file; each portal's own document has this shape. */
export interface ImportFinding {
  row: number;
  column: string | null;
  field: string;
  severity: string;
  code: string;
  message: string;
  mend: string;
  offers: string[];
}

export interface ImportRow {
  row: number;
  status: string;
  cells: string[];
  changes: { field: string; label: string; before: string | null; after: string | null }[];
  findings: ImportFinding[];
}

export interface ImportColumn {
  index: number;
  header: string;
  field: string | null;
  by: string | null;
  dateOrder: string | null;
  samples: string[];
}

export interface ImportNewFlow {
  code: string;
  country: string | null;
  town: string | null;
  startsOn: string | null;
  endsOn: string | null;
  hostName: string | null;
  rows: number;
  problem: string | null;
}

export interface ImportView {
  id: string;
  kind: string;
  projectId: string | null;
  fileName: string;
  fileKind: string;
  encoding: string;
  separator: string | null;
  fields: { key: string; label: string; required: boolean }[];
  missing: { key: string; label: string }[];
  columns: ImportColumn[];
  counts: Record<'total' | 'added' | 'changed' | 'unchanged' | 'waiting' | 'errors' | 'warnings' | 'notices', number>;
  newFlows: ImportNewFlow[];
  rows: ImportRow[];
  /** What is worth a look and holds no row back. */
  warned: ImportFinding[];
  waiting: ImportRow[];
  changed: ImportRow[];
  receipt: Record<'added' | 'updated' | 'unchanged' | 'waiting' | 'flowsCreated', number> | null;
}

/** Choices of the reader that live in the address. */
export interface ImportChoices {
  flowId: string;
  /** Codes of the flows to be created. */
  create: readonly string[];
}

/** What the wizard can do; each resolves once the answer is on the screen. */
export interface ImportActions {
  remap: (column: number, field: string | null) => Promise<void>;
  correct: (row: number, finding: Pick<ImportFinding, 'field'>, value: string) => Promise<void>;
  apply: (acceptRows: number[]) => Promise<void>;
}
