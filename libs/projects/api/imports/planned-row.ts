import { type FieldChange } from '@softmob/participants-model';
import { type ImportFinding } from './import-findings';

/** What bringing a good row in would do. */
export interface PlannedRow<Values> {
  readonly row: number;
  readonly values: Values;
  /** `waiting`: the comparison with what is stored found a fault. */
  readonly status: 'new' | 'unchanged' | 'changed' | 'waiting';
  /** What the row was recognised as, if it is known. */
  readonly existingId: string | null;
  readonly changes: readonly FieldChange[];
  readonly findings: readonly ImportFinding[];
}

/** A good row of the checks. */
export interface GoodRow<Values> {
  readonly row: number;
  readonly values: Values;
}

/** Finds the header of a field's column, for findings of the comparison. */
export type HeaderOf = (field: string) => string | null;

/** Rows that go in: new ones, and those whose changes the reader accepts. */
export interface Accepted<Values> {
  readonly added: readonly PlannedRow<Values>[];
  readonly changed: readonly PlannedRow<Values>[];
}

/** What an application did, beside the counts of rows. */
export interface Applied {
  readonly flowsCreated: number;
}
