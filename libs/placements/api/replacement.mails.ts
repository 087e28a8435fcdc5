import { longDay, type MailTemplate, type MailWords } from '@softmob/api-kit';
import { type Data, noteFor, text } from './mail-words';

const STAFF = ['hostCoordinator', 'sendingCoordinator'];

/** What the reader does next, by how the agreement stands. */
const NEXT_EN: Readonly<Record<string, string>> = {
  sign: 'What there is to do: read and sign the new version of the learning agreement. What you signed before is kept as it was.',
  draft: 'Nothing has to be signed yet: the learning agreement is brought up to date, then you are asked to sign it.',
  none: 'Nothing has to be signed yet: the learning agreement will name the new company.',
};
const NEXT_IT: Readonly<Record<string, string>> = {
  sign: 'Che cosa c’è da fare: leggere e firmare la nuova versione dell’accordo di apprendimento. Quella già firmata resta conservata com’era.',
  draft: 'Per ora non c’è nulla da firmare: l’accordo di apprendimento viene aggiornato, poi verrà chiesta la firma.',
  none: 'Per ora non c’è nulla da firmare: l’accordo di apprendimento indicherà la nuova azienda.',
};

function english(data: Data): MailWords {
  const [company, from, learner] = [text(data.company), longDay('en', text(data.from)), text(data.learner)];
  const own = data.role === 'participant';
  return {
    subject: own ? `From ${from} you learn at ${company}` : `${learner} changes company: ${company} from ${from}`,
    greeting: `Hello ${text(data.name)},`,
    paragraphs: [
      `${text(data.formerCompany)} cannot go on. ${own ? 'You learn' : `${learner} (${text(data.flow)}) learns`} at ${company}, ${text(data.town)}, from ${from} to ${longDay('en', text(data.to))}.`,
      `Reason: ${text(data.reason)}`,
      `Tutor there: ${text(data.tutor)}, ${text(data.tutorEmail)}. Dates, travel and accommodation stay as they are.`,
      NEXT_EN[text(data.agreement)] ?? '',
    ],
    action: {
      label: data.agreement === 'sign' ? 'Read and sign' : 'Open SoftMob',
      url: text(data.url),
    },
    note: noteOf(data, {
      staff: noteFor.en,
      guardian: 'The link is yours alone: no account is needed. Before you sign, a code is mailed to this address.',
      own: 'Sign in with your own account. If anything is unclear, write to your school’s coordinator.',
    }),
  };
}

function italian(data: Data): MailWords {
  const [company, from, learner] = [text(data.company), longDay('it', text(data.from)), text(data.learner)];
  const own = data.role === 'participant';
  return {
    subject: own ? `Nuova azienda dal ${from}: ${company}` : `${learner} cambia azienda: ${company} dal ${from}`,
    greeting: own ? `Ciao ${text(data.name)},` : `Buongiorno ${text(data.name)},`,
    paragraphs: [
      `${text(data.formerCompany)} non può proseguire. ${own ? 'Il tuo tirocinio' : `Il tirocinio di ${learner} (${text(data.flow)})`} continua presso ${company}, ${text(data.town)}, dal ${from} al ${longDay('it', text(data.to))}.`,
      `Motivo: ${text(data.reason)}`,
      `Tutor in azienda: ${text(data.tutor)}, ${text(data.tutorEmail)}. Date, viaggio e alloggio restano invariati.`,
      NEXT_IT[text(data.agreement)] ?? '',
    ],
    action: { label: data.agreement === 'sign' ? 'Leggi e firma' : 'Apri SoftMob', url: text(data.url) },
    note: noteOf(data, {
      staff: noteFor.it,
      guardian:
        'Il link è personale: non serve un account. Prima della firma viene inviato un codice a questo indirizzo.',
      own: 'Accedi con il tuo account. Se qualcosa non è chiaro, scrivi al coordinamento della tua scuola.',
    }),
  };
}

function noteOf(data: Data, notes: { staff: string; guardian: string; own: string }): string {
  if (STAFF.includes(text(data.role))) return notes.staff;
  return data.role === 'guardian' ? notes.guardian : notes.own;
}

/** To the tutor of the company that cannot go on: no word of where the learner goes, or why. */
function endedEnglish(data: Data): MailWords {
  const [learner, last] = [text(data.learner), data.last ? longDay('en', text(data.last)) : null];
  return {
    subject: `${text(data.formerCompany)}: ${learner} ${last ? `stays until ${last}` : 'will not come'}`,
    greeting: `Hello ${text(data.name)},`,
    paragraphs: [
      last
        ? `The last day of ${learner} at ${text(data.formerCompany)} is ${last}. Thank you for looking after them!`
        : `${learner} will learn at another company: you are not their tutor any more. Thank you!`,
      data.stillOpen
        ? 'What there is to do: send the weekly report with the attendance until that day. Your link opens their data until then.'
        : 'There is nothing else to do.',
    ],
    note: data.stillOpen
      ? 'After that day the link no longer opens their data.'
      : 'The link you had no longer opens their data.',
  };
}

function endedItalian(data: Data): MailWords {
  const [learner, last] = [text(data.learner), data.last ? longDay('it', text(data.last)) : null];
  return {
    subject: `${text(data.formerCompany)}: ${learner} ${last ? `resta fino al ${last}` : 'non verrà'}`,
    greeting: `Buongiorno ${text(data.name)},`,
    paragraphs: [
      last
        ? `L’ultimo giorno di ${learner} in ${text(data.formerCompany)} è il ${last}. Grazie per l’accompagnamento!`
        : `${learner} svolgerà il tirocinio in un’altra azienda: non è più suo tutor. Grazie!`,
      data.stillOpen
        ? 'Che cosa c’è da fare: inviare il rapporto settimanale con le presenze fino a quel giorno. Il suo link apre i dati fino ad allora.'
        : 'Non c’è altro da fare.',
    ],
    note: data.stillOpen
      ? 'Dopo quel giorno il link non apre più i suoi dati.'
      : 'Il link che aveva ricevuto non apre più i suoi dati.',
  };
}

export const replacementMails: Readonly<Record<string, MailTemplate>> = {
  'placements:moved': (locale, data) => (locale === 'it' ? italian(data) : english(data)),
  'placements:ended': (locale, data) => (locale === 'it' ? endedItalian(data) : endedEnglish(data)),
};
