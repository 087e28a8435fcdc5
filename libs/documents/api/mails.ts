import { type MailTemplate } from '@softmob/api-kit';

const KINDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    identity: 'identity document',
    ehic: 'European Health Insurance Card',
    insurance: 'insurance',
    travel: 'travel document',
    consent: 'consent',
    other: 'document',
  },
  it: {
    identity: 'documento d’identità',
    ehic: 'tessera europea di assicurazione malattia',
    insurance: 'assicurazione',
    travel: 'documento di viaggio',
    consent: 'consenso',
    other: 'documento',
  },
};

/** What a kind of document is called, in the middle of a sentence. */
export const kindIn = (locale: string, kind: string): string => KINDS[locale]?.[kind] ?? KINDS.en?.[kind] ?? kind;

const text = (value: string | number | null | undefined): string => String(value ?? '');

const returned: MailTemplate = (locale, data) => {
  const kind = kindIn(locale, text(data.kind));
  return locale === 'it'
    ? {
        subject: `${text(data.learner)}: da inviare di nuovo, ${kind}`,
        greeting: `Ciao ${text(data.name)},`,
        paragraphs: [
          `La scuola ha esaminato il file inviato per ${text(data.learner)} (${kind}) e chiede di inviarlo di nuovo.`,
          `Motivo: ${text(data.reason)}`,
        ],
        action: { label: 'Invia il nuovo file', url: text(data.url) },
        note: 'Basta una foto nitida fatta con il telefono. Dopo l’invio la scuola lo esamina di nuovo.',
      }
    : {
        subject: `${text(data.learner)}: please send the ${kind} again`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: [
          `The school looked at the file sent for ${text(data.learner)} (${kind}) and asks for it once more.`,
          `Reason: ${text(data.reason)}`,
        ],
        action: { label: 'Send the new file', url: text(data.url) },
        note: 'A sharp photo taken with a phone is enough. The school then looks at it again.',
      };
};

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };

/** A line such as `2027-03-01 ehic`, in words. */
function ending(locale: string, line: string): string {
  const [day = '', kind = ''] = line.split(' ');
  const date = new Date(`${day}T00:00:00Z`).toLocaleDateString(locale === 'it' ? 'it-IT' : 'en-GB', DAY);
  return `${kindIn(locale, kind)}: ${date}`;
}

const runsOut: MailTemplate = (locale, data) => {
  const items = text(data.documents)
    .split('\n')
    .map((line) => ({ label: ending(locale, line), url: null }));
  return locale === 'it'
    ? {
        subject: `${text(data.learner)}: documenti in scadenza prima del ritorno`,
        greeting: `Ciao ${text(data.name)},`,
        paragraphs: ['Questi documenti scadono prima della fine del soggiorno. Il rinnovo può richiedere settimane.'],
        items,
        action: { label: 'Invia il documento rinnovato', url: text(data.url) },
        note: 'Lo diciamo una volta sola per ogni documento. Quando invii quello rinnovato, la scuola lo esamina.',
      }
    : {
        subject: `${text(data.learner)}: documents that run out before the return`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: ['These documents run out before the stay ends. A renewal can take weeks.'],
        items,
        action: { label: 'Send the renewed one', url: text(data.url) },
        note: 'We say this once for each document. When you send the renewed one, the school looks at it.',
      };
};

export const documentMails: Readonly<Record<string, MailTemplate>> = {
  'documents:returned': returned,
  'documents:runs-out': runsOut,
};
