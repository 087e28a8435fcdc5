import { type ActivityMode, type ContactRole, type Party } from './agreement-content';
import { type AgreementStatus } from './agreement-status';
import { type LocalText, text } from './text';

export const PARTY_LABELS: Record<Party, LocalText> = {
  participant: text('Participant', 'Partecipante'),
  guardian: text('Parent or guardian', 'Genitore o tutore legale'),
  sending: text('Sending organisation', 'Organizzazione di invio'),
  hosting: text('Hosting organisation', 'Organizzazione ospitante'),
  supporting: text('Supporting organisation', 'Organizzazione di supporto'),
};

export const CONTACT_ROLE_LABELS: Record<ContactRole, LocalText> = {
  coordinator: text('Coordinator', 'Coordinatore'),
  legalRepresentative: text('Legal representative', 'Legale rappresentante'),
  mentor: text('Mentor', 'Tutor aziendale'),
  administrative: text('Administration', 'Amministrazione'),
  emergency: text('Emergencies', 'Emergenze'),
  teacher: text('Teacher', 'Docente'),
  accompanying: text('Accompanying person', 'Accompagnatore'),
};

export const MODE_LABELS: Record<ActivityMode, LocalText> = {
  physical: text('Physical', 'In presenza'),
  blended: text('Blended: physical with virtual components', 'Mista: in presenza con componenti virtuali'),
};

export const STATUS_LABELS: Record<AgreementStatus, LocalText> = {
  draft: text('Draft', 'Bozza'),
  open: text('Open for signature', 'Aperto alla firma'),
  locked: text('Signed and locked', 'Firmato e chiuso'),
  superseded: text('Superseded', 'Sostituito'),
  declined: text('Declined', 'Rifiutato'),
  withdrawn: text('Withdrawn', 'Ritirato'),
};

const ACTIVITIES: Readonly<Record<string, LocalText>> = {
  VET_SHORT: text('Short-term learning mobility of VET learners', 'Mobilità di breve termine di discenti IFP'),
  VET_LONG: text(
    'Long-term learning mobility of VET learners (ErasmusPro)',
    'Mobilità di lungo termine di discenti IFP (ErasmusPro)',
  ),
  VET_GROUP: text('Group mobility of VET learners', 'Mobilità di gruppo di discenti IFP'),
  VET_COMPETITION: text('Participation in VET skills competitions', 'Partecipazione a concorsi di abilità IFP'),
};

/** The name of an activity type; its code where it is not one of the learners'. */
export const activityName = (code: string): LocalText => ACTIVITIES[code] ?? text(code, code);
