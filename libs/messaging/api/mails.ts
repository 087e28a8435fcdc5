import { type MailTemplate, type MailWords } from '@softmob/api-kit';

const digest: MailTemplate = (locale, data) => {
  const count = Number(data.count);
  const items = JSON.parse(String(data.items)) as NonNullable<MailWords['items']>;
  return locale === 'it'
    ? {
        subject: count === 1 ? 'Una novità su SoftMob' : `${String(count)} novità su SoftMob`,
        greeting: `Buongiorno ${String(data.name)},`,
        paragraphs: ['ecco che cosa è successo dall’ultimo riepilogo:'],
        items,
        note: 'Hai scelto un riepilogo al giorno. Puoi cambiare idea nel tuo portale, sotto il tuo nome.',
      }
    : {
        subject: count === 1 ? 'One piece of news on SoftMob' : `${String(count)} pieces of news on SoftMob`,
        greeting: `Hello ${String(data.name)},`,
        paragraphs: ['This has happened since your last digest:'],
        items,
        note: 'You chose one digest a day. You can change that in your portal, under your name.',
      };
};

export const messagingMails = { 'messaging:digest': digest };
