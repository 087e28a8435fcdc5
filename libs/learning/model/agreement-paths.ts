import { type LocalText, text } from './text';

/** Names of the places of an agreement, for lists of changes. */
const NAMES: Readonly<Record<string, LocalText>> = {
  header: text('Header', 'Intestazione'),
  mobilityId: text('Mobility ID', 'ID mobilità'),
  projectCode: text('Project code', 'Codice progetto'),
  agreementNumber: text('Agreement number', 'Numero dell’accordo'),
  participant: text('Participant', 'Partecipante'),
  guardian: text('Parent or guardian', 'Genitore o tutore'),
  sending: text('Sending organisation', 'Organizzazione di invio'),
  hosting: text('Hosting organisation', 'Organizzazione ospitante'),
  supporting: text('Supporting organisation', 'Organizzazione di supporto'),
  contacts: text('Contacts', 'Referenti'),
  name: text('Name', 'Nome'),
  email: text('E-mail', 'E-mail'),
  phone: text('Phone', 'Telefono'),
  address: text('Address', 'Indirizzo'),
  country: text('Country', 'Paese'),
  oid: text('OID', 'OID'),
  role: text('Role', 'Ruolo'),
  birthDate: text('Date of birth', 'Data di nascita'),
  minor: text('Minor', 'Minorenne'),
  context: text('Context', 'Contesto'),
  isced: text('Field of education', 'Settore di studi'),
  occupation: text('Occupation', 'Figura professionale'),
  programme: text('Training programme', 'Percorso di formazione'),
  qualification: text('Qualification', 'Qualifica'),
  eqf: text('EQF level', 'Livello EQF'),
  classYear: text('Class', 'Classe'),
  activityType: text('Activity type', 'Tipo di attività'),
  mode: text('Mode', 'Modalità'),
  start: text('Start', 'Inizio'),
  end: text('End', 'Fine'),
  days: text('Days', 'Giorni'),
  hoursPerWeek: text('Hours a week', 'Ore settimanali'),
  workplace: text('Place of work', 'Luogo di lavoro'),
  workingTime: text('Working time', 'Orario di lavoro'),
  language: text('Language of the activity', 'Lingua dell’attività'),
  level: text('Language level before', 'Livello linguistico iniziale'),
  units: text('Units', 'Unità'),
  title: text('Title', 'Titolo'),
  hours: text('Hours', 'Ore'),
  points: text('Points', 'Punti'),
  knowledge: text('Knowledge', 'Conoscenze'),
  skills: text('Skills', 'Abilità'),
  responsibilityAndAutonomy: text('Responsibility and autonomy', 'Responsabilità e autonomia'),
  tasks: text('Programme of week', 'Programma della settimana'),
  from: text('From', 'Dal'),
  to: text('To', 'Al'),
  unitKeys: text('Units', 'Unità'),
  activities: text('Activities', 'Attività'),
  preparation: text('Preparation', 'Preparazione'),
  virtual: text('Virtual components', 'Componenti virtuali'),
  monitoring: text('Monitoring', 'Monitoraggio'),
  mentor: text('Mentor', 'Tutor aziendale'),
  sendingMonitor: text('Monitoring by the school', 'Monitoraggio della scuola'),
  howOften: text('How often', 'Frequenza'),
  support: text('Support', 'Sostegno'),
  before: text('Before', 'Prima'),
  during: text('During', 'Durante'),
  after: text('After', 'Dopo'),
  emergency: text('Emergency contacts', 'Contatti di emergenza'),
  accompanying: text('Accompanying persons', 'Accompagnatori'),
  inclusion: text('Inclusion arrangements', 'Misure di inclusione'),
  assessment: text('Assessment', 'Valutazione'),
  recognition: text('Recognition', 'Riconoscimento'),
  who: text('Who', 'Chi'),
  how: text('How', 'Come'),
  when: text('When', 'Quando'),
  evidence: text('Evidence', 'Evidenze'),
  rule: text('Rule', 'Norma'),
  document: text('Document', 'Documento'),
  requiredParties: text('Signatures required', 'Firme richieste'),
};

const SEGMENT = /([^.[\]]+)(?:\[([^\]]*)\])?/g;

/** The words for a path: `units[mec-wiring].hours` is "Units: Prepare and install wiring – Hours". */
export function pathLabel(path: string, titles: ReadonlyMap<string, LocalText>): LocalText {
  const segments = [...path.matchAll(SEGMENT)].filter(([, name]) => name !== 'parties');
  const say = (locale: keyof LocalText) =>
    segments
      .map(([, name = '', member]) => {
        const label = NAMES[name]?.[locale] ?? name;
        return member === undefined ? label : `${label}: ${titles.get(member)?.[locale] ?? member}`;
      })
      .join(' – ');
  return text(say('en'), say('it'));
}
