import { type Traveller, type Troupe } from './troupe';
import { acceptInvitations } from './gather';

interface Suggestion {
  matchFlow: {
    assignments: { capacity: { id: string }; mobility: { id: string } }[];
    unmatched: { mobility: { id: string }; reason: string }[];
  };
}

/** The school asks the host for places for a whole flow. */
export async function requestPlaces(troupe: Troupe, code: string): Promise<void> {
  const mobilityIds = (await troupe.travellers(code)).map((traveller) => traveller.mobilityId);
  await troupe.coordinator.ask(
    'mutation Request($input: RequestPlacementsInput!) { requestPlacements(input: $input) { id } }',
    {
      input: { mobilityIds, hostOrganisationId: troupe.flow(code).hostOrganisationId },
    },
  );
  troupe.scene.say(`${code}: ${String(mobilityIds.length)} profiles are with ${troupe.flow(code).hostName}`);
}

/** How far the host has come with the nth learner's place. */
export type Placed = (index: number) => 'requested' | 'proposed' | 'confirmed';

/** The host takes the suggestion for a flow and confirms it, for as many learners as told. */
export async function matchAndConfirm(troupe: Troupe, code: string, placed: Placed): Promise<void> {
  const flow = troupe.flow(code);
  const host = troupe.host(flow.hostName);
  const travellers = await troupe.travellers(code);
  const stateOf = new Map(travellers.map(({ mobilityId }, index) => [mobilityId, placed(index)]));
  const { matchFlow } = await host.ask<Suggestion>(
    'query Match($flowId: ID!) { matchFlow(flowId: $flowId) { assignments { capacity { id } mobility { id } } unmatched { mobility { id } reason } } }',
    { flowId: flow.id },
  );
  if (matchFlow.unmatched.length > 0) throw new Error(`${code}: ${JSON.stringify(matchFlow.unmatched)}`);
  const placements = matchFlow.assignments
    .map(({ capacity, mobility }) => ({ capacityId: capacity.id, mobilityId: mobility.id }))
    .filter(({ mobilityId }) => stateOf.get(mobilityId) !== 'requested');
  const { proposePlacements } = await host.ask<{ proposePlacements: { id: string; mobility: { id: string } }[] }>(
    'mutation Propose($placements: [ProposePlacementInput!]!) { proposePlacements(placements: $placements) { id mobility { id } } }',
    { placements },
  );
  const settled = proposePlacements.filter(({ mobility }) => stateOf.get(mobility.id) === 'confirmed');
  await confirmAll(
    troupe,
    code,
    settled.map((placement) => placement.id),
  );
}

/** The host confirms proposed placements in one action. */
export async function confirmAll(troupe: Troupe, code: string, ids: readonly string[]): Promise<void> {
  await troupe
    .host(troupe.flow(code).hostName)
    .ask('mutation Confirm($ids: [ID!]!) { confirmPlacements(ids: $ids) { id } }', { ids });
  troupe.scene.say(`${code}: ${String(ids.length)} placements are confirmed`);
}

/** The list of reserves says nothing of languages: the school adds them for whoever is promoted. */
async function completeProfile(troupe: Troupe, { mobilityId, flow }: Traveller): Promise<void> {
  const { mobility } = await troupe.coordinator.ask<{ mobility: { participant: { id: string; version: number } } }>(
    'query Profile($id: ID!) { mobility(id: $id) { participant { id version } } }',
    { id: mobilityId },
  );
  const mainLanguage = { B: 'de', S: 'es', L: 'fr' }[flow.charAt(0)] ?? 'en';
  await troupe.coordinator.ask(
    'mutation Complete($input: CorrectParticipantInput!) { correctParticipant(input: $input) { id } }',
    { input: { ...mobility.participant, mainLanguage, languageLevel: 'A2' } },
  );
}

/** Somebody withdraws; the promoted reserve accepts, and the host confirms the place that passed over. */
export async function replaceOne(troupe: Troupe, traveller: Traveller, reason: string): Promise<Traveller> {
  const { coordinator, mailbox, scene } = troupe;
  const before = new Set((await troupe.travellers(traveller.flow)).map((other) => other.mobilityId));
  await mailbox.catchUp();
  await coordinator.ask('mutation Withdraw($input: WithdrawInput!) { withdraw(input: $input) { mobility { id } } }', {
    input: { mobilityId: traveller.mobilityId, reason },
  });
  const promoted = (await troupe.travellers(traveller.flow)).find((other) => !before.has(other.mobilityId));
  if (!promoted) throw new Error('No reserve was promoted');
  await acceptInvitations(troupe, [promoted]);
  await completeProfile(troupe, promoted);
  const flow = troupe.flow(traveller.flow);
  const { placements } = await troupe
    .host(flow.hostName)
    .ask<{ placements: { nodes: { id: string }[] } }>(
      'query Open($flowId: ID) { placements(filter: { flowId: $flowId, statuses: ["proposed"] }, first: 100) { nodes { id } } }',
      { flowId: flow.id },
    );
  await confirmAll(
    troupe,
    traveller.flow,
    placements.nodes.map((placement) => placement.id),
  );
  scene.say(`${traveller.email} withdrew, ${promoted.email} goes instead`);
  return promoted;
}
