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

const text = (value: string | number | null | undefined): string => String(value ?? '');

const returned: MailTemplate = (locale, data) => {
  const kind = KINDS[locale]?.[text(data.kind)] ?? text(data.kind);
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

export const documentMails: Readonly<Record<string, MailTemplate>> = { 'documents:returned': returned };
