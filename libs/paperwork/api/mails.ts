import { type MailTemplate } from '@softmob/api-kit';

type Data = Readonly<Record<string, string | number | null>>;
const word = (value: string | number | null | undefined): string => String(value ?? '');

const issued: MailTemplate = (locale, data: Data) => {
  const [kind, number, school, learner] = [word(data.kind), word(data.number), word(data.school), word(data.learner)];
  const own = data.role === 'participant';
  return locale === 'it'
    ? {
        subject: `Nuovo documento: ${kind}`,
        greeting: `Buongiorno ${word(data.name)},`,
        paragraphs: [
          `${school} ha emesso ${own ? 'per te' : `per ${learner}`} il documento «${kind}», numero ${number}. Sostituisce un eventuale documento precedente dello stesso tipo.`,
        ],
        action: { label: 'Apri i documenti', url: word(data.url) },
        note: 'Il codice sul documento porta alla pagina che ne conferma l’autenticità.',
      }
    : {
        subject: `New document: ${kind}`,
        greeting: `Hello ${word(data.name)},`,
        paragraphs: [
          `${school} has issued the document “${kind}” for ${own ? 'you' : learner}, number ${number}. It takes the place of an earlier one of its kind.`,
        ],
        action: { label: 'Open the documents', url: word(data.url) },
        note: 'The code on the document leads to the page that says whether it is genuine.',
      };
};

const withdrawn: MailTemplate = (locale, data: Data) => {
  const [kind, number, school] = [word(data.kind), word(data.number), word(data.school)];
  return locale === 'it'
    ? {
        subject: `Documento annullato: ${kind}`,
        greeting: `Buongiorno ${word(data.name)},`,
        paragraphs: [`${school} ha annullato il documento «${kind}», numero ${number}: ${word(data.reason)}`],
        note: 'Chi lo controlla vede che non è più valido.',
      }
    : {
        subject: `Document withdrawn: ${kind}`,
        greeting: `Hello ${word(data.name)},`,
        paragraphs: [`${school} has withdrawn the document “${kind}”, number ${number}: ${word(data.reason)}`],
        note: 'Whoever checks it sees that it holds no more.',
      };
};

export const paperworkMails = { 'paperwork:issued': issued, 'paperwork:withdrawn': withdrawn };
