import { v7 as uuid } from 'uuid';
import { type Harness } from './harness';
import { type Agent } from './http';
import { agreementOf, codeFor, SIGN, signing } from './learning-asks';

const PROPOSE =
  'mutation ($placements: [ProposePlacementInput!]!) { proposePlacements(placements: $placements) { id } }';
const CONFIRM = 'mutation ($ids: [ID!]!) { confirmPlacements(ids: $ids) { id } }';
export const REPLACE = `mutation ($input: ReplacePlacementInput!) { replacePlacement(input: $input) {
  id status startsOn endsOn company { name } tutor { name email } mobility { id stage } } }`;
export const FORMER = `query ($id: ID!) { mobility(id: $id) { stage company { name }
  placement { id status startsOn endsOn } formerPlacements { id status startsOn endsOn reason company { name } } } }`;
export const TUTOR_VIEW = `query ($id: ID!) { mobility(id: $id) { participant { email } placement { status startsOn endsOn company { name } }
  agreement { versions { number } current { number } } weeklyReports { comment } } }`;
export const REPORT = 'mutation ($input: TutorReportInput!) { submitTutorReport(input: $input) { id } }';
export const DAY_MS = 86_400_000;
export const plus = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const today = new Date().toISOString().slice(0, 10);
/** The Monday on which the stays begin: today lies in their second week. */
export const monday = plus(today, -7 - ((new Date().getUTCDay() + 6) % 7));

interface Place {
  id: string;
  name: string;
  capacityId: string;
  tutor: string;
}

/** Signs in who replaces, and gives agreements what they ask for. */
export async function openDesk(harness: Harness): Promise<{ coordinator: Agent; host: Agent }> {
  const { own, foreign } = harness.world;
  const coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
  const host = await harness.as(own.people.host, 'hostCoordinator');
  await harness.as(own.people.tutor, 'companyTutor');
  await harness.as(foreign.people.coordinator, 'sendingCoordinator');
  await harness.api.runtime.pool.query(`UPDATE membership SET phone = '+39 06 9'`);
  await harness.api.runtime.pool.query(`UPDATE flow SET process_template = 'vet-short'`);
  return { coordinator, host };
}

/** What specs about replacing need: companies with places, learners confirmed there, and what was told to whom. */
export function replacementDesk(of: () => { harness: Harness; coordinator: Agent; host: Agent }) {
  const query = async <Row extends object>(sql: string, values: unknown[] = []) =>
    (await of().harness.api.runtime.pool.query<Row>(sql, values)).rows;

  /** Places at a company of the own host; a new one unless it is named. */
  async function places(name: string, count: number, options: { companyId?: string; tutor?: boolean } = {}) {
    const { hostId, people } = of().harness.world.own;
    const id = options.companyId ?? uuid();
    const tutor = options.companyId ? people.tutor : `${name.toLowerCase().replace(/\W/g, '')}@company.example`;
    const capacityId = uuid();
    if (!options.companyId) {
      await query(
        `INSERT INTO organisation (id, kind, name, country, town, street, postcode, email, manager_id, created_at)
         VALUES ($1, 'company', $2, 'DE', 'Berlin', 'Allee 1', '10115', 'office@company.example', $3, now())`,
        [id, name, hostId],
      );
      if (options.tutor !== false) {
        const personId = uuid();
        await query(
          `INSERT INTO person (id, email, display_name, locale, created_at) VALUES ($1, $2, $3, 'en', now())`,
          [personId, tutor, `Tutor of ${name}`],
        );
        await query(
          `INSERT INTO membership (id, person_id, organisation_id, role, phone, created_at) VALUES ($1, $2, $3, 'companyTutor', '+49 30 1', now())`,
          [uuid(), personId, id],
        );
      }
    }
    await query(
      `INSERT INTO capacity (id, company_id, host_organisation_id, occupation, places, created_at) VALUES ($1, $2, $3, 'cook', $4, now())`,
      [capacityId, id, hostId, count],
    );
    return { id, name, capacityId, tutor } satisfies Place;
  }

  /** Confirms learners at a company, from a day on. */
  async function placeAt(at: Place, mobilityIds: readonly string[], startsOn: string): Promise<string[]> {
    await query(
      `UPDATE mobility SET stage = 'selected', company_id = NULL, tutor_person_id = NULL, host_organisation_id = NULL,
         starts_on = $2::date, ends_on = $2::date + 27, host_access_until = $2::date + 200 WHERE id = ANY($1::uuid[])`,
      [mobilityIds, startsOn],
    );
    const { proposePlacements } = await of().coordinator.ask<{ proposePlacements: { id: string }[] }>(PROPOSE, {
      placements: mobilityIds.map((mobilityId) => ({ mobilityId, capacityId: at.capacityId })),
    });
    const ids = proposePlacements.map(({ id }) => id);
    await of().host.ask(CONFIRM, { ids });
    return ids;
  }

  const depart = (mobilityIds: readonly string[]) =>
    query(`UPDATE mobility SET stage = 'abroad', arrived_on = starts_on WHERE id = ANY($1::uuid[])`, [mobilityIds]);

  async function signBySeat(seat: Agent, address: string, mobilityId: string): Promise<void> {
    const { current } = await agreementOf(seat, mobilityId);
    await seat.ask(SIGN, signing(mobilityId, current, await codeFor(of().harness, seat, address)));
  }

  const mailsTo = async (address: string, since: Date) =>
    (
      await query<{ template: string }>(
        `SELECT template FROM mail WHERE recipient = $1 AND queued_at > $2 AND template NOT LIKE 'identity:%' ORDER BY id`,
        [address, since],
      )
    ).map(({ template }) => template);
  const freeAt = async (place: Place, from: string, to: string) => {
    const { capacities } = await of().host.ask<{ capacities: { id: string; free: number }[] }>(
      'query ($from: Day!, $to: Day!) { capacities { id free(from: $from, to: $to) } }',
      { from, to },
    );
    return capacities.find(({ id }) => id === place.capacityId)?.free;
  };
  const now = async () => (await query<{ now: Date }>('SELECT now() AS now'))[0]?.now ?? new Date();

  return { query, places, placeAt, depart, signBySeat, mailsTo, freeAt, now };
}
