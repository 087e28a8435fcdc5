import { Browser } from './browser';
import { together, type Traveller, type Troupe } from './troupe';

/** The personal link in a tutor’s e-mail. */
export const SEAT = /https?:\/\/\S+\/company\/seat\/[\w-]+/;
/** The code that proves a tutor’s mailbox. */
export const CODE = /^\d{6}$/m;
const SIGN = 'mutation Sign($input: SignAgreementInput!) { signAgreement(input: $input) { status missingParties } }';
const TO_SIGN = 'query ToSign { agreementsToSign { number contentHash mobility { id } } }';
const SIGN_MANY = `mutation SignMany($input: SignAgreementsInput!) {
  signAgreements(input: $input) { done refused { mobilityId message } }
}`;

interface ToSign {
  agreementsToSign: { number: number; contentHash: string; mobility: { id: string } }[];
}
interface Bulk {
  done: string[];
  refused: { mobilityId: string; message: string; missing?: object[] }[];
}

function allDone(what: string, result: Bulk): void {
  if (result.refused.length > 0) throw new Error(`${what}: ${JSON.stringify(result.refused.slice(0, 3))}`);
}

/** The school composes the agreements of many at once. */
export async function compose(troupe: Troupe, travellers: readonly Traveller[]): Promise<void> {
  const { composeAgreements } = await troupe.coordinator.ask<{ composeAgreements: Bulk }>(
    'mutation Compose($input: ComposeAgreementsInput!) { composeAgreements(input: $input) { done refused { mobilityId message } } }',
    { input: { mobilityIds: travellers.map(({ mobilityId }) => mobilityId) } },
  );
  allDone('compose', composeAgreements);
}

/** The school opens the agreements of a flow for signature; returns the tutors' links by address. */
export async function openForSignature(troupe: Troupe, code: string): Promise<void> {
  const { openAgreements } = await troupe.coordinator.ask<{ openAgreements: Bulk }>(
    'mutation Open($input: WhichMobilities!) { openAgreements(input: $input) { done refused { mobilityId message missing { path message { en } } } } }',
    { input: { flowId: troupe.flow(code).id } },
  );
  allDone('open', openAgreements);
  troupe.scene.say(`${code}: ${String(openAgreements.done.length)} agreements are open for signature`);
}

/** Signs whatever waits for this browser's person, singly, as one does from a phone. */
export async function signOwn(browser: Browser, code: string | null = null): Promise<void> {
  const { agreementsToSign } = await browser.ask<ToSign>(TO_SIGN);
  for (const { number, contentHash, mobility } of agreementsToSign) {
    const input = { mobilityId: mobility.id, versionNumber: number, contentHash, accepted: true, code };
    await browser.ask(SIGN, { input });
  }
}

/** Signs whatever waits for the school or a host in one action. */
export async function signMany(browser: Browser): Promise<void> {
  const { agreementsToSign } = await browser.ask<ToSign>(TO_SIGN);
  if (agreementsToSign.length === 0) return;
  const agreements = agreementsToSign.map(({ number, contentHash, mobility }) => ({
    mobilityId: mobility.id,
    versionNumber: number,
    contentHash,
  }));
  const { signAgreements } = await browser.ask<{ signAgreements: Bulk }>(SIGN_MANY, {
    input: { accepted: true, agreements },
  });
  allDone('sign', signAgreements);
}

/** The tutors of travellers, by their e-mail address. */
export async function tutorsOf(troupe: Troupe, travellers: readonly Traveller[]): Promise<ReadonlySet<string>> {
  const wanted = new Set(travellers.map((traveller) => traveller.mobilityId));
  const flowIds = [...new Set(travellers.map((traveller) => troupe.flow(traveller.flow).id))];
  const { mobilities } = await troupe.coordinator.ask<{
    mobilities: { nodes: { id: string; placement: { tutor: { email: string } } }[] };
  }>(
    'query Tutors($flowIds: [ID!]) { mobilities(filter: { flowIds: $flowIds, stages: ["confirmed", "abroad", "back"] }, first: 500) { nodes { id placement { tutor { email } } } } }',
    {
      flowIds,
    },
  );
  return new Set(mobilities.nodes.filter(({ id }) => wanted.has(id)).map(({ placement }) => placement.tutor.email));
}

/** Tutors come in by the link in their mailbox. */
export async function seatTutors(
  troupe: Troupe,
  travellers: readonly Traveller[],
): Promise<ReadonlyMap<string, Browser>> {
  const links = await troupe.mailbox.collect([...(await tutorsOf(troupe, travellers))], SEAT);
  const seated = new Map<string, Browser>();
  await together([...links], async ([email, link]) => {
    const browser = new Browser(troupe.scene.baseUrl, 'company');
    await browser.enterSeat(link);
    seated.set(email, browser);
  });
  return seated;
}

/** Each tutor asks for a code, reads it in the mailbox and signs what waits. */
export async function signAsTutors(troupe: Troupe, tutors: ReadonlyMap<string, Browser>): Promise<void> {
  await together([...tutors.values()], async (tutor) => {
    await tutor.ask('mutation Code { requestSeatCode { ok } }');
  });
  const codes = await troupe.mailbox.collect([...tutors.keys()], CODE);
  let done = 0;
  await together([...tutors], async ([email, tutor]) => {
    await signOwn(tutor, codes.get(email) ?? '');
    troupe.scene.say('tutors sign', (done += 1), tutors.size);
  });
}

/** Everybody signs the agreements of these travellers, the school last. */
export async function signAll(
  troupe: Troupe,
  travellers: readonly Traveller[],
  tutors: ReadonlyMap<string, Browser>,
): Promise<void> {
  await signOthers(troupe, travellers, tutors);
  await signMany(troupe.coordinator);
}

/** Learners, guardians, tutors and hosts sign; the school has not yet. */
export async function signOthers(
  troupe: Troupe,
  travellers: readonly Traveller[],
  tutors: ReadonlyMap<string, Browser>,
): Promise<void> {
  const people = [
    ...new Set(travellers.flatMap(({ email, guardianEmail }) => [email, ...(guardianEmail ? [guardianEmail] : [])])),
  ];
  let done = 0;
  await together(people, async (email) => {
    await signOwn(troupe.person(email));
    troupe.scene.say('learners and guardians sign', (done += 1), people.length);
  });
  await signAsTutors(troupe, tutors);
  for (const host of new Set(travellers.map((traveller) => troupe.flow(traveller.flow).hostName)))
    await signMany(troupe.host(host));
}
