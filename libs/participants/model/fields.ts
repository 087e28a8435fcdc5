import * as read from './cell-readers';
import {
  email,
  endsOn,
  field,
  type FieldDefinition,
  firstName,
  flow,
  hostOrganisation,
  type LabelLocale,
  lastName,
  line,
  name,
  occupationNames,
  phone,
  postcode,
  required,
  startsOn,
  street,
} from './field-definition';
import { type FieldKey, type ImportKind } from './import-values';
import { learners, reserves } from './learner-fields';

const accompanying: readonly FieldDefinition<FieldKey<'accompanying'>>[] = [
  lastName,
  firstName,
  email,
  phone,
  flow,
  startsOn,
  endsOn,
];

const companyTown = 'City | Città | Stadt :: Town, Place, Comune, Località, Ort';

const companies: readonly FieldDefinition<FieldKey<'companies'>>[] = [
  field(
    'company',
    line,
    'Company | Azienda | Betrieb :: Company name, Workplace, Business, Nome azienda, Ragione sociale, Impresa, Ditta, Firma, Unternehmen, Praktikumsbetrieb',
    required,
  ),
  field('country', read.country, 'Country | Paese | Land :: Stato', required),
  field('city', name, companyTown, required),
  street,
  postcode,
  field('occupation', line, occupationNames, required),
  field(
    'places',
    read.wholeNumber(1, 500),
    'Places | Posti | Plätze :: Number of places, Capacity, Seats, Numero di posti, Posti disponibili, Capienza, Anzahl Plätze, Kapazität',
    required,
  ),
  field(
    'availableFrom',
    read.date,
    'Available from | Disponibile dal | Verfügbar ab :: From, Start date, Dal, Data di inizio, Von, Beginn',
  ),
  field(
    'availableTo',
    read.date,
    'Available until | Disponibile fino al | Verfügbar bis :: Available to, To, Until, End date, Al, Data di fine, Bis, Ende',
  ),
  field(
    'tutor',
    name,
    'Tutor | Tutor | Betreuer :: Company tutor, Tutor name, Mentor, Tutor aziendale, Nome tutor, Betreuerin, Ansprechpartner, Ansprechperson',
  ),
  field(
    'tutorEmail',
    read.email,
    'Tutor e-mail | E-mail del tutor | E-Mail des Betreuers :: Tutor mail, Company e-mail, E-mail tutor, E-mail azienda, E-Mail Betreuer, E-Mail, Mail',
  ),
  field(
    'tutorPhone',
    read.phone,
    'Tutor phone | Telefono del tutor | Telefon des Betreuers :: Phone, Telephone, Telefono, Telefono tutor, Telefon, Telefon Betreuer',
  ),
  hostOrganisation,
];

const functions = {
  coordinator: [
    'host coordinator',
    'sending coordinator',
    'mobility coordinator',
    'coordinatore',
    'coordinatrice',
    'referente',
    'Koordinator',
    'Koordinatorin',
  ],
  teacher: ['mentor', 'docente', 'insegnante', 'Lehrer', 'Lehrerin', 'Lehrkraft'],
  finance: [
    'accountant',
    'administration',
    'amministrazione',
    'DSGA',
    'contabilità',
    'Finanzen',
    'Buchhaltung',
    'Verwaltung',
  ],
};
const roles = {
  sending: ['sender', 'school', 'invio', 'mittente', 'scuola', 'entsendend', 'Schule'],
  host: ['hosting', 'receiving', 'ospitante', 'accoglienza', 'aufnehmend', 'Gastgeber'],
};

const organisations: readonly FieldDefinition<FieldKey<'organisations'>>[] = [
  field('role', read.choice(roles), 'Role | Ruolo | Rolle :: Type, Tipo, Art', required),
  field(
    'organisation',
    line,
    'Organisation | Organizzazione | Einrichtung :: Organization, Organisation name, Name, School, Ente, Istituto, Nome ente, Scuola, Schule',
    required,
  ),
  field('country', read.country, 'Country | Paese | Land :: Stato', required),
  field('town', name, companyTown),
  street,
  postcode,
  field('oid', read.oid, 'OID | OID | OID :: Organisation ID, Codice OID, OID-Nummer'),
  field(
    'contact',
    name,
    'Contact | Referente | Kontaktperson :: Contact person, Contact name, Contatto, Persona di contatto, Ansprechpartner, Ansprechperson',
  ),
  field('function', read.choice(functions), 'Function | Funzione | Funktion :: Position, Job title, Incarico'),
  { ...email, required: false },
];

/** The dictionary of columns: the fields of each kind in the order in which they are shown. */
export const importFields: { readonly [K in ImportKind]: readonly FieldDefinition<FieldKey<K>>[] } = {
  learners,
  reserves,
  accompanying,
  companies,
  organisations,
};

/** The field's own name for people. */
export function fieldLabel(kind: ImportKind, key: string, locale: LabelLocale): string {
  const fields: readonly FieldDefinition[] = importFields[kind];
  return fields.find((definition) => definition.key === key)?.labels[locale] ?? key;
}
