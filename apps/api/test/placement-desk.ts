import { v7 as uuid } from 'uuid';
import { makeFlow } from './cohort';
import { type Harness } from './harness';
import { type Agent } from './http';

export const REQUEST =
  'mutation ($input: RequestPlacementsInput!) { requestPlacements(input: $input) { id status mobility { id stage } } }';
export const PROPOSE = `mutation ($placements: [ProposePlacementInput!]!) {
  proposePlacements(placements: $placements) { id status company { name } tutor { name } mobility { id stage } } }`;
export const CONFIRM = `mutation ($ids: [ID!]!, $capacityId: ID) {
  confirmPlacements(ids: $ids, capacityId: $capacityId) { id status company { name } tutor { name } mobility { id stage company { name } } } }`;
export const DECLINE =
  'mutation ($ids: [ID!]!, $reason: String!) { declineRequests(mobilityIds: $ids, reason: $reason) { ok } }';
export const CANCEL =
  'mutation ($id: ID!, $reason: String!) { cancelPlacement(id: $id, reason: $reason) { id status reason mobility { stage } } }';
export const REPLACE =
  'mutation ($ids: [ID!]!, $tutor: TutorInput!) { replaceTutor(placementIds: $ids, tutor: $tutor) { id tutor { name email } } }';
export const SET_CAPACITY =
  'mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { id places occupation version free(from: "2030-01-01", to: "2030-01-28") } }';

export interface Placed {
  id: string;
  status: string;
  company: { name: string } | null;
  tutor: { name: string } | null;
  mobility: { id: string; stage: string };
}

/** What specs about placements need: learners who wait, companies with places, requests, and all who must not get through. */
export function placementDesk(of: () => { harness: Harness; coordinator: Agent }) {
  const query = async <Row extends object>(sql: string, values: unknown[] = []) =>
    (await of().harness.api.runtime.pool.query<Row>(sql, values)).rows;

  /** Learners of a new flow, waiting for a place. */
  async function learners(
    code: string,
    people: number,
    startsIn = 60,
  ): Promise<{ flowId: string; mobilityIds: string[] }> {
    const flow = await makeFlow(of().harness, of().harness.world.own, { code, people, startsIn });
    await query(
      `UPDATE mobility SET stage = 'selected', company_id = NULL, tutor_person_id = NULL, host_organisation_id = NULL WHERE flow_id = $1`,
      [flow.flowId],
    );
    return flow;
  }

  /** A company of the own host with places and a tutor of its own. */
  async function company(
    name: string,
    places: number,
    occupation = 'cook',
  ): Promise<{ id: string; capacityId: string; tutor: string }> {
    const [id, capacityId, personId] = [uuid(), uuid(), uuid()];
    const tutor = `${name.toLowerCase().replace(/\W/g, '')}@company.example`;
    await query(
      `INSERT INTO organisation (id, kind, name, country, town, manager_id, created_at) VALUES ($1, 'company', $2, 'DE', 'Berlin', $3, now())`,
      [id, name, of().harness.world.own.hostId],
    );
    await query(
      `INSERT INTO capacity (id, company_id, host_organisation_id, occupation, places, created_at) VALUES ($1, $2, $3, $4, $5, now())`,
      [capacityId, id, of().harness.world.own.hostId, occupation, places],
    );
    await query(`INSERT INTO person (id, email, display_name, locale, created_at) VALUES ($1, $2, $3, 'en', now())`, [
      personId,
      tutor,
      `Tutor of ${name}`,
    ]);
    await query(
      `INSERT INTO membership (id, person_id, organisation_id, role, created_at) VALUES ($1, $2, $3, 'companyTutor', now())`,
      [uuid(), personId, id],
    );
    return { id, capacityId, tutor };
  }

  async function request(mobilityIds: readonly string[]): Promise<string[]> {
    const { requestPlacements } = await of().coordinator.ask<{ requestPlacements: Placed[] }>(REQUEST, {
      input: { mobilityIds, hostOrganisationId: of().harness.world.own.hostId },
    });
    return requestPlacements.map(({ id }) => id);
  }

  const mailsTo = async (address: string, template: string) =>
    (
      await query<{ n: number }>('SELECT count(*)::int AS n FROM mail WHERE recipient = $1 AND template = $2', [
        address,
        template,
      ])
    )[0]?.n;

  /** Everybody who must never get through, with the code they meet. */
  async function strangers(): Promise<[string, Agent, string][]> {
    const { own, foreign } = of().harness.world;
    const outside = 'GRAPHQL_VALIDATION_FAILED';
    return [
      ['a foreign host', await of().harness.as(foreign.people.host, 'hostCoordinator'), 'NOT_FOUND'],
      ['a foreign school', await of().harness.as(foreign.people.coordinator, 'sendingCoordinator'), 'NOT_FOUND'],
      ['a teacher', await of().harness.as(own.people.teacher, 'sendingTeacher'), outside],
      ['a tutor', await of().harness.as(own.people.tutor, 'companyTutor'), outside],
      ['a participant', await of().harness.as(own.people.adult, 'participant'), outside],
      ['a guardian', await of().harness.as(own.people.guardian, 'guardian'), outside],
      ['nobody', of().harness.stranger, outside],
    ];
  }

  return { query, learners, company, request, mailsTo, strangers };
}

/** Expects that none of these gets through. */
export async function refusedTo(
  others: readonly [string, Agent, string][],
  text: string,
  variables: object,
): Promise<void> {
  for (const [who, stranger, code] of others) {
    const error = await stranger.refused(text, variables);
    // A root outside the caller's view does not exist there at all.
    expect({ who, code: error.extensions.code }).toEqual({
      who,
      code: error.extensions.code === 'GRAPHQL_VALIDATION_FAILED' ? 'GRAPHQL_VALIDATION_FAILED' : code,
    });
  }
}
