import { composeAgreement, lockAgreement, placementSteps, sign } from './agreement-steps.data';
import { type ProcessStep, type ProcessTemplate } from './process-template';
import {
  acceptAsGuardian,
  acceptPlace,
  bookTravel,
  confirmArrival,
  decideDeparture,
  departure,
  disseminate,
  enterMobilities,
  evaluate,
  firstDiaryWeek,
  issueCertificate,
  participantReport,
  personalDocuments,
  prepareParticipants,
  returning,
  updateMobilities,
  weeks,
} from './shared-steps.data';

/** The way to a work placement: places, agreement, papers, preparation. */
const beforePlacement: readonly ProcessStep[] = [
  acceptPlace,
  acceptAsGuardian,
  ...placementSteps,
  composeAgreement,
  sign('participant', 'participant', -6),
  sign('guardian', 'guardian', -6),
  sign('sending', 'sendingCoordinator', -5),
  sign('host', 'hostCoordinator', -4),
  sign('company', 'companyTutor', -4),
  lockAgreement(['participant', 'guardian', 'sending', 'host', 'company']),
  ...personalDocuments,
  bookTravel,
  {
    key: 'brief-tutors',
    title: { en: 'Brief the company tutors', it: 'Informare i tutor aziendali' },
    phase: 'preparation',
    role: 'hostCoordinator',
    scope: 'flow',
    due: departure(weeks(-6)),
    closesOn: null,
  },
  enterMobilities,
  prepareParticipants,
  decideDeparture,
];

const midterm = (afterWeeks: number): ProcessStep => ({
  key: 'midterm-assessment',
  title: {
    en: 'Look at the learning outcomes at mid-term',
    it: 'Verificare a metà percorso i risultati di apprendimento',
  },
  phase: 'implementation',
  role: 'companyTutor',
  scope: 'mobility',
  due: departure(weeks(afterWeeks)),
  closesOn: 'assessment.midterm',
  needs: ['confirm-arrival'],
});

/** The first days and weeks in the company. */
const inCompany: readonly ProcessStep[] = [
  confirmArrival,
  {
    key: 'induction',
    title: { en: 'Give the induction on health and safety', it: 'Svolgere l’introduzione su salute e sicurezza' },
    phase: 'implementation',
    role: 'companyTutor',
    scope: 'mobility',
    due: departure(2),
    closesOn: null,
    needs: ['confirm-arrival'],
  },
  firstDiaryWeek,
  {
    key: 'first-tutor-report',
    title: { en: 'Write the first weekly report', it: 'Scrivere il primo rapporto settimanale' },
    phase: 'implementation',
    role: 'companyTutor',
    scope: 'mobility',
    due: departure(8),
    closesOn: 'tutor.report',
    needs: ['confirm-arrival'],
  },
];

/** From the last day in the company to the end. */
const afterPlacement: readonly ProcessStep[] = [
  {
    key: 'final-assessment',
    title: { en: 'Assess each learning outcome', it: 'Valutare ogni risultato di apprendimento' },
    phase: 'implementation',
    role: 'companyTutor',
    scope: 'mobility',
    due: returning(0),
    closesOn: 'assessment.final',
  },
  {
    key: 'attendance',
    title: { en: 'Confirm the attendance', it: 'Confermare la frequenza' },
    phase: 'implementation',
    role: 'companyTutor',
    scope: 'mobility',
    due: returning(0),
    closesOn: 'attendance.complete',
  },
  evaluate,
  {
    key: 'recognise',
    title: { en: 'Recognise the learning outcomes', it: 'Riconoscere i risultati di apprendimento' },
    phase: 'evaluation',
    role: 'sendingTeacher',
    scope: 'mobility',
    due: returning(weeks(3)),
    closesOn: 'recognition.decided',
    needs: ['final-assessment', 'attendance'],
  },
  { ...issueCertificate, needs: ['recognise'] },
  participantReport,
  disseminate,
  updateMobilities,
];

/** Work placements of some weeks. */
export const vetShortTemplate: ProcessTemplate = {
  key: 'vet-short',
  name: { en: 'Learners in companies', it: 'Studenti in azienda' },
  activityTypes: ['VET_SHORT'],
  steps: [...beforePlacement, ...inCompany, midterm(2), ...afterPlacement],
};

/** A talk of the teacher with the learner, so many weeks after departure. */
const talk = (number: number, afterWeeks: number): ProcessStep => ({
  key: `talk-${String(number)}`,
  title: {
    en: `Talk with the learner and the tutor (${String(number)})`,
    it: `Parlare con lo studente e il tutor (${String(number)})`,
  },
  phase: 'implementation',
  role: 'sendingTeacher',
  scope: 'mobility',
  due: departure(weeks(afterWeeks)),
  closesOn: null,
  needs: ['confirm-arrival'],
});

/** ErasmusPro: placements of three months and more, with language learning before and monthly talks while they last. */
const erasmusProTemplate: ProcessTemplate = {
  key: 'erasmus-pro',
  name: { en: 'ErasmusPro: long placements', it: 'ErasmusPro: tirocini lunghi' },
  activityTypes: ['VET_LONG'],
  steps: [
    ...beforePlacement,
    {
      key: 'residence',
      title: {
        en: 'Settle registration, residence and insurance for a long stay',
        it: 'Regolare registrazione, soggiorno e assicurazione per una permanenza lunga',
      },
      phase: 'preparation',
      role: 'hostCoordinator',
      scope: 'mobility',
      due: departure(weeks(-6)),
      closesOn: null,
      needs: ['confirm-placement'],
    },
    {
      key: 'language-course',
      title: { en: 'Complete the language course', it: 'Completare il corso di lingua' },
      phase: 'preparation',
      role: 'participant',
      scope: 'mobility',
      due: departure(weeks(-2)),
      closesOn: null,
      needs: ['accept-place'],
      reminders: [42, 14],
    },
    ...inCompany,
    talk(1, 4),
    midterm(6),
    talk(2, 8),
    ...afterPlacement,
  ],
};

/** Groups with their teachers: one learning programme instead of single agreements. */
const groupTemplate: ProcessTemplate = {
  key: 'vet-group',
  name: { en: 'Groups of learners', it: 'Gruppi di studenti' },
  activityTypes: ['VET_GROUP', 'VET_COMPETITION'],
  steps: [
    acceptPlace,
    acceptAsGuardian,
    {
      key: 'write-programme',
      title: {
        en: 'Write the learning programme of the group',
        it: 'Scrivere il programma di apprendimento del gruppo',
      },
      phase: 'preparation',
      role: 'sendingTeacher',
      scope: 'flow',
      due: departure(weeks(-10)),
      closesOn: null,
    },
    {
      key: 'agree-programme',
      title: {
        en: 'Agree to the learning programme of the group',
        it: 'Concordare il programma di apprendimento del gruppo',
      },
      phase: 'preparation',
      role: 'hostCoordinator',
      scope: 'flow',
      due: departure(weeks(-8)),
      closesOn: null,
      needs: ['write-programme'],
    },
    ...personalDocuments,
    bookTravel,
    enterMobilities,
    prepareParticipants,
    decideDeparture,
    confirmArrival,
    evaluate,
    issueCertificate,
    participantReport,
    disseminate,
    updateMobilities,
  ],
};

/** Staff who learn at another organisation. */
const shadowingTemplate: ProcessTemplate = {
  key: 'staff-shadow',
  name: { en: 'Staff at a host organisation', it: 'Personale presso un ente ospitante' },
  activityTypes: ['STAFF_SHADOW', 'STAFF_TEACH', 'INVITED_EXPERT', 'HOST_TEACHER', 'PREP_VISIT'],
  steps: [
    acceptPlace,
    ...placementSteps,
    composeAgreement,
    sign('participant', 'participant', -6),
    sign('sending', 'sendingCoordinator', -5),
    sign('host', 'hostCoordinator', -4),
    lockAgreement(['participant', 'sending', 'host']),
    ...personalDocuments,
    bookTravel,
    enterMobilities,
    confirmArrival,
    evaluate,
    {
      key: 'recognise',
      title: { en: 'Recognise what was learnt', it: 'Riconoscere quanto appreso' },
      phase: 'evaluation',
      role: 'sendingCoordinator',
      scope: 'mobility',
      due: returning(weeks(3)),
      closesOn: 'recognition.decided',
      needs: ['confirm-arrival'],
    },
    { ...issueCertificate, needs: ['recognise'] },
    participantReport,
    disseminate,
    updateMobilities,
  ],
};

/** Staff on a course or training: nobody places them, they register. */
const courseTemplate: ProcessTemplate = {
  key: 'staff-course',
  name: { en: 'Staff on courses and training', it: 'Personale a corsi e formazione' },
  activityTypes: ['STAFF_COURSE'],
  steps: [
    acceptPlace,
    {
      key: 'check-course',
      title: {
        en: 'Hold the course against the quality standards for courses',
        it: 'Confrontare il corso con gli standard di qualità per i corsi',
      },
      phase: 'application',
      role: 'sendingCoordinator',
      scope: 'flow',
      due: departure(weeks(-16)),
      closesOn: null,
    },
    {
      key: 'register-course',
      title: {
        en: 'Register and keep the programme of the course',
        it: 'Iscriversi e conservare il programma del corso',
      },
      phase: 'preparation',
      role: 'participant',
      scope: 'mobility',
      due: departure(weeks(-12)),
      closesOn: null,
      needs: ['accept-place'],
    },
    ...personalDocuments,
    bookTravel,
    enterMobilities,
    { ...decideDeparture, needs: ['check-course', 'book-travel'] },
    confirmArrival,
    evaluate,
    {
      key: 'hand-in-certificate',
      title: { en: 'Hand in the certificate of the course', it: 'Consegnare l’attestato del corso' },
      phase: 'evaluation',
      role: 'participant',
      scope: 'mobility',
      due: returning(weeks(1)),
      closesOn: null,
      needs: ['confirm-arrival'],
    },
    {
      key: 'recognise',
      title: { en: 'Recognise what was learnt', it: 'Riconoscere quanto appreso' },
      phase: 'evaluation',
      role: 'sendingCoordinator',
      scope: 'mobility',
      due: returning(weeks(3)),
      closesOn: null,
      needs: ['hand-in-certificate'],
    },
    participantReport,
    disseminate,
    updateMobilities,
  ],
};

/** Those shipped with the product, the most used first. */
export const processTemplates: readonly ProcessTemplate[] = [
  vetShortTemplate,
  erasmusProTemplate,
  groupTemplate,
  shadowingTemplate,
  courseTemplate,
];

/** The template that is offered first for an activity type; null for an unknown one. */
export function templateFor(activityType: string): ProcessTemplate | null {
  return processTemplates.find(({ activityTypes }) => activityTypes.includes(activityType)) ?? null;
}
