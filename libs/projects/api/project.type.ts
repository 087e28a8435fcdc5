import { policy } from '@softmob/access';
import { Access, connectionOf, Day, Moment, Type } from '@softmob/api-kit';
import { Field, ID, Int } from 'type-graphql';
import { type Mobility } from './mobility.entity';
import { type AccompanyingPerson, type Flow, type Project, type Reserve } from './project.entity';

const rules = policy.projects;

@Type('Project', 'A funded project of a school.')
export class ProjectType implements Omit<Project, 'createdAt' | 'organisationId'> {
  @Access(rules.readProject)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.readProject)
  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Access(rules.readProject)
  @Field(() => String, { description: 'Action: KA121 or KA122.' })
  action!: string;

  @Access(rules.readProject)
  @Field(() => String, {
    nullable: true,
    description: 'Grant agreement number, such as 2026-1-IT01-KA121-VET-000000000.',
  })
  agreementNumber!: string | null;

  @Access(rules.readProject)
  @Field(() => Int, { description: 'Call year: it settles which rules and rates apply.' })
  callYear!: number;

  @Access(rules.readProject)
  @Field(() => Day, { description: 'First day of the project.' })
  startsOn!: string;

  @Access(rules.readProject)
  @Field(() => Day, { description: 'Last day of the project.' })
  endsOn!: string;

  @Access(rules.readProject)
  @Field(() => Int, { description: 'Pass it back when changing: an older one is a CONFLICT.' })
  version!: number;
}

@Type('AccompanyingPerson', 'A teacher who goes with a flow.')
export class AccompanyingPersonType implements Omit<AccompanyingPerson, 'organisationId' | 'flowId'> {
  @Access(rules.readAccompanying)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.readAccompanying)
  @Field(() => String, { description: 'First name.' })
  firstName!: string;

  @Access(rules.readAccompanying)
  @Field(() => String, { description: 'Last name.' })
  lastName!: string;

  @Access(rules.readAccompanying)
  @Field(() => String, { description: 'E-mail address.' })
  email!: string;

  @Access(rules.readAccompanying)
  @Field(() => Day, { description: 'First day with the flow.' })
  startsOn!: string;

  @Access(rules.readAccompanying)
  @Field(() => Day, { description: 'Last day with the flow.' })
  endsOn!: string;
}

@Type('Flow', 'Mobilities of the same activity, destination and dates.')
export class FlowType implements Omit<Flow, 'createdAt' | 'organisationId' | 'projectId' | 'processTemplateVersionId'> {
  @Access(rules.readFlow)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.readFlow)
  @Field(() => String, { description: 'Short name within the project, such as BER-1.' })
  code!: string;

  @Access(rules.readFlow)
  @Field(() => String, { description: 'Code of the activity type, such as VET_SHORT.' })
  activityType!: string;

  @Access(rules.readFlow)
  @Field(() => String, { description: 'Country of the stay, ISO 3166-1 alpha-2.' })
  country!: string;

  @Access(rules.readFlow)
  @Field(() => String, { description: 'Town of the stay.' })
  town!: string;

  @Access(rules.readFlow)
  @Field(() => Day, { description: 'Departure: first day of the activity.' })
  startsOn!: string;

  @Access(rules.readFlow)
  @Field(() => Day, { description: 'Return: last day of the activity.' })
  endsOn!: string;

  @Access(rules.readFlow)
  @Field(() => ID, { nullable: true, description: 'The host organisation that coordinates the stay.' })
  hostOrganisationId!: string | null;

  @Access(rules.readFlow)
  @Field(() => String, { description: 'Who is the hosting organisation on documents: `company` or `host`.' })
  hostingParty!: Flow['hostingParty'];

  @Access(rules.readProject)
  @Field(() => String, { description: 'Key of the process template that its tasks came from.' })
  processTemplate!: string;

  @Access(rules.readFlow)
  @Field(() => Int, { description: 'Pass it back when changing: an older one is a CONFLICT.' })
  version!: number;
}

@Type('Mobility', 'One person’s mobility: the thing everything else hangs on.')
export class MobilityType implements Pick<
  Mobility,
  | 'id'
  | 'stage'
  | 'startsOn'
  | 'endsOn'
  | 'bmId'
  | 'greenTravel'
  | 'arrivedOn'
  | 'finalAssessedAt'
  | 'recognisedAt'
  | 'withdrawnAt'
  | 'withdrawnReason'
  | 'version'
> {
  @Access(rules.readMobility)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.readMobility)
  @Field(() => String, {
    description: 'selected, proposed, confirmed, abroad, back or withdrawn. It settles what each party may see.',
  })
  stage!: Mobility['stage'];

  @Access(rules.readMobility)
  @Field(() => Day, { description: 'First day of the activity.' })
  startsOn!: string;

  @Access(rules.readMobility)
  @Field(() => Day, { description: 'Last day of the activity.' })
  endsOn!: string;

  @Access(rules.readMobility)
  @Field(() => String, {
    nullable: true,
    description: 'Mobility ID of the Beneficiary Module; null until it is assigned.',
  })
  bmId!: string | null;

  @Access(rules.readMobility)
  @Field(() => Boolean, { description: 'Whether the main part of the way is travelled by low-emission means.' })
  greenTravel!: boolean;

  @Access(rules.readMobility)
  @Field(() => Day, { nullable: true, description: 'The day of arrival, once confirmed.' })
  arrivedOn!: string | null;

  @Access(policy.learning.readLearning)
  @Field(() => Moment, { nullable: true, description: 'When the tutor finished the final assessment.' })
  finalAssessedAt!: Date | null;

  @Access(policy.learning.readLearning)
  @Field(() => Moment, { nullable: true, description: 'When the school recognised what was learnt.' })
  recognisedAt!: Date | null;

  @Access(rules.readWithdrawal)
  @Field(() => Moment, { nullable: true, description: 'When the participant withdrew.' })
  withdrawnAt!: Date | null;

  @Access(rules.readWithdrawal)
  @Field(() => String, { nullable: true, description: 'Why the participant withdrew.' })
  withdrawnReason!: string | null;

  @Access(rules.readMobility)
  @Field(() => Int, { description: 'Pass it back when changing: an older one is a CONFLICT.' })
  version!: number;
}

@Type('Reserve', 'Somebody who may take the place of one who withdraws.')
export class ReserveType implements Pick<Reserve, 'id' | 'rank' | 'status'> {
  @Access(rules.readReserve)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.readReserve)
  @Field(() => Int, { description: '1 is asked first.' })
  rank!: number;

  @Access(rules.readReserve)
  @Field(() => String, { description: '`waiting`, `promoted` or `declined`.' })
  status!: Reserve['status'];
}

export const MobilityConnection = connectionOf(MobilityType, 'Mobility', rules.listMobilities);
