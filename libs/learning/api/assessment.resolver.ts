import { policy } from '@softmob/access';
import { Access, type Ctx as Context } from '@softmob/api-kit';
import { MobilityType } from '@softmob/projects-api';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { LearningBulkResult } from './agreement.type';
import * as service from './assessment.service';
import { AssessmentInput, RecogniseLearningInput } from './assessment.type';
import { issueEuropass } from './certificate.service';
import { recogniseLearning } from './recognition.service';

const rules = policy.learning;

@Resolver()
export class AssessmentResolver {
  @Access(rules.assess)
  @Mutation(() => MobilityType, { description: 'Keeps an unfinished mid-term look; only its writer sees it.' })
  saveMidterm(@Ctx() ctx: Context, @Arg('input', () => AssessmentInput) input: AssessmentInput) {
    return service.saveAssessment(ctx, 'midterm', input);
  }

  @Access(rules.assess)
  @Mutation(() => MobilityType, { description: 'Keeps an unfinished final assessment; only its writer sees it.' })
  saveFinal(@Ctx() ctx: Context, @Arg('input', () => AssessmentInput) input: AssessmentInput) {
    return service.saveAssessment(ctx, 'final', input);
  }

  @Access(rules.assess)
  @Mutation(() => MobilityType, {
    description: 'Submits the mid-term look; outcomes at risk are flagged. It may be corrected until the final one.',
  })
  midtermAssessment(@Ctx() ctx: Context, @Arg('input', () => AssessmentInput) input: AssessmentInput) {
    return service.midtermAssessment(ctx, input);
  }

  @Access(rules.assess)
  @Mutation(() => MobilityType, { description: 'Submits the final assessment of every outcome of the agreement.' })
  finalAssessment(@Ctx() ctx: Context, @Arg('input', () => AssessmentInput) input: AssessmentInput) {
    return service.submitFinalAssessment(ctx, input);
  }

  @Access(rules.assessOwn)
  @Mutation(() => MobilityType, { description: 'Submits the learner’s own view of the outcomes.' })
  selfAssessment(@Ctx() ctx: Context, @Arg('input', () => AssessmentInput) input: AssessmentInput) {
    return service.selfAssessment(ctx, input);
  }

  @Access(rules.recognise)
  @Mutation(() => LearningBulkResult, {
    description: 'Decides what the school recognises; who has no final assessment yet is named.',
  })
  recogniseLearning(@Ctx() ctx: Context, @Arg('input', () => RecogniseLearningInput) input: RecogniseLearningInput) {
    return recogniseLearning(ctx, input);
  }

  @Access(rules.certify)
  @Mutation(() => LearningBulkResult, { description: 'Issues Europass Mobility documents from the same facts.' })
  issueEuropass(
    @Ctx() ctx: Context,
    @Arg('mobilityIds', () => [ID], { description: 'For whom, 500 at most.' }) mobilityIds: string[],
  ) {
    return issueEuropass(ctx, mobilityIds);
  }
}
