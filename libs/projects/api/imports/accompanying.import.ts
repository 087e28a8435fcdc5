import { type Tx } from '@softmob/api-kit';
import { normaliseEmail } from '@softmob/identity-api';
import { type AccompanyingValues, type FieldChange } from '@softmob/participants-model';
import { type QueryResultRow } from 'pg';
import { knowTeachers } from '../accompanying.service';
import { type AccompanyingPerson, type Flow } from '../project.entity';
import { accompanyingPersons } from '../project.loaders';
import { type ImportBatch } from './import-batch.entity';
import { type Reading } from './import-facts';
import { type Accepted, type GoodRow, type PlannedRow } from './planned-row';

/** Everybody who goes with a flow of the project, in one statement. */
export function knownAccompanying({ db }: Reading, batch: ImportBatch): Promise<AccompanyingPerson[]> {
  return db.query<AccompanyingPerson & QueryResultRow>(
    `SELECT ${accompanyingPersons.select('x')} FROM accompanying_person x JOIN flow f ON f.id = x.flow_id
     WHERE f.project_id = $1 AND x.organisation_id = $2`,
    [batch.projectId, batch.organisationId],
  );
}

const COMPARED = ['firstName', 'lastName', 'startsOn', 'endsOn'] as const;

/** Compares rows with those who go already: the same person may go with several flows. */
export function planAccompanying(
  rows: readonly GoodRow<AccompanyingValues>[],
  known: readonly AccompanyingPerson[],
  flowByCode: ReadonlyMap<string, Flow>,
): PlannedRow<AccompanyingValues>[] {
  const byKey = new Map(known.map((person) => [`${person.flowId}:${person.email}`, person]));
  return rows.map(({ row, values }) => {
    const existing = byKey.get(`${flowByCode.get(values.flow)?.id ?? ''}:${normaliseEmail(values.email)}`);
    const changes = COMPARED.flatMap((field): FieldChange[] => {
      const after = values[field];
      return !existing || after === null || after === existing[field]
        ? []
        : [{ field, before: existing[field], after }];
    });
    const status = !existing ? 'new' : changes.length > 0 ? 'changed' : 'unchanged';
    return { row, values, status, existingId: existing?.id ?? null, changes, findings: [] };
  });
}

/** Brings accompanying persons in; they are teachers of the school, to be invited. */
export async function applyAccompanying(
  tx: Tx,
  batch: ImportBatch,
  { added, changed }: Accepted<AccompanyingValues>,
  flowByCode: ReadonlyMap<string, Flow>,
): Promise<void> {
  const facts = (values: AccompanyingValues) => {
    const flow = flowByCode.get(values.flow);
    return {
      flowId: flow?.id ?? '',
      firstName: values.firstName,
      lastName: values.lastName,
      email: normaliseEmail(values.email),
      startsOn: values.startsOn ?? flow?.startsOn ?? '',
      endsOn: values.endsOn ?? flow?.endsOn ?? '',
    };
  };
  const made = await tx.insert(
    accompanyingPersons,
    added.map(({ values }) => ({ id: tx.newId(), organisationId: batch.organisationId, ...facts(values) })),
  );
  await knowTeachers(tx, batch.organisationId, made);
  if (changed.length > 0) {
    await tx.db.query(
      `UPDATE accompanying_person AS x SET first_name = r.first_name, last_name = r.last_name, starts_on = r.starts_on, ends_on = r.ends_on
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, first_name text, last_name text, starts_on date, ends_on date) WHERE x.id = r.id`,
      [
        JSON.stringify(
          changed.map(({ existingId, values }) => {
            const { firstName, lastName, startsOn, endsOn } = facts(values);
            return { id: existingId, first_name: firstName, last_name: lastName, starts_on: startsOn, ends_on: endsOn };
          }),
        ),
      ],
    );
  }
  await tx.events(
    made.map(({ id, flowId, firstName, lastName, email, startsOn, endsOn }) => ({
      type: 'accompanying.added',
      subjectType: 'accompanying_person',
      subjectId: id,
      organisationId: batch.organisationId,
      flowId,
      after: { firstName, lastName, email, startsOn, endsOn },
    })),
  );
}
