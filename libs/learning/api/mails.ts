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

/** What is only told: nothing has to be signed now. */
interface Told {
  readonly subject: string;
  readonly text: string;
  readonly more: string;
}

const aboutWhom = (data: Data, locale: string): string =>
  locale === 'it'
    ? `accordo di apprendimento di ${word(data.learners)}`
    : `learning agreement of ${word(data.learners)}`;

const TOLD: Record<string, (data: Data, about: string) => Record<'en' | 'it', Told>> = {
  told: (data, about) => ({
    en: {
      subject: `Change of the ${about}`,
      text: `${word(data.school)} proposes a change of the ${about}: ${word(data.reason)}`,
      more: 'It does not concern your part: you need not sign again. What changes is shown in the agreement.',
    },
    it: {
      subject: `Modifica dell’${about}`,
      text: `${word(data.school)} propone una modifica dell’${about}: ${word(data.reason)}`,
      more: 'Non riguarda la tua parte: non occorre firmare di nuovo. Le modifiche sono indicate nell’accordo.',
    },
  }),
  declined: (data, about) => ({
    en: {
      subject: `Not signed: ${about}`,
      text: `${word(data.by)} declines to sign the ${about}: ${word(data.reason)}`,
      more: 'This version is closed. The school decides what comes next; what was in force before stays in force.',
    },
    it: {
      subject: `Firma rifiutata: ${about}`,
      text: `${word(data.by)} rifiuta di firmare l’${about}: ${word(data.reason)}`,
      more: 'Questa versione è chiusa. La scuola decide come proseguire; ciò che era in vigore resta in vigore.',
    },
  }),
  withdrawn: (data, about) => ({
    en: {
      subject: `Taken back: ${about}`,
      text: `${word(data.by)} of ${word(data.school)} has taken back the ${about} that was open for signature: ${word(data.reason)}`,
      more: 'You need not sign it. If another version comes, you will get an e-mail.',
    },
    it: {
      subject: `Ritirato: ${about}`,
      text: `${word(data.by)} di ${word(data.school)} ha ritirato l’${about} aperto alla firma: ${word(data.reason)}`,
      more: 'Non occorre firmarlo. Se seguirà un’altra versione, arriverà un’e-mail.',
    },
  }),
  revoked: (data, about) => ({
    en: {
      subject: `Signature taken back: ${about}`,
      text: `${word(data.by)} has taken back the signature under the ${about}.`,
      more: 'The version stays open for signature.',
    },
    it: {
      subject: `Firma ritirata: ${about}`,
      text: `${word(data.by)} ha ritirato la firma dell’${about}.`,
      more: 'La versione resta aperta alla firma.',
    },
  }),
  returned: (data, about) => ({
    en: {
      subject: `Signature on paper sent back: ${about}`,
      text: `${word(data.school)} cannot accept the scan of the signature under the ${about}: ${word(data.reason)}`,
      more: 'Send another scan, or sign in the portal.',
    },
    it: {
      subject: `Firma su carta rinviata: ${about}`,
      text: `${word(data.school)} non può accettare la scansione della firma dell’${about}: ${word(data.reason)}`,
      more: 'Invia un’altra scansione oppure firma nel portale.',
    },
  }),
};

/** The template of something that is told. */
const telling =
  (kind: keyof typeof TOLD): MailTemplate =>
  (locale, data) => {
    const italianReader = locale === 'it';
    const words = TOLD[kind]?.(data, aboutWhom(data, locale))[italianReader ? 'it' : 'en'];
    return {
      subject: words?.subject ?? '',
      greeting: italianReader ? `Buongiorno ${word(data.name)},` : `Hello ${word(data.name)},`,
      paragraphs: [words?.text ?? '', words?.more ?? ''],
      action: { label: italianReader ? 'Apri l’accordo' : 'Open the agreement', url: word(data.url) },
      note: italianReader
        ? 'Ricevi questo messaggio perché l’accordo ti riguarda.'
        : 'You get this e-mail because you take part in the agreement.',
    };
  };

export const learningMails = {
  'learning:sign': sign,
  'learning:remind': remind,
  'learning:told': telling('told'),
  'learning:declined': telling('declined'),
  'learning:withdrawn': telling('withdrawn'),
  'learning:revoked': telling('revoked'),
  'learning:returned': telling('returned'),
};
