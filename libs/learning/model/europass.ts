import { type LocalText } from './text';

/** A person who answers for an organisation on a Europass Mobility. */
export interface EuropassSignatory {
  readonly name: string;
  readonly role: LocalText;
  readonly email: string;
}

export interface EuropassPartner {
  readonly name: string;
  readonly address: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly oid: string | null;
  readonly contact: EuropassSignatory;
}

/** Another company that had the learner for a part of the stay, with its days. */
export interface OtherHost {
  readonly name: string;
  readonly address: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO dates, both included. */
  readonly start: string;
  readonly end: string;
}

/** Section 5a, by unit: what the learner can do, and how well. */
export interface EuropassUnit {
  readonly title: LocalText;
  readonly eqf: number;
  readonly hours: number;
  /** Outcomes reached, each with its level on the assessment scale. */
  readonly outcomes: readonly { readonly text: LocalText; readonly level: LocalText }[];
  readonly result: LocalText;
}

/** Section 5b: one line of the record of courses and individual grades. */
export interface EuropassCourse {
  readonly code: string;
  readonly title: LocalText;
  readonly hours: number;
  readonly points: number | null;
  readonly grade: string;
  readonly recognition: LocalText;
}

/** Everything a Europass Mobility document says, in its sections 1 to 5. */
export interface EuropassMobilityContent {
  /** Number of this document, unique in the issuing organisation. */
  readonly documentNumber: string;
  /** Mobility ID of the Beneficiary Module; null until known. */
  readonly mobilityId: string | null;
  readonly projectCode: string;
  /** ISO date of issue. */
  readonly issuedOn: string;
  /** 1. Holder. */
  readonly holder: {
    readonly lastNames: string;
    readonly firstNames: string;
    readonly address: string | null;
    readonly birthDate: string | null;
    /** ISO 3166-1 alpha-2. */
    readonly nationality: string | null;
    readonly email: string | null;
  };
  /** 2. Issuing organisation. */
  readonly issuer: {
    readonly name: string;
    readonly address: string;
    readonly country: string;
    readonly oid: string | null;
  };
  /** 3. Sending and host partner; the supporting one where there is one. */
  readonly sending: EuropassPartner;
  readonly hosting: EuropassPartner;
  readonly supporting: EuropassPartner | null;
  /** Companies beside the hosting one, where one could not go on; left out where there was none. */
  readonly otherHosts?: readonly OtherHost[];
  /** 4. The mobility experience. */
  readonly experience: {
    readonly aim: LocalText;
    readonly initiative: LocalText;
    readonly qualification: string;
    readonly eqf: number;
    readonly start: string;
    readonly end: string;
    readonly hours: number;
  };
  /** 5a. Skills acquired. */
  readonly activities: readonly LocalText[];
  readonly units: readonly EuropassUnit[];
  readonly skills: {
    readonly jobRelated: readonly LocalText[];
    readonly language: readonly LocalText[];
    readonly digital: readonly LocalText[];
    readonly organisational: readonly LocalText[];
    readonly communication: readonly LocalText[];
    readonly other: readonly LocalText[];
  };
  /** 5b. Record of courses and individual grades; empty for a work placement without grades. */
  readonly courses: readonly EuropassCourse[];
  readonly gradingScale: LocalText;
}

/** What a certificate of attendance says: the dates, confirmed by the organisation that hosted. */
export interface AttendanceCertificateContent {
  readonly documentNumber: string;
  readonly mobilityId: string | null;
  readonly projectCode: string;
  readonly issuedOn: string;
  readonly participant: { readonly name: string; readonly birthDate: string | null };
  readonly activity: LocalText;
  readonly occupation: LocalText;
  readonly sending: { readonly name: string; readonly address: string; readonly country: string };
  readonly hosting: { readonly name: string; readonly address: string; readonly country: string };
  /** Companies beside the hosting one, where one could not go on. */
  readonly otherHosts: readonly OtherHost[];
  /** First and last day as they were, not as planned. */
  readonly start: string;
  readonly end: string;
  /** Days present and hours worked; null where they were not recorded. */
  readonly daysPresent: number | null;
  readonly hours: number | null;
  /** Who confirms the dates, with their function. */
  readonly confirmedBy: EuropassSignatory;
  /** When the confirmation was given in the portal (ISO instant); null prints a line for signature and stamp. */
  readonly confirmedAt: string | null;
}
