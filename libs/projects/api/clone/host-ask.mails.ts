import { type MailTemplate } from '@softmob/api-kit';

type Data = Parameters<MailTemplate>[1];
const text = (value: Data[string] | undefined): string => String(value ?? '');

const period = (locale: string, from: string, to: string): string =>
  new Intl.DateTimeFormat(locale === 'it' ? 'it-IT' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).formatRange(
    new Date(`${from}T00:00:00Z`),
    new Date(`${to}T00:00:00Z`),
  );

/** Flow, town, days and places of each line. */
const outline = (locale: string, data: Data): string[] =>
  text(data.lines)
    .split('\n')
    .map((line) => {
      const [code = '', town = '', from = '', to = '', places = ''] = line.split('|');
      return [`${code}, ${town}: ${period(locale, from, to)}`, places].filter(Boolean).join(' · ');
    });

const note = {
  en: 'You receive this e-mail because you coordinate mobilities on SoftMob.',
  it: 'Ricevi questo messaggio perché coordini mobilità su SoftMob.',
};

const asked: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: `Di nuovo così? ${text(data.school)} prepara il prossimo anno`,
        greeting: `Buongiorno ${text(data.name)},`,
        paragraphs: [
          `${text(data.school)} vorrebbe venire di nuovo da ${text(data.organisation)}, con gli stessi posti dell’ultima volta:`,
          ...outline('it', data),
          'Basta un clic: sì; sì, ma con meno posti o altre date; no. I nomi non si conoscono ancora.',
        ],
        action: { label: 'Rispondi', url: text(data.url) },
        note: note.it,
      }
    : {
        subject: `Same again? ${text(data.school)} plans next year`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: [
          `${text(data.school)} would like to come to ${text(data.organisation)} again, with the places of last time:`,
          ...outline('en', data),
          'One click answers: yes; yes, but fewer or on other dates; no. Nobody is named yet.',
        ],
        action: { label: 'Answer', url: text(data.url) },
        note: note.en,
      };

const withdrawn: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: `${text(data.school)} ritira la domanda per il prossimo anno`,
        greeting: `Buongiorno ${text(data.name)},`,
        paragraphs: ['Per questi flussi non serve più una risposta:', ...outline('it', data)],
        note: note.it,
      }
    : {
        subject: `${text(data.school)} withdraws its question about next year`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: ['No answer is needed any more for:', ...outline('en', data)],
        note: note.en,
      };

const ANSWERS: Readonly<Record<string, Readonly<Record<'en' | 'it', string>>>> = {
  yes: { en: 'says yes', it: 'dice di sì' },
  changed: { en: 'says yes, but', it: 'dice di sì, ma' },
  no: { en: 'says no', it: 'dice di no' },
};

const answered: MailTemplate = (locale, data) => {
  const language = locale === 'it' ? 'it' : 'en';
  const word = ANSWERS[text(data.answer)]?.[language] ?? text(data.answer);
  const days = data.from ? [period(language, text(data.from), text(data.to))] : [];
  const offered = data.answer === 'no' ? [] : [[text(data.offered), ...days].filter(Boolean).join(' · ')];
  const comment = data.comment ? [`“${text(data.comment)}”`] : [];
  return language === 'it'
    ? {
        subject: `${text(data.host)} ${word}`,
        greeting: `Ciao ${text(data.name)},`,
        paragraphs: [
          `${text(data.host)} ${word}:`,
          ...outline('it', data),
          ...offered.map((line) => `Offre: ${line}`),
          ...comment,
        ],
        action: { label: 'Apri il flusso', url: text(data.url) },
        note: note.it,
      }
    : {
        subject: `${text(data.host)} ${word}`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: [
          `${text(data.host)} ${word}:`,
          ...outline('en', data),
          ...offered.map((line) => `It offers: ${line}`),
          ...comment,
        ],
        action: { label: 'Open the flow', url: text(data.url) },
        note: note.en,
      };
};

export const hostAskMails = {
  'projects:same-again': asked,
  'projects:same-again-withdrawn': withdrawn,
  'projects:same-again-answered': answered,
} satisfies Record<string, MailTemplate>;
