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
  const many = Number(data.count) > 1;
  return locale === 'it'
    ? {
        subject: `Documento annullato: ${kind}`,
        greeting: `Buongiorno ${word(data.name)},`,
        paragraphs: [
          `${school} ha annullato ${many ? 'i documenti' : 'il documento'} «${kind}», ${many ? 'numeri' : 'numero'} ${number}: ${word(data.reason)}`,
        ],
        note: many ? 'Chi li controlla vede che non sono più validi.' : 'Chi lo controlla vede che non è più valido.',
      }
    : {
        subject: `Document withdrawn: ${kind}`,
        greeting: `Hello ${word(data.name)},`,
        paragraphs: [
          `${school} has withdrawn the ${many ? 'documents' : 'document'} “${kind}”, ${many ? 'numbers' : 'number'} ${number}: ${word(data.reason)}`,
        ],
        note: `Whoever checks ${many ? 'them sees that they hold' : 'it sees that it holds'} no more.`,
      };
};

const again: MailTemplate = (locale, data: Data) => {
  const [kind, flow, failed] = [word(data.kind), word(data.flow), Number(data.failed)];
  const count = Number(data.issued);
  return locale === 'it'
    ? {
        subject: `Emesso di nuovo dopo un ritiro: ${kind}`,
        greeting: `Buongiorno ${word(data.name)},`,
        paragraphs: [
          `dopo un ritiro nel flusso ${flow} SoftMob ha emesso di nuovo «${kind}», a tuo nome e dal tuo modello: ${String(count)} ${count === 1 ? 'documento' : 'documenti'}.`,
          ...(failed > 0 ? ['A qualcosa mancano ancora dei dati. Completali, poi premi «Riprova».'] : []),
        ],
        action: { label: 'Guarda l’emissione', url: word(data.url) },
        note: 'I documenti precedenti non sono più validi; la pagina di verifica lo dice.',
      }
    : {
        subject: `Issued again after a withdrawal: ${kind}`,
        greeting: `Hello ${word(data.name)},`,
        paragraphs: [
          `After a withdrawal in flow ${flow}, SoftMob has issued “${kind}” again, in your name and from your template: ${String(count)} ${count === 1 ? 'document' : 'documents'}.`,
          ...(failed > 0 ? ['Something is still missing for one of them. Fill it in, then press “Try again”.'] : []),
        ],
        action: { label: 'Look at the run', url: word(data.url) },
        note: 'The earlier ones hold no more; whoever checks them is told so.',
      };
};

export const paperworkMails = {
  'paperwork:issued': issued,
  'paperwork:withdrawn': withdrawn,
  'paperwork:again': again,
};
