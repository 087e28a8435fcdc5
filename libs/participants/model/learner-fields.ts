import * as read from './cell-readers';
import {
  email,
  endsOn,
  field,
  type FieldDefinition,
  firstName,
  flow,
  hostOrganisation,
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
import { type FieldKey } from './import-values';

/** Learners: person, guardian, stay, home. */
export const learners: readonly FieldDefinition<FieldKey<'learners'>>[] = [
  field(
    'studentNo',
    read.text(50),
    'Student no | Matricola | Schülernummer :: Student number, Student ID, Registration number, ID, Numero matricola, N. matricola, Codice studente, Numero studente, Matrikelnummer, Schüler-Nr, Schüler-ID',
  ),
  lastName,
  firstName,
  field(
    'birthDate',
    read.date,
    'Date of birth | Data di nascita | Geburtsdatum :: Birth date, Birthday, Born, Born on, DOB, Data nascita, Nato il, Nata il, Nato/a il, Geboren am, Geburtstag, Geb.-Datum',
    required,
  ),
  field(
    'gender',
    read.choice({
      female: ['f', 'femmina', 'donna', 'weiblich', 'w'],
      male: ['m', 'maschio', 'uomo', 'männlich'],
      other: ['x', 'd', 'altro', 'divers', 'non-binary', 'undefined'],
    }),
    'Gender | Genere | Geschlecht :: Sex, Sesso, M/F',
  ),
  field(
    'nationality',
    read.country,
    'Nationality | Nazionalità | Staatsangehörigkeit :: Citizenship, Cittadinanza, Nationalität, Staatsbürgerschaft',
  ),
  email,
  phone,
  field('schoolClass', read.text(50), 'Class | Classe | Klasse :: Form, School class, Sezione'),
  field(
    'qualification',
    line,
    'Qualification | Qualifica | Abschluss :: Programme, Course, Course of study, Titolo, Corso, Corso di studi, Indirizzo di studio, Qualifikation, Bildungsgang, Ausbildung, Ausbildungsgang',
  ),
  field(
    'iscedF',
    read.isced,
    'ISCED-F | ISCED-F | ISCED-F :: ISCED, ISCED code, ISCED-F 2013, ISCED-F code, Field of education, Codice ISCED, Area di studio, ISCED-Code, Bildungsbereich',
  ),
  field('eqfLevel', read.eqf, 'EQF level | Livello EQF | EQR-Niveau :: EQF, QEQ, Livello QEQ, EQR, EQR-Stufe'),
  field('occupation', line, occupationNames),
  field(
    'guardianName',
    name,
    'Guardian name | Nome del tutore | Name der Erziehungsberechtigten :: Guardian, Legal guardian, Parent, Parent name, Tutore, Tutore legale, Genitore, Nome genitore, Nome del genitore, Erziehungsberechtigte, Erziehungsberechtigter, Name Erziehungsberechtigte, Eltern, Elternteil',
  ),
  field(
    'guardianEmail',
    read.email,
    'Guardian e-mail | E-mail del tutore | E-Mail der Erziehungsberechtigten :: Guardian mail, Parent e-mail, E-mail tutore, E-mail genitore, E-mail del genitore, Mail genitore, E-Mail Erziehungsberechtigte, E-Mail Eltern',
  ),
  field(
    'guardianPhone',
    read.phone,
    'Guardian phone | Telefono del tutore | Telefon der Erziehungsberechtigten :: Parent phone, Telefono tutore, Telefono genitore, Telefono del genitore, Cellulare genitore, Telefon Erziehungsberechtigte, Telefon Eltern',
  ),
  field(
    'fewerOpportunities',
    read.yesNo,
    'Fewer opportunities | Minori opportunità | Geringere Chancen :: Participant with fewer opportunities, With fewer opportunities, Con minori opportunità, Partecipante con minori opportunità, Mit geringeren Chancen, Teilnehmende mit geringeren Chancen',
  ),
  field(
    'dietaryNeeds',
    read.text(500),
    'Dietary needs | Esigenze alimentari | Ernährung :: Diet, Allergies, Food allergies, Dieta, Allergie, Intolleranze, Intolleranze alimentari, Allergien, Unverträglichkeiten, Ernährungsweise',
  ),
  flow,
  field(
    'country',
    read.country,
    'Country | Paese | Land :: Destination country, Host country, Receiving country, Paese di destinazione, Paese ospitante, Stato, Zielland, Gastland, Aufnahmeland',
  ),
  field(
    'city',
    name,
    'City | Città | Stadt :: Destination, Destination city, Host city, Destinazione, Città di destinazione, Zielort, Zielstadt, Gastort',
  ),
  startsOn,
  endsOn,
  field(
    'greenTravel',
    read.yesNo,
    'Green travel | Viaggio green | Grünes Reisen :: Green, Viaggio ecologico, Viaggio sostenibile, Umweltfreundliches Reisen',
  ),
  hostOrganisation,
  street,
  postcode,
  field('town', name, 'Town | Comune | Wohnort :: Home town, Comune di residenza, Luogo di residenza, Residenza, Ort'),
  field(
    'emergencyContact',
    name,
    'Emergency contact | Contatto di emergenza | Notfallkontakt :: Emergency name, Contatto emergenza, Persona da contattare, Notfallperson',
  ),
  field(
    'emergencyPhone',
    read.phone,
    'Emergency phone | Telefono di emergenza | Notfalltelefon :: Emergency number, Telefono emergenza, Numero di emergenza, Notfallnummer',
  ),
  field(
    'mainLanguage',
    read.language,
    'Main language | Lingua principale | Hauptsprache :: Language, Working language, Lingua, Lingua di lavoro, Sprache, Arbeitssprache',
  ),
  field(
    'languageLevel',
    read.cefr,
    'Language level | Livello di lingua | Sprachniveau :: CEFR, CEFR level, Livello linguistico, Livello lingua, QCER, GER, GER-Niveau',
  ),
];

/** Reserves: learners by rank, mostly without a stay yet. */
export const reserves: readonly FieldDefinition<FieldKey<'reserves'>>[] = [
  ...learners,
  field(
    'rank',
    read.wholeNumber(1, 9_999),
    'Reserve rank | Posizione in riserva | Reserveplatz :: Rank, Reserve, Reserve no, Posizione, Graduatoria, Riserva, Rang, Nachrückplatz',
    required,
  ),
];
