import { may, policy } from '@softmob/access';
import { Access, type Ctx as Context, Day, Type } from '@softmob/api-kit';
import { Ctx, Field, ID, Int } from 'type-graphql';
import { type ParticipantRow } from './participant.loaders';

const rules = policy.participants;

@Type('Participant', 'A learner or member of staff, as the reader may know them at the present stage of the mobility.')
export class ParticipantType implements Omit<
  ParticipantRow,
  | 'organisationId'
  | 'personId'
  | 'guardianPersonId'
  | 'createdAt'
  | 'stage'
  | 'mobilityId'
  | 'hostAccessUntil'
  | 'finalAssessedAt'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'birthDate'
  | 'adultOn'
  | 'fewerOpportunities'
  | 'healthReleasedToHost'
  | 'healthReleasedToTeachers'
> {
  @Access(rules.readProfile)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.readProfile)
  @Field(() => String, { description: '`learner` or `staff`.' })
  kind!: 'learner' | 'staff';

  @Access(rules.readProfile)
  @Field(() => String, { description: 'Occupation, by its ESCO label in English.' })
  occupation!: string;

  @Access(rules.readProfile)
  @Field(() => String, { nullable: true, description: 'Qualification the learner works for.' })
  qualification!: string | null;

  @Access(rules.readProfile)
  @Field(() => String, { nullable: true, description: 'ISCED-F 2013, four digits.' })
  iscedF!: string | null;

  @Access(rules.readProfile)
  @Field(() => Int, { nullable: true, description: 'Level of the European Qualifications Framework, 1 to 8.' })
  eqfLevel!: number | null;

  @Access(rules.readProfile)
  @Field(() => String, { nullable: true, description: 'Main language of the activity, ISO 639-1.' })
  mainLanguage!: string | null;

  @Access(rules.readProfile)
  @Field(() => String, { nullable: true, description: 'Level in that language, CEFR A1 to C2.' })
  languageLevel!: string | null;

  @Access(rules.readName)
  @Field(() => String, {
    nullable: true,
    description: 'First name(s). Hosts and tutors: from the confirmed placement on.',
  })
  firstName!: string | null;

  @Access(rules.readName)
  @Field(() => String, {
    nullable: true,
    description: 'Last name(s). Hosts and tutors: from the confirmed placement on.',
  })
  lastName!: string | null;

  @Access(rules.readMinor)
  @Field(() => Boolean, { nullable: true, simple: false, description: 'Whether the participant is under 18 today.' })
  minor(@Ctx() ctx: Context): boolean {
    return (this as unknown as ParticipantRow).adultOn > ctx.actor.today;
  }

  @Access(rules.readContact)
  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email!: string | null;

  @Access(rules.readContact)
  @Field(() => String, { nullable: true, description: 'Telephone, as entered.' })
  phone!: string | null;

  @Access(rules.readSchoolRecord)
  @Field(() => String, { nullable: true, description: 'The school’s own number for the learner.' })
  studentNumber!: string | null;

  @Access(rules.readSchoolRecord)
  @Field(() => String, { nullable: true, description: 'Class.' })
  className!: string | null;

  @Access(rules.readCivil)
  @Field(() => Day, { nullable: true, description: 'Date of birth.' })
  birthDate!: string | null;

  @Access(rules.readCivil)
  @Field(() => String, { nullable: true, description: 'Gender as the school recorded it: F, M or X.' })
  gender!: string | null;

  @Access(rules.readCivil)
  @Field(() => String, { nullable: true, description: 'Nationality, ISO 3166-1 alpha-2.' })
  nationality!: string | null;

  @Access(rules.readCivil)
  @Field(() => String, { nullable: true, description: 'Street and number.' })
  street!: string | null;

  @Access(rules.readCivil)
  @Field(() => String, { nullable: true, description: 'Postcode.' })
  postcode!: string | null;

  @Access(rules.readCivil)
  @Field(() => String, { nullable: true, description: 'Town.' })
  town!: string | null;

  @Access(rules.readEmergency)
  @Field(() => String, { nullable: true, description: 'Whom to call in an emergency.' })
  emergencyContact!: string | null;

  @Access(rules.readEmergency)
  @Field(() => String, { nullable: true, description: 'Telephone of the emergency contact.' })
  emergencyPhone!: string | null;

  @Access(rules.readDiet)
  @Field(() => String, { nullable: true, description: 'Dietary needs. The school’s reads are logged.' })
  diet!: string | null;

  @Access(rules.readHealth)
  @Field(() => String, { nullable: true, description: 'Health and special needs. The school’s reads are logged.' })
  healthNotes!: string | null;

  @Access(rules.readHealth)
  @Field(() => Boolean, { nullable: true, description: 'Whether the person released health notes to the host.' })
  healthReleasedToHost!: boolean | null;

  @Access(rules.readHealth)
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the person released diet and health notes to teachers.',
  })
  healthReleasedToTeachers!: boolean | null;

  @Access(rules.readFewerOpportunities)
  @Field(() => Boolean, {
    nullable: true,
    description: 'Participant with fewer opportunities. The school’s reads are logged.',
  })
  fewerOpportunities!: boolean | null;

  @Access(rules.readFewerOpportunitiesReason)
  @Field(() => String, { nullable: true, description: 'Why. The school’s reads are logged.' })
  fewerOpportunitiesReason!: string | null;

  @Access(rules.readGuardian)
  @Field(() => String, { nullable: true, description: 'Name of the legal guardian of a minor.' })
  guardianName!: string | null;

  @Access(rules.readGuardianMail)
  @Field(() => String, { nullable: true, description: 'E-mail address of the guardian.' })
  guardianEmail!: string | null;

  @Access(rules.readGuardian)
  @Field(() => String, { nullable: true, description: 'Telephone of the guardian.' })
  guardianPhone!: string | null;

  @Access(rules.readProfile)
  @Field(() => Int, { description: 'Pass it back when changing: an older one is a CONFLICT.' })
  version!: number;
}

/** The name as its reader may know it, for e-mails and documents of that reader; null where they may not. */
export function nameFor(ctx: Context, row: ParticipantRow): string | null {
  return may(rules.readName, ctx.actor, row) ? `${row.firstName} ${row.lastName}` : null;
}
