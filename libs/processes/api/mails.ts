import { type MailTemplate, type MailWords } from '@softmob/api-kit';

const WORDS = {
  en: {
    subject: 'Your tasks: what is due',
    hello: (name: string) => `Hello ${name},`,
    late: 'Late:',
    soon: 'Due within a week:',
    escalated: 'Late for long, with others. They were reminded; you may want to ask them:',
    open: 'Open my tasks',
    note: 'You get at most one such e-mail a day, and only when something has become due or late, or has stayed late for another week. What you put off is not in it.',
  },
  it: {
    subject: 'I tuoi compiti: che cosa scade',
    hello: (name: string) => `Buongiorno ${name},`,
    late: 'In ritardo:',
    soon: 'In scadenza entro una settimana:',
    escalated: 'In ritardo da tempo, presso altri. Sono stati avvisati; puoi chiedere loro notizie:',
    open: 'Apri i miei compiti',
    note: 'Ricevi al massimo una e-mail come questa al giorno, e solo quando qualcosa scade, va in ritardo o resta in ritardo per un’altra settimana. Ciò che hai rimandato non compare.',
  },
};

/** Everything that is due, under its heading; what there is none of is left out. */
const reminder: MailTemplate = (locale, data): MailWords => {
  const words = locale === 'it' ? WORDS.it : WORDS.en;
  const text = (key: string) => String(data[key] ?? '');
  return {
    subject: words.subject,
    greeting: words.hello(text('name')),
    paragraphs: (['late', 'soon', 'escalated'] as const).flatMap((key) =>
      text(key) === '' ? [] : [words[key], ...text(key).split('\n')],
    ),
    action: { label: words.open, url: text('url') },
    note: words.note,
  };
};

export const processesMails = { 'processes:reminder': reminder };
