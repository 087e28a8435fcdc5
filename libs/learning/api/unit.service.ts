import { policy } from '@softmob/access';
import { type Ctx, type Db, findAll, validate, write } from '@softmob/api-kit';
import { isBlank, LEARNING_UNITS, type LearningUnit, type LocalText, text, unitByKey } from '@softmob/learning-model';
import { z } from 'zod';
import { ownUnits } from './learning.loaders';
import { type OwnUnit } from './unit.entity';

/** A unit as the catalogue shows it: shipped (without identifier) or the school's own. */
export interface CatalogueUnit extends Omit<LearningUnit, 'occupation' | 'core'> {
  readonly id: string | null;
  readonly occupation: string;
  readonly version: number | null;
}

const OWN_ORIGIN = text('Written by the school', 'Scritta dalla scuola');

function shown(unit: OwnUnit): CatalogueUnit {
  const { id, key, occupation, iscedF, eqf, hours, version, words } = unit;
  return { id, key, occupation, iscedF, eqf, hours, version, esco: '', origin: OWN_ORIGIN, ...words };
}

export interface UnitFilter {
  readonly occupation?: string | null;
  readonly eqf?: number | null;
  readonly search?: string | null;
}

const found = (unit: CatalogueUnit, word: string) =>
  [unit.title, ...unit.knowledge, ...unit.skills].some(({ en, it }) => `${en} ${it}`.toLowerCase().includes(word));

/** The units a school may agree on: shipped ones, then its own; `eqf` is the level up to which they go. */
export async function listUnits(ctx: Ctx, filter: UnitFilter): Promise<CatalogueUnit[]> {
  const own = await findAll(ctx, ownUnits, { orderBy: 'x.occupation, x.key' });
  const word = filter.search?.trim().toLowerCase() ?? '';
  return [...LEARNING_UNITS.map((unit) => ({ ...unit, id: null, version: null })), ...own.map(shown)].filter(
    (unit) =>
      (!filter.occupation || unit.occupation === filter.occupation) &&
      (!filter.eqf || unit.eqf <= filter.eqf) &&
      (!word || found(unit, word)),
  );
}

/** Units by key: shipped ones, and those of this school. Unknown keys are left out. */
export async function unitsByKey(
  db: Db,
  schoolId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, LearningUnit>> {
  const known = new Map<string, LearningUnit>();
  for (const key of keys) {
    const unit = unitByKey(key);
    if (unit) known.set(key, unit);
  }
  const others = keys.filter((key) => !known.has(key));
  if (others.length === 0) return known;
  for (const unit of await ownUnitRows(db, schoolId, 'x.key = ANY($2)', others)) known.set(unit.key, unit);
  return known;
}

/** A school's own units for occupations that have no shipped ones. */
export function ownUnitsFor(db: Db, schoolId: string, occupations: readonly string[]): Promise<LearningUnit[]> {
  return ownUnitRows(db, schoolId, 'x.occupation = ANY($2)', occupations);
}

async function ownUnitRows(db: Db, schoolId: string, where: string, values: readonly string[]) {
  const rows = await db.query<OwnUnit>(
    `SELECT ${ownUnits.select('x')} FROM learning_unit x WHERE x.organisation_id = $1 AND ${where} ORDER BY x.key`,
    [schoolId, values],
  );
  return rows.map((row) => ({ ...shown(row), core: false }) as unknown as LearningUnit);
}

const words = z.object({ en: z.string().max(1000), it: z.string().max(1000) });
const written = words.refine((value) => !isBlank(value), { error: 'Write it in one language at least.' });
const lines = z.array(written).max(20);
const unitSchema = z.object({
  occupation: z.string().trim().min(1).max(100),
  iscedF: z.string().trim().max(10).default(''),
  eqf: z.int().min(1).max(8),
  hours: z.int().min(1).max(2000),
  title: written,
  knowledge: lines,
  skills: lines.min(1, { error: 'Name one skill at least.' }),
  responsibilityAndAutonomy: lines,
  assessment: written,
  tasks: lines,
});

export type UnitInput = z.input<typeof unitSchema>;

function rowOf(input: UnitInput): Pick<OwnUnit, 'occupation' | 'iscedF' | 'eqf' | 'hours' | 'words'> {
  const { occupation, iscedF, eqf, hours, ...rest } = validate(unitSchema, input);
  return { occupation, iscedF, eqf, hours, words: rest as Record<keyof typeof rest, LocalText & LocalText[]> };
}

/** Adds a unit of the school's own. */
export async function createUnit(ctx: Ctx, input: UnitInput): Promise<CatalogueUnit> {
  return write(ctx, policy.learning.writeUnits, async (tx) => {
    const id = tx.newId();
    const row = { id, key: `own-${id.slice(-12)}`, organisationId: ctx.organisationId, ...rowOf(input) };
    const [unit] = await tx.insert(ownUnits, [{ ...row, createdAt: ctx.clock.real(), version: 1 }]);
    await tx.event({
      type: 'learning-unit.created',
      subjectType: 'learning_unit',
      subjectId: id,
      organisationId: ctx.organisationId,
      after: { title: row.words.title.en || row.words.title.it, hours: row.hours },
    });
    return shown(unit as OwnUnit);
  });
}

/** Changes a unit of the school's own; agreements keep the words they were composed with. */
export async function editUnit(
  ctx: Ctx,
  id: string,
  expectedVersion: number,
  input: UnitInput,
): Promise<CatalogueUnit> {
  return write(ctx, policy.learning.writeUnits, async (tx) => {
    const unit = await tx.load(ownUnits, id);
    const patch = rowOf(input);
    const updated = await tx.update(ownUnits, unit, patch, expectedVersion);
    await tx.event({
      type: 'learning-unit.edited',
      subjectType: 'learning_unit',
      subjectId: id,
      organisationId: ctx.organisationId,
      ...tx.difference(ownUnits, unit, patch),
    });
    return shown(updated);
  });
}
