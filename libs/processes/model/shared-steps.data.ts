import { type DueRule, type ProcessStep } from './process-template';

/** Days after departure (negative: before). */
export const departure = (offsetDays: number): DueRule => ({ anchor: 'departure', offsetDays });
/** Days after return. */
export const returning = (offsetDays: number): DueRule => ({ anchor: 'return', offsetDays });
export const weeks = (count: number): number => count * 7;

export const acceptPlace: ProcessStep = {
  key: 'accept-place',
  title: { en: 'Accept the place and complete the details', it: 'Accettare il posto e completare i dati' },
  phase: 'application',
  role: 'participant',
  scope: 'mobility',
  due: departure(weeks(-24)),
  closesOn: 'participant.accepted',
};

export const acceptAsGuardian: ProcessStep = {
  key: 'accept-as-guardian',
  title: { en: 'Give consent as guardian', it: 'Dare il consenso come tutore' },
  phase: 'application',
  role: 'guardian',
  scope: 'mobility',
  due: departure(weeks(-24)),
  closesOn: 'guardian.accepted',
  minorsOnly: true,
};

/** Verified eight weeks before departure, so that a refused one can still be replaced. */
export const personalDocuments: readonly ProcessStep[] = [
  {
    key: 'identity-document',
    title: { en: 'Upload the identity document', it: 'Caricare il documento d’identità' },
    phase: 'preparation',
    role: 'participant',
    scope: 'mobility',
    due: departure(weeks(-8)),
    closesOn: 'document.verified.identity',
    needs: ['accept-place'],
  },
  {
    key: 'health-card',
    title: {
      en: 'Upload the European Health Insurance Card',
      it: 'Caricare la tessera europea di assicurazione malattia',
    },
    phase: 'preparation',
    role: 'participant',
    scope: 'mobility',
    due: departure(weeks(-8)),
    closesOn: 'document.verified.ehic',
    needs: ['accept-place'],
  },
  {
    key: 'insurance',
    title: {
      en: 'Upload the liability and accident insurance',
      it: 'Caricare l’assicurazione infortuni e responsabilità civile',
    },
    phase: 'preparation',
    role: 'participant',
    scope: 'mobility',
    due: departure(weeks(-8)),
    closesOn: 'document.verified.insurance',
    needs: ['accept-place'],
  },
];

export const bookTravel: ProcessStep = {
  key: 'book-travel',
  title: { en: 'Book travel, rooms and meals', it: 'Prenotare viaggio, alloggi e pasti' },
  phase: 'preparation',
  role: 'sendingCoordinator',
  scope: 'flow',
  due: departure(weeks(-8)),
  closesOn: null,
};

export const enterMobilities: ProcessStep = {
  key: 'enter-mobilities',
  title: { en: 'Enter the mobilities in the Beneficiary Module', it: 'Inserire le mobilità nel Beneficiary Module' },
  phase: 'preparation',
  role: 'sendingCoordinator',
  scope: 'flow',
  due: departure(weeks(-3)),
  closesOn: null,
};

export const prepareParticipants: ProcessStep = {
  key: 'prepare-participants',
  title: {
    en: 'Hold the language, intercultural and safety preparation',
    it: 'Svolgere la preparazione linguistica, interculturale e sulla sicurezza',
  },
  phase: 'preparation',
  role: 'sendingTeacher',
  scope: 'flow',
  due: departure(weeks(-2)),
  closesOn: null,
};

export const decideDeparture: ProcessStep = {
  key: 'decide-departure',
  title: {
    en: 'Decide on departure: all agreements, documents and bookings there?',
    it: 'Decidere la partenza: accordi, documenti e prenotazioni ci sono tutti?',
  },
  phase: 'preparation',
  role: 'sendingCoordinator',
  scope: 'flow',
  due: departure(weeks(-1)),
  closesOn: 'departure.decided',
  needs: ['book-travel', 'prepare-participants'],
};

export const confirmArrival: ProcessStep = {
  key: 'confirm-arrival',
  title: { en: 'Confirm the arrival', it: 'Confermare l’arrivo' },
  phase: 'implementation',
  role: 'participant',
  scope: 'mobility',
  due: departure(1),
  closesOn: 'mobility.arrived',
};

export const firstDiaryWeek: ProcessStep = {
  key: 'first-diary-week',
  title: { en: 'Complete the first week of the diary', it: 'Completare la prima settimana del diario' },
  phase: 'implementation',
  role: 'participant',
  scope: 'mobility',
  due: departure(8),
  closesOn: 'diary.week-complete',
  needs: ['confirm-arrival'],
};

export const evaluate: ProcessStep = {
  key: 'evaluate',
  title: { en: 'Evaluate the stay', it: 'Valutare il soggiorno' },
  phase: 'evaluation',
  role: 'participant',
  scope: 'mobility',
  due: returning(weeks(2)),
  closesOn: 'evaluation.submitted',
  needs: ['confirm-arrival'],
};

/** The Commission mails the report the day after the return; a month is common practice. */
export const participantReport: ProcessStep = {
  key: 'participant-report',
  title: {
    en: 'Answer the EU participant report that came by e-mail',
    it: 'Compilare il rapporto UE del partecipante arrivato per e-mail',
  },
  phase: 'evaluation',
  role: 'participant',
  scope: 'mobility',
  due: returning(30),
  closesOn: null,
};

export const issueCertificate: ProcessStep = {
  key: 'issue-certificate',
  title: { en: 'Issue the Europass Mobility', it: 'Rilasciare l’Europass Mobilità' },
  phase: 'evaluation',
  role: 'sendingCoordinator',
  scope: 'mobility',
  due: returning(weeks(4)),
  closesOn: 'certificate.issued',
};

export const disseminate: ProcessStep = {
  key: 'disseminate',
  title: { en: 'Hold interviews and share what was learnt', it: 'Svolgere le interviste e condividere quanto appreso' },
  phase: 'finalisation',
  role: 'sendingTeacher',
  scope: 'flow',
  due: returning(weeks(6)),
  closesOn: null,
};

export const updateMobilities: ProcessStep = {
  key: 'update-mobilities',
  title: { en: 'Update the mobilities in the Beneficiary Module', it: 'Aggiornare le mobilità nel Beneficiary Module' },
  phase: 'finalisation',
  role: 'sendingCoordinator',
  scope: 'flow',
  due: returning(weeks(8)),
  closesOn: null,
  needs: ['enter-mobilities'],
};
