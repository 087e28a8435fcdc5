import { type Rule, policy } from '@softmob/access';
import { type Ctx, findOne, illegalState, type Tx, validate, validation, write } from '@softmob/api-kit';
import { actorName } from '@softmob/identity-api';
import {
  type AgreementContent,
  ATTAINMENTS,
  daysInclusive,
  finalAssessment,
  midtermView,
  outcomesOf,
  overallGrade,
  weeksOf,
} from '@softmob/learning-model';
import { mobilities, type Mobility } from '@softmob/projects-api';
import { z } from 'zod';
import { type AgreementVersion } from './agreement.entity';
import { type Assessment, type AssessmentKind, type OutcomeRating } from './assessment.entity';
import { inForceOf } from './in-force';
import { agreementVersions, assessments } from './learning.loaders';
import { about } from './which';

const rules = policy.learning;

const rating = z.object({
  outcomeKey: z.string().max(200),
  attainment: z.enum(ATTAINMENTS, { error: 'Choose notYet, withHelp, independently or inNewSituations.' }),
  comment: z
    .string()
    .max(1000)
    .nullish()
    .transform((value) => (value?.trim() ? value.trim() : null)),
});
const schema = z.object({
  outcomes: z.array(rating).max(300),
  comment: z
    .string()
    .max(4000)
    .nullish()
    .transform((value) => (value?.trim() ? value.trim() : null)),
});

/** What was judged. */
export interface AssessmentWish {
  readonly mobilityId: string;
  readonly outcomes: readonly { outcomeKey: string; attainment: string; comment?: string | null }[];
  readonly comment?: string | null;
}

/** Week of the stay on a business date, 1 for the first, never beyond the last. */
export const weekOf = (mobility: Pick<Mobility, 'startsOn' | 'endsOn'>, today: string): number => {
  const days = today < mobility.startsOn ? 1 : daysInclusive(mobility.startsOn, today);
  return Math.min(Math.max(1, Math.ceil(days / 7)), weeksOf(mobility.startsOn, mobility.endsOn));
};

/** The agreement in force, which says what is assessed. @throws ILLEGAL_STATE where none is signed by all */
async function agreementInForce(tx: Tx, mobilityId: string): Promise<AgreementVersion> {
  const signed = await tx.loadAll(
    agreementVersions,
    (p) => `x.mobility_id = ${p.add(mobilityId)}::uuid AND x.locked_at IS NOT NULL`,
  );
  const version = inForceOf(signed);
  if (!version) throw illegalState('The learning agreement is not signed by all yet.', 'NO_AGREEMENT', ['agreement']);
  return version;
}

interface Prepared {
  readonly mobility: Mobility;
  readonly version: AgreementVersion;
  readonly outcomes: OutcomeRating[];
  readonly comment: string | null;
  readonly earlier: Assessment | null;
}

/** Loads what is assessed and checks each key. @throws NOT_FOUND, ILLEGAL_STATE, VALIDATION */
async function prepare(tx: Tx, kind: AssessmentKind, input: AssessmentWish): Promise<Prepared> {
  const { outcomes, comment } = validate(schema, { outcomes: input.outcomes, comment: input.comment });
  const mobility = await tx.load(mobilities, input.mobilityId);
  if (mobility.stage === 'withdrawn') throw illegalState('This learner has withdrawn.', 'WITHDRAWN');
  const version = await agreementInForce(tx, mobility.id);
  if (tx.actor.today < mobility.startsOn) throw illegalState('The stay has not begun yet.', 'NOT_STARTED');
  const known = new Set(outcomesOf(version.content).map(({ key }) => key));
  const strange = outcomes.findIndex(({ outcomeKey }) => !known.has(outcomeKey));
  if (strange >= 0) {
    const path = `outcomes.${String(strange)}.outcomeKey`;
    throw validation([{ path, code: 'OUTCOME_UNKNOWN', message: 'The agreement in force has no such outcome.' }]);
  }
  const [earlier] = await tx.loadAll(
    assessments,
    (p) => `x.mobility_id = ${p.add(mobility.id)}::uuid AND x.kind = ${p.add(kind)}`,
  );
  if (mobility.finalAssessedAt && kind !== 'self') {
    throw illegalState('The final assessment is done.', 'ALREADY_ASSESSED');
  }
  return { mobility, version, outcomes, comment, earlier: earlier ?? null };
}

type Patch = Partial<Omit<Assessment, 'id' | 'mobilityId' | 'kind' | 'version'>>;

async function store(tx: Tx, kind: AssessmentKind, prepared: Prepared, patch: Patch): Promise<void> {
  const { ctx } = tx;
  const { mobility, version, outcomes, comment, earlier } = prepared;
  const assessorName = await actorName(tx);
  const row = {
    ...{ versionId: version.id, outcomes, comment, personId: ctx.personId, assessorName },
    savedAt: ctx.clock.now(),
    ...patch,
  };
  if (earlier) await tx.update(assessments, earlier, row);
  else await tx.insert(assessments, [{ id: tx.newId(), mobilityId: mobility.id, kind, version: 1, ...row }]);
}

const ruleOf = (kind: AssessmentKind): Rule => (kind === 'self' ? rules.assessOwn : rules.assess);

/** Keeps an unfinished assessment, seen by its writer alone. Nothing happens yet. */
export async function saveAssessment(ctx: Ctx, kind: AssessmentKind, input: AssessmentWish): Promise<Mobility> {
  await write(ctx, ruleOf(kind), async (tx) => {
    const prepared = await prepare(tx, kind, input);
    if (prepared.earlier?.submittedAt && kind === 'midterm') {
      throw illegalState('The mid-term assessment was submitted; submit it again to change it.', 'ALREADY_SUBMITTED');
    }
    await store(tx, kind, prepared, {});
    return true;
  });
  return findOne(ctx, mobilities, input.mobilityId);
}

/** Submits the mid-term look; it may be corrected until the final assessment. */
export async function midtermAssessment(ctx: Ctx, input: AssessmentWish): Promise<Mobility> {
  await write(ctx, rules.assess, async (tx) => {
    const prepared = await prepare(tx, 'midterm', input);
    const { mobility, version, outcomes } = prepared;
    const week = weekOf(mobility, ctx.actor.today);
    const atRisk = midtermView(version.content, outcomes, week).filter(({ state }) => state === 'atRisk').length;
    await store(tx, 'midterm', prepared, { week, atRisk, submittedAt: ctx.clock.now() });
    await tx.event({
      type: 'assessment.midterm',
      subjectType: 'assessment',
      subjectId: mobility.id,
      ...about(mobility),
      after: { week, atRisk, rated: outcomes.length },
    });
    return true;
  });
  return findOne(ctx, mobilities, input.mobilityId);
}

/** Submits the learner's own view. */
export async function selfAssessment(ctx: Ctx, input: AssessmentWish): Promise<Mobility> {
  await write(ctx, rules.assessOwn, async (tx) => {
    const prepared = await prepare(tx, 'self', input);
    const week = weekOf(prepared.mobility, ctx.actor.today);
    await store(tx, 'self', prepared, { week, submittedAt: ctx.clock.now() });
    await tx.event({
      type: 'assessment.self',
      subjectType: 'assessment',
      subjectId: prepared.mobility.id,
      ...about(prepared.mobility),
      after: { week, rated: prepared.outcomes.length },
    });
    return true;
  });
  return findOne(ctx, mobilities, input.mobilityId);
}

/** Every outcome of the agreement must be judged. @throws VALIDATION naming each that is not */
function assertComplete(content: AgreementContent, outcomes: readonly OutcomeRating[]): void {
  const faults = outcomesOf(content)
    .filter(({ key }) => !outcomes.some(({ outcomeKey }) => outcomeKey === key))
    .map(({ key }) => ({
      path: `outcomes.${key}`,
      code: 'OUTCOME_MISSING',
      message: 'Judge this outcome as well.',
    }));
  if (faults.length > 0) throw validation(faults);
}

/** Submits the final assessment of every outcome; it ends the company's sight of the learner's contact data. */
export async function submitFinalAssessment(ctx: Ctx, input: AssessmentWish): Promise<Mobility> {
  await write(ctx, rules.assess, async (tx) => {
    const prepared = await prepare(tx, 'final', input);
    const { mobility, version, outcomes } = prepared;
    if (mobility.companyId !== ctx.organisationId) {
      throw illegalState('Another company takes over: its tutor assesses at the end.', 'NOT_LAST_COMPANY');
    }
    assertComplete(version.content, outcomes);
    const units = finalAssessment(version.content, outcomes);
    const grade = overallGrade(version.content, units);
    const now = ctx.clock.now();
    await store(tx, 'final', prepared, { units, grade, week: weekOf(mobility, ctx.actor.today), submittedAt: now });
    await tx.update(mobilities, mobility, { finalAssessedAt: now });
    await tx.event({
      type: 'assessment.final',
      subjectType: 'assessment',
      subjectId: mobility.id,
      ...about(mobility),
      after: { grade, units: units.map(({ unitKey, result }) => `${unitKey}: ${result}`) },
    });
    return true;
  });
  return findOne(ctx, mobilities, input.mobilityId);
}
