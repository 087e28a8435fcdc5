import { type Slice } from '@softmob/api-kit';
import { Agreement, AgreementVersion, Signature } from './agreement.entity';
import { AgreementResolver } from './agreement.resolver';
import { Assessment, Certificate, Recognition } from './assessment.entity';
import { AssessmentResolver } from './assessment.resolver';
import { lockJob } from './lock.job';
import { learningMails } from './mails';
import { replacementReaction } from './replacement.reaction';
import { AgreementVersionsResolver, MobilityLearningResolver } from './mobility-learning.resolver';
import { PaperSignature } from './paper.entity';
import { PaperSignatureResolver } from './paper.resolver';
import { learningRoutes } from './routes';
import { sealJob, sealRestJob } from './seal.job';
import { successorJobs, successorReaction } from './successor';
import { tutorReaction } from './tutor.reaction';
import { OwnUnit } from './unit.entity';
import { LearningUnitResolver } from './unit.resolver';
import { AgreementVersionResolver } from './version.resolver';

export const learningSlice: Slice = {
  name: 'learning',
  entities: [OwnUnit, Agreement, AgreementVersion, Signature, PaperSignature, Assessment, Recognition, Certificate],
  resolvers: [
    LearningUnitResolver,
    AgreementResolver,
    AgreementVersionResolver,
    PaperSignatureResolver,
    AgreementVersionsResolver,
    AssessmentResolver,
    MobilityLearningResolver,
  ],
  jobs: {
    'learning:lock-complete': lockJob,
    'learning:seal': sealJob,
    'learning:seal-rest': sealRestJob,
    ...successorJobs,
  },
  daily: ['learning:lock-complete', 'learning:seal-rest'],
  reactions: [replacementReaction, tutorReaction, successorReaction],
  mails: learningMails,
  topics: Object.fromEntries(Object.keys(learningMails).map((template) => [template, 'signatures' as const])),
  routes: learningRoutes,
};

export { type FactKeys, type Facts, loadFacts } from './compose-facts';
export { canonicalHash } from './hash';
export * from './learning.loaders';
export { missingParties, signsFor } from './signers';
export * from './pdf/kit';
