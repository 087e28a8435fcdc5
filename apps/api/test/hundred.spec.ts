import path from 'node:path';
import { collectDocuments } from '../story/abroad';
import { compose, openForSignature, seatTutors, signAll } from '../story/agree';
import { Browser } from '../story/browser';
import { addDays, inOneFlow, readCohort, renameCohort, toFile } from '../story/cohort';
import { importFile, invite, learnFlows, openSchool, welcomeColleagues } from '../story/gather';
import { matchAndConfirm, requestPlaces } from '../story/place';
import { AGREEMENT_NUMBER } from '../story/play';
import { Troupe } from '../story/troupe';
import { type Harness, PASSWORD, startHarness } from './harness';

const CODE = 'BIG-1';
const today = new Date().toISOString().slice(0, 10);
const [startsOn, endsOn] = [addDays(today, 7 * 12), addDays(today, 7 * 12 + 27)];

let harness: Harness;
let troupe: Troupe;
/** What the coordinator sent, each press of a button one line. */
const sent: string[] = [];

/** Notes every mutation and every upload of the coordinator. */
function countPresses(coordinator: Browser): void {
  const [ask, upload] = [coordinator.ask.bind(coordinator), coordinator.upload.bind(coordinator)];
  Object.assign(coordinator, {
    ask: (query: string, variables?: object) => {
      const name = /^\s*mutation[^{]*\{\s*(\w+)/.exec(query)?.[1];
      if (name) sent.push(name);
      return ask(query, variables);
    },
    upload: (to: string, name: string, bytes: Uint8Array) => {
      sent.push(`upload ${name}`);
      return upload(to, name, bytes);
    },
  });
}

/** The school's own process, copied from what is shipped and published. */
async function adaptProcess(): Promise<string> {
  const { coordinator } = troupe;
  const { processTemplates } = await coordinator.ask<{
    processTemplates: { id: string; key: string; origin: string }[];
  }>('query Templates { processTemplates { id key origin } }');
  const shipped = processTemplates.find(({ key }) => key === 'vet-short');
  const { copyProcessTemplate } = await coordinator.ask<{
    copyProcessTemplate: { id: string; key: string; version: number };
  }>('mutation Copy($id: ID!) { copyProcessTemplate(id: $id, nameEn: "Ours") { id key version } }', {
    id: shipped?.id,
  });
  const { id, key, version } = copyProcessTemplate;
  await coordinator.ask(
    'mutation Publish($id: ID!, $version: Int!) { publishProcessTemplate(id: $id, version: $version) { id } }',
    { id, version },
  );
  return key;
}

async function setUp(): Promise<void> {
  const { coordinator, scene } = troupe;
  const { createProject } = await coordinator.ask<{ createProject: { id: string } }>(
    'mutation Create($input: CreateProjectInput!) { createProject(input: $input) { id } }',
    {
      input: {
        title: 'A hundred at once',
        agreementNumber: AGREEMENT_NUMBER,
        callYear: Number(today.slice(0, 4)),
        action: 'KA121',
        startsOn: addDays(startsOn, -150),
        endsOn: addDays(startsOn, 400),
      },
    },
  );
  troupe.projectId = createProject.id;
  await importFile(troupe, 'organisations', 'organisations.csv', toFile(scene.cohort.organisations));
  await importFile(troupe, 'companies', 'companies.csv', toFile(scene.cohort.companies));
  const processTemplate = await adaptProcess();
  await coordinator.ask('mutation Flow($input: CreateFlowInput!) { createFlow(input: $input) { id } }', {
    input: {
      projectId: troupe.projectId,
      code: CODE,
      activityType: 'VET_SHORT',
      country: 'DE',
      town: 'Berlin',
      startsOn,
      endsOn,
      processTemplate,
      hostOrganisationId: await hostId(),
    },
  });
  const { added } = await importFile(troupe, 'learners', 'learners.csv', toFile(scene.cohort.learners));
  expect(added).toBe(100);
  await learnFlows(troupe);
}

async function hostId(): Promise<string> {
  const { rows } = await harness.api.runtime.pool.query<{ id: string }>('SELECT id FROM organisation WHERE name = $1', [
    troupe.scene.cohort.organisations.find((row) => row.Role === 'host')?.Organisation,
  ]);
  return rows[0]?.id ?? '';
}

/** What happens outside the system, ticked for everybody in one action. */
async function tickTheRest(): Promise<void> {
  const { tasks } = await troupe.coordinator.ask<{ tasks: { nodes: { id: string; closesOn: string | null }[] } }>(
    `query Open($flowId: ID!, $until: Day) { tasks(filter: { flowIds: [$flowId], states: ["open"], dueTo: $until }, first: 500) {
       nodes { id closesOn } } }`,
    { flowId: troupe.flow(CODE).id, until: addDays(startsOn, -1) },
  );
  const ids = tasks.nodes.filter(({ closesOn }) => closesOn === null).map(({ id }) => id);
  await troupe.coordinator.ask('mutation Tick($ids: [ID!]!) { completeTasks(ids: $ids) { id } }', { ids });
}

beforeAll(async () => {
  harness = await startHarness();
  const operator = new Browser(harness.baseUrl, 'sending');
  await operator.signIn(harness.world.operator, PASSWORD);
  const cohort = renameCohort(
    inOneFlow(readCohort(path.resolve('libs/participants/model/demo')), CODE, startsOn, endsOn),
    'hundred',
  );
  troupe = new Troupe({
    baseUrl: harness.baseUrl,
    operator,
    cohort,
    settle: () => harness.settle(),
    say: () => undefined,
  });
  await openSchool(troupe);
  countPresses(troupe.coordinator);
  await setUp();
  await welcomeColleagues(troupe);
  await invite(troupe, [CODE]);
  await requestPlaces(troupe, CODE);
  await matchAndConfirm(troupe, CODE, () => 'confirmed');
  const all = await troupe.travellers(CODE);
  await compose(troupe, all);
  await troupe.mailbox.catchUp();
  await openForSignature(troupe, CODE);
  const tutors = await seatTutors(troupe, all);
  await collectDocuments(troupe, all, { expiresOn: addDays(endsOn, 200) });
  await signAll(troupe, all, tutors);
  await tickTheRest();
}, 600_000);
afterAll(() => harness.close());

describe('a flow of 100', () => {
  it('is ready to depart, everybody of it', async () => {
    const { departureRadar } = await troupe.coordinator.ask<{
      departureRadar: { figures: { participants: number; ready: number; late: number } }[];
    }>('query Radar { departureRadar { figures { participants ready late } } }');
    expect(departureRadar.map(({ figures }) => figures)).toEqual([{ participants: 100, ready: 100, late: 0 }]);
  });

  it('all go by one decision', async () => {
    const mobilityIds = (await troupe.travellers(CODE)).map(({ mobilityId }) => mobilityId);
    const { decideDeparture } = await troupe.coordinator.ask<{ decideDeparture: { decision: string }[] }>(
      'mutation Go($input: DecideDepartureInput!) { decideDeparture(input: $input) { decision } }',
      { input: { mobilityIds, decision: 'go' } },
    );
    expect(decideDeparture.map(({ decision }) => decision)).toEqual(Array(100).fill('go'));
  });

  it('took the coordinator these bulk actions from the process template on, and none for a single person', () => {
    process.stderr.write(`${String(sent.length)} actions: ${sent.join(', ')}\n`);
    expect(sent).toEqual([
      'createProject',
      'upload organisations.csv',
      'applyImport',
      'upload companies.csv',
      'applyImport',
      'copyProcessTemplate',
      'publishProcessTemplate',
      'createFlow',
      'upload learners.csv',
      'applyImport',
      'inviteColleagues',
      'inviteParticipants',
      'requestPlacements',
      'composeAgreements',
      'openAgreements',
      'verifyDocuments',
      'signAgreements',
      'completeTasks',
      'decideDeparture',
    ]);
  });
});
