import {
  type AgreementContact,
  type AgreementContent,
  type AgreementOrganisation,
  type AgreementUnit,
} from './agreement-content';
import { ATTAINMENT_LABELS, finalAssessment, outcomesOf, type Rating, UNIT_RESULT_LABELS } from './assessment';
import {
  type AttendanceCertificateContent,
  type EuropassMobilityContent,
  type EuropassPartner,
  type OtherHost,
} from './europass';
import { activityName, CONTACT_ROLE_LABELS } from './labels';
import { occupationFacts } from './occupations';
import { RECOGNITION_LABELS, type UnitRecognition } from './recognition';
import { fill, languageName, type LocalText, text } from './text';

/** The facts from which a Europass Mobility is composed once the stay is assessed. */
export interface EuropassInput {
  readonly documentNumber: string;
  readonly issuedOn: string;
  /** The agreement in force. */
  readonly content: AgreementContent;
  readonly holder: EuropassMobilityContent['holder'];
  /** First and last day as they were. */
  readonly start: string;
  readonly end: string;
  /** Hours worked, from the attendance record. */
  readonly hours: number;
  readonly ratings: readonly Rating[];
  /** Empty until the school has decided: section 5b then stays out. */
  readonly recognition: readonly UnitRecognition[];
  /** Companies beside that of the agreement, where one could not go on. */
  readonly otherHosts?: readonly OtherHost[];
  /** CEFR level after the stay, where it was tested. */
  readonly languageLevelAfter?: string | null;
}

const AIM = text(
  'Work-based learning abroad as part of the vocational programme: to practise the occupation of {occupation} in a company of another country and to reach the learning outcomes agreed beforehand.',
  'Apprendimento in contesto lavorativo all’estero nell’ambito del percorso professionale: esercitare la professione di {occupation} in un’azienda di un altro paese e raggiungere i risultati di apprendimento concordati.',
);
const INITIATIVE = text('Erasmus+ {activity}, project {project}', 'Erasmus+ {activity}, progetto {project}');
const LANGUAGE_USED = text(
  'Used {language} every day at work with colleagues and customers; level before the stay: {level}',
  'Ha usato ogni giorno al lavoro la lingua {language} con colleghi e clienti; livello prima del soggiorno: {level}',
);
const LANGUAGE_AFTER = text('Level after the stay: {level} (CEFR)', 'Livello dopo il soggiorno: {level} (QCER)');
const DIARY = text(
  'Kept a digital learning diary with hours and evidence and assessed the own progress in it',
  'Ha tenuto un diario di apprendimento digitale con ore ed evidenze, autovalutando i propri progressi',
);
const COMMUNICATION = text(
  'Took instructions, asked back and reported on own work in an international team',
  'Ha ricevuto istruzioni, chiesto chiarimenti e riferito sul proprio lavoro in un gruppo internazionale',
);
const OTHER = text(
  'Lived on their own abroad for {days} days and found their way in another working culture',
  'Ha vissuto all’estero per {days} giorni, orientandosi in una diversa cultura del lavoro',
);
const GRADING = text(
  'Italian school grades in tenths: 10 highest, 6 pass. Converted from the four-step scale: not yet, with help, independently, in new situations.',
  'Voti scolastici italiani in decimi: 10 massimo, 6 sufficiente. Conversione dalla scala a quattro livelli: non ancora, con aiuto, in autonomia, anche in situazioni nuove.',
);

const signatory = (contact: AgreementContact | undefined) => ({
  name: contact?.name ?? '',
  role: contact ? CONTACT_ROLE_LABELS[contact.role] : text('', ''),
  email: contact?.email ?? '',
});

const partner = (organisation: AgreementOrganisation, contact?: AgreementContact): EuropassPartner => ({
  name: organisation.name,
  address: organisation.address,
  country: organisation.country,
  oid: organisation.oid,
  contact: signatory(contact ?? organisation.contacts[0]),
});

/** What the learner showed of each unit: every outcome that is done at least with help, with its level. */
function unitsShown(content: AgreementContent, ratings: readonly Rating[]): EuropassMobilityContent['units'] {
  const outcomes = outcomesOf(content);
  const assessments = finalAssessment(content, ratings);
  return content.units.map((unit, index) => ({
    title: unit.title,
    eqf: unit.eqf,
    hours: unit.hours,
    outcomes: outcomes
      .filter((outcome) => outcome.unitKey === unit.key && outcome.kind !== 'knowledge')
      .map((outcome) => ({ outcome, rating: ratings.find((rating) => rating.outcomeKey === outcome.key) }))
      .flatMap(({ outcome, rating }) =>
        rating && rating.attainment !== 'notYet'
          ? [{ text: outcome.text, level: ATTAINMENT_LABELS[rating.attainment] }]
          : [],
      ),
    result: UNIT_RESULT_LABELS[assessments[index]?.result ?? 'notAchieved'],
  }));
}

function skillsOf(input: EuropassInput): EuropassMobilityContent['skills'] {
  const { content, ratings } = input;
  const shown = outcomesOf(content).filter((outcome) =>
    ratings.some(
      ({ outcomeKey, attainment }) =>
        outcomeKey === outcome.key && (attainment === 'independently' || attainment === 'inNewSituations'),
    ),
  );
  const texts = (kind: string) => shown.filter((outcome) => outcome.kind === kind).map((outcome) => outcome.text);
  const { language, level } = content.context;
  const names = text(languageName(language, 'en'), languageName(language, 'it').toLocaleLowerCase('it'));
  const after = input.languageLevelAfter;
  return {
    jobRelated: texts('skills'),
    language: [
      fill(LANGUAGE_USED, { language: names, level }),
      ...(after ? [fill(LANGUAGE_AFTER, { level: after })] : []),
    ],
    digital: [DIARY],
    organisational: texts('responsibilityAndAutonomy'),
    communication: [COMMUNICATION],
    other: [fill(OTHER, { days: content.context.days })],
  };
}

function coursesOf(units: readonly AgreementUnit[], recognition: readonly UnitRecognition[]) {
  return units.flatMap((unit) => {
    const decision = recognition.find((candidate) => candidate.unitKey === unit.key);
    if (!decision) return [];
    return [
      {
        code: unit.key,
        title: unit.title,
        hours: unit.hours,
        points: unit.points,
        grade: decision.grade === null ? '–' : `${String(decision.grade)}/10`,
        recognition: RECOGNITION_LABELS[decision.result],
      },
    ];
  });
}

const occupationName = (occupation: string): LocalText =>
  occupationFacts(occupation)?.name ?? text(occupation, occupation);

/** A Europass Mobility from the agreement in force, the final assessment and the school's recognition. */
export function composeEuropass(input: EuropassInput): EuropassMobilityContent {
  const { content } = input;
  const { sending, hosting, supporting } = content.parties;
  const occupation = occupationName(content.context.occupation);
  const { name, address, country, oid } = sending;
  return {
    documentNumber: input.documentNumber,
    mobilityId: content.header.mobilityId,
    projectCode: content.header.projectCode,
    issuedOn: input.issuedOn,
    holder: input.holder,
    issuer: { name, address, country, oid },
    sending: partner(sending, content.monitoring.sendingMonitor),
    hosting: partner(hosting, content.monitoring.mentor),
    supporting: supporting ? partner(supporting) : null,
    ...(input.otherHosts?.length ? { otherHosts: input.otherHosts } : {}),
    experience: {
      aim: fill(AIM, { occupation: text(occupation.en.toLowerCase(), occupation.it.toLowerCase()) }),
      initiative: fill(INITIATIVE, {
        activity: activityName(content.context.activityType),
        project: content.header.projectCode,
      }),
      qualification: content.context.qualification,
      eqf: content.context.eqf,
      start: input.start,
      end: input.end,
      hours: input.hours,
    },
    activities: content.tasks.flatMap((task) => task.activities),
    units: unitsShown(content, input.ratings),
    skills: skillsOf(input),
    courses: coursesOf(content.units, input.recognition),
    gradingScale: GRADING,
  };
}

/** The facts of a certificate of attendance beside those of the agreement. */
export interface AttendanceInput extends Pick<
  EuropassInput,
  'documentNumber' | 'issuedOn' | 'content' | 'start' | 'end' | 'otherHosts'
> {
  readonly daysPresent: number | null;
  readonly hours: number | null;
  /** The company's contact who confirms; the mentor where absent. */
  readonly confirmedBy?: AgreementContact;
  /** ISO instant of the confirmation in the portal; null leaves a line for signature and stamp. */
  readonly confirmedAt: string | null;
}

/** A certificate of attendance with the dates as they were. */
export function composeAttendance(input: AttendanceInput): AttendanceCertificateContent {
  const { content, documentNumber, issuedOn, start, end, daysPresent, hours, confirmedAt } = input;
  const { participant, sending, hosting } = content.parties;
  const place = ({ name, address, country }: AgreementOrganisation) => ({ name, address, country });
  return {
    documentNumber,
    mobilityId: content.header.mobilityId,
    projectCode: content.header.projectCode,
    issuedOn,
    participant: { name: participant.name, birthDate: participant.birthDate },
    activity: activityName(content.context.activityType),
    occupation: occupationName(content.context.occupation),
    sending: place(sending),
    hosting: place(hosting),
    otherHosts: input.otherHosts ?? [],
    start,
    end,
    daysPresent,
    hours,
    confirmedBy: signatory(input.confirmedBy ?? content.monitoring.mentor),
    confirmedAt,
  };
}
