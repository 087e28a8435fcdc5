import { type Tx } from '@softmob/api-kit';
import { giveMemberships, knowPeople, type MembershipFacts, normaliseEmail } from '@softmob/identity-api';
import { adultOn } from '@softmob/participants-model';
import { type QueryResultRow } from 'pg';
import { type Participant } from './participant.entity';
import { participants } from './participant.loaders';

/** What a school says of somebody new. */
export type ParticipantFacts = Pick<Participant, 'firstName' | 'lastName' | 'email' | 'birthDate'> &
  Partial<Participant>;

const full = (row: { firstName: string; lastName: string }) => `${row.firstName} ${row.lastName}`;

/** The accounts behind participants and guardians: ids by e-mail, in one statement. */
async function knowFamilies(tx: Tx, rows: readonly ParticipantFacts[]): Promise<ReadonlyMap<string, string>> {
  const { locale } = tx.ctx.request;
  const guardians = rows.flatMap(({ guardianEmail, guardianName }) =>
    guardianEmail ? [{ email: guardianEmail, displayName: guardianName ?? guardianEmail, locale }] : [],
  );
  return knowPeople(tx, [...guardians, ...rows.map((row) => ({ email: row.email, displayName: full(row), locale }))]);
}

/** Whoever is a participant or a guardian may sign in as such, once invited. */
function familyMemberships(rows: readonly Participant[]): MembershipFacts[] {
  return rows.flatMap(({ organisationId, personId, guardianPersonId, phone, guardianPhone }): MembershipFacts[] => [
    { personId, organisationId, role: 'participant', phone },
    ...(guardianPersonId
      ? [{ personId: guardianPersonId, organisationId, role: 'guardian' as const, phone: guardianPhone }]
      : []),
  ]);
}

const idAt = (ids: ReadonlyMap<string, string>, email: string | null | undefined): string | null =>
  email ? (ids.get(normaliseEmail(email)) ?? null) : null;

/** Adds participants to a school with their people and memberships: three statements for any number. */
export async function addParticipants(
  tx: Tx,
  schoolId: string,
  facts: readonly ParticipantFacts[],
): Promise<Participant[]> {
  if (facts.length === 0) return [];
  const ids = await knowFamilies(tx, facts);
  const rows = await tx.insert(
    participants,
    facts.map((row): Partial<Participant> => ({
      kind: 'learner',
      occupation: '',
      healthReleasedToHost: false,
      healthReleasedToTeachers: false,
      ...row,
      fewerOpportunities: row.fewerOpportunities ?? false,
      id: tx.newId(),
      organisationId: schoolId,
      personId: idAt(ids, row.email) ?? '',
      guardianPersonId: idAt(ids, row.guardianEmail),
      email: normaliseEmail(row.email),
      adultOn: adultOn(row.birthDate),
      createdAt: tx.ctx.clock.now(),
      version: 1,
    })),
  );
  await giveMemberships(tx, familyMemberships(rows));
  return rows;
}

/** A locked participant and what changes. */
export interface ParticipantChange {
  readonly row: Participant;
  readonly patch: Partial<Participant>;
}

async function writeBack(
  tx: Tx,
  rows: readonly Participant[],
  properties: ReadonlySet<string>,
): Promise<Participant[]> {
  const columns = participants.columns.filter(({ property }) => properties.has(property));
  const records = rows.map((row) => {
    const cells = columns.map(({ column, property }): [string, unknown] => [
      column,
      row[property as keyof Participant],
    ]);
    return Object.fromEntries<unknown>([['id', row.id], ...cells]);
  });
  return tx.db.query<Participant & QueryResultRow>(
    `UPDATE participant AS x SET ${columns.map(({ column }) => `${column} = r.${column}`).join(', ')}, version = x.version + 1
     FROM jsonb_populate_recordset(NULL::participant, $1::jsonb) r WHERE x.id = r.id RETURNING ${participants.select('x')}`,
    [JSON.stringify(records)],
  );
}

/**
 * Changes any number of participants at once and tells of each, secrets masked. Another e-mail address is another
 * account: the old one keeps its password and loses this participant, the new one is invited anew.
 */
export async function changeParticipants(tx: Tx, changes: readonly ParticipantChange[]): Promise<Participant[]> {
  if (changes.length === 0) return [];
  const wanted = changes.map(({ row, patch }): Participant => ({ ...row, ...patch }));
  const ids = await knowFamilies(tx, wanted);
  const rows = wanted.map((row) => ({
    ...row,
    email: normaliseEmail(row.email),
    personId: idAt(ids, row.email) ?? row.personId,
    guardianPersonId: idAt(ids, row.guardianEmail),
    adultOn: adultOn(row.birthDate),
  }));
  const properties = new Set([
    ...changes.flatMap(({ patch }) => Object.keys(patch)),
    'personId',
    'guardianPersonId',
    'adultOn',
  ]);
  const written = await writeBack(tx, rows, properties);
  await giveMemberships(tx, familyMemberships(written));
  await tx.events(
    changes.map(({ row, patch }) => ({
      type: 'participant.changed',
      subjectType: 'participant',
      subjectId: row.id,
      organisationId: row.organisationId,
      ...tx.difference(participants, row, patch),
    })),
  );
  return written;
}
