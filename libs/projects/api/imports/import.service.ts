import { policy } from '@softmob/access';
import { type Ctx, findOne, illegalState, invalid, notFound, type Tx, write } from '@softmob/api-kit';
import {
  describeTableError,
  type FieldKey,
  fieldLabel,
  type ImportKind,
  matchColumns,
  overrideColumns,
  readTable,
  type Table,
  TableError,
} from '@softmob/participants-model';
import { insertFlows, checkFlow } from '../flow.service';
import { projects } from '../project.loaders';
import { localeOf } from '../rule-faults';
import { applyAccompanying } from './accompanying.import';
import { applyCompanies } from './companies.import';
import { type ImportBatch, type ImportReceipt } from './import-batch.entity';
import { importBatches } from './import.source';
import { flowsToCreate, type ImportChoices, type ImportLook, lookAt, ruleOfKind } from './import-view';
import { applyLearners, applyReserves } from './learners.apply';
import { flowsByCode } from './new-flows';
import { applyOrganisations } from './organisations.import';
import { type Accepted, type PlannedRow } from './planned-row';

async function readFile(ctx: Ctx, bytes: Uint8Array, fileName: string): Promise<Table> {
  try {
    return await readTable(bytes, fileName);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    throw invalid('file', error.code, describeTableError(error, localeOf(ctx)), error.params);
  }
}

const ofProject = (kind: ImportKind) => kind !== 'companies' && kind !== 'organisations';

/** Only a school names organisations; whoever may bring the kind in at all, its rule says. @throws FORBIDDEN */
function assertKind(ctx: Ctx, kind: ImportKind): void {
  ctx.assert(ruleOfKind(kind));
  if (kind === 'organisations') ctx.assert(policy.participants.importThem);
}

/** Reads an uploaded file and keeps what it holds. Nothing goes in yet. @throws VALIDATION on an unreadable file */
export async function uploadImport(
  ctx: Ctx,
  kind: ImportKind,
  projectId: string | null,
  file: { bytes: Uint8Array; name: string },
): Promise<ImportBatch> {
  assertKind(ctx, kind);
  if (ofProject(kind) && !projectId)
    throw invalid('projectId', 'PROJECT_MISSING', 'Say into which project the file goes.');
  const table = await readFile(ctx, file.bytes, file.name);
  return write(ctx, policy.imports.handle, async (tx) => {
    if (projectId) await tx.load(projects, projectId);
    const [batch] = await tx.insert(importBatches, [
      {
        id: tx.newId(),
        organisationId: ctx.organisationId,
        projectId: ofProject(kind) ? projectId : null,
        kind,
        fileName: file.name,
        fileKind: table.kind,
        encoding: table.encoding,
        separator: table.separator,
        headers: table.headers,
        headerRow: table.headerRow,
        rowNumbers: table.rowNumbers,
        rows: table.rows,
        mapping: matchColumns(table.headers, kind),
        createdBy: ctx.personId,
        createdAt: ctx.clock.now(),
        version: 1,
      },
    ]);
    if (!batch) throw new Error('The file was not stored');
    await tell(tx, batch, 'import.uploaded', { kind, fileName: file.name, rows: table.rows.length });
    return batch;
  });
}

const tell = (tx: Tx, batch: ImportBatch, type: string, after: Record<string, unknown>) =>
  tx.event({ type, subjectType: 'import', subjectId: batch.id, organisationId: batch.organisationId, after });

/** One file of the caller's organisation. @throws NOT_FOUND */
export const findImport = (ctx: Ctx, id: string): Promise<ImportBatch> => findOne(ctx, importBatches, id);

/** Says by hand which column fills which field. @throws VALIDATION on a column or field that is not there */
export function remapImport(
  ctx: Ctx,
  id: string,
  choices: readonly { column: number; field: string | null }[],
): Promise<ImportBatch> {
  return write(ctx, policy.imports.handle, async (tx) => {
    const batch = await tx.load(importBatches, id);
    assertKind(ctx, batch.kind);
    const known = new Set(batch.mapping.columns.map(({ index }) => index));
    for (const { column, field } of choices) {
      if (!known.has(column)) throw invalid('mapping', 'COLUMN_UNKNOWN', `The file has no column ${String(column)}.`);
      if (field !== null && fieldLabel(batch.kind, field, 'en') === field) {
        throw invalid('mapping', 'FIELD_UNKNOWN', `There is no field "${field}".`);
      }
    }
    const overrides = Object.fromEntries(choices.map(({ column, field }) => [column, field as FieldKey | null]));
    const mapping = overrideColumns(batch.mapping, overrides);
    await tell(tx, batch, 'import.remapped', { columns: choices.length });
    return tx.update(importBatches, batch, { mapping });
  });
}

/** Where a value is to be written: a column of the file, or a field, which gets a column of its own if it has none. */
export interface CellPlace {
  readonly row: number;
  readonly column?: number | null;
  readonly field?: string | null;
}

function withCell(batch: ImportBatch, place: CellPlace, value: string): Partial<ImportBatch> {
  const at = batch.rowNumbers.indexOf(place.row);
  const line = batch.rows[at];
  if (!line) throw invalid('row', 'ROW_UNKNOWN', 'The file has no such row, or it is in already.');
  const mapped = batch.mapping.columns.find(({ field }) => field !== null && field === place.field)?.index;
  const index = place.column ?? mapped ?? batch.headers.length;
  const isNew = index === batch.headers.length && place.field;
  if (!isNew && !(index in batch.headers)) throw invalid('column', 'COLUMN_UNKNOWN', 'The file has no such column.');
  const rows = batch.rows.map((cells, each) => {
    if (each !== at) return cells;
    const filled = [...cells, ...Array<string>(Math.max(0, index + 1 - cells.length)).fill('')];
    return filled.map((cell, column) => (column === index ? value : cell));
  });
  if (!isNew || !place.field) return { rows };
  const header = fieldLabel(batch.kind, place.field, 'en');
  if (header === place.field) throw invalid('field', 'FIELD_UNKNOWN', `There is no field "${place.field}".`);
  const blank = { ...batch.mapping, columns: [...batch.mapping.columns, { index, header, field: null, by: null }] };
  return {
    rows,
    headers: [...batch.headers, header],
    mapping: overrideColumns(blank, { [index]: place.field as FieldKey }),
  };
}

/** Writes one cell anew; the file on the person's computer stays as it was. @throws VALIDATION */
export function correctImportCell(ctx: Ctx, id: string, place: CellPlace, value: string): Promise<ImportBatch> {
  return write(ctx, policy.imports.handle, async (tx) => {
    const batch = await tx.load(importBatches, id);
    assertKind(ctx, batch.kind);
    const patch = withCell(batch, place, value.slice(0, 1_000).trim());
    await tell(tx, batch, 'import.corrected', {
      row: place.row,
      column: place.column ?? null,
      field: place.field ?? null,
    });
    return tx.update(importBatches, batch, patch);
  });
}

/** What goes in, beside the choices: which changed rows are accepted as updates. */
export interface ApplyChoices extends ImportChoices {
  readonly acceptUpdates?: readonly number[] | 'all' | null;
}

function accepted<Values>(
  rows: readonly PlannedRow<Values>[],
  updates: ApplyChoices['acceptUpdates'],
): Accepted<Values> {
  const numbers = new Set(updates === 'all' ? rows.map(({ row }) => row) : (updates ?? []));
  return {
    added: rows.filter(({ status }) => status === 'new'),
    changed: rows.filter(
      ({ row, status, changes }) =>
        numbers.has(row) && (status === 'changed' || (status === 'new' && changes.length > 0)),
    ),
  };
}

/** Creates the flows that new rows name, and returns all flows of the project by code. */
async function readyFlows(tx: Tx, look: ImportLook, choices: ApplyChoices) {
  const { project, flows } = look.facts;
  const fresh = flowsToCreate(look.newFlows, choices);
  const made =
    project && fresh.length > 0
      ? await insertFlows(
          tx,
          project,
          fresh.map((flow) => checkFlow(tx.ctx, project, flow)),
        )
      : [];
  return { byCode: flowsByCode([...flows, ...made]), created: made.length };
}

async function bringIn(tx: Tx, look: ImportLook, choices: ApplyChoices): Promise<number> {
  const { batch, comparison, facts } = look;
  const { byCode, created } = await readyFlows(tx, look, choices);
  const updates = choices.acceptUpdates;
  switch (comparison.kind) {
    case 'learners':
      await applyLearners(tx, batch, accepted(comparison.rows, updates), comparison.known, byCode);
      break;
    case 'reserves':
      await applyReserves(tx, batch, accepted(comparison.rows, updates), comparison.known);
      break;
    case 'accompanying':
      await applyAccompanying(tx, batch, accepted(comparison.rows, updates), byCode);
      break;
    case 'companies': {
      const kept = comparison.rows.filter(({ status }) => status === 'unchanged');
      await applyCompanies(tx, batch, facts, accepted(comparison.rows, updates), kept, comparison.known);
      break;
    }
    case 'organisations':
      await applyOrganisations(tx, batch, accepted(comparison.rows, updates), comparison.known);
      break;
  }
  return created;
}

function receiptOf(look: ImportLook, choices: ApplyChoices, flowsCreated: number): ImportReceipt {
  const rows = look.comparison.rows as PlannedRow<unknown>[];
  const { added, changed } = accepted(rows, choices.acceptUpdates);
  const updated = changed.filter(({ status }) => status === 'changed').length;
  const unchanged = rows.filter(({ status }) => status === 'unchanged').length;
  const waiting = look.result.rows.length - added.length - updated - unchanged;
  return { added: added.length, updated, unchanged, waiting, flowsCreated };
}

/** An organisation's imports go one after the other, so that two at once add nobody twice. */
async function queueUp(tx: Tx, batch: ImportBatch): Promise<void> {
  await tx.db.query('SELECT id FROM organisation WHERE id = $1 FOR NO KEY UPDATE', [batch.organisationId]);
}

/**
 * Brings the good rows in, in one transaction whose number of statements does not depend on how many they are. Faulty
 * rows wait in the file. Once nothing waits, the file's rows are dropped.
 * @throws NOT_FOUND, VALIDATION, ILLEGAL_STATE where everything is in already
 */
export function applyImport(ctx: Ctx, id: string, choices: ApplyChoices): Promise<ImportBatch> {
  return write(ctx, policy.imports.handle, async (tx) => {
    const batch = await tx.load(importBatches, id);
    assertKind(ctx, batch.kind);
    await queueUp(tx, batch);
    if (batch.rows.length === 0) throw illegalState('Everything in this file is in already.', 'IMPORT_DONE');
    const look = await lookAt({ ctx, db: tx.db }, batch, choices);
    if (look.facts.project === null && ofProject(batch.kind)) throw notFound('project');
    const receipt = receiptOf(look, choices, await bringIn(tx, look, choices));
    const type = batch.kind === 'learners' ? 'learners.imported' : 'import.applied';
    await tell(tx, batch, type, { ...receipt, kind: batch.kind, fileName: batch.fileName });
    const done = receipt.waiting === 0 ? { rows: [], rowNumbers: [] } : {};
    return tx.update(importBatches, batch, { receipt, appliedAt: ctx.clock.now(), ...done });
  });
}
