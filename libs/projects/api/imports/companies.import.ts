import { may, policy } from '@softmob/access';
import { type Tx } from '@softmob/api-kit';
import { giveMemberships, knowPeople, normaliseEmail } from '@softmob/identity-api';
import { type Organisation, organisations, patchOrganisations } from '@softmob/organisations-api';
import { type CompanyValues, type FieldChange } from '@softmob/participants-model';
import { type QueryResultRow } from 'pg';
import { fold } from '../sort-name';
import { type ImportBatch } from './import-batch.entity';
import { type ImportFacts, type Reading, readWithin } from './import-facts';
import { ownFinding } from './import-findings';
import { type Accepted, type GoodRow, type PlannedRow } from './planned-row';

/** The companies that rows may mean, and who looks after learners there. */
export interface KnownCompanies {
  readonly companies: readonly Organisation[];
  /** E-mails of the tutors of each company. */
  readonly tutors: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Companies of the rows' names within reach, and their tutors: two statements. */
export async function knownCompanies(
  reading: Reading,
  rows: readonly GoodRow<CompanyValues>[],
): Promise<KnownCompanies> {
  const names = [...new Set(rows.map(({ values }) => values.company.toLowerCase()))];
  const companies = await readWithin(
    reading,
    organisations,
    (parameters) => `x.kind = 'company' AND lower(x.name) = ANY(${parameters.add(names)})`,
  );
  const found = await reading.db.query<{ organisationId: string; email: string } & QueryResultRow>(
    `SELECT m.organisation_id AS "organisationId", p.email FROM membership m JOIN person p ON p.id = m.person_id
     WHERE m.organisation_id = ANY($1::uuid[]) AND m.role = 'companyTutor' AND m.ended_at IS NULL`,
    [companies.map(({ id }) => id)],
  );
  const tutors = new Map<string, Set<string>>();
  for (const { organisationId, email } of found) {
    tutors.set(organisationId, (tutors.get(organisationId) ?? new Set()).add(email));
  }
  return { companies, tutors };
}

const keyOf = (name: string, country: string, town: string, managerId: string | null) =>
  [fold(name), country, fold(town), managerId ?? ''].join('\n');

/** The host organisation a row names; a host's own file needs no such column. */
function managerOf(reading: Reading, facts: ImportFacts, values: CompanyValues): string | null {
  const { actor } = reading.ctx;
  if (actor.audience === 'hostCoordinator') return actor.organisationId;
  return facts.hosts.find(({ name }) => name === values.hostOrganisation)?.id ?? null;
}

function changesOf(values: CompanyValues, existing: Organisation, tutors: ReadonlySet<string>): FieldChange[] {
  const address = (['street', 'postcode'] as const).flatMap((field): FieldChange[] => {
    const after = values[field];
    return after === null || after === existing[field] ? [] : [{ field, before: existing[field], after }];
  });
  const tutor = values.tutorEmail ? normaliseEmail(values.tutorEmail) : null;
  if (!tutor || tutors.has(tutor)) return address;
  return [...address, { field: 'tutorEmail', before: [...tutors].join(', ') || null, after: tutor }];
}

/** Compares rows with the companies already there. A company that somebody else looks after stays as it is. */
export function planCompanies(
  reading: Reading,
  facts: ImportFacts,
  rows: readonly GoodRow<CompanyValues>[],
  { companies, tutors }: KnownCompanies,
): PlannedRow<CompanyValues>[] {
  const byKey = new Map(companies.map((row) => [keyOf(row.name, row.country, row.town, row.managerId), row]));
  return rows.map(({ row, values }) => {
    const existing = byKey.get(keyOf(values.company, values.country, values.city, managerOf(reading, facts, values)));
    if (!existing) return { row, values, status: 'new', existingId: null, changes: [], findings: [] };
    const changes = changesOf(values, existing, tutors.get(existing.id) ?? new Set());
    const mine = may(policy.organisations.correct, reading.ctx.actor, existing);
    const base = { row, values, existingId: existing.id };
    if (!mine) {
      const findings = [ownFinding({ row, column: null, field: 'company' }, 'company.theirs')];
      return { ...base, status: 'unchanged', changes: [], findings };
    }
    return { ...base, status: changes.length > 0 ? 'changed' : 'unchanged', changes, findings: [] };
  });
}

type Row = PlannedRow<CompanyValues>;

/** Creates the companies that nobody knows yet, each once; returns ids by key. */
async function create(
  tx: Tx,
  batch: ImportBatch,
  added: readonly Row[],
  managerFor: (values: CompanyValues) => string | null,
) {
  const fresh = new Map<string, Partial<Organisation>>();
  for (const { values } of added) {
    const managerId = managerFor(values);
    const key = keyOf(values.company, values.country, values.city, managerId);
    if (fresh.has(key)) continue;
    fresh.set(key, {
      id: tx.newId(),
      kind: 'company',
      name: values.company,
      country: values.country,
      town: values.city,
      street: values.street,
      postcode: values.postcode,
      email: values.tutorEmail,
      phone: values.tutorPhone,
      managerId,
      ownerId: batch.organisationId,
      retentionDays: 180,
      createdAt: tx.ctx.clock.now(),
      version: 1,
    });
  }
  await tx.insert(organisations, [...fresh.values()]);
  return new Map([...fresh].map(([key, { id }]) => [key, id ?? '']));
}

/** Makes each row's tutor known and gives them their company; returns person ids by e-mail. */
async function appointTutors(tx: Tx, rows: readonly (readonly [CompanyValues, string])[]) {
  const people = rows.flatMap(([{ tutor, tutorEmail, tutorPhone }, organisationId]) =>
    tutorEmail
      ? [{ email: tutorEmail, displayName: tutor ?? tutorEmail, locale: 'en', phone: tutorPhone, organisationId }]
      : [],
  );
  const ids = await knowPeople(tx, people);
  await giveMemberships(
    tx,
    people.map(({ email, phone, organisationId }) => ({
      personId: ids.get(normaliseEmail(email)) ?? '',
      organisationId,
      role: 'companyTutor' as const,
      phone,
    })),
  );
  return ids;
}

/** Brings companies in with their tutors; the places are told to whoever keeps them (`companies.imported`). */
export async function applyCompanies(
  tx: Tx,
  batch: ImportBatch,
  facts: ImportFacts,
  { added, changed }: Accepted<CompanyValues>,
  kept: readonly Row[],
  known: KnownCompanies,
): Promise<void> {
  const managerFor = (values: CompanyValues) => managerOf({ ctx: tx.ctx, db: tx.db }, facts, values);
  const ids = await create(tx, batch, added, managerFor);
  const idOf = ({ values, existingId }: Row) =>
    existingId ?? ids.get(keyOf(values.company, values.country, values.city, managerFor(values))) ?? '';
  const byId = new Map(known.companies.map((row) => [row.id, row]));
  await patchOrganisations(
    tx,
    changed.flatMap(({ existingId, values, changes }) => {
      const row = byId.get(existingId ?? '');
      const fields = (['street', 'postcode'] as const).filter((name) => changes.some(({ field }) => field === name));
      if (!row || fields.length === 0) return [];
      return [{ row, patch: Object.fromEntries(fields.map((field) => [field, values[field]])) }];
    }),
  );
  const written = [...added, ...changed];
  const tutors = await appointTutors(
    tx,
    written.map((row) => [row.values, idOf(row)] as const),
  );
  const offered = [...written, ...kept.filter(({ findings }) => findings.length === 0)];
  if (offered.length === 0) return;
  await tx.event({
    type: 'companies.imported',
    subjectType: 'import',
    subjectId: batch.id,
    organisationId: batch.organisationId,
    after: {
      companies: offered.map((row) => ({
        organisationId: idOf(row),
        occupation: row.values.occupation,
        places: row.values.places,
        availableFrom: row.values.availableFrom,
        availableTo: row.values.availableTo,
        tutorPersonId: row.values.tutorEmail ? (tutors.get(normaliseEmail(row.values.tutorEmail)) ?? null) : null,
      })),
    },
  });
}
