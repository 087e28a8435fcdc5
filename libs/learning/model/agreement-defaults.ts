import { text } from './text';

/**
 * The texts a new agreement starts with. Names in braces are filled from the facts; every text can be edited before
 * the agreement is opened for signature.
 */
export const PREPARATION = text(
  'Before departure {learner} attends language lessons in {language} and the online language support of Erasmus+, a day on life and work in {country}, and a briefing on health and safety in the trade. {teacher} ({school}) checks readiness two weeks before departure.',
  'Prima della partenza {learner} frequenta lezioni di lingua ({language}) e il supporto linguistico online di Erasmus+, una giornata sulla vita e il lavoro nel paese ospitante ({country}) e un incontro su salute e sicurezza nel mestiere. {teacher} ({school}) verifica la preparazione due settimane prima della partenza.',
);

export const HOW_OFTEN = text(
  'The mentor meets {learner} every day at work and reports once a week in the portal. {learner} keeps a diary with hours. {monitor} ({school}) reads both, calls {learner} once a week and the mentor at mid-term, and visits or joins by video at least once.',
  'Il tutor aziendale vede {learner} ogni giorno al lavoro e compila una relazione settimanale nel portale. {learner} tiene un diario con le ore. {monitor} ({school}) legge entrambi, chiama {learner} ogni settimana e il tutor a metà percorso, e fa visita o un incontro video almeno una volta.',
);

export const SUPPORT_BEFORE = text(
  'Information pack on workplace, room, travel, insurance and emergency numbers; one contact person at {school} for every question.',
  'Dossier informativo su luogo di lavoro, alloggio, viaggio, assicurazione e numeri di emergenza; un referente presso {school} per ogni domanda.',
);
export const SUPPORT_DURING = text(
  'Welcome on arrival and help with local transport and daily life by {supporter}; the mentor in the workplace; the emergency contacts below at any hour.',
  'Accoglienza all’arrivo e aiuto per i trasporti e la vita quotidiana a cura di {supporter}; il tutor sul luogo di lavoro; i contatti di emergenza indicati sotto a qualsiasi ora.',
);
export const SUPPORT_AFTER = text(
  'Feedback talk within two weeks of return, help with the participant report, the Europass Mobility and the update of the Europass CV.',
  'Colloquio di restituzione entro due settimane dal rientro, aiuto per il rapporto del partecipante, Europass Mobilità e l’aggiornamento del CV Europass.',
);

export const ASSESSMENT_WHO = text(
  '{mentor}, mentor at {company}, assesses each learning outcome; {teacher} ({school}) takes part in the final talk, in person or by video.',
  '{mentor}, tutor presso {company}, valuta ciascun risultato di apprendimento; {teacher} ({school}) partecipa al colloquio finale, in presenza o in video.',
);
export const ASSESSMENT_HOW = text(
  'By observation of real tasks and the practical proofs named with each unit, on the scale: not yet, with help, independently, in new situations. A unit is achieved when at least 80 % of its outcomes are shown independently and none is “not yet”.',
  'Mediante osservazione di compiti reali e le prove pratiche indicate per ogni unità, secondo la scala: non ancora, con aiuto, in autonomia, anche in situazioni nuove. L’unità è raggiunta quando almeno l’80 % dei risultati è dimostrato in autonomia e nessuno è “non ancora”.',
);
export const ASSESSMENT_WHEN = text(
  'Mid-term assessment in week {midweek}; final assessment in the last week, by {end}.',
  'Valutazione intermedia nella settimana {midweek}; valutazione finale nell’ultima settimana, entro il {end}.',
);
export const ASSESSMENT_EVIDENCE = text(
  'Assessment grid, weekly reports, the learner’s diary with photographs where customers and residents cannot be recognised, work samples and the attendance record.',
  'Griglia di valutazione, relazioni settimanali, diario con fotografie in cui clienti e ospiti non siano riconoscibili, campioni di lavoro e registro delle presenze.',
);

export const RECOGNITION_HOW = text(
  'The school records the units achieved in the transcript, counts {hours} hours as work-based learning (PCTO or curricular training) and converts the assessment into grades of the related subjects.',
  'La scuola registra le unità raggiunte nel fascicolo dello studente, computa {hours} ore come formazione in contesto lavorativo (PCTO o stage curricolare) e converte la valutazione in voti nelle discipline collegate.',
);
export const RECOGNITION_WHO = text(
  'The class council of {classYear} at {school}, on the proposal of {teacher}, within four weeks of return.',
  'Il consiglio di classe della {classYear} di {school}, su proposta di {teacher}, entro quattro settimane dal rientro.',
);
export const RECOGNITION_RULE = text(
  'Legislative Decree 13/2013 on the certification of competences, Legislative Decree 61/2017 on vocational education, the school’s plan of studies, and the ECVET principles (Council Recommendation of 24 November 2020 on VET).',
  'D.Lgs. 13/2013 sulla certificazione delle competenze, D.Lgs. 61/2017 sull’istruzione professionale, il PTOF dell’istituto e i principi ECVET (Raccomandazione del Consiglio del 24 novembre 2020 relativa all’IFP).',
);
export const RECOGNITION_DOCUMENT = text(
  'Europass Mobility, certificate of attendance and the school’s transcript; further documents on request.',
  'Europass Mobilità, attestato di frequenza e fascicolo dello studente; altri documenti su richiesta.',
);

/** Stands in for a name that the records do not hold yet; what is missing is listed separately. */
export const THE_MENTOR = text('The mentor', 'Il tutor aziendale');
export const THE_TEACHER = text('the responsible teacher', 'il docente responsabile');
export const THE_SCHOOL_MONITOR = text('The school’s coordinator', 'Il coordinatore della scuola');
