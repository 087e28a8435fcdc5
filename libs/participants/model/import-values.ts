import { type IsoDay } from '@softmob/processes-model';
import { type LanguageLevel } from './vocabularies';

/** What a file may hold: one kind of row each. Reserves are learners with a rank. */
export type ImportKind = 'learners' | 'reserves' | 'accompanying' | 'companies' | 'organisations';
export const importKinds: readonly ImportKind[] = [
  'learners',
  'reserves',
  'accompanying',
  'companies',
  'organisations',
];

/** A value as it was understood; null for an empty cell or a column that the file does not have. */
export type ImportValue = string | number | boolean | null;

/** One learner's row. Country and city are the destination; street, postcode and town the home. */
export interface LearnerValues {
  studentNo: string | null;
  lastName: string;
  firstName: string;
  birthDate: IsoDay;
  gender: 'female' | 'male' | 'other' | null;
  /** ISO 3166-1 alpha-2. */
  nationality: string | null;
  email: string;
  phone: string | null;
  schoolClass: string | null;
  qualification: string | null;
  /** ISCED-F 2013 code. */
  iscedF: string | null;
  eqfLevel: number | null;
  /** Preferred label of the known occupation, else the text of the file. */
  occupation: string | null;
  /** ESCO URI; null where the occupation is not known. */
  occupationUri: string | null;
  guardianName: string | null;
  guardianEmail: string | null;
  guardianPhone: string | null;
  fewerOpportunities: boolean | null;
  dietaryNeeds: string | null;
  /** Code of the flow as the project writes it. */
  flow: string | null;
  country: string | null;
  city: string | null;
  startsOn: IsoDay | null;
  endsOn: IsoDay | null;
  greenTravel: boolean | null;
  /** The known organisation's name, else the text of the file. */
  hostOrganisation: string | null;
  street: string | null;
  postcode: string | null;
  town: string | null;
  emergencyContact: string | null;
  emergencyPhone: string | null;
  /** ISO 639-1. */
  mainLanguage: string | null;
  languageLevel: LanguageLevel | null;
}

/** A learner on the reserve list; 1 comes first. */
export interface ReserveValues extends LearnerValues {
  rank: number;
}

/** A teacher or other person who goes with a flow. */
export interface AccompanyingValues {
  lastName: string;
  firstName: string;
  email: string;
  phone: string | null;
  flow: string;
  startsOn: IsoDay | null;
  endsOn: IsoDay | null;
}

/** Places of one company for one occupation, with the tutor of these places. */
export interface CompanyValues {
  company: string;
  country: string;
  city: string;
  street: string | null;
  postcode: string | null;
  occupation: string;
  occupationUri: string | null;
  places: number;
  availableFrom: IsoDay | null;
  availableTo: IsoDay | null;
  tutor: string | null;
  tutorEmail: string | null;
  tutorPhone: string | null;
  hostOrganisation: string | null;
}

/** One contact of a school or host; an organisation with several contacts has several rows. */
export interface OrganisationValues {
  role: 'sending' | 'host';
  organisation: string;
  country: string;
  town: string | null;
  postcode: string | null;
  street: string | null;
  oid: string | null;
  contact: string | null;
  function: 'coordinator' | 'teacher' | 'finance' | null;
  email: string | null;
}

/** The values of a row by kind of file. */
export interface ImportValues {
  learners: LearnerValues;
  reserves: ReserveValues;
  accompanying: AccompanyingValues;
  companies: CompanyValues;
  organisations: OrganisationValues;
}

/** Names of the fields of a kind. */
export type FieldKey<K extends ImportKind = ImportKind> = Extract<keyof ImportValues[K], string>;
