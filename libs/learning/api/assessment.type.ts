import { policy } from '@softmob/access';
import { Access, Moment, Type } from '@softmob/api-kit';
import { type Attainment, type MidtermState, type OutcomeKind, type UnitRecognition } from '@softmob/learning-model';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { type Assessment, type AssessmentKind, type Recognition } from './assessment.entity';
import { type CertificateRow } from './learning.loaders';
import { LocalTextType } from './text.type';

const { readLearning } = policy.learning;
const ATTAINMENT = '`notYet`, `withHelp`, `independently` or `inNewSituations`';

@Type('OutcomeRating', 'How far the learner has come with one outcome, in one look.')
export class OutcomeRatingType {
  @Access(readLearning)
  @Field(() => String, { description: 'The outcome: unit, kind and position.' })
  outcomeKey!: string;

  @Access(readLearning)
  @Field(() => String, { description: `${ATTAINMENT}.` })
  attainment!: Attainment;

  @Access(readLearning)
  @Field(() => String, { nullable: true, description: 'A word about it.' })
  comment!: string | null;
}

@Type('UnitAssessment', 'The final result of one unit.')
export class UnitAssessmentType {
  @Access(readLearning)
  @Field(() => String, { description: 'The unit.' })
  unitKey!: string;

  @Access(readLearning)
  @Field(() => String, { description: '`achieved`, `partlyAchieved` or `notAchieved`.' })
  result!: string;

  @Access(readLearning)
  @Field(() => Int, { nullable: true, description: 'Italian school grade in tenths, 4 to 10.' })
  grade!: number | null;
}

@Type('Assessment', 'A look at the agreed outcomes: the tutor’s at mid-term or at the end, or the learner’s own.')
export class AssessmentType implements Omit<
  Assessment,
  'mobilityId' | 'versionId' | 'personId' | 'outcomes' | 'units' | 'version'
> {
  @Access(readLearning)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(readLearning)
  @Field(() => String, { description: '`midterm`, `final` or `self`.' })
  kind!: AssessmentKind;

  @Access(readLearning)
  @Field(() => [OutcomeRatingType], { description: 'Outcomes judged so far.' })
  outcomes!: OutcomeRatingType[];

  @Access(readLearning)
  @Field(() => String, { nullable: true, description: 'A word about the whole.' })
  comment!: string | null;

  @Access(readLearning)
  @Field(() => Int, { nullable: true, description: 'Week of the stay in which it was submitted.' })
  week!: number | null;

  @Access(readLearning)
  @Field(() => Int, { nullable: true, description: 'Outcomes at risk, at mid-term.' })
  atRisk!: number | null;

  @Access(readLearning)
  @Field(() => [UnitAssessmentType], { nullable: true, description: 'Results by unit, of the final assessment.' })
  units!: UnitAssessmentType[] | null;

  @Access(readLearning)
  @Field(() => Int, { nullable: true, description: 'Grade in tenths over all units, of the final assessment.' })
  grade!: number | null;

  @Access(readLearning)
  @Field(() => String, { description: 'Who judged.' })
  assessorName!: string;

  @Access(readLearning)
  @Field(() => Moment, { description: 'When it was last saved.' })
  savedAt!: Date;

  @Access(readLearning)
  @Field(() => Moment, { nullable: true, description: 'When it was submitted; null while only its writer sees it.' })
  submittedAt!: Date | null;
}

@Type('LearningOutcome', 'One outcome of the agreement in force, with what was judged so far.')
export class LearningOutcomeType {
  @Access(readLearning)
  @Field(() => String, { description: 'Stable within the agreement: unit, kind and position.' })
  key!: string;

  @Access(readLearning)
  @Field(() => String, { description: 'Its unit.' })
  unitKey!: string;

  @Access(readLearning)
  @Field(() => LocalTextType, { description: 'Title of its unit.' })
  unitTitle!: LocalTextType;

  @Access(readLearning)
  @Field(() => String, { description: '`knowledge`, `skills` or `responsibilityAndAutonomy`.' })
  kind!: OutcomeKind;

  @Access(readLearning)
  @Field(() => LocalTextType, { description: 'What is learnt.' })
  text!: LocalTextType;

  @Access(readLearning)
  @Field(() => Int, { description: 'Last week of the programme that works on it.' })
  dueWeek!: number;

  @Access(readLearning)
  @Field(() => OutcomeRatingType, { nullable: true, description: 'As judged at mid-term.' })
  midterm!: OutcomeRatingType | null;

  @Access(readLearning)
  @Field(() => String, { nullable: true, description: '`onTrack`, `upcoming` or `atRisk`; null before mid-term.' })
  state!: MidtermState | null;

  @Access(readLearning)
  @Field(() => OutcomeRatingType, { nullable: true, description: 'As judged at the end.' })
  final!: OutcomeRatingType | null;

  @Access(readLearning)
  @Field(() => OutcomeRatingType, { nullable: true, description: 'As the learner judges it.' })
  self!: OutcomeRatingType | null;
}

@Type('UnitRecognition', 'What the school grants for one unit.')
export class UnitRecognitionType implements UnitRecognition {
  @Access(readLearning)
  @Field(() => String, { description: 'The unit.' })
  unitKey!: string;

  @Access(readLearning)
  @Field(() => String, { description: '`recognised`, `partlyRecognised` or `notRecognised`.' })
  result!: UnitRecognition['result'];

  @Access(readLearning)
  @Field(() => Float, { description: 'Hours counted as work-based learning.' })
  hours!: number;

  @Access(readLearning)
  @Field(() => Int, { nullable: true, description: 'Grade in tenths.' })
  grade!: number | null;
}

@Type('Recognition', 'What the school grants for what was learnt.')
export class RecognitionType implements Omit<Recognition, 'mobilityId' | 'decidedBy' | 'units'> {
  @Access(readLearning)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(readLearning)
  @Field(() => String, { description: '`recognised`, `partlyRecognised` or `notRecognised`, over all units.' })
  result!: Recognition['result'];

  @Access(readLearning)
  @Field(() => [UnitRecognitionType], { description: 'By unit.' })
  units!: UnitRecognitionType[];

  @Access(readLearning)
  @Field(() => Int, { nullable: true, description: 'Credit points, where the school uses them.' })
  credits!: number | null;

  @Access(readLearning)
  @Field(() => String, { nullable: true, description: 'What the school adds.' })
  note!: string | null;

  @Access(readLearning)
  @Field(() => String, { description: 'Who decided.' })
  deciderName!: string;

  @Access(readLearning)
  @Field(() => Moment, { description: 'When.' })
  decidedAt!: Date;
}

@Type('Certificate', 'A certificate as it was issued. Its PDF is at /api/europass/{mobility}.pdf.')
export class CertificateType implements Pick<CertificateRow, 'id' | 'kind' | 'number' | 'issuedAt' | 'contentHash'> {
  @Access(readLearning)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(readLearning)
  @Field(() => String, { description: '`europass`.' })
  kind!: 'europass';

  @Access(readLearning)
  @Field(() => String, { description: 'Number, unique in the issuing school.' })
  number!: string;

  @Access(readLearning)
  @Field(() => Moment, { description: 'When it was issued.' })
  issuedAt!: Date;

  @Access(readLearning)
  @Field(() => String, { description: 'SHA-256 (hex) of what it says.' })
  contentHash!: string;
}

@InputType({ description: 'One outcome, judged.' })
export class OutcomeRatingInput {
  @Field(() => String, { description: 'The outcome, by its key.' })
  outcomeKey!: string;

  @Field(() => String, { description: `${ATTAINMENT}.` })
  attainment!: string;

  @Field(() => String, { nullable: true, description: 'A word about it, up to 1,000 characters.' })
  comment?: string | null;
}

@InputType({ description: 'A look at the outcomes of the agreement in force.' })
export class AssessmentInput {
  @Field(() => ID, { description: 'Whose.' })
  mobilityId!: string;

  @Field(() => [OutcomeRatingInput], { description: 'Outcomes judged; a final assessment needs every one.' })
  outcomes!: OutcomeRatingInput[];

  @Field(() => String, { nullable: true, description: 'A word about the whole, up to 4,000 characters.' })
  comment?: string | null;
}

@InputType({ description: 'What is granted for one unit.' })
export class UnitRecognitionInput {
  @Field(() => String, { description: 'The unit.' })
  unitKey!: string;

  @Field(() => String, { description: '`recognised`, `partlyRecognised` or `notRecognised`.' })
  result!: UnitRecognition['result'];

  @Field(() => Float, { description: 'Hours counted as work-based learning.' })
  hours!: number;

  @Field(() => Int, { nullable: true, description: 'Grade in tenths.' })
  grade!: number | null;
}

@InputType({ description: 'What the school recognises.' })
export class RecogniseLearningInput {
  @Field(() => [ID], { description: 'For whom, 500 at most.' })
  mobilityIds!: string[];

  @Field(() => String, { nullable: true, description: 'The same result for all; as assessed where left out.' })
  result?: string | null;

  @Field(() => [UnitRecognitionInput], { nullable: true, description: 'Unit by unit, for a single mobility.' })
  units?: UnitRecognitionInput[] | null;

  @Field(() => Int, { nullable: true, description: 'Credit points.' })
  credits?: number | null;

  @Field(() => String, { nullable: true, description: 'What the school adds, up to 2,000 characters.' })
  note?: string | null;
}
