import { type MailTemplate } from '@softmob/api-kit';
import { type Data, linesOf, noteFor, period, text } from './mail-words';
import { withdrawnHost, withdrawnTutor } from './withdrawal.mails';

/** Flow, dates, occupation and how many. */
const outline = (locale: string, data: Data): string[] =>
  linesOf(data).map(
    ([flow = '', from = '', to = '', occupation = '', count = '']) =>
      `${flow}: ${count} × ${occupation}, ${period(locale, from, to)}`,
  );

/** Who comes, and when. */
const people = (locale: string, data: Data): string[] =>
  linesOf(data).map(([name = '', from = '', to = '']) => `${name}: ${period(locale, from, to)}`);

const learners = (data: Data): string => `${text(data.count)} ${data.count === 1 ? 'learner' : 'learners'}`;

const because = (locale: string, data: Data): string[] =>
  data.reason ? [`${locale === 'it' ? 'Motivo' : 'Reason'}: ${text(data.reason)}`] : [];

const requested: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: `${text(data.from)} chiede posti per ${text(data.count)} ${data.count === 1 ? 'partecipante' : 'partecipanti'}`,
        greeting: `Buongiorno ${text(data.name)},`,
        paragraphs: [
          `${text(data.from)} chiede a ${text(data.organisation)} di accogliere:`,
          ...outline(locale, data),
          'Vede professione, lingue e date di ciascuno; i nomi appaiono quando conferma il posto.',
        ],
        action: { label: 'Rispondi alla richiesta', url: text(data.url) },
        note: noteFor.it,
      }
    : {
        subject: `${text(data.from)} asks for places for ${learners(data)}`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: [
          `${text(data.from)} asks ${text(data.organisation)} to host:`,
          ...outline(locale, data),
          'You see the occupation, languages and dates of each; names appear once you confirm the place.',
        ],
        action: { label: 'Answer the request', url: text(data.url) },
        note: noteFor.en,
      };

const cancelled: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: `${text(data.count)} ${data.count === 1 ? 'posto annullato' : 'posti annullati'}`,
        greeting: `Buongiorno ${text(data.name)},`,
        paragraphs: ['Non hanno più luogo:', ...outline(locale, data), ...because(locale, data)],
        action: { label: 'Apri SoftMob', url: text(data.url) },
        note: noteFor.it,
      }
    : {
        subject: `${text(data.count)} ${data.count === 1 ? 'placement was' : 'placements were'} cancelled`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: ['No longer take place:', ...outline(locale, data), ...because(locale, data)],
        action: { label: 'Open SoftMob', url: text(data.url) },
        note: noteFor.en,
      };

const confirmed: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: `${text(data.from)} ha confermato ${text(data.count)} ${data.count === 1 ? 'posto' : 'posti'}`,
        greeting: `Buongiorno ${text(data.name)},`,
        paragraphs: ['Confermati:', ...outline(locale, data), 'Ora si possono comporre gli accordi di apprendimento.'],
        action: { label: 'Vedi le aziende', url: text(data.url) },
        note: noteFor.it,
      }
    : {
        subject: `${text(data.from)} confirmed ${text(data.count)} ${data.count === 1 ? 'placement' : 'placements'}`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: ['Confirmed:', ...outline(locale, data), 'The learning agreements can be composed now.'],
        action: { label: 'See the companies', url: text(data.url) },
        note: noteFor.en,
      };

const declined: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: `${text(data.from)} non può accogliere ${text(data.count)} ${data.count === 1 ? 'partecipante' : 'partecipanti'}`,
        greeting: `Buongiorno ${text(data.name)},`,
        paragraphs: [
          'Senza posto:',
          ...outline(locale, data),
          ...because(locale, data),
          'Può chiedere a un’altra organizzazione.',
        ],
        action: { label: 'Cerca un altro posto', url: text(data.url) },
        note: noteFor.it,
      }
    : {
        subject: `${text(data.from)} cannot host ${learners(data)}`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: [
          'Without a place:',
          ...outline(locale, data),
          ...because(locale, data),
          'You can ask another host.',
        ],
        action: { label: 'Find another place', url: text(data.url) },
        note: noteFor.en,
      };

const tutor: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: `Chi accompagnerai in ${text(data.company)}`,
        greeting: `Buongiorno ${text(data.name)},`,
        paragraphs: [
          `In ${text(data.company)} è tutor di:`,
          ...people(locale, data),
          'Che cosa c’è da fare: controllare i dati dell’azienda, firmare l’accordo di apprendimento, scrivere due righe ogni settimana e valutare alla fine. Ogni passo richiede meno di due minuti, anche dal telefono.',
        ],
        action: { label: 'Apri la tua lista', url: text(data.url) },
        note: 'Il link è personale: apre senza password e solo per queste persone. Non inoltrarlo.',
      }
    : {
        subject: `Who you will look after at ${text(data.company)}`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: [
          `At ${text(data.company)} you are the tutor of:`,
          ...people(locale, data),
          'What there is to do: check the company’s data, sign the learning agreement, write two lines every week, and assess at the end. Each takes less than two minutes, also on a phone.',
        ],
        action: { label: 'Open your list', url: text(data.url) },
        note: 'The link is yours alone: it opens without a password, for these people only. Do not forward it.',
      };

const tutorReleased: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: `${text(data.company)}: non è più tutor di ${text(data.count)} ${data.count === 1 ? 'persona' : 'persone'}`,
        greeting: `Buongiorno ${text(data.name)},`,
        paragraphs: ['Non è più tutor di:', ...people(locale, data), 'Non c’è altro da fare. Grazie!'],
        note: 'Il link che aveva ricevuto non apre più i loro dati.',
      }
    : {
        subject: `${text(data.company)}: you no longer look after ${learners(data)}`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: [
          'You are no longer the tutor of:',
          ...people(locale, data),
          'There is nothing else to do. Thank you!',
        ],
        note: 'The link you had no longer opens their data.',
      };

export const placementMails: Readonly<Record<string, MailTemplate>> = {
  'placements:requested': requested,
  'placements:cancelled': cancelled,
  'placements:confirmed': confirmed,
  'placements:declined': declined,
  'placements:tutor': tutor,
  'placements:tutor-released': tutorReleased,
  'placements:withdrawn-host': withdrawnHost,
  'placements:withdrawn-tutor': withdrawnTutor,
};
