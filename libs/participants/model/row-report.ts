import { type Fault, type Finding, findingAt } from './findings';
import { type ImportValue } from './import-values';

/** One row while it is checked: its values so far and what was found in it. */
export class RowReport {
  readonly values: Record<string, ImportValue> = {};
  readonly findings: Finding[] = [];

  constructor(
    readonly row: number,
    private readonly headers: ReadonlyMap<string, string>,
  ) {}

  add(field: string, found: Fault): void {
    this.findings.push(findingAt({ row: this.row, column: this.headers.get(field) ?? null, field }, found));
  }

  /** A text or day; null where empty or not understood. */
  text(field: string): string | null {
    const value = this.values[field];
    return typeof value === 'string' ? value : null;
  }

  /** Whether the field is empty because its cell was, not because it could not be read. */
  isEmpty(field: string): boolean {
    return (this.values[field] ?? null) === null && !this.findings.some((found) => found.field === field);
  }

  get hasErrors(): boolean {
    return this.findings.some(({ severity }) => severity === 'error');
  }
}
