import { type Tx } from '@softmob/api-kit';
import { type Participant } from '@softmob/participants-api';
import { addDays } from '@softmob/projects-model';
import { type Mobility } from './mobility.entity';
import { repeatedOf } from './participant-changes.reaction';
import { type Flow } from './project.entity';
import { mobilities } from './project.loaders';

/** Who is to go where and when. */
export interface Selection {
  readonly flow: Flow;
  readonly participant: Participant;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly greenTravel?: boolean;
  /** The withdrawn mobility whose place is taken. */
  readonly replacesId?: string | null;
}

/** Days a host keeps contact data after the stay, where it says nothing else. */
const USUAL_RETENTION_DAYS = 180;

/** How long each flow's host keeps contact data, in one statement. */
export async function retentionOf(tx: Tx, flows: readonly Flow[]): Promise<ReadonlyMap<string, number>> {
  const hostIds = [...new Set(flows.flatMap(({ hostOrganisationId }) => hostOrganisationId ?? []))];
  const rows = await tx.db.query<{ id: string; days: number }>(
    'SELECT id, retention_days AS days FROM organisation WHERE id = ANY($1::uuid[])',
    [hostIds],
  );
  const byHost = new Map(rows.map(({ id, days }) => [id, days]));
  return new Map(
    flows.map(({ id, hostOrganisationId }) => [id, byHost.get(hostOrganisationId ?? '') ?? USUAL_RETENTION_DAYS]),
  );
}

/** Selects participants into flows and tells of each; the number of statements does not depend on how many. */
export async function addMobilities(tx: Tx, selections: readonly Selection[]): Promise<Mobility[]> {
  if (selections.length === 0) return [];
  const retention = await retentionOf(
    tx,
    selections.map(({ flow }) => flow),
  );
  const made = await tx.insert(
    mobilities,
    selections.map(({ flow, participant, startsOn, endsOn, greenTravel, replacesId }) => ({
      id: tx.newId(),
      projectId: flow.projectId,
      flowId: flow.id,
      sendingOrganisationId: flow.organisationId,
      participantId: participant.id,
      ...repeatedOf(participant),
      stage: 'selected' as const,
      startsOn,
      endsOn,
      hostAccessUntil: addDays(endsOn, retention.get(flow.id) ?? USUAL_RETENTION_DAYS),
      greenTravel: greenTravel ?? false,
      replacesId: replacesId ?? null,
      createdAt: tx.ctx.clock.now(),
      version: 1,
    })),
  );
  await tx.events(
    made.map((row) => ({
      type: 'mobility.selected',
      subjectType: 'mobility',
      subjectId: row.id,
      organisationId: row.sendingOrganisationId,
      flowId: row.flowId,
      mobilityId: row.id,
      before: row.replacesId ? { replaces: row.replacesId } : null,
      after: { startsOn: row.startsOn, endsOn: row.endsOn, stage: row.stage },
    })),
  );
  return made;
}
