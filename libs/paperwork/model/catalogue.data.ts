import { policy, type Rule } from '@softmob/access';
import { type LocalText, text } from '@softmob/learning-model';
import { type Placeholder, type PlaceholderType, type Sensitivity } from './catalogue';
import { type Subject } from './kinds';

const { participants, projects, organisations, learning } = policy;

type Example = string | LocalText | readonly LocalText[];
const exampleOf = (value: Example): Placeholder['example'] => (typeof value === 'string' ? text(value, value) : value);

interface Common {
  readonly subjects: readonly Subject[];
  readonly sensitivity: Sensitivity;
  readonly rule: Rule;
}
type Line = readonly [path: string, type: PlaceholderType, en: string, it: string, example: Example];

const entries = (common: Common, lines: readonly Line[]): Placeholder[] =>
  lines.map(([path, type, en, it, example]) => ({
    path,
    type,
    label: text(en, it),
    example: exampleOf(example),
    ...common,
  }));

const person = (rule: Rule, sensitivity: Sensitivity): Common => ({ subjects: ['mobility'], sensitivity, rule });
const everywhere: readonly Subject[] = ['mobility', 'accompanying', 'flow'];

/** What is known of the person who goes abroad, and of what they learn. */
export const personEntries: readonly Placeholder[] = [
  ...entries(person(participants.readName, 'name'), [
    ['participant.firstName', 'text', 'First name', 'Nome', 'Giulia'],
    ['participant.lastName', 'text', 'Last name', 'Cognome', 'Rossi'],
    ['participant.fullName', 'text', 'First and last name', 'Nome e cognome', 'Giulia Rossi'],
  ]),
  ...entries(person(participants.readCivil, 'civil'), [
    ['participant.birthDate', 'date', 'Date of birth', 'Data di nascita', '2009-05-14'],
    ['participant.nationality', 'text', 'Nationality', 'Nazionalità', text('Italy', 'Italia')],
    ['participant.address', 'text', 'Home address', 'Indirizzo di residenza', 'Via Roma 1, 06034 Foligno'],
  ]),
  ...entries(person(participants.readContact, 'contact'), [
    ['participant.email', 'text', 'E-mail', 'E-mail', 'giulia.rossi@school.example'],
    ['participant.phone', 'text', 'Telephone', 'Telefono', '+39 333 123 4567'],
  ]),
  ...entries(person(participants.readSchoolRecord, 'civil'), [
    ['participant.className', 'text', 'Class', 'Classe', '4A'],
    ['participant.studentNumber', 'text', 'Number in the register', 'Numero di matricola', '2026-041'],
  ]),
  ...entries(person(participants.readProfile, 'none'), [
    ['participant.occupation', 'text', 'Occupation', 'Professione', text('Cook', 'Cuoco')],
    ['participant.qualification', 'text', 'Qualification aimed at', 'Qualifica', 'Operatore della ristorazione'],
    ['participant.iscedF', 'text', 'Field of education (ISCED-F)', 'Settore di studio (ISCED-F)', '1013'],
    ['participant.eqfLevel', 'number', 'EQF level', 'Livello EQF', '3'],
    ['participant.mainLanguage', 'text', 'Language of the stay', 'Lingua del soggiorno', text('German', 'Tedesco')],
    ['participant.languageLevel', 'text', 'Level in that language', 'Livello nella lingua', 'B1'],
  ]),
  ...entries(person(participants.readEmergency, 'contact'), [
    ['emergency.name', 'text', 'Whom to call in an emergency', 'Chi chiamare in emergenza', 'Anna Rossi'],
    ['emergency.phone', 'text', 'Telephone in an emergency', 'Telefono per emergenze', '+39 333 765 4321'],
  ]),
  ...entries(person(participants.readGuardian, 'contact'), [
    ['guardian.name', 'text', 'Parent or guardian', 'Genitore o tutore', 'Anna Rossi'],
    ['guardian.phone', 'text', 'Telephone of the guardian', 'Telefono del tutore', '+39 333 765 4321'],
  ]),
  ...entries(person(participants.readGuardianMail, 'contact'), [
    ['guardian.email', 'text', 'E-mail of the guardian', 'E-mail del tutore', 'anna.rossi@family.example'],
  ]),
  ...entries(person(projects.readMobility, 'none'), [
    ['mobility.startsOn', 'date', 'First day of the stay', 'Primo giorno del soggiorno', '2027-03-01'],
    ['mobility.endsOn', 'date', 'Last day of the stay', 'Ultimo giorno del soggiorno', '2027-03-28'],
    ['mobility.days', 'number', 'Days, first and last counted', 'Giorni, primo e ultimo compresi', '28'],
    ['mobility.bmId', 'text', 'Mobility ID', 'ID mobilità', '123456-MOB-00017'],
  ]),
  ...entries(person(organisations.read, 'none'), [
    ['company.name', 'text', 'Company', 'Azienda', 'Gasthaus Spree'],
    ['company.country', 'text', 'Country of the company', 'Paese dell’azienda', text('Germany', 'Germania')],
  ]),
  ...entries(person(organisations.readAddress, 'none'), [
    ['company.address', 'text', 'Address of the company', 'Indirizzo dell’azienda', 'Spreeufer 3, 10178 Berlin'],
  ]),
  ...entries(person(organisations.readContacts, 'none'), [
    ['company.tutorName', 'text', 'Tutor in the company', 'Tutor aziendale', 'Jonas Weber'],
    ['company.tutorEmail', 'text', 'E-mail of the tutor', 'E-mail del tutor', 'jonas.weber@company.example'],
  ]),
  ...entries(person(learning.readLearning, 'learning'), [
    [
      'learning.outcomes',
      'list',
      'Units with their outcomes, of the agreement in force',
      'Unità e risultati dell’accordo in vigore',
      [
        text(
          'Preparing starters: plates cold starters to the house’s card',
          'Antipasti: impiatta antipasti freddi secondo la carta',
        ),
        text('Hygiene: keeps the cold chain and documents it', 'Igiene: mantiene e documenta la catena del freddo'),
      ],
    ],
    [
      'learning.tasks',
      'list',
      'Tasks week by week, of the agreement in force',
      'Compiti settimana per settimana, dell’accordo in vigore',
      [
        text(
          'Week 1: getting to know the kitchen, cold starters',
          'Settimana 1: conoscere la cucina, antipasti freddi',
        ),
        text('Week 2: sauces and side dishes', 'Settimana 2: salse e contorni'),
      ],
    ],
    ['learning.hours', 'number', 'Hours planned in the agreement', 'Ore previste dall’accordo', '160'],
    ['learning.hoursPerWeek', 'number', 'Hours a week in the agreement', 'Ore settimanali dell’accordo', '40'],
    ['attendance.days', 'number', 'Days present', 'Giorni di presenza', '20'],
    ['attendance.hours', 'number', 'Hours present', 'Ore di presenza', '158'],
  ]),
];

/** What is known of the flow and its project, and of an accompanying person of it. */
export const flowEntries: readonly Placeholder[] = [
  ...entries({ subjects: ['accompanying'], sensitivity: 'name', rule: projects.readAccompanying }, [
    ['accompanying.fullName', 'text', 'Accompanying person', 'Accompagnatore', 'Marco Bianchi'],
    ['accompanying.startsOn', 'date', 'First day of accompanying', 'Primo giorno di accompagnamento', '2027-03-01'],
    ['accompanying.endsOn', 'date', 'Last day of accompanying', 'Ultimo giorno di accompagnamento', '2027-03-07'],
  ]),
  ...entries({ subjects: everywhere, sensitivity: 'none', rule: projects.readFlow }, [
    ['flow.code', 'text', 'Code of the flow', 'Codice del flusso', 'BER-1'],
    ['flow.town', 'text', 'Town', 'Città', 'Berlin'],
    ['flow.country', 'text', 'Country', 'Paese', text('Germany', 'Germania')],
    ['flow.startsOn', 'date', 'First day of the flow', 'Primo giorno del flusso', '2027-03-01'],
    ['flow.endsOn', 'date', 'Last day of the flow', 'Ultimo giorno del flusso', '2027-03-28'],
    [
      'flow.activity',
      'text',
      'Type of activity',
      'Tipo di attività',
      text('Short-term learning mobility of VET learners', 'Mobilità di breve termine di discenti IFP'),
    ],
  ]),
  ...entries({ subjects: ['accompanying', 'flow'], sensitivity: 'name', rule: participants.readName }, [
    [
      'flow.participants',
      'list',
      'Learners whose placement is confirmed',
      'Discenti con collocamento confermato',
      [text('Giulia Rossi', 'Giulia Rossi'), text('Luca Verdi', 'Luca Verdi')],
    ],
    ['flow.participantCount', 'number', 'How many learners that are', 'Quanti sono i discenti', '2'],
  ]),
  ...entries({ subjects: everywhere, sensitivity: 'name', rule: projects.readAccompanying }, [
    ['flow.accompanying', 'list', 'Accompanying persons', 'Accompagnatori', [text('Marco Bianchi', 'Marco Bianchi')]],
  ]),
  ...entries({ subjects: everywhere, sensitivity: 'none', rule: projects.readFlow }, [
    ['project.title', 'text', 'Project', 'Progetto', 'Skills across borders'],
    ['project.code', 'text', 'Number of the grant agreement', 'Codice dell’accordo', '2026-1-IT01-KA121-VET-000012345'],
    ['project.action', 'text', 'Action', 'Azione', 'KA121'],
    ['project.callYear', 'number', 'Year of the call', 'Anno dell’invito', '2026'],
  ]),
];

const organisation = (who: string, en: string, it: string, name: string, mail: string): Placeholder[] => [
  ...entries({ subjects: everywhere, sensitivity: 'none', rule: organisations.read }, [
    [`${who}.name`, 'text', `Name of the ${en}`, `Nome ${it}`, name],
    [`${who}.country`, 'text', `Country of the ${en}`, `Paese ${it}`, text('Italy', 'Italia')],
    [`${who}.town`, 'text', `Town of the ${en}`, `Città ${it}`, 'Foligno'],
  ]),
  ...entries({ subjects: everywhere, sensitivity: 'none', rule: organisations.readAddress }, [
    [`${who}.address`, 'text', `Address of the ${en}`, `Indirizzo ${it}`, 'Via Fratelli Bandiera 2, 06034 Foligno'],
    [`${who}.oid`, 'text', `Organisation ID of the ${en}`, `OID ${it}`, 'E10012345'],
    [`${who}.email`, 'text', `E-mail of the ${en}`, `E-mail ${it}`, mail],
    [`${who}.phone`, 'text', `Telephone of the ${en}`, `Telefono ${it}`, '+39 0742 123456'],
  ]),
  ...entries({ subjects: everywhere, sensitivity: 'none', rule: organisations.readContacts }, [
    [`${who}.contactName`, 'text', `Coordinator of the ${en}`, `Coordinatore ${it}`, 'Elena Conti'],
    [`${who}.contactEmail`, 'text', `E-mail of that coordinator`, `E-mail di quel coordinatore`, `elena.${mail}`],
  ]),
];

/** The organisations, and the document itself. */
export const schoolEntries: readonly Placeholder[] = [
  ...organisation('school', 'school', 'della scuola', 'Istituto Professionale Orfini', 'office@school.example'),
  ...organisation('host', 'host organisation', 'dell’ente ospitante', 'Berlin Mobility', 'office@host.example'),
  ...entries({ subjects: everywhere, sensitivity: 'none', rule: projects.readFlow }, [
    ['document.number', 'text', 'Number of the document', 'Numero del documento', 'XX-2027-00001'],
    ['document.issuedOn', 'date', 'Day of issue', 'Data di emissione', '2027-02-01'],
    [
      'document.proof',
      'text',
      'Address that proves the document',
      'Indirizzo che prova il documento',
      'https://softmob.example/verify/…',
    ],
  ]),
];
