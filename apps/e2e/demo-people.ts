import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addDays } from '../api/story/cohort';
import { workingDays } from '../api/story/abroad';
import { SEAT } from '../api/story/agree';
import { Browser } from '../api/story/browser';
import { PASSWORD } from '../api/story/troupe';
import { type PortalName } from './guest';
import { type Samples } from './screens';
import { COHORT_FOLDER, type Stage } from './stage';

export const COORDINATOR = 'paola.ricci@monteverde.example';
/** Whose learners are there now. */
export const HOST = 'ines.carmona@puentesur.example';
/** Who has requests to answer and learners to come. */
export const BUSY_HOST = 'frieda.petersen@brueckenbauer.example';

/** A stay in the demo, as far as the sweep needs it. */
export interface Stay {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly flow: { readonly id: string; readonly code: string };
  readonly participant: { readonly email: string; readonly guardianEmail: string | null };
  readonly placement: { readonly tutor: { readonly email: string } };
  readonly agreement: { readonly current: { readonly missingParties: readonly string[] } };
}

/** Who is looked at in the demo, and the ids that the addresses of their screens need. */
export interface DemoPeople {
  /** Somebody with a guardian who is abroad now. */
  readonly abroad: Stay;
  /** Somebody who leaves soon and has not signed. */
  readonly leaving: Stay;
  /** The flow whose host has not confirmed every place yet. */
  readonly placing: string;
  /** The personal link of the tutor of whoever is abroad, and of whoever leaves. */
  readonly seats: { readonly abroad: string; readonly leaving: string };
  /** A file with faults, uploaded and not applied. */
  readonly importId: string;
  readonly samples: Readonly<Record<PortalName, Samples>>;
}

const STAYS = `query Stays {
  mobilities(filter: { stages: ["confirmed", "abroad"] }, first: 500) {
    nodes { id startsOn endsOn flow { id code } participant { email guardianEmail } placement { tutor { email } }
      agreement { current { missingParties } } }
  }
}`;
const FLOWS = 'query Flows($projectId: ID!) { flows(projectId: $projectId) { id code startsOn endsOn } }';
interface Flow {
  readonly id: string;
  readonly code: string;
  readonly startsOn: string;
  readonly endsOn: string;
}
const CREATE_UNIT = `mutation CreateUnit($input: LearningUnitInput!) { createUnit(input: $input) { key } }`;
const UNIT = {
  ...{ occupation: 'cook', eqf: 3, hours: 20, title: { en: 'Bake bread', it: 'Fare il pane' }, knowledge: [] },
  ...{ skills: [{ en: 'Kneads dough', it: '' }], responsibilityAndAutonomy: [], tasks: [] },
  assessment: { en: 'A trial loaf', it: '' },
};
const PROCESSES = 'query Processes { processTemplates { id } }';
const PAPERS = 'query Papers { documentTemplates { id kind versions { id } } }';
const COPY_PAPER = 'mutation CopyPaper($id: ID!) { copyDocumentTemplate(id: $id) { id } }';
const ISSUE = 'mutation Issue($input: DocumentsInput!) { generateDocuments(input: $input) { id } }';
const COPY = 'mutation CopyProcess($id: ID!) { copyProcessTemplate(id: $id) { id } }';
const CREATE_PROJECT = 'mutation CreateProject($input: CreateProjectInput!) { createProject(input: $input) { id } }';
const NEXT_YEAR = 'mutation NextYear($input: CloneFlowsInput!) { cloneFlows(input: $input) { asks { id } } }';
const OUTBOX = 'query Mails($search: String) { outbox(search: $search, first: 50) { nodes { text } } }';

async function seatOf(stage: Stage, stay: Stay): Promise<string> {
  const { outbox } = await stage.operator.ask<{ outbox: { nodes: { text: string }[] } }>(OUTBOX, {
    search: stay.placement.tutor.email,
  });
  const link = outbox.nodes.map(({ text }) => SEAT.exec(text)?.[0]).find((found) => found !== undefined);
  if (!link) throw new Error(`No personal link has gone to ${stay.placement.tutor.email}`);
  return link;
}

function find(stays: readonly Stay[], what: string, fits: (stay: Stay) => boolean): Stay {
  const stay = stays.find(fits);
  if (!stay) throw new Error(`The demo has nobody ${what}`);
  return stay;
}

/** Uploads the file with faults as if it came from this demo's school: on the days of its flows. */
async function uploadFaults(coordinator: Browser, projectId: string, flows: readonly Flow[]): Promise<string> {
  const file = readFileSync(path.join(COHORT_FOLDER, 'monteverde-30-with-faults.csv'), 'utf8');
  const onItsDays = file
    .replace('(expected finding)', 'Remarks')
    .split('\n')
    .map((line) => {
      const flow = flows.find(({ code }) => line.includes(`,${code},`));
      return flow ? line.replace(/\b20\d\d-\d\d-\d\d,20\d\d-\d\d-\d\d,/, `${flow.startsOn},${flow.endsOn},`) : line;
    })
    .join('\n');
  const address = `/imports?kind=learners&projectId=${projectId}`;
  const { id } = await coordinator.upload<{ id: string }>(address, 'class-lists.csv', Buffer.from(onItsDays));
  return id;
}

/** A process of the school's own: a copy of one that is shipped, not published yet. */
async function adaptProcess(coordinator: Browser): Promise<string> {
  const { processTemplates } = await coordinator.ask<{ processTemplates: { id: string }[] }>(PROCESSES);
  const id = processTemplates[0]?.id ?? '';
  return (await coordinator.ask<{ copyProcessTemplate: { id: string } }>(COPY, { id })).copyProcessTemplate.id;
}

/** Plans next year's flow after this year's, so that its host has a question to answer. */
async function askSameAgain(coordinator: Browser, flow: Flow | undefined): Promise<void> {
  if (!flow) throw new Error('The demo has no flow to repeat');
  const input = {
    ...{ title: 'Next year', action: 'KA121', callYear: Number(flow.startsOn.slice(0, 4)) + 1 },
    ...{ startsOn: addDays(flow.startsOn, 300), endsOn: addDays(flow.startsOn, 760) },
  };
  const { createProject } = await coordinator.ask<{ createProject: { id: string } }>(CREATE_PROJECT, { input });
  const flowId = flow.id;
  await coordinator.ask(NEXT_YEAR, { input: { flowIds: [flowId], projectId: createProject.id, weeks: 52 } });
}

/** A document template of the school's own, and a run that has issued for one flow. */
async function issuePapers(
  coordinator: Browser,
  flowId: string,
): Promise<{ templateId: string; runId: string; letterId: string }> {
  const { documentTemplates } = await coordinator.ask<{
    documentTemplates: { id: string; kind: string; versions: { id: string }[] }[];
  }>(PAPERS);
  const letter = documentTemplates.find(({ kind }) => kind === 'photoConsent');
  const { copyDocumentTemplate } = await coordinator.ask<{ copyDocumentTemplate: { id: string } }>(COPY_PAPER, {
    id: letter?.id ?? '',
  });
  const input = { versionId: letter?.versions[0]?.id ?? '', language: 'en', flowId };
  const { generateDocuments } = await coordinator.ask<{ generateDocuments: { id: string } }>(ISSUE, { input });
  return { templateId: copyDocumentTemplate.id, runId: generateDocuments.id, letterId: letter?.id ?? '' };
}

const WRITE = `mutation Write($input: SendMessageInput!) { sendMessage(input: $input) { threadId } }`;

/** Writes about somebody to these people; returns the conversation. */
async function write(coordinator: Browser, subjectId: string, circle: readonly string[]): Promise<string> {
  const to = { kind: 'mobility', subjectId, circle };
  const text = 'How is it going? More on https://europa.eu/youreurope.';
  const { sendMessage } = await coordinator.ask<{ sendMessage: { threadId: string } }>(WRITE, { input: { to, text } });
  return sendMessage.threadId;
}

/** Finds somebody in each phase of the demo. */
export async function meetDemo(stage: Stage): Promise<DemoPeople> {
  const coordinator = new Browser(stage.baseUrl, 'sending');
  await coordinator.signIn(COORDINATOR, PASSWORD);
  const { projects } = await coordinator.ask<{ projects: { id: string }[] }>('query Projects { projects { id } }');
  const projectId = projects[0]?.id ?? '';
  const stays = (await coordinator.ask<{ mobilities: { nodes: Stay[] } }>(STAYS)).mobilities.nodes;
  const abroad = find(stays, 'abroad with a guardian', ({ flow, participant }) => {
    return flow.code === 'SEV-1' && participant.guardianEmail !== null;
  });
  const leaving = find(stays, 'who still has to sign', ({ flow, agreement }) => {
    return flow.code === 'LYO-1' && agreement.current.missingParties.includes('participant');
  });
  const { flows } = await coordinator.ask<{ flows: Flow[] }>(FLOWS, { projectId });
  const importId = await uploadFaults(coordinator, projectId, flows);
  const { createUnit } = await coordinator.ask<{ createUnit: { key: string } }>(CREATE_UNIT, { input: UNIT });
  const host = new Browser(stage.baseUrl, 'host');
  await host.signIn(HOST, PASSWORD);
  const { capacities } = await host.ask<{ capacities: { company: { id: string } }[] }>(
    'query Companies { capacities { company { id } } }',
  );
  const processId = await adaptProcess(coordinator);
  const papers = await issuePapers(coordinator, abroad.flow.id);
  await askSameAgain(
    coordinator,
    flows.find(({ code }) => code === 'SEV-1'),
  );
  const { startsOn, endsOn, id } = abroad;
  const conversation = `/messages/${await write(coordinator, id, ['participant', 'guardian', 'hostCoordinator'])}`;
  const withCompany = `/messages/${await write(coordinator, id, ['participant', 'companyTutor'])}`;
  const week = workingDays(startsOn, endsOn, 0)[0] ?? startsOn;
  return {
    abroad,
    leaving,
    importId,
    placing: flows.find(({ code }) => code === 'BER-2')?.id ?? '',
    seats: { abroad: await seatOf(stage, abroad), leaving: await seatOf(stage, leaving) },
    samples: {
      sending: {
        ':projectId': projectId,
        '/board': `/board?flow=${leaving.flow.id}`,
        '/projects/:id': `/projects/${projectId}`,
        '/projects/:id/next-year': `/projects/${projectId}/next-year`,
        '/departure/:flowId': `/departure/${leaving.flow.id}`,
        '/projects/:id/edit': `/projects/${projectId}/edit`,
        '/flows/:id': `/flows/${leaving.flow.id}`,
        '/imports/:id': `/imports/${importId}`,
        '/processes/:id': `/processes/${processId}`,
        '/messages/:id': conversation,
        '/messages/flow': `/messages/flow?flow=${leaving.flow.id}`,
        '/papers/templates/:id': `/papers/templates/${papers.templateId}`,
        '/papers/runs/:id': `/papers/runs/${papers.runId}`,
        '/papers/issue': `/papers/issue?flow=${abroad.flow.id}&template=${papers.letterId}`,
        ':key': createUnit.key,
        ':id': leaving.id,
        ':mobilityId': id,
      },
      host: {
        '/our-data/:id': `/our-data/${capacities[0]?.company.id ?? ''}`,
        '/imports/:id': '/imports/new',
        '/messages/:id': conversation,
        ':id': id,
        ':mobilityId': id,
      },
      company: { '/messages/:id': withCompany, ':id': id, ':kind': 'midterm', ':mobilityId': id, ':week': week },
      participant: { '/messages/:id': conversation, ':id': id },
    },
  };
}
