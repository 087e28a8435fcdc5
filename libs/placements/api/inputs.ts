import { Field, ID, InputType, Int } from 'type-graphql';
import { Day } from '@softmob/api-kit';
import { z } from 'zod';

@InputType({ description: 'Whom a host is asked to find places for.' })
export class RequestPlacementsInput {
  @Field(() => [ID], { description: 'The mobilities, at most 500.' })
  mobilityIds!: string[];

  @Field(() => ID, { description: 'The host organisation that is asked.' })
  hostOrganisationId!: string;
}

@InputType({ description: 'A place for one learner. Proposing again moves what is not confirmed yet.' })
export class ProposePlacementInput {
  @Field(() => ID, { description: 'The mobility.' })
  mobilityId!: string;

  @Field(() => ID, { description: 'The company’s places it takes one of.' })
  capacityId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The tutor, one of the company’s; left out, the tutor stays or is the company’s first.',
  })
  tutorPersonId?: string | null;
}

@InputType({ description: 'How many learners of an occupation a company takes at once.' })
export class SetCapacityInput {
  @Field(() => ID, { nullable: true, description: 'Changes these places; left out, new ones are added.' })
  id?: string | null;

  @Field(() => ID, { description: 'The company.' })
  companyId!: string;

  @Field(() => String, { description: 'Occupation, by its ESCO label in English.' })
  occupation!: string;

  @Field(() => Int, { description: 'Learners at the same time, 0 to 500.' })
  places!: number;

  @Field(() => Day, { nullable: true, description: 'First day on which the places are there; left out: since always.' })
  startsOn?: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day on which the places are there; left out: for good.' })
  endsOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was seen: another one is a CONFLICT.' })
  version?: number | null;
}

@InputType({ description: 'The new tutor: somebody of the company, or somebody new by name and e-mail.' })
export class TutorInput {
  @Field(() => ID, { nullable: true, description: 'A tutor whom the company has already.' })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name, for somebody new.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address, for somebody new.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone, for somebody new.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Language of the e-mail, for somebody new: `en` or `it`.' })
  locale?: string | null;
}

@InputType({ description: 'Another company for a learner whose own cannot go on.' })
export class ReplacePlacementInput {
  @Field(() => ID, { description: 'The placement that cannot go on; it must be confirmed.' })
  placementId!: string;

  @Field(() => ID, { description: 'The places of the company that takes over: of the same host, free until the end.' })
  capacityId!: string;

  @Field(() => Day, {
    description:
      'First day at the new company. The former stay ends the day before; before departure, its own first day.',
  })
  from!: string;

  @Field(() => String, { description: 'Why: the family, the school and the host read it.' })
  reason!: string;

  @Field(() => TutorInput, { nullable: true, description: 'The tutor there; left out, the company’s first.' })
  tutor?: TutorInput | null;
}

@InputType({ description: 'Which placements to list. What is left out does not restrict.' })
export class PlacementFilter {
  @Field(() => ID, { nullable: true, description: 'Of this flow.' })
  flowId?: string | null;

  @Field(() => ID, { nullable: true, description: 'At this company.' })
  companyId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'In any of these statuses; left out: those that stand (requested, proposed, confirmed).',
  })
  statuses?: string[] | null;

  @Field(() => Day, { nullable: true, description: 'Stays that are not over before this day.' })
  from?: string | null;

  @Field(() => Day, { nullable: true, description: 'Stays that have begun by this day.' })
  to?: string | null;
}

/** Ids of a bulk action: at least one, at most 500, each once. */
export const bulkOf = z
  .array(z.string())
  .min(1, { error: 'Choose at least one.' })
  .max(500, { error: 'At most 500 at once.' })
  .transform((ids) => [...new Set(ids)]);

/** Why something ends: told to those concerned. */
export const reasonOf = z
  .string()
  .trim()
  .min(3, { error: 'Write why: those concerned will read it.' })
  .max(500, { error: 'Use at most 500 characters.' });
