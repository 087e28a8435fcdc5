import { conflict, explainConstraint, type Tx } from '@softmob/api-kit';
import { addParticipants, changeParticipants, type Participant, participants } from '@softmob/participants-api';
import { type LearnerValues, type ReserveValues } from '@softmob/participants-model';
import { addDays, daysBetween } from '@softmob/projects-model';
import { type Mobility } from '../mobility.entity';
import { addMobilities } from '../mobility.service';
import { type Flow } from '../project.entity';
import { mobilities, reserves } from '../project.loaders';
import { patchMobilities } from '../stage.service';
import { type ImportBatch } from './import-batch.entity';
import { storedFields, storedFrom } from './learner-fields';
import { type KnownLearner } from './learners.plan';
import { type Accepted, type PlannedRow } from './planned-row';

explainConstraint('reserve_rank_once', 'RANK_TAKEN', 'Two reserves of the project would have the same rank.');
explainConstraint(
  'participant_person_once',
  'PARTICIPANT_KNOWN',
  'This e-mail address belongs to another participant.',
);
explainConstraint('participant_number_once', 'NUMBER_TAKEN', 'This student number belongs to another participant.');

/** Creates whom nobody knows yet, and returns every added row with its participant. */
async function people<Values extends LearnerValues>(
  tx: Tx,
  batch: ImportBatch,
  added: readonly PlannedRow<Values>[],
  known: readonly KnownLearner[],
): Promise<{ values: Values; participant: Participant }[]> {
  const fresh = added.filter(({ existingId }) => !existingId);
  const made = await addParticipants(
    tx,
    batch.organisationId,
    fresh.map(({ values }) => ({
      firstName: values.firstName,
      lastName: values.lastName,
      email: values.email,
      birthDate: values.birthDate,
      ...storedFrom(values, storedFields),
    })),
  );
  const byEmail = new Map([...known, ...made].map((row) => [row.email.toLowerCase(), row]));
  const byId = new Map(known.map((row) => [row.id, row]));
  return added.map(({ values, existingId }) => {
    const participant = existingId ? byId.get(existingId) : byEmail.get(values.email.toLowerCase());
    if (!participant) throw conflict();
    return { values, participant };
  });
}

/** Writes accepted changes of people; their mobilities follow by themselves. */
async function correct(tx: Tx, changed: readonly PlannedRow<LearnerValues>[]): Promise<void> {
  const ids = changed.flatMap(({ existingId }) => existingId ?? []);
  if (ids.length === 0) return;
  const rows = await tx.loadMany(participants, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const changes = changed.flatMap(({ existingId, values, changes: fields }) => {
    const row = byId.get(existingId ?? '');
    const patch = storedFrom(
      values,
      fields.map(({ field }) => field),
    );
    return row && Object.keys(patch).length > 0 ? [{ row, patch }] : [];
  });
  await changeParticipants(tx, changes);
}

type Travel = Partial<Pick<Mobility, 'flowId' | 'startsOn' | 'endsOn' | 'hostAccessUntil' | 'greenTravel'>>;

function travelOf(row: Mobility, plan: PlannedRow<LearnerValues>, flowByCode: ReadonlyMap<string, Flow>): Travel {
  const has = (field: string) => plan.changes.some((change) => change.field === field);
  const { values } = plan;
  const endsOn = has('endsOn') && values.endsOn ? values.endsOn : row.endsOn;
  const flow = has('flow') && values.flow ? flowByCode.get(values.flow) : undefined;
  return {
    flowId: flow?.id ?? row.flowId,
    startsOn: has('startsOn') && values.startsOn ? values.startsOn : row.startsOn,
    endsOn,
    hostAccessUntil: addDays(row.hostAccessUntil, daysBetween(row.endsOn, endsOn)),
    greenTravel: has('greenTravel') ? values.greenTravel === true : row.greenTravel,
  };
}

const TRAVEL = ['flow', 'startsOn', 'endsOn', 'greenTravel'];

/** Moves accepted rows to another flow, other dates or another way of travelling. */
async function redirect(
  tx: Tx,
  changed: readonly PlannedRow<LearnerValues>[],
  known: readonly KnownLearner[],
  flowByCode: ReadonlyMap<string, Flow>,
): Promise<void> {
  const moving = changed.filter(({ changes }) => changes.some(({ field }) => TRAVEL.includes(field)));
  const mobilityOf = new Map(known.map((row) => [row.id, row.mobilityId]));
  const plans = new Map(moving.map((plan) => [mobilityOf.get(plan.existingId ?? '') ?? '', plan]));
  const ids = [...plans.keys()].filter((id) => id !== '');
  if (ids.length === 0) return;
  const rows = await tx.loadMany(mobilities, ids);
  const moved = await patchMobilities(tx, rows, (row) => {
    const plan = plans.get(row.id);
    return plan ? travelOf(row, plan, flowByCode) : {};
  });
  await tx.events(
    moved.map((row, at) => ({
      type: 'mobility.changed',
      subjectType: 'mobility',
      subjectId: row.id,
      organisationId: row.sendingOrganisationId,
      flowId: row.flowId,
      mobilityId: row.id,
      ...(rows[at] ? tx.difference(mobilities, rows[at], row) : {}),
    })),
  );
}

/** Brings learners in: people, memberships and selected mobilities; the number of statements does not depend on rows. */
export async function applyLearners(
  tx: Tx,
  batch: ImportBatch,
  { added, changed }: Accepted<LearnerValues>,
  known: readonly KnownLearner[],
  flowByCode: ReadonlyMap<string, Flow>,
): Promise<void> {
  const rows = await people(tx, batch, added, known);
  await correct(tx, changed);
  await redirect(tx, changed, known, flowByCode);
  const made = await addMobilities(
    tx,
    rows.map(({ values, participant }) => {
      const flow = flowByCode.get(values.flow ?? '');
      if (!flow) throw conflict();
      const { startsOn, endsOn, greenTravel } = values;
      return {
        flow,
        participant,
        startsOn: startsOn ?? flow.startsOn,
        endsOn: endsOn ?? flow.endsOn,
        greenTravel: greenTravel ?? false,
      };
    }),
  );
  await tx.db.query(
    `UPDATE reserve AS x SET status = 'promoted', mobility_id = m.id FROM mobility m
     WHERE m.id = ANY($1::uuid[]) AND x.participant_id = m.participant_id AND x.project_id = m.project_id AND x.status = 'waiting'`,
    [made.map(({ id }) => id)],
  );
}

/** Brings reserves in by rank. Ranks may change places: they pass through numbers that nobody has. */
export async function applyReserves(
  tx: Tx,
  batch: ImportBatch,
  { added, changed }: Accepted<ReserveValues>,
  known: readonly KnownLearner[],
): Promise<void> {
  const rows = await people(tx, batch, added, known);
  await correct(tx, changed);
  const reranked = changed.flatMap(({ existingId, values, changes }) =>
    changes.some(({ field }) => field === 'rank') ? [{ participant_id: existingId, rank: values.rank }] : [],
  );
  if (reranked.length > 0) {
    const parameters = [batch.projectId, JSON.stringify(reranked)];
    const set = (rank: string) =>
      tx.db.query(
        `UPDATE reserve AS x SET rank = ${rank} FROM jsonb_to_recordset($2::jsonb) AS r(participant_id uuid, rank integer)
         WHERE x.project_id = $1 AND x.participant_id = r.participant_id`,
        parameters,
      );
    await set('r.rank + 1000000');
    await set('r.rank');
  }
  await tx.insert(
    reserves,
    rows.map(({ values, participant }) => ({
      id: tx.newId(),
      projectId: batch.projectId ?? '',
      organisationId: batch.organisationId,
      participantId: participant.id,
      rank: values.rank,
      status: 'waiting' as const,
    })),
  );
}
