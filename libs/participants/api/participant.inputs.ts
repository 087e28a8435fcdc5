import { Day } from '@softmob/api-kit';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({
  description:
    'What participants and guardians look after themselves. What is left out stays; an empty text takes a value away.',
})
export class CorrectOwnDataInput {
  @Field(() => ID, { description: 'The participant.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen: an older one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Telephone.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Street and number.' })
  street?: string | null;

  @Field(() => String, { nullable: true, description: 'Postcode.' })
  postcode?: string | null;

  @Field(() => String, { nullable: true, description: 'Town.' })
  town?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to call in an emergency.' })
  emergencyContact?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone of the emergency contact.' })
  emergencyPhone?: string | null;

  @Field(() => String, { nullable: true, description: 'Dietary needs.' })
  diet?: string | null;

  @Field(() => String, { nullable: true, description: 'Health and special needs.' })
  healthNotes?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the host may read health and special needs.' })
  healthReleasedToHost?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether teachers may read diet, health and special needs.' })
  healthReleasedToTeachers?: boolean;

  @Field(() => String, { nullable: true, description: 'Telephone of the guardian.' })
  guardianPhone?: string | null;
}

@InputType({
  description:
    'Corrections by the school. What is left out stays; an empty text takes a value away. Another e-mail address is another account, to be invited anew.',
})
export class CorrectParticipantInput {
  @Field(() => ID, { description: 'The participant.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen: an older one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'First name(s).' })
  firstName?: string;

  @Field(() => String, { nullable: true, description: 'Last name(s).' })
  lastName?: string;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string;

  @Field(() => String, { nullable: true, description: 'Telephone.' })
  phone?: string | null;

  @Field(() => Day, { nullable: true, description: 'Date of birth.' })
  birthDate?: string;

  @Field(() => String, { nullable: true, description: 'F, M or X.' })
  gender?: string | null;

  @Field(() => String, { nullable: true, description: 'Nationality, ISO 3166-1 alpha-2.' })
  nationality?: string | null;

  @Field(() => String, { nullable: true, description: 'Street and number.' })
  street?: string | null;

  @Field(() => String, { nullable: true, description: 'Postcode.' })
  postcode?: string | null;

  @Field(() => String, { nullable: true, description: 'Town.' })
  town?: string | null;

  @Field(() => String, { nullable: true, description: 'The school’s own number for the learner.' })
  studentNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Class.' })
  className?: string | null;

  @Field(() => String, { nullable: true, description: 'Qualification the learner works for.' })
  qualification?: string | null;

  @Field(() => String, { nullable: true, description: 'ISCED-F 2013, up to four digits.' })
  iscedF?: string | null;

  @Field(() => Int, { nullable: true, description: 'Level of the European Qualifications Framework, 1 to 8.' })
  eqfLevel?: number | null;

  @Field(() => String, { nullable: true, description: 'Occupation.' })
  occupation?: string;

  @Field(() => String, { nullable: true, description: 'Main language of the activity, ISO 639-1.' })
  mainLanguage?: string | null;

  @Field(() => String, { nullable: true, description: 'Level in that language, CEFR A1 to C2.' })
  languageLevel?: string | null;

  @Field(() => String, { nullable: true, description: 'Dietary needs.' })
  diet?: string | null;

  @Field(() => String, { nullable: true, description: 'Health and special needs.' })
  healthNotes?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Participant with fewer opportunities.' })
  fewerOpportunities?: boolean;

  @Field(() => String, { nullable: true, description: 'Why.' })
  fewerOpportunitiesReason?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to call in an emergency.' })
  emergencyContact?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone of the emergency contact.' })
  emergencyPhone?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the legal guardian of a minor.' })
  guardianName?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address of the guardian.' })
  guardianEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone of the guardian.' })
  guardianPhone?: string | null;
}
