import { type Audience } from '@softmob/access';
import { type Tx } from '@softmob/api-kit';
import { giveMemberships, knowPeople, normaliseEmail } from '@softmob/identity-api';
import { type Organisation, organisations, partnerships, patchOrganisations } from '@softmob/organisations-api';
import { type FieldChange, type OrganisationValues } from '@softmob/participants-model';
import { type QueryResultRow } from 'pg';
import { fold } from '../sort-name';
import { type ImportBatch } from './import-batch.entity';
import { type Reading } from './import-facts';
import { type ImportFinding, ownFinding } from './import-findings';
import { type Accepted, type GoodRow, type HeaderOf, type PlannedRow } from './planned-row';

/** An organisation that rows may mean, and what ties the importing school to it. */
export interface KnownOrganisation extends Organisation {
  readonly partner: boolean;
  /** Other schools that work with it: its people are then its own affair. */
  readonly others: number;
  /** `e-mail:role` of everybody in charge. */
  readonly people: readonly string[];
}

/** Schools and hosts that the rows name by OID or by name and country, and the school itself: one statement. */
export function knownOrganisations(
  { db }: Reading,
  batch: ImportBatch,
  rows: readonly GoodRow<OrganisationValues>[],
): Promise<KnownOrganisation[]> {
  return db.query<KnownOrganisation & QueryResultRow>(
    `SELECT ${organisations.select('x')},
            EXISTS (SELECT 1 FROM partnership p WHERE p.host_id = x.id AND p.sending_id = $1) AS partner,
            (SELECT count(*)::int FROM partnership p WHERE p.host_id = x.id AND p.sending_id <> $1) AS others,
            ARRAY(SELECT p.email || ':' || m.role FROM membership m JOIN person p ON p.id = m.person_id
                  WHERE m.organisation_id = x.id AND m.ended_at IS NULL) AS people
     FROM organisation x WHERE x.kind <> 'company' AND (x.id = $1 OR x.oid = ANY($2) OR lower(x.name) = ANY($3))`,
    [
      batch.organisationId,
      rows.flatMap(({ values }) => values.oid ?? []),
      rows.map(({ values }) => values.organisation.toLowerCase()),
    ],
  );
}

const KIND = { sending: 'school', host: 'host' } as const;
const sameName = (known: Organisation, values: OrganisationValues): boolean =>
  fold(known.name) === fold(values.organisation) && known.country === values.country;

function find(known: readonly KnownOrganisation[], values: OrganisationValues): KnownOrganisation | undefined {
  const ofKind = known.filter(({ kind }) => kind === KIND[values.role]);
  return ofKind.find(({ oid }) => oid !== null && oid === values.oid) ?? ofKind.find((row) => sameName(row, values));
}

/** What a contact of a row may do at their organisation. */
export function roleOf({ role, function: task }: OrganisationValues): Audience {
  if (role === 'host') return 'hostCoordinator';
  if (task === 'coordinator') return 'sendingCoordinator';
  return task === 'finance' ? 'sendingFinance' : 'sendingTeacher';
}

/** A school appoints people at itself, and at a host that it entered and that works with nobody else. */
const mayAppoint = (existing: KnownOrganisation | undefined, schoolId: string): boolean =>
  !existing || existing.id === schoolId || (existing.ownerId === schoolId && existing.others === 0);

const ADDRESS = ['town', 'postcode', 'street', 'oid'] as const;
const addressChanges = (values: OrganisationValues, existing: Organisation): FieldChange[] =>
  ADDRESS.flatMap((field) => {
    const after = values[field];
    return after === null || after === existing[field] ? [] : [{ field, before: existing[field], after }];
  });

/** Compares rows with the organisations already there: hosts are recognised, and never changed by a stranger. */
export function planOrganisations(
  batch: ImportBatch,
  rows: readonly GoodRow<OrganisationValues>[],
  known: readonly KnownOrganisation[],
  headerOf: HeaderOf,
): PlannedRow<OrganisationValues>[] {
  return rows.map(({ row, values }) => {
    const existing = find(known, values);
    const base = { row, values, existingId: existing?.id ?? null };
    if (values.role === 'sending' && existing?.id !== batch.organisationId) {
      const place = { row, column: headerOf('organisation'), field: 'organisation' };
      return {
        ...base,
        existingId: null,
        status: 'waiting',
        changes: [],
        findings: [ownFinding(place, 'school.foreign')],
      };
    }
    if (!existing) return { ...base, status: 'new', changes: [], findings: [] };
    const mine =
      existing.id === batch.organisationId || (existing.ownerId === batch.organisationId && existing.others === 0);
    const changes = mine ? addressChanges(values, existing) : [];
    const appointed = !values.email || existing.people.includes(`${normaliseEmail(values.email)}:${roleOf(values)}`);
    const findings: ImportFinding[] = [];
    if (!appointed && !mayAppoint(existing, batch.organisationId)) {
      findings.push(ownFinding({ row, column: headerOf('email'), field: 'email' }, 'host.theirs'));
    }
    const partner = existing.kind === 'school' || existing.partner;
    const fresh = !partner || (!appointed && findings.length === 0);
    return { ...base, status: fresh ? 'new' : changes.length > 0 ? 'changed' : 'unchanged', changes, findings };
  });
}

type Row = PlannedRow<OrganisationValues>;
const keyOf = ({ organisation, country }: OrganisationValues) => `${fold(organisation)}\n${country}`;

async function createHosts(tx: Tx, batch: ImportBatch, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const fresh = new Map<string, Partial<Organisation>>();
  for (const { values, existingId } of rows) {
    const known = fresh.get(keyOf(values));
    if (existingId || known) continue;
    fresh.set(keyOf(values), {
      id: tx.newId(),
      kind: 'host',
      name: values.organisation,
      oid: values.oid,
      country: values.country,
      town: values.town ?? '',
      postcode: values.postcode,
      street: values.street,
      email: values.email,
      ownerId: batch.organisationId,
      retentionDays: 180,
      createdAt: tx.ctx.clock.now(),
      version: 1,
    });
  }
  await tx.insert(organisations, [...fresh.values()]);
  return new Map([...fresh].map(([key, { id }]) => [key, id ?? '']));
}

async function befriend(tx: Tx, batch: ImportBatch, hostIds: readonly string[]): Promise<void> {
  await tx.insert(
    partnerships,
    hostIds.map((hostId) => ({
      id: tx.newId(),
      sendingId: batch.organisationId,
      hostId,
      createdAt: tx.ctx.clock.now(),
    })),
  );
}

/** Brings schools' people, hosts and their coordinators in, and notes who works with whom. */
export async function applyOrganisations(
  tx: Tx,
  batch: ImportBatch,
  { added, changed }: Accepted<OrganisationValues>,
  known: readonly KnownOrganisation[],
): Promise<void> {
  const ids = await createHosts(tx, batch, added);
  const byId = new Map(known.map((row) => [row.id, row]));
  const strangers = added.flatMap(({ existingId }) => {
    const existing = byId.get(existingId ?? '');
    return existing?.kind === 'host' && !existing.partner ? [existing.id] : [];
  });
  await befriend(tx, batch, [...ids.values(), ...new Set(strangers)]);
  await patchOrganisations(
    tx,
    changed.flatMap(({ existingId, values, changes }) => {
      const row = byId.get(existingId ?? '');
      const patch = Object.fromEntries(
        changes.flatMap(({ field }) => (field in values ? [[field, values[field as keyof OrganisationValues]]] : [])),
      ) as Partial<Organisation>;
      return row ? [{ row, patch }] : [];
    }),
  );
  const contacts = added.flatMap(({ values, existingId }) => {
    if (!values.email || !mayAppoint(byId.get(existingId ?? ''), batch.organisationId)) return [];
    const organisationId = existingId ?? ids.get(keyOf(values)) ?? '';
    return [
      {
        email: values.email,
        displayName: values.contact ?? values.email,
        locale: 'en',
        organisationId,
        role: roleOf(values),
      },
    ];
  });
  const personIds = await knowPeople(tx, contacts);
  await giveMemberships(
    tx,
    contacts.map(({ email, organisationId, role }) => ({
      personId: personIds.get(normaliseEmail(email)) ?? '',
      organisationId,
      role,
    })),
  );
  await tx.event({
    type: 'organisations.imported',
    subjectType: 'import',
    subjectId: batch.id,
    organisationId: batch.organisationId,
    after: { hosts: [...ids.values()], people: contacts.length },
  });
}
