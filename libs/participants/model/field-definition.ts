import { type CellReader } from './cell-readers';
import * as read from './cell-readers';

export type Locale = 'en' | 'it';
export type LabelLocale = Locale | 'de';

/** A field that a column may fill: how it is called, whether it must be there, how a cell of it is read. */
export interface FieldDefinition<Key extends string = string> {
  key: Key;
  required: boolean;
  isDate: boolean;
  labels: Readonly<Record<LabelLocale, string>>;
  /** Further names by which spreadsheets call it, in the three languages. */
  aliases: readonly string[];
  read: CellReader;
}

/** Labels in English | Italian | German, then further names: one text keeps the dictionary readable. */
export function field<Key extends string>(
  key: Key,
  reader: CellReader,
  names: string,
  required = false,
): FieldDefinition<Key> {
  const [labels = '', aliases = ''] = names.split(' :: ');
  const [en = '', it = '', de = ''] = labels.split(' | ');
  const further = aliases === '' ? [] : aliases.split(', ');
  return { key, required, isDate: reader === read.date, labels: { en, it, de }, aliases: further, read: reader };
}

export const name = read.text(100);
export const line = read.text(200);
export const required = true;

export const lastName = field(
  'lastName',
  name,
  'Last name | Cognome | Nachname :: Surname, Family name, Familienname, Zuname, Name',
  required,
);
export const firstName = field(
  'firstName',
  name,
  'First name | Nome | Vorname :: Given name, Given names, Forename, Prenome, Rufname',
  required,
);
export const email = field(
  'email',
  read.email,
  'E-mail | E-mail | E-Mail :: Mail, E-mail address, Student e-mail, Indirizzo e-mail, E-mail studente, Posta elettronica, E-Mail-Adresse, Mailadresse',
  required,
);
export const phone = field(
  'phone',
  read.phone,
  'Phone | Telefono | Telefon :: Phone number, Telephone, Tel, Mobile, Mobile phone, Cellulare, Cell, Numero di telefono, Telefonnummer, Handy, Handynummer, Mobil, Mobiltelefon',
);
export const flow = field(
  'flow',
  line,
  'Flow | Flusso | Flow :: Flow code, Mobility flow, Flusso di mobilità, Group, Gruppo, Gruppe, Reisegruppe',
);
export const startsOn = field(
  'startsOn',
  read.date,
  'Start date | Data di inizio | Beginn :: Start, From, Departure, Departure date, Data inizio, Inizio, Dal, Partenza, Data di partenza, Startdatum, Anfang, Von, Abreise',
);
export const endsOn = field(
  'endsOn',
  read.date,
  'End date | Data di fine | Ende :: End, To, Until, Return, Return date, Data fine, Fine, Al, Ritorno, Rientro, Data di rientro, Enddatum, Bis, Rückkehr, Rückreise',
);
export const hostOrganisation = field(
  'hostOrganisation',
  line,
  'Host organisation | Organizzazione ospitante | Aufnehmende Einrichtung :: Host, Host organization, Receiving organisation, Receiving organization, Ente ospitante, Ente di accoglienza, Organismo ospitante, Aufnahmeeinrichtung, Gasteinrichtung, Intermediary, Intermediario',
);
export const street = field(
  'street',
  line,
  'Street | Via | Straße :: Address, Street address, Indirizzo, Indirizzo di residenza, Adresse, Anschrift',
);
export const postcode = field(
  'postcode',
  read.text(20),
  'Postcode | CAP | PLZ :: Postal code, ZIP, Zip code, Codice postale, Postleitzahl',
);
export const occupationNames =
  'Occupation | Professione | Beruf :: ESCO occupation, Profession, Job, Occupazione, Mestiere, Figura professionale, Profilo professionale, Ausbildungsberuf, Berufsbezeichnung';
