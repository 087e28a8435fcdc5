import { type MailTemplate } from '@softmob/api-kit';
import { type Data, linesOf, noteFor, period, text } from './mail-words';

type Words = Readonly<Record<string, string>>;

/** What becomes of the place, for the host that answers. */
const NEXT_FOR_HOST: Readonly<Record<'en' | 'it', Words>> = {
  en: {
    proposed:
      'The first reserve, of the same occupation, follows: proposed for the same place, which is held until you answer.',
    asked: 'The first reserve follows and is asked for in their stead: choose a company and answer.',
    other:
      'The place is free again. A reserve of another occupation moves up: the school asks for their place separately.',
    none: 'The place is free again, and nobody follows for now. There is nothing to do.',
  },
  it: {
    proposed:
      'Subentra la prima riserva, con la stessa professione: è proposta per lo stesso posto, che resta riservato fino alla risposta.',
    asked: 'Subentra la prima riserva, per cui si chiede un posto: scelga un’azienda e risponda.',
    other:
      'Il posto è di nuovo libero. Subentra una riserva di un’altra professione: la scuola chiede a parte un posto per lei.',
    none: 'Il posto è di nuovo libero e per ora non subentra nessuno. Non c’è nulla da fare.',
  },
};

/** The same for the tutor, who acts only once somebody is confirmed. */
const NEXT_FOR_TUTOR: Readonly<Record<'en' | 'it', Words>> = {
  en: {
    proposed: 'A reserve is proposed for the same place. Once it is confirmed, you get a new link with who comes.',
    none: 'Nobody takes the place for now. There is nothing else to do. Thank you!',
  },
  it: {
    proposed: 'Per lo stesso posto è proposta una riserva. Quando è confermata, riceve un nuovo link con chi arriva.',
    none: 'Per ora nessuno prende il posto. Non c’è altro da fare. Grazie!',
  },
};

/** Who does not come, and what follows: two sentences for each. */
function stays(locale: 'en' | 'it', data: Data, words: Words): string[] {
  const nobody = locale === 'it' ? 'Una persona proposta' : 'Somebody who was proposed';
  const verb = locale === 'it' ? 'non arriva' : 'does not come';
  return linesOf(data).flatMap(([who = '', flow = '', from = '', to = '', next = '']) => [
    `${who || nobody} ${verb}: ${flow}, ${period(locale, from, to)}.`,
    words[next] ?? words.none ?? '',
  ]);
}

const many = (data: Data) => Number(data.count) > 1;

/** To the host: who withdrew, and who follows on the place. */
export const withdrawnHost: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: many(data)
          ? `${text(data.school)}: ${text(data.count)} partecipanti si sono ritirati`
          : `${text(data.school)}: un/a partecipante si è ritirato/a`,
        greeting: `Buongiorno ${text(data.name)},`,
        paragraphs: stays('it', data, NEXT_FOR_HOST.it),
        action: { label: data.answer ? 'Rispondi alla richiesta' : 'Apri SoftMob', url: text(data.url) },
        note: noteFor.it,
      }
    : {
        subject: many(data)
          ? `${text(data.school)}: ${text(data.count)} participants have withdrawn`
          : `${text(data.school)}: a participant has withdrawn`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: stays('en', data, NEXT_FOR_HOST.en),
        action: { label: data.answer ? 'Answer the request' : 'Open SoftMob', url: text(data.url) },
        note: noteFor.en,
      };

/** To the tutor of a confirmed place. */
export const withdrawnTutor: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: `${text(data.company)}: ${many(data) ? 'più partecipanti si sono ritirati' : 'un/a partecipante si è ritirato/a'}`,
        greeting: `Buongiorno ${text(data.name)},`,
        paragraphs: stays('it', data, NEXT_FOR_TUTOR.it),
        note: 'Il link che aveva ricevuto non apre più i loro dati.',
      }
    : {
        subject: `${text(data.company)}: ${many(data) ? `${text(data.count)} participants have` : 'a participant has'} withdrawn`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: stays('en', data, NEXT_FOR_TUTOR.en),
        note: 'The link you had no longer opens their data.',
      };
