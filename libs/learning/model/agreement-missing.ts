import { type AgreementContent, type AgreementOrganisation } from './agreement-content';
import { PARTY_LABELS } from './labels';
import { fill, isBlank, type LocalText, text } from './text';

/** How each gap is mended; stable, so that portals may link each to the place where it is filled. */
export const MEND_CODES = [
  'FILL_TEXT',
  'FILL_FIELD',
  'ADD_CONTACT',
  'ADD_GUARDIAN',
  'COMPLETE_CONTACT',
  'CHOOSE_UNITS',
  'PLAN_TASKS',
  'FIT_HOURS',
  'CORRECT_DATES',
] as const;
export type MendCode = (typeof MEND_CODES)[number];

/** One thing that must be filled before anybody signs. */
export interface MissingField {
  /** Path in the content, such as `parties.hosting.contacts`. */
  readonly path: string;
  readonly code: MendCode;
  readonly message: LocalText;
}

const missing = (path: string, code: MendCode, en: string, it: string): MissingField => ({
  path,
  code,
  message: text(en, it),
});

/** Fields that must not be blank, with the name a person gives them. */
const REQUIRED: readonly (readonly [path: string, code: MendCode, en: string, it: string])[] = [
  ['header.projectCode', 'FILL_FIELD', 'project code', 'codice del progetto'],
  ['header.agreementNumber', 'FILL_FIELD', 'number of the agreement', 'numero dell’accordo'],
  ['parties.participant.name', 'FILL_FIELD', 'participant’s name', 'nome del partecipante'],
  ['parties.participant.email', 'FILL_FIELD', 'participant’s e-mail', 'e-mail del partecipante'],
  ['parties.participant.birthDate', 'FILL_FIELD', 'participant’s date of birth', 'data di nascita del partecipante'],
  ['context.isced', 'FILL_FIELD', 'field of education (ISCED-F)', 'settore di studi (ISCED-F)'],
  ['context.programme', 'FILL_TEXT', 'training programme', 'percorso di formazione'],
  ['context.qualification', 'FILL_FIELD', 'qualification', 'qualifica'],
  ['context.classYear', 'FILL_FIELD', 'class', 'classe'],
  ['context.activityType', 'FILL_FIELD', 'activity type', 'tipo di attività'],
  ['context.workplace', 'FILL_FIELD', 'place of work', 'luogo di lavoro'],
  ['context.workingTime', 'FILL_TEXT', 'working time', 'orario di lavoro'],
  ['context.language', 'FILL_FIELD', 'language of the activity', 'lingua dell’attività'],
  ['context.level', 'FILL_FIELD', 'language level before the activity', 'livello linguistico prima dell’attività'],
  ['preparation', 'FILL_TEXT', 'preparation', 'preparazione'],
  [
    'monitoring.mentor.name',
    'ADD_CONTACT',
    'mentor at the hosting organisation',
    'tutor presso l’organizzazione ospitante',
  ],
  [
    'monitoring.sendingMonitor.name',
    'ADD_CONTACT',
    'person of the school who monitors',
    'referente della scuola per il monitoraggio',
  ],
  ['monitoring.howOften', 'FILL_TEXT', 'how often monitoring takes place', 'frequenza del monitoraggio'],
  ['support.before', 'FILL_TEXT', 'support before the activity', 'sostegno prima dell’attività'],
  ['support.during', 'FILL_TEXT', 'support during the activity', 'sostegno durante l’attività'],
  ['support.after', 'FILL_TEXT', 'support after the activity', 'sostegno dopo l’attività'],
  ['assessment.who', 'FILL_TEXT', 'who assesses', 'chi valuta'],
  ['assessment.how', 'FILL_TEXT', 'how it is assessed', 'come si valuta'],
  ['assessment.when', 'FILL_TEXT', 'when it is assessed', 'quando si valuta'],
  ['assessment.evidence', 'FILL_TEXT', 'evidence', 'evidenze'],
  ['recognition.how', 'FILL_TEXT', 'how outcomes are recognised', 'come si riconoscono i risultati'],
  ['recognition.who', 'FILL_TEXT', 'who recognises', 'chi riconosce'],
  ['recognition.rule', 'FILL_TEXT', 'rule of recognition', 'norma di riconoscimento'],
  ['recognition.document', 'FILL_TEXT', 'document of recognition', 'documento di riconoscimento'],
];

type Blankable = LocalText | string | null | undefined;

/** Reads a path of names; used only on the paths listed above. */
function valueAt(content: AgreementContent, path: string): Blankable {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], content) as Blankable;
}

const blankFields = (content: AgreementContent): MissingField[] =>
  REQUIRED.filter(([path]) => isBlank(valueAt(content, path))).map(([path, code, en, it]) =>
    missing(path, code, `Enter the ${en}.`, `Inserire: ${it}.`),
  );

/** People whom an organisation names: at least so many different ones, each with a name and a way to be reached. */
function organisationGaps(
  key: 'sending' | 'hosting' | 'supporting',
  organisation: AgreementOrganisation,
  people: number,
): MissingField[] {
  const path = `parties.${key}`;
  const label = PARTY_LABELS[key];
  const named = (template: LocalText) => fill(template, { who: organisation.name || label });
  const gaps: MissingField[] = [];
  for (const field of ['name', 'address', 'country'] as const) {
    if (isBlank(organisation[field])) {
      const what = {
        name: text('name', 'nome'),
        address: text('address', 'indirizzo'),
        country: text('country', 'paese'),
      };
      const message = fill(text('Enter the {what} of {who}.', 'Inserire: {what} – {who}.'), {
        what: what[field],
        who: label,
      });
      gaps.push({ path: `${path}.${field}`, code: 'FILL_FIELD', message });
    }
  }
  const distinct = new Set(organisation.contacts.map((contact) => contact.name.trim()).filter(Boolean)).size;
  if (distinct < people) {
    const message = fill(
      named(
        text(
          'Add contact persons of {who}: {need} needed, {have} named.',
          'Aggiungere referenti di {who}: ne servono {need}, indicati {have}.',
        ),
      ),
      { need: people, have: distinct },
    );
    gaps.push({ path: `${path}.contacts`, code: 'ADD_CONTACT', message });
  }
  organisation.contacts.forEach((contact, index) => {
    if (!isBlank(contact.name) && isBlank(contact.email) && isBlank(contact.phone)) {
      const message = fill(text('Enter an e-mail or phone of {name}.', 'Inserire e-mail o telefono di {name}.'), {
        name: contact.name,
      });
      gaps.push({ path: `${path}.contacts.${String(index)}`, code: 'COMPLETE_CONTACT', message });
    }
  });
  return gaps;
}

function participantGaps({ parties }: AgreementContent): MissingField[] {
  const { minor, guardian } = parties.participant;
  if (!minor || (guardian && !isBlank(guardian.name) && !isBlank(guardian.email))) return [];
  return [
    missing(
      'parties.participant.guardian',
      'ADD_GUARDIAN',
      'The participant is a minor: add a parent or guardian with name and e-mail.',
      'Il partecipante è minorenne: aggiungere un genitore o tutore con nome ed e-mail.',
    ),
  ];
}

const HOURS_TOLERANCE = 0.15;

/** Units and tasks: there are some, each unit says what is learnt, and the hours fit the stay. */
function programmeGaps(content: AgreementContent): MissingField[] {
  const { units, tasks, context } = content;
  const gaps: MissingField[] = [];
  if (context.end < context.start) {
    gaps.push(missing('context.end', 'CORRECT_DATES', 'The end lies before the start.', 'La fine precede l’inizio.'));
  }
  if (units.length === 0) {
    return [
      ...gaps,
      missing(
        'units',
        'CHOOSE_UNITS',
        'Choose units of learning outcomes.',
        'Scegliere le unità di risultati di apprendimento.',
      ),
    ];
  }
  units.forEach((unit, index) => {
    const outcomes = [...unit.knowledge, ...unit.skills, ...unit.responsibilityAndAutonomy].filter(
      (entry) => !isBlank(entry),
    );
    if (isBlank(unit.title) || isBlank(unit.assessment) || outcomes.length === 0) {
      gaps.push(
        missing(
          `units.${String(index)}`,
          'FILL_TEXT',
          `Unit ${String(index + 1)} needs a title, outcomes and an assessment.`,
          `All’unità ${String(index + 1)} servono titolo, risultati e valutazione.`,
        ),
      );
    }
  });
  if (tasks.length === 0 || tasks.some((task) => task.activities.every(isBlank))) {
    gaps.push(
      missing(
        'tasks',
        'PLAN_TASKS',
        'Plan at least one activity for each week.',
        'Prevedere almeno un’attività per ogni settimana.',
      ),
    );
  }
  const planned = tasks.reduce((sum, task) => sum + task.hours, 0);
  const agreed = units.reduce((sum, unit) => sum + unit.hours, 0);
  if (planned > 0 && agreed > planned * (1 + HOURS_TOLERANCE)) {
    gaps.push(
      missing(
        'units',
        'FIT_HOURS',
        `The units ask for ${String(agreed)} hours, the programme has ${String(planned)}: choose fewer units or more hours.`,
        `Le unità richiedono ${String(agreed)} ore, il programma ne ha ${String(planned)}: scegliere meno unità o più ore.`,
      ),
    );
  }
  return gaps;
}

function supportGaps({ support, context, virtual }: AgreementContent): MissingField[] {
  const gaps: MissingField[] = [];
  if (!support.emergency.some((contact) => !isBlank(contact.name) && !isBlank(contact.phone))) {
    gaps.push(
      missing(
        'support.emergency',
        'ADD_CONTACT',
        'Name an emergency contact with a phone number.',
        'Indicare un contatto di emergenza con numero di telefono.',
      ),
    );
  }
  if (context.mode === 'blended' && isBlank(virtual)) {
    gaps.push(
      missing(
        'virtual',
        'FILL_TEXT',
        'Describe the virtual part of the blended activity.',
        'Descrivere la parte virtuale dell’attività mista.',
      ),
    );
  }
  return gaps;
}

export interface MissingOptions {
  /** Different people each organisation must name; two by the Erasmus quality practice. */
  readonly contactsPerOrganisation?: number;
}

/**
 * What must be filled before the agreement can be opened for signature, in the order of the document. A mobility ID
 * is never among it: it may come later.
 */
export function missingIn(
  content: AgreementContent,
  { contactsPerOrganisation = 2 }: MissingOptions = {},
): MissingField[] {
  const { sending, hosting, supporting } = content.parties;
  return [
    ...blankFields(content),
    ...participantGaps(content),
    ...organisationGaps('sending', sending, contactsPerOrganisation),
    ...organisationGaps('hosting', hosting, contactsPerOrganisation),
    ...(supporting ? organisationGaps('supporting', supporting, contactsPerOrganisation) : []),
    ...programmeGaps(content),
    ...supportGaps(content),
  ];
}
