import { type Tx } from '@softmob/api-kit';
import { makeSeats } from '@softmob/identity-api';
import { addDays, formatDay, type Locale, type Party } from '@softmob/learning-model';
import { type Signature } from './agreement.entity';
import { signatures, versionRows, type VersionRow } from './learning.loaders';
import { missingParties, signsFor } from './signers';

/** A version with the names its mail speaks of and the people who may sign it. */
interface Waiting extends VersionRow {
  readonly learner: string;
  readonly school: string;
  readonly company: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly schoolId: string;
  readonly participantPersonId: string;
  readonly guardianPersonId: string | null;
  readonly tutorPersonId: string | null;
}

interface Signer {
  readonly membershipId: string;
  readonly personId: string;
  readonly organisationId: string | null;
  readonly role: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
}

const SIGN_BEFORE_DEPARTURE_DAYS = 21;

function loadWaiting(tx: Tx, versionIds: readonly string[]): Promise<Waiting[]> {
  return tx.db.query<Waiting>(
    `SELECT ${versionRows.select('x')}, x.content#>>'{parties,participant,name}' AS learner,
            x.content#>>'{parties,sending,name}' AS school, x.content#>>'{parties,hosting,name}' AS company,
            m.starts_on AS "startsOn", m.ends_on AS "endsOn", m.sending_organisation_id AS "schoolId",
            m.participant_person_id AS "participantPersonId", m.guardian_person_id AS "guardianPersonId",
            m.tutor_person_id AS "tutorPersonId"
     FROM agreement_version x JOIN mobility m ON m.id = x.mobility_id
     WHERE x.id = ANY($1::uuid[]) ORDER BY m.sort_name, x.id`,
    [versionIds],
  );
}

function loadSigners(tx: Tx, waiting: readonly Waiting[]): Promise<Signer[]> {
  const people = waiting.flatMap((version) => [
    version.participantPersonId,
    version.guardianPersonId,
    version.tutorPersonId,
  ]);
  const organisations = waiting.flatMap((version) => [version.schoolId, version.hostOrganisationId]);
  return tx.db.query<Signer>(
    `SELECT m.id AS "membershipId", m.person_id AS "personId", m.organisation_id AS "organisationId", m.role, p.email,
            p.display_name AS name, p.locale
     FROM membership m JOIN person p ON p.id = m.person_id
     WHERE m.ended_at IS NULL AND (
       (m.role IN ('participant', 'guardian', 'companyTutor') AND m.person_id = ANY($1::uuid[]))
       OR (m.role IN ('sendingCoordinator', 'hostCoordinator') AND m.organisation_id = ANY($2::uuid[])))
     ORDER BY m.created_at, m.id`,
    [people.filter((id) => id !== null), organisations.filter((id) => id !== null)],
  );
}

/** Whether this membership is one that signs a version for a party it still waits for. */
function isAsked(signer: Signer, version: Waiting, missing: readonly Party[]): boolean {
  const theirs: Record<string, boolean> = {
    participant: signer.personId === version.participantPersonId,
    guardian: signer.personId === version.guardianPersonId,
    companyTutor: signer.personId === version.tutorPersonId && signer.organisationId === version.companyId,
    sendingCoordinator: signer.organisationId === version.schoolId,
    hostCoordinator: signer.organisationId === version.hostOrganisationId,
  };
  if (!theirs[signer.role]) return false;
  return signsFor(signer.role as 'participant', version).some((party) => missing.includes(party));
}

const PORTAL: Record<string, string> = {
  participant: 'participant',
  guardian: 'participant',
  companyTutor: 'company',
  hostCoordinator: 'host',
  sendingCoordinator: 'sending',
};
const BY_SEAT: readonly string[] = ['guardian', 'companyTutor'];
const NAMES_SHOWN = 3;

/** Where in their portal somebody signs: the agreement itself where it is one. */
function pageOf({ role }: Signer, [first, ...others]: readonly Waiting[]): string {
  const portal = `/${PORTAL[role] ?? ''}`;
  if (first && others.length === 0) return `${portal}/agreements/${first.mobilityId}`;
  return role === 'companyTutor' ? `${portal}/learners` : `${portal}/agreements`;
}

function mailOf(signer: Signer, versions: readonly Waiting[], url: string, kind: 'sign' | 'remind') {
  const starts = versions.map(({ startsOn }) => startsOn).sort()[0] ?? '';
  const names = versions.slice(0, NAMES_SHOWN).map(({ learner }) => learner);
  const more = versions.length - names.length;
  return {
    recipient: signer.email,
    recipientName: signer.name,
    template: `learning:${kind}`,
    locale: signer.locale,
    organisationId: versions[0]?.schoolId ?? null,
    mobilityIds: versions.map(({ mobilityId }) => mobilityId),
    page: pageOf(signer, versions),
    data: {
      name: signer.name,
      role: signer.role,
      count: versions.length,
      learners: more > 0 ? `${names.join(', ')} +${String(more)}` : names.join(', '),
      school: versions[0]?.school ?? '',
      company: versions[0]?.company ?? '',
      until: formatDay(addDays(starts, -SIGN_BEFORE_DEPARTURE_DAYS), signer.locale),
      url,
    },
  };
}

/** The last day of the stays that these versions are about. */
const lastDayOf = (versions: readonly Waiting[]): string =>
  versions
    .map(({ endsOn }) => endsOn)
    .sort()
    .at(-1) ?? '';

/**
 * Mails whoever has not signed these versions: one mail per person, however many learners it is about; guardians and
 * tutors with a one-link seat, the others with the way into their portal. Five statements. Returns the number of mails.
 */
export async function mailSigners(tx: Tx, versionIds: readonly string[], kind: 'sign' | 'remind'): Promise<number> {
  if (versionIds.length === 0) return 0;
  const waiting = await loadWaiting(tx, versionIds);
  const given = await tx.db.query<Signature>(
    `SELECT ${signatures.select('x')} FROM signature x WHERE x.revoked_at IS NULL AND x.version_id = ANY($1::uuid[])`,
    [versionIds],
  );
  const asked = new Map<string, { signer: Signer; versions: Waiting[] }>();
  const missing = new Map(
    waiting.map((version) => {
      const own = given.filter(({ versionId }) => versionId === version.id);
      return [version.id, missingParties(version, own, tx.actor.today)];
    }),
  );
  for (const signer of await loadSigners(tx, waiting)) {
    const versions = waiting.filter((version) => isAsked(signer, version, missing.get(version.id) ?? []));
    if (versions.length > 0) asked.set(signer.membershipId, { signer, versions });
  }
  const seated = [...asked.values()].filter(({ signer }) => BY_SEAT.includes(signer.role));
  const urls = new Map<string, string>();
  for (const role of BY_SEAT) {
    const own = seated.filter(({ signer }) => signer.role === role);
    const links = await makeSeats(
      tx,
      PORTAL[role] ?? role,
      own.map(({ signer, versions }) => ({
        membershipId: signer.membershipId,
        mobilityIds: versions.map(({ mobilityId }) => mobilityId),
        lastDay: lastDayOf(versions),
      })),
    );
    own.forEach(({ signer }, index) => urls.set(signer.membershipId, links[index] ?? ''));
  }
  const { publicUrl } = tx.ctx.runtime.settings;
  await tx.mails(
    [...asked.values()].map(({ signer, versions }) => {
      const url = urls.get(signer.membershipId) ?? `${publicUrl}/${PORTAL[signer.role] ?? ''}/agreements`;
      return mailOf(signer, versions, url, kind);
    }),
  );
  return asked.size;
}
