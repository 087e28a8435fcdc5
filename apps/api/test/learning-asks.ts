import { type Harness } from './harness';
import { agent, type Agent } from './http';
import { setStage } from './world';

const VERSION = `id number status requiredParties contentHash reason version missingParties
  signatures { party name method contentHash statement } changes { path after { en it } }`;
export const AGREEMENT = `query ($id: ID!) { mobility(id: $id) { agreement {
  number versions { ${VERSION} } current { ${VERSION} } inForce { ${VERSION} } } } }`;
const BULK = 'done refused { mobilityId reason missing { path code } }';
export const COMPOSE = `mutation ($input: ComposeAgreementsInput!) { composeAgreements(input: $input) { ${BULK} } }`;
export const OPEN = `mutation ($input: WhichMobilities!) { openAgreements(input: $input) { ${BULK} } }`;
export const REMIND = 'mutation ($input: WhichMobilities!) { remindSigners(input: $input) { reminded } }';
export const AMEND = 'mutation ($input: AmendAgreementInput!) { amendAgreement(input: $input) { number status } }';
export const SIGN = 'mutation ($input: SignAgreementInput!) { signAgreement(input: $input) { status } }';
export const SIGN_MANY =
  'mutation ($input: SignAgreementsInput!) { signAgreements(input: $input) { done refused { mobilityId reason } } }';

export interface VersionAnswer {
  number: number;
  status: string;
  requiredParties: string[];
  contentHash: string;
  reason: string | null;
  version: number;
  missingParties: string[];
  signatures: { party: string; name: string; method: string; contentHash: string; statement: string }[];
  changes: { path: string; after: { en: string; it: string } | null }[] | null;
}

export interface AgreementAnswer {
  number: string;
  versions: VersionAnswer[];
  current: VersionAnswer | null;
  inForce: VersionAnswer | null;
}

export interface Bulk {
  done: string[];
  refused: { mobilityId: string; reason: string; missing?: { path: string; code: string }[] }[];
}
export interface Composed {
  composeAgreements: Bulk;
}

/** The agreement of a mobility, as somebody sees it. */
export async function agreementOf(who: Agent, id: string): Promise<AgreementAnswer> {
  return (await who.ask<{ mobility: { agreement: AgreementAnswer } }>(AGREEMENT, { id })).mobility.agreement;
}

/** What to send in order to sign a version, by account or with a code. */
export const signing = (mobilityId: string, version: VersionAnswer | null | undefined, code?: string) => ({
  input: {
    mobilityId,
    versionNumber: version?.number,
    contentHash: version?.contentHash,
    accepted: true,
    ...(code ? { code } : {}),
  },
});

/** Comes in by the newest link mailed to an address. */
export async function seatOf(harness: Harness, address: string, portal: 'company' | 'participant'): Promise<Agent> {
  await harness.settle();
  const { rows } = await harness.api.runtime.pool.query<{ text: string }>(
    `SELECT text FROM outbox_message WHERE recipient = $1 AND text LIKE '%/seat/%' ORDER BY sent_at DESC, id DESC LIMIT 1`,
    [address],
  );
  const seat = agent(harness.baseUrl, portal);
  await seat.enterSeat(linkIn(rows[0]?.text ?? ''));
  return seat;
}

/** Asks for the code with which a link signs, and reads it in the e-mail. */
export async function codeFor(harness: Harness, seat: Agent, address: string): Promise<string> {
  await seat.ask('mutation { requestSeatCode { ok } }');
  await harness.settle();
  return /\b\d{6}\b/.exec((await harness.mailTo(address))?.text ?? '')?.[0] ?? '';
}

/** The secret link of an e-mail. */
export const linkIn = (text: string): string => /https?:\/\/\S+\/seat\/\S+/.exec(text)?.[0] ?? '';

/** Gives the own school's people telephones and confirms both placements: what an agreement asks for. */
export async function readyToCompose(harness: Harness): Promise<void> {
  const { pool } = harness.api.runtime;
  await pool.query(`UPDATE membership SET phone = '+39 06 9'`);
  for (const id of harness.world.own.mobilityIds) await setStage(pool, id, 'confirmed');
}

/** Everybody who is asked signs the version that is open; each with an account. */
export async function signedByAll(harness: Harness, mobilityId: string): Promise<void> {
  const { people, mobilityIds } = harness.world.own;
  const learner = mobilityIds[0] === mobilityId ? people.adult : people.minor;
  const coordinator = await harness.as(people.coordinator, 'sendingCoordinator');
  for (const [email, audience, party] of [
    [learner, 'participant', 'participant'],
    [people.guardian, 'guardian', 'guardian'],
    [people.tutor, 'companyTutor', 'hosting'],
    [people.host, 'hostCoordinator', 'supporting'],
    [people.coordinator, 'sendingCoordinator', 'sending'],
  ] as const) {
    const { current } = await agreementOf(coordinator, mobilityId);
    if (!current?.missingParties.includes(party)) continue;
    await (await harness.as(email, audience)).ask(SIGN, signing(mobilityId, current));
  }
}
