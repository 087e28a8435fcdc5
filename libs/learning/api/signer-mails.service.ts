import { type Tx } from '@softmob/api-kit';
import { makeSeats } from '@softmob/identity-api';
import { addDays, formatDay, type Locale, type Party } from '@softmob/learning-model';
import { versionRows, type VersionRow } from './learning.loaders';
import { signaturesOf } from './lock.service';
import { inTurn, signsFor } from './signers';

/** A version with the names its mail speaks of and the people who may sign it. */
interface Waiting extends VersionRow {
  /** The parties of the agreement, also those who need not sign this version. */
  readonly allParties: Party[];
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
    `SELECT ${versionRows.select('x')}, ARRAY(SELECT jsonb_array_elements_text(x.content->'requiredParties')) AS "allParties",
            x.content#>>'{parties,participant,name}' AS learner,
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

/** Whether this membership stands for one of these parties of a version. */
function standsFor(signer: Signer, version: Waiting, parties: readonly Party[]): boolean {
  const theirs: Record<string, boolean> = {
    participant: signer.personId === version.participantPersonId,
    guardian: signer.personId === version.guardianPersonId,
    companyTutor: signer.personId === version.tutorPersonId && signer.organisationId === version.companyId,
    sendingCoordinator: signer.organisationId === version.schoolId,
    hostCoordinator: signer.organisationId === version.hostOrganisationId,
  };
  if (!theirs[signer.role]) return false;
  const asked = { ...version, requiredParties: version.allParties };
  return signsFor(signer.role as 'participant', asked).some((party) => parties.includes(party));
}

const PORTAL: Record<string, string> = {
  participant: 'participant',
  guardian: 'participant',
  companyTutor: 'company',
  hostCoordinator: 'host',
  sendingCoordinator: 'sending',
};
const ASKING: readonly SignerMail[] = ['sign', 'remind'];
const BY_SEAT: readonly string[] = ['guardian', 'companyTutor'];
const NAMES_SHOWN = 3;

/** Where in their portal somebody signs: the agreement itself where it is one. */
function pageOf({ role }: Signer, [first, ...others]: readonly Waiting[]): string {
  const portal = `/${PORTAL[role] ?? ''}`;
  if (first && others.length === 0) return `${portal}/agreements/${first.mobilityId}`;
  return role === 'companyTutor' ? `${portal}/learners` : `${portal}/agreements`;
}

/** What signers are told of; `sign` and `remind` ask them to act, the others do not. */
export type SignerMail = 'sign' | 'remind' | 'told' | 'declined' | 'withdrawn' | 'revoked' | 'returned';
/** What a mail says beside the agreement. */
export interface SignerFacts {
  readonly by?: string;
  readonly reason?: string;
}

function mailOf(signer: Signer, versions: readonly Waiting[], url: string, kind: SignerMail, facts: SignerFacts) {
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
      by: facts.by ?? '',
      reason: facts.reason ?? versions[0]?.reason ?? '',
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

/** Links for those who have no account: guardians and tutors. */
async function seatsFor(tx: Tx, asked: ReadonlyMap<string, Asked>): Promise<Map<string, string>> {
  const urls = new Map<string, string>();
  for (const role of BY_SEAT) {
    const own = [...asked.values()].filter(({ signer }) => signer.role === role);
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
  return urls;
}

interface Asked {
  readonly signer: Signer;
  readonly versions: Waiting[];
}

/**
 * Mails whoever stands for these parties of these versions: one mail per person, however many learners it is about;
 * guardians and tutors with a one-link seat, the others with the way into their portal; never whoever causes it. Five
 * statements. Returns the number of mails.
 */
export async function mailSigners(
  tx: Tx,
  kind: SignerMail,
  parties: ReadonlyMap<string, readonly Party[]>,
  facts: SignerFacts = {},
): Promise<number> {
  if (parties.size === 0) return 0;
  const waiting = await loadWaiting(tx, [...parties.keys()]);
  const asked = new Map<string, Asked>();
  for (const signer of await loadSigners(tx, waiting)) {
    if (signer.membershipId === tx.actor.membershipId && !ASKING.includes(kind)) continue;
    const versions = waiting.filter((version) => standsFor(signer, version, parties.get(version.id) ?? []));
    if (versions.length > 0) asked.set(signer.membershipId, { signer, versions });
  }
  const urls = await seatsFor(tx, asked);
  const { publicUrl } = tx.ctx.runtime.settings;
  await tx.mails(
    [...asked.values()].map(({ signer, versions }) => {
      const url = urls.get(signer.membershipId) ?? `${publicUrl}/${PORTAL[signer.role] ?? ''}/agreements`;
      return mailOf(signer, versions, url, kind, facts);
    }),
  );
  return asked.size;
}

/** Asks those whose turn it is to sign these versions, or reminds them. */
export async function askSigners(tx: Tx, versions: readonly VersionRow[], kind: 'sign' | 'remind'): Promise<number> {
  const given = await signaturesOf(
    tx,
    versions.map(({ id }) => id),
  );
  const own = (version: VersionRow) => given.filter(({ versionId }) => versionId === version.id);
  return mailSigners(
    tx,
    kind,
    new Map(versions.map((version) => [version.id, inTurn(version, own(version), tx.actor.today)])),
  );
}
