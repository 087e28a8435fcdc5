import { type ActivityMode, type AgreementContact } from './agreement-content';
import { type AgreementSettings } from './agreement-signing';
import { type LocalText } from './text';
import { type LearningUnit } from './units';

/** An organisation as the records know it; the first contact of a company is the learner's mentor. */
export interface OrganisationFacts {
  readonly name: string;
  readonly address: string;
  readonly oid?: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly contacts: readonly AgreementContact[];
}

export interface ParticipantFacts {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  /** ISO date. */
  readonly birthDate: string | null;
  readonly classYear: string;
  readonly qualification: string;
  /** ESCO occupation name. */
  readonly occupation: string;
  readonly isced: string;
  readonly eqf: number;
  /** CEFR level in the language of the activity, before it. */
  readonly languageLevel: string | null;
}

export interface FlowFacts {
  readonly activityType: string;
  readonly mode: ActivityMode;
  /** First and last activity day, ISO dates. */
  readonly start: string;
  readonly end: string;
  readonly hoursPerWeek: number;
  /** Language of the activity, ISO 639-1. */
  readonly language: string;
  readonly settings?: AgreementSettings;
}

/** The facts from which an agreement is composed. */
export interface ComposeInput {
  readonly mobilityId: string | null;
  readonly projectCode: string;
  readonly agreementNumber: string;
  readonly participant: ParticipantFacts;
  readonly guardian: { readonly name: string; readonly email: string; readonly phone: string } | null;
  readonly flow: FlowFacts;
  readonly school: OrganisationFacts;
  readonly company: OrganisationFacts;
  /** Null where the company itself coordinates the stay. */
  readonly host: OrganisationFacts | null;
  readonly accompanying?: readonly AgreementContact[];
  /** The units to agree on; chosen by occupation, level and hours where absent. */
  readonly units?: readonly LearningUnit[];
  /** Only what the participant released to host and company. */
  readonly inclusion?: LocalText | null;
  /** What is done online, for a blended activity. */
  readonly virtual?: LocalText | null;
  /** Business date on which minority is judged, besides the day of departure. */
  readonly today: string;
}
