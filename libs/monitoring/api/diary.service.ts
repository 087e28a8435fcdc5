import { policy } from '@softmob/access';
import {
  conflict,
  type Ctx,
  explainConstraint,
  findPage,
  illegalState,
  invalid,
  type Page,
  type PageInput,
  type Tx,
  validate,
  write,
} from '@softmob/api-kit';
import { DIARY_DAYS_PER_WEEK, mondayOf } from '@softmob/monitoring-model';
import { addDays } from '@softmob/processes-model';
import { mobilities, type Mobility } from '@softmob/projects-api';
import { z } from 'zod';
import { type DiaryEntry } from './diary-entry.entity';
import { type DiaryEntryInput, type DiaryFilter } from './diary.type';
import { diaryEntries } from './monitoring.loaders';
import { factsOf } from './stay.service';

explainConstraint('diary_entry_once', 'DAY_WRITTEN', 'This day was written in the meantime. Reload to see it.');

const MAX_TEXT = 4_000;
const words = z.string().max(MAX_TEXT, { error: 'Use at most 4,000 characters.', abort: true });
const entryInput = z.object({
  mobilityId: z.string(),
  day: z.string(),
  hours: z
    .number()
    .min(0, { error: 'A day has 0 to 24 hours.' })
    .max(24, { error: 'A day has 0 to 24 hours.' })
    .transform((hours) => Math.round(hours * 100) / 100),
  activities: words,
  learned: words,
  shared: z.boolean(),
  sharedWithGuardian: z.boolean(),
  expectedVersion: z.number().int().nullish(),
});

/** Diary and reports begin with the arrival. @throws ILLEGAL_STATE before, VALIDATION for a day outside the stay or to come */
export function checkDay(mobility: Mobility, day: string, today: string, path = 'day'): void {
  if (mobility.stage !== 'abroad' && mobility.stage !== 'back') {
    throw illegalState('This begins once the arrival is confirmed.', 'NOT_ABROAD', ['confirmArrival']);
  }
  if (day < mobility.startsOn || day > mobility.endsOn) {
    throw invalid(path, 'DAY_OUTSIDE_STAY', 'This day lies outside the stay.');
  }
  if (day > today) throw invalid(path, 'DAY_IN_FUTURE', 'This day is still to come.');
}

/** How many days of the week that holds this day are written. */
async function daysOfWeek(tx: Tx, mobilityId: string, day: string): Promise<number> {
  const monday = mondayOf(day);
  const [row] = await tx.db.query<{ days: number }>(
    'SELECT count(*)::int AS days FROM diary_entry WHERE mobility_id = $1 AND day BETWEEN $2::date AND $3::date',
    [mobilityId, monday, addDays(monday, 6)],
  );
  return row?.days ?? 0;
}

async function addEntry(tx: Tx, mobility: Mobility, patch: Partial<DiaryEntry>): Promise<DiaryEntry> {
  const now = tx.ctx.clock.now();
  const [entry] = await tx.insert(diaryEntries, [
    { ...patch, id: tx.newId(), mobilityId: mobility.id, createdAt: now, updatedAt: now, version: 1 },
  ]);
  if (!entry) throw conflict();
  const { day, hours, shared, sharedWithGuardian } = entry;
  await tx.event({
    type: 'diary.written',
    subjectType: 'diaryEntry',
    subjectId: entry.id,
    ...factsOf(mobility),
    after: { day, hours, shared, sharedWithGuardian },
  });
  if ((await daysOfWeek(tx, mobility.id, day)) === DIARY_DAYS_PER_WEEK) {
    await tx.event({
      type: 'diary.week-complete',
      subjectType: 'mobility',
      subjectId: mobility.id,
      ...factsOf(mobility),
      after: { weekStart: mondayOf(day) },
    });
  }
  return entry;
}

async function changeEntry(
  tx: Tx,
  mobility: Mobility,
  entry: DiaryEntry,
  patch: Partial<DiaryEntry>,
  expectedVersion: number | null | undefined,
): Promise<DiaryEntry> {
  if (expectedVersion == null) throw conflict('This day is written already. Reload to see it.', 'DAY_WRITTEN');
  const { before, after } = tx.difference(diaryEntries, entry, patch);
  if (Object.keys(after).length === 0 && expectedVersion === entry.version) return entry;
  const changed = await tx.update(diaryEntries, entry, { ...patch, updatedAt: tx.ctx.clock.now() }, expectedVersion);
  await tx.event({
    type: 'diary.changed',
    subjectType: 'diaryEntry',
    subjectId: entry.id,
    ...factsOf(mobility),
    before,
    after,
  });
  return changed;
}

/** Writes one day of the own diary, for the first time or over again. @throws CONFLICT where another device was faster */
export function saveDiaryEntry(ctx: Ctx, input: DiaryEntryInput): Promise<DiaryEntry> {
  const { mobilityId, expectedVersion, ...patch } = validate(entryInput, input);
  return write(ctx, policy.monitoring.writeDiary, async (tx) => {
    const mobility = await tx.load(mobilities, mobilityId);
    checkDay(mobility, patch.day, ctx.actor.today);
    const [entry] = await tx.loadAll(
      diaryEntries,
      (parameters) =>
        `x.mobility_id = ${parameters.add(mobilityId)}::uuid AND x.day = ${parameters.add(patch.day)}::date`,
    );
    return entry ? changeEntry(tx, mobility, entry, patch, expectedVersion) : addEntry(tx, mobility, patch);
  });
}

/** Takes one day out of the own diary. */
export function deleteDiaryEntry(ctx: Ctx, id: string): Promise<{ ok: true }> {
  return write(ctx, policy.monitoring.writeDiary, async (tx) => {
    const entry = await tx.load(diaryEntries, id);
    const mobility = await tx.load(mobilities, entry.mobilityId);
    await tx.db.query('DELETE FROM diary_entry WHERE id = $1', [id]);
    await tx.event({
      type: 'diary.deleted',
      subjectType: 'diaryEntry',
      subjectId: id,
      ...factsOf(mobility),
      before: { day: entry.day },
    });
    return { ok: true };
  });
}

/** A page of the diary entries that the reader may read, the newest day first. */
export function findDiary(ctx: Ctx, filter: DiaryFilter, page: PageInput): Promise<Page<DiaryEntry>> {
  return findPage(ctx, diaryEntries, page, {
    ...(filter.flowIds?.length ? { join: 'JOIN mobility m ON m.id = x.mobility_id' } : {}),
    where: (parameters) => {
      const parts = ['TRUE'];
      if (filter.mobilityIds?.length) parts.push(`x.mobility_id = ANY(${parameters.add(filter.mobilityIds)}::uuid[])`);
      if (filter.flowIds?.length) parts.push(`m.flow_id = ANY(${parameters.add(filter.flowIds)}::uuid[])`);
      return parts.join(' AND ');
    },
    sort: [{ sql: 'x.day', type: 'date', descending: true }],
  });
}
