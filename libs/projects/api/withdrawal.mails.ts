import { FROM_CONFIRMED, FROM_PROPOSED } from '@softmob/access';
import { type MailTemplate, type OutgoingMail, type Tx } from '@softmob/api-kit';
import { type Mobility } from './mobility.entity';
import { type Flow } from './project.entity';

interface Reader {
  [column: string]: unknown;
  audience: 'sendingCoordinator' | 'hostCoordinator' | 'companyTutor' | 'participant' | 'withdrawn' | 'guardian';
  email: string;
  name: string;
  locale: string;
  /** Name of the withdrawn participant, and of whoever takes the place. */
  who: string;
  replacement: string | null;
  school: string;
}

/** Everybody concerned, with what each may know: one statement. */
function readersOf(tx: Tx, row: Mobility, replacement: Mobility | null): Promise<Reader[]> {
  const host = FROM_PROPOSED.includes(row.stage) ? row.hostOrganisationId : null;
  const tutor = FROM_CONFIRMED.includes(row.stage) ? row.tutorPersonId : null;
  return tx.db.query<Reader>(
    `SELECT DISTINCT ON (r.audience, p.id) r.audience, p.email, p.display_name AS name, p.locale,
            w.first_name || ' ' || w.last_name AS who, n.first_name || ' ' || n.last_name AS replacement, s.name AS school
     FROM (SELECT 'sendingCoordinator' AS audience, person_id FROM membership
           WHERE organisation_id = $1 AND role = 'sendingCoordinator' AND ended_at IS NULL
           UNION ALL SELECT 'hostCoordinator', person_id FROM membership
           WHERE organisation_id = $2 AND role = 'hostCoordinator' AND ended_at IS NULL
           UNION ALL SELECT 'companyTutor', $3::uuid WHERE $3::uuid IS NOT NULL
           UNION ALL SELECT 'participant', $4::uuid WHERE $4::uuid IS NOT NULL
           UNION ALL SELECT 'withdrawn', $8::uuid
           UNION ALL SELECT 'guardian', $9::uuid WHERE $9::uuid IS NOT NULL) r
     JOIN person p ON p.id = r.person_id JOIN participant w ON w.id = $5 LEFT JOIN participant n ON n.id = $6
     JOIN organisation s ON s.id = $1 WHERE p.id IS DISTINCT FROM $7::uuid`,
    [
      row.sendingOrganisationId,
      host,
      tutor,
      replacement?.participantPersonId ?? null,
      row.participantId,
      replacement?.participantId ?? null,
      tx.actor.personId,
      row.participantPersonId,
      row.adultOn > tx.actor.today ? row.guardianPersonId : null,
    ],
  );
}

const TEMPLATE = {
  sendingCoordinator: 'projects:withdrawn-school',
  hostCoordinator: 'projects:withdrawn-host',
  companyTutor: 'projects:withdrawn-company',
  participant: 'projects:promoted',
  withdrawn: 'projects:withdrawn-self',
  guardian: 'projects:withdrawn-self',
} as const;
const PATH = {
  sendingCoordinator: 'sending',
  hostCoordinator: 'host',
  companyTutor: 'company',
  participant: 'participant',
  withdrawn: 'participant',
  guardian: 'participant',
} as const;

/** School and family know the name; host and company once it was open to them; who moves up does not. */
const nameFor = (audience: Reader['audience'], named: boolean): boolean =>
  audience !== 'participant' && (named || (audience !== 'hostCoordinator' && audience !== 'companyTutor'));

/** Tells those concerned what happened and what comes next; a name only to whom it was open at the stage left behind. */
export async function tellOfWithdrawal(tx: Tx, row: Mobility, flow: Flow, replacement: Mobility | null): Promise<void> {
  const readers = await readersOf(tx, row, replacement);
  const named = FROM_CONFIRMED.includes(row.stage);
  const { publicUrl } = tx.ctx.runtime.settings;
  await tx.mails(
    readers.map(({ audience, email, name, locale, who, replacement: next, school }): OutgoingMail => {
      const path = audience === 'sendingCoordinator' ? `/mobilities/${replacement?.id ?? row.id}` : '/';
      return {
        recipient: email,
        recipientName: name,
        template: TEMPLATE[audience],
        locale,
        organisationId: row.sendingOrganisationId,
        data: {
          name,
          school,
          flow: flow.code,
          town: flow.town,
          from: row.startsOn,
          to: row.endsOn,
          who: nameFor(audience, named) ? who : null,
          replacement: audience === 'sendingCoordinator' ? next : null,
          replaced: replacement ? 1 : 0,
          url: `${publicUrl}/${PATH[audience]}${path}`,
        },
      };
    }),
  );
}

type Data = Parameters<MailTemplate>[1];
const text = (value: Data[string] | undefined): string => String(value ?? '');

const school: MailTemplate = (locale, data) => {
  const stay = `${text(data.flow)}, ${text(data.town)}, ${text(data.from)} – ${text(data.to)}`;
  const next = text(data.replacement);
  return locale === 'it'
    ? {
        subject: `${text(data.who)} si è ritirato/a (${text(data.flow)})`,
        greeting: `Ciao ${text(data.name)},`,
        paragraphs: [
          `${text(data.who)} non parte più: ${stay}.`,
          data.replaced
            ? `${next} passa dalla lista di riserva al suo posto e ha ricevuto l’invito. Tocca a voi: verificare tirocinio e accordo prima del ${text(data.from)}.`
            : `Nessuna riserva libera prende il posto. Tocca a voi: decidere entro il ${text(data.from)} se il posto resta vuoto.`,
        ],
        action: { label: 'Apri la mobilità', url: text(data.url) },
        note: 'Ricevi questo messaggio perché coordini le mobilità della scuola.',
      }
    : {
        subject: `${text(data.who)} has withdrawn (${text(data.flow)})`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: [
          `${text(data.who)} no longer goes: ${stay}.`,
          data.replaced
            ? `${next} moves up from the reserve list and has been invited. Your turn: check placement and agreement before ${text(data.from)}.`
            : `No free reserve takes the place. Your turn: decide before ${text(data.from)} whether it stays empty.`,
        ],
        action: { label: 'Open the mobility', url: text(data.url) },
        note: 'You get this e-mail because you coordinate the school’s mobilities.',
      };
};

const abroad =
  (whom: { en: string; it: string }): MailTemplate =>
  (locale, data) =>
    locale === 'it'
      ? {
          subject: `${text(data.school)}: un/a partecipante si è ritirato/a (${text(data.flow)})`,
          greeting: `Ciao ${text(data.name)},`,
          paragraphs: [
            `${data.who ? text(data.who) : 'Una persona proposta'} non arriva: ${text(data.town)}, ${text(data.from)} – ${text(data.to)}.`,
            data.replaced
              ? `Un’altra persona prende il posto. ${text(data.school)} la propone prima del ${text(data.from)}; ${whom.it}`
              : `Per ora il posto resta libero. ${text(data.school)} vi scrive se qualcun altro lo prende; ${whom.it}`,
          ],
          action: { label: 'Apri SoftMob', url: text(data.url) },
          note: `Ricevi questo messaggio perché il soggiorno ti riguardava.`,
        }
      : {
          subject: `${text(data.school)}: a participant has withdrawn (${text(data.flow)})`,
          greeting: `Hello ${text(data.name)},`,
          paragraphs: [
            `${data.who ? text(data.who) : 'Somebody who was proposed'} does not come: ${text(data.town)}, ${text(data.from)} – ${text(data.to)}.`,
            data.replaced
              ? `Somebody else takes the place. ${text(data.school)} proposes them before ${text(data.from)}; ${whom.en}`
              : `The place stays free for now. ${text(data.school)} writes if somebody else takes it; ${whom.en}`,
          ],
          action: { label: 'Open SoftMob', url: text(data.url) },
          note: 'You get this e-mail because the stay concerned you.',
        };

const promoted: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: `Un posto per te: ${text(data.town)}`,
        greeting: `Ciao ${text(data.name)},`,
        paragraphs: [
          `un posto si è liberato ed è tuo: ${text(data.town)}, ${text(data.from)} – ${text(data.to)}.`,
          `Se non hai ancora un account, un secondo messaggio porta l’invito. Tocca a te: accettarlo e completare i tuoi dati prima del ${text(data.from)}.`,
        ],
        action: { label: 'La mia mobilità', url: text(data.url) },
        note: `Ricevi questo messaggio perché eri nella lista di riserva di ${text(data.school)}.`,
      }
    : {
        subject: `A place for you: ${text(data.town)}`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: [
          `a place has become free and it is yours: ${text(data.town)}, ${text(data.from)} – ${text(data.to)}.`,
          `If you have no account yet, a second e-mail brings the invitation. Your turn: accept it and complete your data before ${text(data.from)}.`,
        ],
        action: { label: 'My mobility', url: text(data.url) },
        note: `You get this e-mail because you were on the reserve list of ${text(data.school)}.`,
      };

const family: MailTemplate = (locale, data) => {
  const stay = `${text(data.town)}, ${text(data.from)} – ${text(data.to)}`;
  return locale === 'it'
    ? {
        subject: `Ritiro registrato: ${text(data.who)}`,
        greeting: `Ciao ${text(data.name)},`,
        paragraphs: [
          `${text(data.who)} non parte più: ${stay}. L’accordo di apprendimento, se c’era, non vale più.`,
          `Nulla viene cancellato, ma il posto passa ad altri. Se è un errore, scrivi subito a ${text(data.school)}.`,
        ],
        action: { label: 'Apri SoftMob', url: text(data.url) },
        note: 'Ricevi questo messaggio perché la mobilità è tua o della persona di cui sei responsabile.',
      }
    : {
        subject: `Withdrawal recorded: ${text(data.who)}`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: [
          `${text(data.who)} no longer goes: ${stay}. The learning agreement, if there was one, no longer holds.`,
          `Nothing is deleted, but the place passes on. If this is a mistake, write to ${text(data.school)} at once.`,
        ],
        action: { label: 'Open SoftMob', url: text(data.url) },
        note: 'You get this e-mail because the mobility is yours, or that of somebody you are responsible for.',
      };
};

export const withdrawalMails = {
  'projects:withdrawn-school': school,
  'projects:withdrawn-host': abroad({
    en: 'you have nothing to do until then.',
    it: 'fino ad allora non c’è nulla da fare.',
  }),
  'projects:withdrawn-company': abroad({
    en: 'your host organisation lets you know.',
    it: 'la vostra organizzazione ospitante vi informa.',
  }),
  'projects:promoted': promoted,
  'projects:withdrawn-self': family,
} satisfies Record<string, MailTemplate>;
