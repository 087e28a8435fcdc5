import { policy } from '@softmob/access';
import { type Ctx, type Tx, validate, write } from '@softmob/api-kit';
import { actorName } from '@softmob/identity-api';
import {
  type AgreementContent,
  overallRecognition,
  proposeRecognition,
  RECOGNITION_RESULTS,
  type RecognitionResult,
  type UnitAssessment,
  type UnitRecognition,
} from '@softmob/learning-model';
import { type Mobility } from '@softmob/projects-api';
import { z } from 'zod';
import { type LearningBulkResult } from './agreement.type';
import { refusal } from './compose.service';
import { recognitions } from './learning.loaders';
import { about, loadWhich } from './which';

const unitSchema = z.object({
  unitKey: z.string().max(100),
  result: z.enum(RECOGNITION_RESULTS),
  hours: z.number().min(0).max(2000),
  grade: z
    .int()
    .min(1)
    .max(10)
    .nullish()
    .transform((value) => value ?? null),
});
const schema = z.object({
  result: z.enum(RECOGNITION_RESULTS).nullish(),
  units: z.array(unitSchema).min(1).max(12).nullish(),
  credits: z.int().min(0).max(200).nullish(),
  note: z.string().trim().max(2000).nullish(),
});

export interface RecognitionWish {
  readonly mobilityIds: readonly string[];
  readonly result?: string | null;
  readonly units?: readonly UnitRecognition[] | null;
  readonly credits?: number | null;
  readonly note?: string | null;
}

/** A final assessment with the agreement it judged. */
export interface AssessedRow {
  readonly mobilityId: string;
  readonly content: AgreementContent;
  readonly companyId: string;
  readonly units: readonly UnitAssessment[];
  readonly outcomes: readonly { outcomeKey: string; attainment: 'notYet' }[];
}

/** Final assessments of reached mobilities. */
export async function finalAssessmentsOf(tx: Tx, of: readonly Mobility[]): Promise<Map<string, AssessedRow>> {
  const rows = await tx.db.query<AssessedRow>(
    `SELECT a.mobility_id AS "mobilityId", v.content, v.company_id AS "companyId", a.units, a.outcomes
     FROM assessment a JOIN agreement_version v ON v.id = a.version_id
     WHERE a.kind = 'final' AND a.submitted_at IS NOT NULL AND a.mobility_id = ANY($1::uuid[])`,
    [of.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.mobilityId, row]));
}

type Wish = z.output<typeof schema>;

function decide(assessed: AssessedRow, wish: Wish): { result: RecognitionResult; units: UnitRecognition[] } {
  const hoursOf = new Map(assessed.content.units.map((unit) => [unit.key, unit.hours]));
  if (wish.units) return { result: wish.result ?? overallRecognition(wish.units), units: wish.units };
  const proposed = proposeRecognition(assessed.content, assessed.units);
  const { result } = wish;
  if (!result || result === 'partlyRecognised')
    return { result: result ?? overallRecognition(proposed), units: proposed };
  const units = proposed.map((unit) => ({
    ...unit,
    result,
    hours: result === 'recognised' ? (hoursOf.get(unit.unitKey) ?? unit.hours) : 0,
  }));
  return { result, units };
}

/**
 * Decides what the school recognises: as the assessment suggests, or the same result for all, or unit by unit for one
 * mobility. Deciding again replaces the decision; the history keeps the earlier one.
 */
export async function recogniseLearning(ctx: Ctx, input: RecognitionWish): Promise<LearningBulkResult> {
  const { mobilityIds, ...rest } = input;
  const wish = validate(schema, rest);
  return write(ctx, policy.learning.recognise, async (tx) => {
    const wanted = await loadWhich(tx, { mobilityIds: wish.units ? mobilityIds.slice(0, 1) : mobilityIds });
    const assessed = await finalAssessmentsOf(tx, wanted);
    const refused = wanted
      .filter(({ id }) => !assessed.has(id))
      .map(({ id }) => refusal(id, 'NO_FINAL_ASSESSMENT', 'The tutor has not finished the final assessment.'));
    const deciderName = await actorName(tx);
    const now = ctx.clock.now();
    const decided = wanted.flatMap((mobility) => {
      const facts = assessed.get(mobility.id);
      return facts ? [{ mobility, ...decide(facts, wish) }] : [];
    });
    if (decided.length === 0) return { done: [], refused };
    const before = await tx.loadAll(
      recognitions,
      (p) => `x.mobility_id = ANY(${p.add(decided.map(({ mobility }) => mobility.id))}::uuid[])`,
    );
    await tx.db.query(
      `INSERT INTO recognition (id, mobility_id, result, units, credits, note, decided_by, decider_name, decided_at)
       SELECT r.id, r."mobilityId", r.result, r.units, $2, $3, $4, $5, $6
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "mobilityId" uuid, result text, units jsonb)
       ON CONFLICT (mobility_id) DO UPDATE SET result = excluded.result, units = excluded.units,
         credits = excluded.credits, note = excluded.note, decided_by = excluded.decided_by,
         decider_name = excluded.decider_name, decided_at = excluded.decided_at`,
      [
        JSON.stringify(
          decided.map(({ mobility, result, units }) => ({ id: tx.newId(), mobilityId: mobility.id, result, units })),
        ),
        wish.credits ?? null,
        wish.note ?? null,
        ctx.personId,
        deciderName,
        now,
      ],
    );
    await tx.db.query('UPDATE mobility SET recognised_at = $2, version = version + 1 WHERE id = ANY($1::uuid[])', [
      decided.map(({ mobility }) => mobility.id),
      now,
    ]);
    await tx.events(
      decided.map(({ mobility, result, units }) => ({
        type: 'recognition.decided',
        subjectType: 'recognition',
        subjectId: mobility.id,
        ...about(mobility),
        before:
          before
            .filter(({ mobilityId }) => mobilityId === mobility.id)
            .map(({ result: was }) => ({ result: was }))[0] ?? null,
        after: { result, units: units.map((unit) => `${unit.unitKey}: ${unit.result}`) },
      })),
    );
    return { done: decided.map(({ mobility }) => mobility.id), refused };
  });
}
