import { type MailTemplate } from '@softmob/api-kit';

type Data = Parameters<MailTemplate>[1];
const text = (value: string | number | null | undefined) => String(value ?? '');
const about = (data: Data) => (data.flow ? ` · ${text(data.flow)}` : '');

const note = {
  en: 'What was written stays in the portal. You are told once, until you have read it. You can choose in the portal, under your name, how you are told.',
  it: 'Il testo resta nel portale. Lo segnaliamo una volta sola, finché non lo leggi. Nel portale, sotto il tuo nome, puoi scegliere come ricevere questi avvisi.',
} as const;

const words = (subjects: { en: (data: Data) => string; it: (data: Data) => string }): MailTemplate => {
  return (locale, data) =>
    locale === 'it'
      ? {
          subject: subjects.it(data),
          greeting: `Buongiorno ${text(data.name)},`,
          paragraphs: [`${text(data.from)} ti ha scritto su SoftMob.`],
          action: { label: 'Leggi e rispondi', url: text(data.url) },
          note: note.it,
        }
      : {
          subject: subjects.en(data),
          greeting: `Hello ${text(data.name)},`,
          paragraphs: [`${text(data.from)} wrote to you on SoftMob.`],
          action: { label: 'Read and answer', url: text(data.url) },
          note: note.en,
        };
};

export const conversationMails = {
  'conversations:message': words({
    en: (data) => `New message from ${text(data.from)}${about(data)}`,
    it: (data) => `Nuovo messaggio da ${text(data.from)}${about(data)}`,
  }),
  'conversations:mention': words({
    en: (data) => `${text(data.from)} mentioned you${about(data)}`,
    it: (data) => `${text(data.from)} ti ha menzionato${about(data)}`,
  }),
  'conversations:announcement': words({
    en: (data) => `${text(data.from)} wrote to everybody of the flow${about(data)}`,
    it: (data) => `${text(data.from)} ha scritto a tutto il flusso${about(data)}`,
  }),
};
