import { mondayOf } from '@softmob/monitoring-model';
import { type Harness } from './harness';
import { type Agent } from './http';
import { setStage } from './world';

export const ARRIVE = `mutation ($ids: [ID!]!, $day: Day!) { confirmArrival(mobilityIds: $ids, arrivedOn: $day) { id stage arrivedOn } }`;
export const COME_BACK = `mutation ($ids: [ID!]!, $day: Day) { confirmReturn(mobilityIds: $ids, returnedOn: $day) { id stage } }`;
export const WRITE = `mutation ($input: DiaryEntryInput!) { saveDiaryEntry(input: $input) { id day hours shared version } }`;
export const DELETE = `mutation ($id: ID!) { deleteDiaryEntry(id: $id) { ok } }`;
export const REPORT = `mutation ($input: TutorReportInput!) { submitTutorReport(input: $input) { id weekStart version } }`;
export const EVALUATE = `mutation ($input: EvaluationInput!) { submitEvaluation(input: $input) { id private } }`;
export const DIARY = `query ($id: ID!, $from: Day, $to: Day) { mobility(id: $id) { diary(from: $from, to: $to) { day activities } } }`;
export const EVALUATION = `query ($id: ID!) { mobility(id: $id) { evaluation { comment answers { question score text } } } }`;

export type Person =
  | 'adult'
  | 'minor'
  | 'guardian'
  | 'tutor'
  | 'host'
  | 'coordinator'
  | 'teacher'
  | 'finance'
  | 'foreignTutor'
  | 'foreignHost';

export const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
export const TODAY = dayIn(0);
/** A Monday three weeks back: whole weeks lie behind, whatever day the test runs on. */
export const FIRST_MONDAY = mondayOf(dayIn(-21));
export const dayOf = (offset: number) => {
  const time = Date.parse(`${FIRST_MONDAY}T00:00:00Z`) + offset * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
};
export const refusedView = 'GRAPHQL_VALIDATION_FAILED';

/** Everybody whom a stay concerns, and two whom it does not. */
export async function everybodyOf(harness: Harness): Promise<Record<Person, Agent>> {
  const { own, foreign } = harness.world;
  return {
    adult: await harness.as(own.people.adult, 'participant'),
    minor: await harness.as(own.people.minor, 'participant'),
    guardian: await harness.as(own.people.guardian, 'guardian'),
    tutor: await harness.as(own.people.tutor, 'companyTutor'),
    host: await harness.as(own.people.host, 'hostCoordinator'),
    coordinator: await harness.as(own.people.coordinator, 'sendingCoordinator'),
    teacher: await harness.as(own.people.teacher, 'sendingTeacher'),
    finance: await harness.as(own.people.finance, 'sendingFinance'),
    foreignTutor: await harness.as(foreign.people.tutor, 'companyTutor'),
    foreignHost: await harness.as(foreign.people.host, 'hostCoordinator'),
  };
}

/** Puts the mobilities of the own school where a spec wants them, and reads what was told of them. */
export function stayDesk(of: () => { harness: Harness }) {
  const pool = () => of().harness.api.runtime.pool;
  const adultId = () => of().harness.world.own.mobilityIds[0];
  const minorId = () => of().harness.world.own.mobilityIds[1];

  async function place(mobilityId: string, stage: string, startsOn: string, endsOn: string): Promise<void> {
    for (const table of ['diary_entry', 'tutor_report', 'attendance', 'evaluation']) {
      await pool().query(`DELETE FROM ${table} WHERE mobility_id = $1`, [mobilityId]);
    }
    await pool().query('UPDATE mobility SET starts_on = $2, ends_on = $3, arrived_on = NULL WHERE id = $1', [
      mobilityId,
      startsOn,
      endsOn,
    ]);
    await setStage(pool(), mobilityId, stage);
  }
  const eventsOf = async (mobilityId: string, type: string) => {
    const { rows } = await pool().query<{ after: Record<string, unknown>; audience: string }>(
      'SELECT after, audience FROM event WHERE mobility_id = $1 AND type = $2 ORDER BY id',
      [mobilityId, type],
    );
    return rows;
  };

  return { pool, adultId, minorId, place, eventsOf };
}
