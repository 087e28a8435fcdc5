import { longDay, type MailTemplate, type OutgoingMail, type Tx } from '@softmob/api-kit';
import { type Mobility } from './mobility.entity';
import { type Flow } from './project.entity';

interface Reader {
  [column: string]: unknown;
  audience: 'sendingCoordinator' | 'participant' | 'withdrawn' | 'guardian';
  email: string;
  name: string;
  locale: string;
  /** Name of the withdrawn participant, and of whoever takes the place. */
  who: string;
  replacement: string | null;
  school: string;
}

/** The school's coordinators, the family and whoever takes the place: one statement. */
function readersOf(tx: Tx, row: Mobility, replacement: Mobility | null): Promise<Reader[]> {
  return tx.db.query<Reader>(
    `SELECT DISTINCT ON (r.audience, p.id) r.audience, p.email, p.display_name AS name, p.locale,
            w.first_name || ' ' || w.last_name AS who, n.first_name || ' ' || n.last_name AS replacement, s.name AS school
     FROM (SELECT 'sendingCoordinator' AS audience, person_id FROM membership
           WHERE organisation_id = $1 AND role = 'sendingCoordinator' AND ended_at IS NULL
           UNION ALL SELECT 'participant', $2::uuid WHERE $2::uuid IS NOT NULL
           UNION ALL SELECT 'withdrawn', $6::uuid
           UNION ALL SELECT 'guardian', $7::uuid WHERE $7::uuid IS NOT NULL) r
     JOIN person p ON p.id = r.person_id JOIN participant w ON w.id = $3 LEFT JOIN participant n ON n.id = $4
     JOIN organisation s ON s.id = $1 WHERE p.id IS DISTINCT FROM $5::uuid`,
    [
      row.sendingOrganisationId,
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
  participant: 'projects:promoted',
  withdrawn: 'projects:withdrawn-self',
  guardian: 'projects:withdrawn-self',
} as const;

/** Under which membership each of them is told. */
const ROLE = {
  sendingCoordinator: 'sendingCoordinator',
  participant: 'participant',
  withdrawn: 'participant',
  guardian: 'guardian',
} as const;

/**
 * Tells the school, the family and whoever moves up what happened and what comes next. Host and company are told, with
 * what becomes of the place, by the slice that keeps placements: one person gets one e-mail.
 */
export async function tellOfWithdrawal(tx: Tx, row: Mobility, flow: Flow, replacement: Mobility | null): Promise<void> {
  const readers = await readersOf(tx, row, replacement);
  const { publicUrl } = tx.ctx.runtime.settings;
  await tx.mails(
    readers.map(({ audience, email, name, locale, who, replacement: next, school }): OutgoingMail => {
      const forSchool = audience === 'sendingCoordinator';
      return {
        recipient: email,
        recipientName: name,
        template: TEMPLATE[audience],
        locale,
        organisationId: row.sendingOrganisationId,
        mobilityIds: [audience === 'participant' && replacement ? replacement.id : row.id],
        data: {
          name,
          role: ROLE[audience],
          school,
          flow: flow.code,
          town: flow.town,
          from: row.startsOn,
          to: row.endsOn,
          who: audience === 'participant' ? null : who,
          replacement: forSchool ? next : null,
          replaced: replacement ? 1 : 0,
          url: forSchool ? `${publicUrl}/sending/mobilities/${replacement?.id ?? row.id}` : `${publicUrl}/participant/`,
        },
      };
    }),
  );
}

type Data = Parameters<MailTemplate>[1];
const text = (value: Data[string] | undefined): string => String(value ?? '');
const day = (locale: string, value: Data[string] | undefined): string => longDay(locale, text(value));

const school: MailTemplate = (locale, data) => {
  const stay = `${text(data.flow)}, ${text(data.town)}, ${day(locale, data.from)} – ${day(locale, data.to)}`;
  const next = text(data.replacement);
  return locale === 'it'
    ? {
        subject: `${text(data.who)} si è ritirato/a (${text(data.flow)})`,
        greeting: `Ciao ${text(data.name)},`,
        paragraphs: [
          `${text(data.who)} non parte più: ${stay}.`,
          data.replaced
            ? `${next} passa dalla lista di riserva al suo posto e ha ricevuto l’invito. Tocca a voi: verificare tirocinio e accordo prima del ${day(locale, data.from)}.`
            : `Nessuna riserva libera prende il posto. Tocca a voi: decidere entro il ${day(locale, data.from)} se il posto resta vuoto.`,
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
            ? `${next} moves up from the reserve list and has been invited. Your turn: check placement and agreement before ${day(locale, data.from)}.`
            : `No free reserve takes the place. Your turn: decide before ${day(locale, data.from)} whether it stays empty.`,
        ],
        action: { label: 'Open the mobility', url: text(data.url) },
        note: 'You get this e-mail because you coordinate the school’s mobilities.',
      };
};

const promoted: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: `Un posto per te: ${text(data.town)}`,
        greeting: `Ciao ${text(data.name)},`,
        paragraphs: [
          `un posto si è liberato ed è tuo: ${text(data.town)}, ${day(locale, data.from)} – ${day(locale, data.to)}.`,
          `Se non hai ancora un account, un secondo messaggio porta l’invito. Tocca a te: accettarlo e completare i tuoi dati prima del ${day(locale, data.from)}.`,
        ],
        action: { label: 'La mia mobilità', url: text(data.url) },
        note: `Ricevi questo messaggio perché eri nella lista di riserva di ${text(data.school)}.`,
      }
    : {
        subject: `A place for you: ${text(data.town)}`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: [
          `a place has become free and it is yours: ${text(data.town)}, ${day(locale, data.from)} – ${day(locale, data.to)}.`,
          `If you have no account yet, a second e-mail brings the invitation. Your turn: accept it and complete your data before ${day(locale, data.from)}.`,
        ],
        action: { label: 'My mobility', url: text(data.url) },
        note: `You get this e-mail because you were on the reserve list of ${text(data.school)}.`,
      };

const family: MailTemplate = (locale, data) => {
  const stay = `${text(data.town)}, ${day(locale, data.from)} – ${day(locale, data.to)}`;
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
  'projects:promoted': promoted,
  'projects:withdrawn-self': family,
} satisfies Record<string, MailTemplate>;
