import { type MailTemplate, type MailWords } from '@softmob/api-kit';

type Data = Readonly<Record<string, string | number | null>>;
const word = (value: string | number | null | undefined): string => String(value ?? '');

const BY_LINK = ['guardian', 'companyTutor'];

function english(data: Data): MailWords {
  const many = Number(data.count) > 1;
  const byLink = BY_LINK.includes(word(data.role));
  const whose =
    data.role === 'participant' ? 'Your learning agreement' : `The learning agreement of ${word(data.learners)}`;
  return {
    subject: many
      ? `${word(data.count)} learning agreements to sign`
      : data.role === 'participant'
        ? 'Your learning agreement is ready to sign'
        : `Learning agreement to sign: ${word(data.learners)}`,
    greeting: `Hello ${word(data.name)},`,
    paragraphs: [
      many
        ? `${word(data.count)} learning agreements wait for your signature: ${word(data.learners)}.`
        : `${whose} is ready: what is learnt at ${word(data.company)}, week by week, who helps, and how it is assessed and recognised.`,
      `${word(data.school)} asks you to read and sign by ${word(data.until)}. It takes a few minutes, on a phone as well.`,
    ],
    action: { label: many ? 'Read and sign' : 'Read and sign the agreement', url: word(data.url) },
    note: byLink
      ? 'The link is yours alone: no account is needed. Before you sign, a code is mailed to this address.'
      : 'Sign in with your own account. Everybody who has signed gets the signed agreement in their portal.',
  };
}

function italian(data: Data): MailWords {
  const many = Number(data.count) > 1;
  const byLink = BY_LINK.includes(word(data.role));
  const whose =
    data.role === 'participant'
      ? 'Il tuo accordo di apprendimento'
      : `L’accordo di apprendimento di ${word(data.learners)}`;
  return {
    subject: many
      ? `${word(data.count)} accordi di apprendimento da firmare`
      : data.role === 'participant'
        ? 'Il tuo accordo di apprendimento è pronto da firmare'
        : `Accordo di apprendimento da firmare: ${word(data.learners)}`,
    greeting: `Buongiorno ${word(data.name)},`,
    paragraphs: [
      many
        ? `${word(data.count)} accordi di apprendimento attendono la firma: ${word(data.learners)}.`
        : `${whose} è pronto: che cosa si impara presso ${word(data.company)}, settimana per settimana, chi aiuta e come si valuta e si riconosce.`,
      `${word(data.school)} chiede di leggere e firmare entro il ${word(data.until)}. Bastano pochi minuti, anche dal telefono.`,
    ],
    action: { label: many ? 'Leggi e firma' : 'Leggi e firma l’accordo', url: word(data.url) },
    note: byLink
      ? 'Il link è personale: non serve un account. Prima della firma viene inviato un codice a questo indirizzo.'
      : 'Accedi con il tuo account. Chi ha firmato trova l’accordo firmato nel proprio portale.',
  };
}

const sign: MailTemplate = (locale, data) => (locale === 'it' ? italian(data) : english(data));
const remind: MailTemplate = (locale, data) => {
  const words = sign(locale, data);
  return { ...words, subject: `${locale === 'it' ? 'Promemoria' : 'Reminder'}: ${words.subject}` };
};

export const learningMails = { 'learning:sign': sign, 'learning:remind': remind };
