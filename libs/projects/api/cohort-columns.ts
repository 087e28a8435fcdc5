import { policy, type Rule } from '@softmob/access';
import { type ParticipantRow } from '@softmob/participants-api';
import { type ExportCell, type ExportColumn } from '@softmob/participants-model';

/** A mobility with all that an export may show of it. */
export interface CohortRow extends ParticipantRow {
  readonly flowCode: string;
  readonly country: string;
  readonly flowTown: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly hostName: string | null;
  readonly companyName: string | null;
  readonly bmId: string | null;
  readonly greenTravel: boolean;
}

/** One column of the export: whoever may not read it at a row's stage gets an empty cell, or no such column at all. */
export interface CohortColumn {
  readonly header: Readonly<Record<'en' | 'it', string>>;
  readonly rule: Rule;
  readonly type?: ExportColumn['type'];
  /** Set where each read is logged. */
  readonly logged?: string;
  value(row: CohortRow, today: string): ExportCell;
}

const {
  readName,
  readSchoolRecord,
  readProfile,
  readContact,
  readCivil,
  readMinor,
  readEmergency,
  readDiet,
  readFewerOpportunities,
  readGuardian,
  readGuardianMail,
} = policy.participants;
const { readMobility } = policy.projects;

type Plain = { [K in keyof CohortRow]: CohortRow[K] extends ExportCell ? K : never }[keyof CohortRow];
const column = (key: Plain, rule: Rule, en: string, it: string, more: Partial<CohortColumn> = {}): CohortColumn => ({
  header: { en, it },
  rule,
  value: (row) => row[key],
  ...more,
});

/** The one declaration of the export: rule and value of every column. Health notes and reasons never leave the screen. */
export const cohortColumns: readonly CohortColumn[] = [
  column('flowCode', readMobility, 'Flow', 'Flusso'),
  column('lastName', readName, 'Last name', 'Cognome'),
  column('firstName', readName, 'First name', 'Nome'),
  column('studentNumber', readSchoolRecord, 'Student no', 'Matricola'),
  column('className', readSchoolRecord, 'Class', 'Classe'),
  column('stage', readMobility, 'Stage', 'Stato'),
  column('country', readMobility, 'Country', 'Paese'),
  column('flowTown', readMobility, 'City', 'Città'),
  column('startsOn', readMobility, 'Start date', 'Data di inizio', { type: 'date' }),
  column('endsOn', readMobility, 'End date', 'Data di fine', { type: 'date' }),
  column('hostName', readMobility, 'Host organisation', 'Organizzazione ospitante'),
  column('companyName', readMobility, 'Company', 'Azienda'),
  column('occupation', readProfile, 'Occupation', 'Professione'),
  column('qualification', readProfile, 'Qualification', 'Qualifica'),
  column('iscedF', readProfile, 'ISCED-F', 'ISCED-F'),
  column('eqfLevel', readProfile, 'EQF level', 'Livello EQF', { type: 'number' }),
  column('mainLanguage', readProfile, 'Main language', 'Lingua principale'),
  column('languageLevel', readProfile, 'Language level', 'Livello di lingua'),
  column('email', readContact, 'E-mail', 'E-mail'),
  column('phone', readContact, 'Phone', 'Telefono'),
  {
    header: { en: 'Minor', it: 'Minorenne' },
    rule: readMinor,
    type: 'boolean',
    value: (row, today) => row.adultOn > today,
  },
  column('birthDate', readCivil, 'Date of birth', 'Data di nascita', { type: 'date' }),
  column('gender', readCivil, 'Gender', 'Genere'),
  column('nationality', readCivil, 'Nationality', 'Nazionalità'),
  column('street', readCivil, 'Street', 'Via'),
  column('postcode', readCivil, 'Postcode', 'CAP'),
  column('town', readCivil, 'Town', 'Comune'),
  column('emergencyContact', readEmergency, 'Emergency contact', 'Contatto di emergenza'),
  column('emergencyPhone', readEmergency, 'Emergency phone', 'Telefono di emergenza'),
  column('diet', readDiet, 'Dietary needs', 'Esigenze alimentari', { logged: 'Participant.diet' }),
  column('guardianName', readGuardian, 'Guardian name', 'Nome del tutore'),
  column('guardianPhone', readGuardian, 'Guardian phone', 'Telefono del tutore'),
  column('guardianEmail', readGuardianMail, 'Guardian e-mail', 'E-mail del tutore'),
  column('fewerOpportunities', readFewerOpportunities, 'Fewer opportunities', 'Minori opportunità', {
    type: 'boolean',
    logged: 'Participant.fewerOpportunities',
  }),
  column('greenTravel', readMobility, 'Green travel', 'Viaggio green', { type: 'boolean' }),
  column('bmId', readMobility, 'Mobility ID', 'ID mobilità'),
];
