import { type OutgoingMail, type Tx } from '@softmob/api-kit';
import { type HostAsk } from './clone.entity';

interface Reader {
  [column: string]: unknown;
  organisationId: string;
  organisation: string;
  email: string;
  name: string;
  locale: string;
}

/** The coordinators of these organisations: one statement. */
function coordinatorsOf(tx: Tx, organisationIds: readonly string[], role: string): Promise<Reader[]> {
  return tx.db.query<Reader>(
    `SELECT m.organisation_id AS "organisationId", o.name AS organisation, p.email, p.display_name AS name, p.locale
     FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id
     WHERE m.organisation_id = ANY($1::uuid[]) AND m.role = $2 AND m.ended_at IS NULL ORDER BY p.email`,
    [organisationIds, role],
  );
}

interface AskLine {
  [column: string]: unknown;
  hostOrganisationId: string;
  organisationId: string;
  school: string;
  host: string;
  /** `code|town|from|to|3 × cook, 2 × waiter` */
  line: string;
}

/** One line for each ask, as mails are written from. */
function linesOf(tx: Tx, column: 'id' | 'flow_id', ids: readonly string[]): Promise<AskLine[]> {
  return tx.db.query<AskLine>(
    `SELECT a.host_organisation_id AS "hostOrganisationId", a.organisation_id AS "organisationId", s.name AS school,
            h.name AS host, concat_ws('|', f.code, f.town, a.starts_on, a.ends_on,
              (SELECT string_agg(concat(w.wanted, ' × ', w.occupation), ', ' ORDER BY w.occupation)
               FROM jsonb_to_recordset(a.places) AS w(occupation text, wanted integer))) AS line
     FROM host_ask a JOIN flow f ON f.id = a.flow_id JOIN organisation s ON s.id = a.organisation_id
     JOIN organisation h ON h.id = a.host_organisation_id WHERE a.${column} = ANY($1::uuid[])
     ORDER BY a.starts_on, f.code`,
    [ids],
  );
}

/** One e-mail to each coordinator of a host, with all its flows in it. */
async function mailHosts(tx: Tx, lines: readonly AskLine[], template: string): Promise<void> {
  if (lines.length === 0) return;
  const readers = await coordinatorsOf(
    tx,
    [...new Set(lines.map((line) => line.hostOrganisationId))],
    'hostCoordinator',
  );
  await tx.mails(
    readers.map(({ organisationId, organisation, email, name, locale }): OutgoingMail => {
      const own = lines.filter((line) => line.hostOrganisationId === organisationId);
      return {
        recipient: email,
        recipientName: name,
        template,
        locale,
        organisationId: own[0]?.organisationId ?? null,
        data: {
          name,
          organisation,
          school: own[0]?.school ?? '',
          count: own.length,
          lines: own.map(({ line }) => line).join('\n'),
          url: `${tx.ctx.runtime.settings.publicUrl}/host/same-again`,
        },
      };
    }),
  );
}

/** Asks the hosts: one e-mail per host, however many flows. */
export async function tellHosts(tx: Tx, asks: readonly HostAsk[]): Promise<void> {
  if (asks.length === 0) return;
  const ids = asks.map(({ id }) => id);
  await mailHosts(tx, await linesOf(tx, 'id', ids), 'projects:same-again');
}

/** Tells the hosts that were asked for these flows that the question is withdrawn. */
export async function tellHostsOfEnd(tx: Tx, flowIds: readonly string[]): Promise<void> {
  await mailHosts(tx, await linesOf(tx, 'flow_id', flowIds), 'projects:same-again-withdrawn');
}

/** Tells the school's coordinators what a host has answered. */
export async function tellSchool(tx: Tx, ask: HostAsk): Promise<void> {
  const [line] = await linesOf(tx, 'id', [ask.id]);
  const readers = await coordinatorsOf(tx, [ask.organisationId], 'sendingCoordinator');
  const offered = ask.places.map((entry) => `${String(entry.offered ?? 0)} × ${entry.occupation}`).join(', ');
  await tx.mails(
    readers.map(({ email, name, locale }): OutgoingMail => ({
      recipient: email,
      recipientName: name,
      template: 'projects:same-again-answered',
      locale,
      organisationId: ask.organisationId,
      data: {
        name,
        host: line?.host ?? '',
        lines: line?.line ?? '',
        answer: ask.answer,
        offered,
        from: ask.offeredStartsOn,
        to: ask.offeredEndsOn,
        comment: ask.comment,
        url: `${tx.ctx.runtime.settings.publicUrl}/sending/flows/${ask.flowId}`,
      },
    })),
  );
}
