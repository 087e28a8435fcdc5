import { longDay, type MailTemplate, type Tx } from '@softmob/api-kit';
import { type Mobility } from '@softmob/projects-api';
import { type TutorReport } from './report.entity';

interface Reader {
  email: string;
  name: string;
  locale: string;
  learner: string;
  company: string | null;
  role: 'sendingCoordinator' | 'hostCoordinator';
}

/**
 * A tutor’s concern reaches the coordinators of the school and of the host the same hour: both read it in their portals.
 * The words themselves stay behind the sign-in.
 */
export async function tellOfConcern(tx: Tx, mobility: Mobility, report: TutorReport): Promise<void> {
  const readers = await tx.db.query<Reader & Record<string, unknown>>(
    `SELECT DISTINCT ON (p.id) p.email, p.display_name AS name, p.locale, l.first_name || ' ' || l.last_name AS learner,
            c.name AS company, s.role
     FROM mobility m JOIN participant l ON l.id = m.participant_id LEFT JOIN organisation c ON c.id = m.company_id
     JOIN membership s ON s.ended_at IS NULL AND (s.organisation_id, s.role) IN (
       (m.sending_organisation_id, 'sendingCoordinator'), (m.host_organisation_id, 'hostCoordinator'))
     JOIN person p ON p.id = s.person_id WHERE m.id = $1 ORDER BY p.id, s.role DESC`,
    [mobility.id],
  );
  await tx.mails(
    readers.map(({ email, name, locale, learner, company, role }) => ({
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
        role,
        url: `${tx.ctx.runtime.settings.publicUrl}${PAGE[role]}?flow=${mobility.flowId}&open=${mobility.id}`,
      },
    })),
  );
}

const PAGE = { sendingCoordinator: '/sending/monitoring', hostCoordinator: '/host/stays' } as const;
const text = (value: string | number | null | undefined): string => String(value ?? '');

const concern: MailTemplate = (locale, data) =>
  locale === 'it'
    ? {
        subject: `${text(data.learner)}: il tutor aziendale segnala una difficoltà`,
        greeting: `Buongiorno ${text(data.name)},`,
        paragraphs: [
          `Nel rapporto sulla settimana del ${longDay(locale, text(data.week))} il tutor di ${text(data.company)} segnala una difficoltà che riguarda ${text(data.learner)}.`,
        ],
        action: { label: 'Leggi il rapporto', url: text(data.url) },
        note:
          data.role === 'hostCoordinator'
            ? 'Riceve questo messaggio perché la sua organizzazione ospita questa persona.'
            : 'Ricevi questo messaggio perché coordini le mobilità della scuola.',
      }
    : {
        subject: `${text(data.learner)}: the company tutor names a concern`,
        greeting: `Hello ${text(data.name)},`,
        paragraphs: [
          `In the report on the week of ${longDay(locale, text(data.week))}, the tutor at ${text(data.company)} names a concern about ${text(data.learner)}.`,
        ],
        action: { label: 'Read the report', url: text(data.url) },
        note:
          data.role === 'hostCoordinator'
            ? 'You receive this e-mail because your organisation hosts this learner.'
            : 'You receive this e-mail because you coordinate the school’s mobilities.',
      };

export const monitoringMails: Readonly<Record<string, MailTemplate>> = { 'monitoring:concern': concern };
