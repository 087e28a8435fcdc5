import { type Participant, participants } from '@softmob/participants-api';
import { type LearnerValues, planImport, type ReserveValues } from '@softmob/participants-model';
import { type QueryResultRow } from 'pg';
import { type Mobility } from '../mobility.entity';
import { type ImportBatch } from './import-batch.entity';
import { type Reading } from './import-facts';
import { ownFinding } from './import-findings';
import { rowOf } from './learner-fields';
import { type GoodRow, type HeaderOf, type PlannedRow } from './planned-row';

/** A participant of the school with their place in the project, if they have one. */
export interface KnownLearner extends Participant {
  readonly mobilityId: string | null;
  readonly stage: Mobility['stage'] | null;
  readonly flowCode: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly greenTravel: boolean | null;
  readonly reserveId: string | null;
  readonly rank: number | null;
  /** Current stays in other projects of the school. */
  readonly elsewhere: readonly { startsOn: string; endsOn: string }[];
}

/** Whom the rows may mean, by student number or e-mail, in one statement. */
export async function knownLearners(
  { db }: Reading,
  batch: ImportBatch,
  rows: readonly GoodRow<LearnerValues>[],
): Promise<KnownLearner[]> {
  const numbers = rows.flatMap(({ values }) => values.studentNo?.toLowerCase() ?? []);
  const emails = rows.map(({ values }) => values.email.toLowerCase());
  return db.query<KnownLearner & QueryResultRow>(
    `SELECT ${participants.select('x')}, m.id AS "mobilityId", m.stage, f.code AS "flowCode", m.starts_on AS "startsOn",
            m.ends_on AS "endsOn", m.green_travel AS "greenTravel", r.id AS "reserveId", r.rank,
            ARRAY(SELECT jsonb_build_object('startsOn', o.starts_on, 'endsOn', o.ends_on) FROM mobility o
                  WHERE o.participant_id = x.id AND o.project_id <> $2 AND o.stage <> 'withdrawn') AS elsewhere
     FROM participant x
     LEFT JOIN LATERAL (SELECT * FROM mobility y WHERE y.participant_id = x.id AND y.project_id = $2
                        ORDER BY (y.stage = 'withdrawn'), y.id DESC LIMIT 1) m ON TRUE
     LEFT JOIN flow f ON f.id = m.flow_id
     LEFT JOIN reserve r ON r.participant_id = x.id AND r.project_id = $2
     WHERE x.organisation_id = $1 AND (lower(x.student_number) = ANY($3) OR lower(x.email) = ANY($4)) ORDER BY x.id`,
    [batch.organisationId, batch.projectId, numbers, emails],
  );
}

/** Flow and dates are offered as updates only while nothing hangs on them. */
function comparable(known: KnownLearner, kind: ImportBatch['kind']): Partial<ReserveValues> & { email: string } {
  const base = rowOf(known);
  if (kind === 'reserves') return { ...base, ...(known.rank === null ? {} : { rank: known.rank }) };
  if (!known.mobilityId) return base;
  const travel = { ...base, greenTravel: known.greenTravel };
  if (known.stage !== 'selected') return travel;
  return { ...travel, flow: known.flowCode, startsOn: known.startsOn, endsOn: known.endsOn };
}

const hasPlace = (known: KnownLearner, kind: ImportBatch['kind']): boolean =>
  kind === 'reserves' ? known.reserveId !== null || known.mobilityId !== null : known.mobilityId !== null;

/** Ranks held by reserves whom the file does not name. */
export async function ranksTaken(
  { db }: Reading,
  batch: ImportBatch,
  known: readonly KnownLearner[],
): Promise<ReadonlySet<number>> {
  if (batch.kind !== 'reserves') return new Set();
  const rows = await db.query<{ rank: number }>(
    'SELECT rank FROM reserve WHERE project_id = $1 AND NOT (participant_id = ANY($2::uuid[]))',
    [batch.projectId, known.map(({ id }) => id)],
  );
  return new Set(rows.map(({ rank }) => rank));
}

/** A stay elsewhere that the row's own would meet. */
function meets(known: KnownLearner | undefined, { startsOn, endsOn }: LearnerValues) {
  if (!known || !startsOn || !endsOn) return undefined;
  return known.elsewhere.find((stay) => stay.startsOn <= endsOn && stay.endsOn >= startsOn);
}

/** What the comparison finds wrong in a row, by field. */
function faultsOf<Values extends LearnerValues>(
  plan: ReturnType<typeof planImport<Values>>[number],
  existing: KnownLearner | undefined,
  ranks: ReadonlySet<number>,
): [field: string, code: Parameters<typeof ownFinding>[1], params: Record<string, string | number>][] {
  const { values } = plan;
  const faults: ReturnType<typeof faultsOf> = [];
  if (plan.action === 'clash') faults.push(['email', 'email.taken', { value: values.email }]);
  const { rank } = values as Partial<ReserveValues>;
  if (rank !== undefined && ranks.has(rank)) faults.push(['rank', 'rank.taken', { value: rank }]);
  const other = rank === undefined ? meets(existing, values) : undefined;
  if (other) faults.push(['startsOn', 'stay.overlap', { from: other.startsOn, to: other.endsOn }]);
  return faults;
}

/** Compares good rows with the people already there: who is new, known, changed, or somebody else's address. */
export function planLearners<Values extends LearnerValues>(
  kind: ImportBatch['kind'],
  rows: readonly GoodRow<Values>[],
  known: readonly KnownLearner[],
  ranks: ReadonlySet<number>,
  headerOf: HeaderOf,
): PlannedRow<Values>[] {
  const byId = new Map(known.map((row) => [row.id, row]));
  const claimed = new Set(ranks);
  const planned = planImport(
    rows,
    known.map((row) => ({ id: row.id, values: comparable(row, kind) })),
  );
  return planned.map((plan): PlannedRow<Values> => {
    const { row, values } = plan;
    const existingId = plan.action === 'add' ? null : plan.existingId;
    const existing = existingId ? byId.get(existingId) : undefined;
    const findings = faultsOf(plan, existing, claimed).map(([field, code, params]) =>
      ownFinding({ row, column: headerOf(field), field }, code, params),
    );
    const { rank } = values as Partial<ReserveValues>;
    if (rank !== undefined) claimed.add(rank);
    const changes = plan.action === 'update' ? plan.changes : [];
    const base = { row, values, existingId, changes, findings };
    if (findings.length > 0) return { ...base, status: 'waiting' };
    if (!existing || !hasPlace(existing, kind)) return { ...base, status: 'new' };
    return { ...base, status: changes.length > 0 ? 'changed' : 'unchanged' };
  });
}
