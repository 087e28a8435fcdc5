import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Moment } from '@softmob/api-kit';
import { type AgreementContent, midtermView, outcomesOf } from '@softmob/learning-model';
import { type Mobility, MobilityType } from '@softmob/projects-api';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type Agreement } from './agreement.entity';
import { AgreementType, AgreementVersionType } from './agreement.type';
import { type Assessment } from './assessment.entity';
import { weekOf } from './assessment.service';
import { AssessmentType, CertificateType, LearningOutcomeType, RecognitionType } from './assessment.type';
import { inForceOf } from './in-force';
import * as loaders from './learning.loaders';

const { readLearning } = policy.learning;

/** Learning adds its fields to the mobility. */
@Resolver(() => MobilityType)
export class MobilityLearningResolver {
  @Access(readLearning)
  @FieldResolver(() => AgreementType, {
    nullable: true,
    description: 'The learning agreement; null until the reader may see a version of it.',
  })
  async agreement(@Root() mobility: Mobility, @Ctx() ctx: Context): Promise<Agreement | null> {
    const [agreement] = await ctx.load(loaders.agreementOfMobility).load(mobility.id);
    const versions = await ctx.load(loaders.versionsOfMobility).load(mobility.id);
    return agreement && versions.length > 0 ? agreement : null;
  }

  @Access(readLearning)
  @FieldResolver(() => [AssessmentType], { description: 'Mid-term, final and the learner’s own assessment.' })
  assessments(@Root() mobility: Mobility, @Ctx() ctx: Context): Promise<Assessment[]> {
    return ctx.load(loaders.assessmentsOfMobility).load(mobility.id);
  }

  @Access(readLearning)
  @FieldResolver(() => RecognitionType, { nullable: true, description: 'What the school recognised; null before.' })
  async recognition(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return (await ctx.load(loaders.recognitionOfMobility).load(mobility.id))[0] ?? null;
  }

  @Access(readLearning)
  @FieldResolver(() => [CertificateType], { description: 'Certificates issued, the newest first.' })
  certificates(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return ctx.load(loaders.certificatesOfMobility).load(mobility.id);
  }

  @Access(readLearning)
  @FieldResolver(() => Moment, {
    nullable: true,
    description:
      'When the company had reported on every day of the stay; null before. The certificate of attendance, at /api/attendance/{mobility}.pdf from the last day on, then states days and hours.',
  })
  async attendanceConfirmedAt(@Root() mobility: Mobility, @Ctx() ctx: Context): Promise<Date | null> {
    return (await ctx.load(loaders.attendanceOfMobility).load(mobility.id))?.at ?? null;
  }

  @Access(readLearning)
  @FieldResolver(() => Int, { description: 'Week of the stay as of today, 1 for the first, never beyond the last.' })
  week(@Root() mobility: Mobility, @Ctx() ctx: Context): number {
    return weekOf(mobility, ctx.actor.today);
  }

  @Access(readLearning)
  @FieldResolver(() => [LearningOutcomeType], {
    description: 'Outcomes of the agreement in force, with what was judged so far; empty until all have signed.',
  })
  async outcomes(@Root() mobility: Mobility, @Ctx() ctx: Context): Promise<LearningOutcomeType[]> {
    const [versions, assessments] = await Promise.all([
      ctx.load(loaders.versionsOfMobility).load(mobility.id),
      ctx.load(loaders.assessmentsOfMobility).load(mobility.id),
    ]);
    const inForce = inForceOf(versions);
    const row = inForce && (await ctx.load(loaders.contentOfVersion).load(inForce.id));
    return row ? outcomesWith(row.content, assessments, mobility, ctx.actor.today) : [];
  }
}

function outcomesWith(
  content: AgreementContent,
  assessments: readonly Assessment[],
  mobility: Mobility,
  today: string,
): LearningOutcomeType[] {
  const of = (kind: Assessment['kind']) => assessments.find((assessment) => assessment.kind === kind);
  const [midterm, final, self] = [of('midterm'), of('final'), of('self')];
  const states = new Map(
    midtermView(content, midterm?.outcomes ?? [], midterm?.week ?? weekOf(mobility, today)).map(({ key, state }) => [
      key,
      state,
    ]),
  );
  const titles = new Map(content.units.map((unit) => [unit.key, unit.title]));
  const rated = (assessment: Assessment | undefined, key: string) =>
    assessment?.outcomes.find(({ outcomeKey }) => outcomeKey === key) ?? null;
  return outcomesOf(content).map((outcome) => ({
    ...outcome,
    unitTitle: titles.get(outcome.unitKey) ?? outcome.text,
    midterm: rated(midterm, outcome.key),
    state: midterm?.submittedAt ? (states.get(outcome.key) ?? null) : null,
    final: rated(final, outcome.key),
    self: rated(self, outcome.key),
  }));
}

@Resolver(() => AgreementType)
export class AgreementVersionsResolver {
  @Access(readLearning)
  @FieldResolver(() => [AgreementVersionType], {
    description: 'All versions that the reader may see, the first first.',
  })
  versions(@Root() agreement: Agreement, @Ctx() ctx: Context) {
    return ctx.load(loaders.versionsOfMobility).load(agreement.mobilityId);
  }

  @Access(readLearning)
  @FieldResolver(() => AgreementVersionType, {
    nullable: true,
    description: 'The newest version that is not superseded: the one people work on.',
  })
  async current(@Root() agreement: Agreement, @Ctx() ctx: Context) {
    const versions = await ctx.load(loaders.versionsOfMobility).load(agreement.mobilityId);
    return versions.filter(({ status }) => status !== 'superseded').at(-1) ?? null;
  }

  @Access(readLearning)
  @FieldResolver(() => AgreementVersionType, {
    nullable: true,
    description: 'The version that all have signed and that stands; null before.',
  })
  async inForce(@Root() agreement: Agreement, @Ctx() ctx: Context) {
    const versions = await ctx.load(loaders.versionsOfMobility).load(agreement.mobilityId);
    return inForceOf(versions);
  }
}
