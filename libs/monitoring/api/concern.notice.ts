import { type MailTemplate, type Tx } from '@softmob/api-kit';
import { type Mobility } from '@softmob/projects-api';
import { type TutorReport } from './report.entity';

interface Reader {
  email: string;
  name: string;
  locale: string;
  learner: string;
  company: string | null;
}

/** A tutor’s concern reaches the school’s coordinators the same hour. The words themselves stay behind the sign-in. */
export async function tellSchool(tx: Tx, mobility: Mobility, report: TutorReport): Promise<void> {
  const readers = await tx.db.query<Reader & Record<string, unknown>>(
    `SELECT p.email, p.display_name AS name, p.locale, l.first_name || ' ' || l.last_name AS learner, c.name AS company
     FROM mobility m JOIN participant l ON l.id = m.participant_id LEFT JOIN organisation c ON c.id = m.company_id
     JOIN membership s ON s.organisation_id = m.sending_organisation_id AND s.role = 'sendingCoordinator' AND s.ended_at IS NULL
     JOIN person p ON p.id = s.person_id WHERE m.id = $1`,
    [mobility.id],
  );
  await tx.mails(
    readers.map(({ email, name, locale, learner, company }) => ({
      recipient: email,
      recipientName: name,
      template: 'monitoring:concern',
      locale,
      organisationId: mobility.sendingOrganisationId,
      data: {
        name,
        learner,
        company,
        week: report.weekStart,
        url: `${tx.ctx.runtime.settings.publicUrl}/sending/monitoring?flow=${mobility.flowId}&open=${mobility.id}`,
      },
    })),
  );
}

const text = (value: string | number | null | undefined): string => String(value ?? '');

function day(locale: string, iso: string): string {
  const format = new Intl.DateTimeFormat(locale === 'it' ? 'it-IT' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${iso}T00:00:00Z`));
}

const concern: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: `${text(data.learner)}: il tutor aziendale segnala una difficoltà`,
        greeting: `Buongiorno ${text(data.name)},`,
        paragraphs: [
          `Nel rapporto sulla settimana del ${day(locale, text(data.week))} il tutor di ${text(data.company)} segnala una difficoltà che riguarda ${text(data.learner)}.`,
        ],
        action: { label: 'Leggi il rapporto', url: text(data.url) },
        note: 'Ricevi questo messaggio perché coordini le mobilità della scuola.',
      }
    : {
        subject: `${text(data.learner)}: the company tutor names a concern`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: [
          `In the report on the week of ${day(locale, text(data.week))}, the tutor at ${text(data.company)} names a concern about ${text(data.learner)}.`,
        ],
        action: { label: 'Read the report', url: text(data.url) },
        note: 'You receive this e-mail because you coordinate the school’s mobilities.',
      };

export const monitoringMails: Readonly<Record<string, MailTemplate>> = { 'monitoring:concern': concern };
