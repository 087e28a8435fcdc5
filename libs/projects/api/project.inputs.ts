import { Day } from '@softmob/api-kit';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'The frame of a new project.' })
export class CreateProjectInput {
  @Field(() => String, { description: 'Title, up to 200 characters.' })
  title!: string;

  @Field(() => String, { description: 'Action: KA121 or KA122.' })
  action!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Grant agreement number, such as 2026-1-IT01-KA121-VET-000000000.',
  })
  agreementNumber?: string | null;

  @Field(() => Int, { description: 'Call year: it settles which rules and rates apply.' })
  callYear!: number;

  @Field(() => Day, { description: 'First day of the project.' })
  startsOn!: string;

  @Field(() => Day, { description: 'Last day of the project.' })
  endsOn!: string;
}

@InputType({ description: 'Changes of a project. What is left out stays.' })
export class EditProjectInput {
  @Field(() => ID, { description: 'The project.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen: an older one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Title, up to 200 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Action: KA121 or KA122.' })
  action?: string | null;

  @Field(() => String, { nullable: true, description: 'Grant agreement number; an empty text takes it away.' })
  agreementNumber?: string | null;

  @Field(() => Int, { nullable: true, description: 'Call year.' })
  callYear?: number | null;

  @Field(() => Day, { nullable: true, description: 'First day of the project.' })
  startsOn?: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day of the project.' })
  endsOn?: string | null;
}

@InputType({ description: 'A new flow: an activity with its destination and dates.' })
export class CreateFlowInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => String, { description: 'Short name within the project, such as BER-1; up to 20 characters.' })
  code!: string;

  @Field(() => String, { description: 'Code of the activity type, such as VET_SHORT.' })
  activityType!: string;

  @Field(() => String, { description: 'Country of the stay, ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => String, { description: 'Town of the stay.' })
  town!: string;

  @Field(() => Day, { description: 'Departure: first day of the activity.' })
  startsOn!: string;

  @Field(() => Day, { description: 'Return: last day of the activity.' })
  endsOn!: string;

  @Field(() => ID, { nullable: true, description: 'The host organisation, one that the school works with.' })
  hostOrganisationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who is the hosting organisation on documents: `company` (unless told) or `host`.',
  })
  hostingParty?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Key of the process template its tasks come from; unless told the school’s own for the activity type, else the shipped one.',
  })
  processTemplate?: string | null;
}

@InputType({
  description: 'Changes of a flow. What is left out stays. New dates move the mobilities of the flow along.',
})
export class EditFlowInput {
  @Field(() => ID, { description: 'The flow.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen: an older one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Short name within the project.' })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the activity type.' })
  activityType?: string | null;

  @Field(() => String, { nullable: true, description: 'Country of the stay, ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Town of the stay.' })
  town?: string | null;

  @Field(() => Day, { nullable: true, description: 'Departure: first day of the activity.' })
  startsOn?: string | null;

  @Field(() => Day, { nullable: true, description: 'Return: last day of the activity.' })
  endsOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'The host organisation.' })
  hostOrganisationId?: string | null;

  @Field(() => String, { nullable: true, description: '`company` or `host`.' })
  hostingParty?: string | null;
}

@InputType({ description: 'A teacher who goes with a flow.' })
export class AddAccompanyingPersonInput {
  @Field(() => ID, { description: 'The flow.' })
  flowId!: string;

  @Field(() => String, { description: 'First name.' })
  firstName!: string;

  @Field(() => String, { description: 'Last name.' })
  lastName!: string;

  @Field(() => String, { description: 'E-mail address.' })
  email!: string;

  @Field(() => Day, { nullable: true, description: 'First day with the flow; its first unless told.' })
  startsOn?: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day with the flow; its last unless told.' })
  endsOn?: string | null;
}
