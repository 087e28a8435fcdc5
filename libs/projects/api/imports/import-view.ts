import { policy, type Rule } from '@softmob/access';
import { invalid } from '@softmob/api-kit';
import {
  type AccompanyingValues,
  type CheckedRow,
  checkRows,
  type CheckResult,
  type ColumnMapping,
  type CompanyValues,
  type ImportKind,
  type LearnerValues,
  type OrganisationValues,
  type ReserveValues,
} from '@softmob/participants-model';
import { type AccompanyingPerson, type Flow } from '../project.entity';
import { knownAccompanying, planAccompanying } from './accompanying.import';
import { type KnownCompanies, knownCompanies, planCompanies } from './companies.import';
import { type ImportBatch } from './import-batch.entity';
import { checkContext, factsOf, type ImportFacts, type Reading } from './import-facts';
import { type ImportFinding } from './import-findings';
import { type KnownLearner, knownLearners, planLearners, ranksTaken } from './learners.plan';
import { type NewFlow, newFlowFacts, newFlowsIn, flowsByCode } from './new-flows';
import { type KnownOrganisation, knownOrganisations, planOrganisations } from './organisations.import';
import { type GoodRow, type PlannedRow } from './planned-row';

/** Choices of the reader that no column of the file settles. */
export interface ImportChoices {
  /** Flow of the rows that name none; otherwise destination and dates decide. */
  readonly flowId?: string | null;
  /** Whether flows that rows name and that do not exist are to be created. */
  readonly createFlows?: boolean | null;
  /** Only these of them, by code. */
  readonly flowCodes?: readonly string[] | null;
}

/** Who may bring a kind of file in. */
export function ruleOfKind(kind: ImportKind): Rule {
  return kind === 'companies' || kind === 'organisations'
    ? policy.organisations.importThem
    : policy.participants.importThem;
}

/** Rows of one kind, compared with what is stored of it. */
export type Comparison =
  | { kind: 'learners'; rows: PlannedRow<LearnerValues>[]; known: KnownLearner[] }
  | { kind: 'reserves'; rows: PlannedRow<ReserveValues>[]; known: KnownLearner[] }
  | { kind: 'accompanying'; rows: PlannedRow<AccompanyingValues>[]; known: AccompanyingPerson[] }
  | { kind: 'companies'; rows: PlannedRow<CompanyValues>[]; known: KnownCompanies }
  | { kind: 'organisations'; rows: PlannedRow<OrganisationValues>[]; known: KnownOrganisation[] };

/** A file as its reader sees it: understood, checked and compared. */
export interface ImportLook {
  readonly batch: ImportBatch;
  readonly facts: ImportFacts;
  readonly result: CheckResult;
  readonly newFlows: readonly NewFlow[];
  readonly comparison: Comparison;
}

const goodRows = <Values>(rows: readonly { row: number; ok: boolean; values: unknown }[]): GoodRow<Values>[] =>
  rows.flatMap(({ row, ok, values }) => (ok ? [{ row, values: values as Values }] : []));

async function compare(
  reading: Reading,
  batch: ImportBatch,
  facts: ImportFacts,
  result: CheckResult,
): Promise<Comparison> {
  const headerOf = (field: string) => batch.mapping.columns.find((column) => column.field === field)?.header ?? null;
  const { kind } = batch;
  switch (kind) {
    case 'learners': {
      const rows = goodRows<LearnerValues>(result.rows);
      const known = await knownLearners(reading, batch, rows);
      return { kind, known, rows: planLearners(kind, rows, known, new Set(), headerOf) };
    }
    case 'reserves': {
      const rows = goodRows<ReserveValues>(result.rows);
      const known = await knownLearners(reading, batch, rows);
      return { kind, known, rows: planLearners(kind, rows, known, await ranksTaken(reading, batch, known), headerOf) };
    }
    case 'accompanying': {
      const rows = goodRows<AccompanyingValues>(result.rows);
      const known = await knownAccompanying(reading, batch);
      return { kind, known, rows: planAccompanying(rows, known, flowsByCode(facts.flows)) };
    }
    case 'companies': {
      const rows = goodRows<CompanyValues>(result.rows);
      const known = await knownCompanies(reading, rows);
      return { kind, known, rows: planCompanies(reading, facts, rows, known) };
    }
    case 'organisations': {
      const rows = goodRows<OrganisationValues>(result.rows);
      const known = await knownOrganisations(reading, batch, rows);
      return { kind, known, rows: planOrganisations(batch, rows, known, headerOf) };
    }
  }
}

function chosenFlowOf(facts: ImportFacts, choices: ImportChoices): Flow | null {
  const { flowId } = choices;
  if (!flowId || flowId === 'BY_DESTINATION_AND_DATES') return null;
  const flow = facts.flows.find(({ id }) => id === flowId);
  if (!flow) throw invalid('flowId', 'FLOW_UNKNOWN', 'Choose a flow of this project.');
  return flow;
}

/** The flows that may be created and that the reader wants. */
export const flowsToCreate = (newFlows: readonly NewFlow[], { createFlows, flowCodes }: ImportChoices): NewFlow[] =>
  createFlows ? newFlows.filter(({ code, problem }) => problem === null && (flowCodes?.includes(code) ?? true)) : [];

/** Reads a stored file anew: checks and comparison are never older than the data. Six statements at most. */
export async function lookAt(reading: Reading, batch: ImportBatch, choices: ImportChoices): Promise<ImportLook> {
  const facts = await factsOf(reading, batch);
  const chosenFlow = chosenFlowOf(facts, choices)?.code ?? null;
  const check = (newFlows: readonly NewFlow[]) =>
    checkRows(
      batch,
      batch.mapping as ColumnMapping,
      checkContext(reading.ctx, batch, facts, {
        chosenFlow,
        newFlows: newFlows.map((flow) => newFlowFacts(flow, facts.project?.callYear ?? 0)),
      }),
    );
  const first = check([]);
  const newFlows = newFlowsIn(reading.ctx, facts, first.rows as CheckedRow[]);
  const creatable = flowsToCreate(newFlows, choices);
  const result = creatable.length > 0 ? check(creatable) : first;
  return { batch, facts, result, newFlows, comparison: await compare(reading, batch, facts, result) };
}

/** What is said of a row in the end. */
export interface RowVerdict {
  readonly row: number;
  readonly status: 'new' | 'unchanged' | 'changed' | 'waiting';
  readonly changes: PlannedRow<unknown>['changes'];
  readonly findings: readonly ImportFinding[];
}

/** Every row of the file with its status, differences and findings, in the file's order. */
export function verdictsOf({ result, comparison }: ImportLook): RowVerdict[] {
  const planned = new Map<number, PlannedRow<unknown>>(
    (comparison.rows as PlannedRow<unknown>[]).map((plan) => [plan.row, plan]),
  );
  return result.rows.map(({ row, findings }): RowVerdict => {
    const plan = planned.get(row);
    if (!plan) return { row, status: 'waiting', changes: [], findings };
    return { row, status: plan.status, changes: plan.changes, findings: [...findings, ...plan.findings] };
  });
}
