import { type MailTemplate } from '@softmob/api-kit';

const text = (value: string | number | null | undefined): string => String(value ?? '');

const invitation: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: `${text(data.organisation)}: la tua mobilità su SoftMob`,
        greeting: `Ciao ${text(data.name)},`,
        paragraphs: [
          `${text(data.organisation)} ti invita su SoftMob, dove trovi tutto ciò che riguarda la mobilità: scadenze, documenti, firme e persone da contattare.`,
          'Apri il link, scegli una password e vedrai il prossimo passo.',
        ],
        action: { label: 'Accetta l’invito', url: text(data.url) },
        note: `Il link è personale e funziona una sola volta, fino al ${text(data.until)}. Se non ti aspettavi questo messaggio, puoi ignorarlo.`,
      }
    : {
        subject: `${text(data.organisation)}: your mobility on SoftMob`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: [
          `${text(data.organisation)} invites you to SoftMob, where everything about the mobility stands in one place: dates, documents, signatures and the people to call.`,
          'Open the link, choose a password, and you see the next thing to do.',
        ],
        action: { label: 'Accept the invitation', url: text(data.url) },
        note: `The link is yours alone and works once, until ${text(data.until)}. If you did not expect this e-mail, ignore it.`,
      };

const reminder: MailTemplate = (locale, data) => {
  const words = invitation(locale, data);
  return { ...words, subject: `${locale === 'it' ? 'Promemoria' : 'Reminder'}: ${words.subject}` };
};

const reset: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: 'Scegli una nuova password',
        greeting: `Ciao ${text(data.name)},`,
        paragraphs: ['Qualcuno ha chiesto una nuova password per il tuo account SoftMob.'],
        action: { label: 'Scegli una nuova password', url: text(data.url) },
        note: `Il link funziona una sola volta, per ${text(data.minutes)} minuti. Se non sei stato tu, non devi fare nulla.`,
      }
    : {
        subject: 'Choose a new password',
        greeting: `Hello ${text(data.name)},`,
        paragraphs: ['Somebody asked for a new password for your SoftMob account.'],
        action: { label: 'Choose a new password', url: text(data.url) },
        note: `The link works once, for ${text(data.minutes)} minutes. If it was not you, there is nothing to do.`,
      };

const code: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: 'Il tuo codice per firmare',
        greeting: `Ciao ${text(data.name)},`,
        paragraphs: ['Scrivi questo codice nella pagina che hai aperto. Conferma che il link è arrivato a te.'],
        code: text(data.code),
        note: `Il codice vale ${text(data.minutes)} minuti. Non comunicarlo a nessuno.`,
      }
    : {
        subject: 'Your code for signing',
        greeting: `Hello ${text(data.name)},`,
        paragraphs: ['Type this code in the page you have open. It confirms that the link came to you.'],
        code: text(data.code),
        note: `The code is good for ${text(data.minutes)} minutes. Tell it to nobody.`,
      };

export const identityMails = {
  'identity:invitation': invitation,
  'identity:reminder': reminder,
  'identity:reset': reset,
  'identity:code': code,
};
