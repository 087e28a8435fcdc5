import { policy } from '@softmob/access';
import { type Ctx, explainConstraint, illegalState, invalid, type Tx, validate, write } from '@softmob/api-kit';
import { organisations } from '@softmob/organisations-api';
import { countryCode } from '@softmob/participants-model';
import { processTemplateRows } from '@softmob/processes-api';
import { templateFor } from '@softmob/processes-model';
import {
  type ActivityCode,
  activityTypes,
  checkActivity,
  checkFlowDates,
  daysBetween,
  addDays,
  type ProjectAction,
} from '@softmob/projects-model';
import { z } from 'zod';
import { type Mobility } from './mobility.entity';
import { type Flow, type Project } from './project.entity';
import { type CreateFlowInput, type EditFlowInput } from './project.inputs';
import { flows, mobilities, projects } from './project.loaders';
import { refuseRuleErrors } from './rule-faults';
import { patchMobilities } from './stage.service';

const { editFlow: rule } = policy.projects;

explainConstraint(
  'flow_code_once',
  'FLOW_CODE_TAKEN',
  'The project has a flow of this code already. Choose another code.',
);
explainConstraint(
  'mobility_no_overlap',
  'STAYS_OVERLAP',
  'Somebody would be on two mobilities at once. Change the dates, or withdraw one of them.',
);

const activityCodes = activityTypes.map(({ code }) => code) as [ActivityCode, ...ActivityCode[]];
const frame = z.object({
  code: z.string().trim().min(1).max(20),
  activityType: z.enum(activityCodes),
  country: z
    .string()
    .trim()
    .refine((text) => countryCode(text) !== null, {
      message: 'Write the country as ISO 3166-1 alpha-2, such as DE.',
      params: { code: 'COUNTRY_UNKNOWN' },
    })
    .transform((text) => countryCode(text) ?? text),
  town: z.string().trim().min(1).max(100),
  startsOn: z.string(),
  endsOn: z.string(),
  hostOrganisationId: z
    .uuid()
    .nullish()
    .transform((id) => id ?? null),
  hostingParty: z
    .enum(['company', 'host'])
    .nullish()
    .transform((party) => party ?? 'company'),
});
type Frame = z.output<typeof frame>;

/** Checks a flow by itself and against its project. @throws VALIDATION */
export function checkFlow(ctx: Ctx, project: Project, input: unknown): Frame {
  const facts = validate(frame, input);
  const { activityType, startsOn: start, endsOn: end } = facts;
  refuseRuleErrors(ctx, [
    ...checkActivity(project.action as ProjectAction, activityType),
    ...checkFlowDates({ activityType, callYear: project.callYear, start, end, project }),
  ]);
  return facts;
}

/** @throws VALIDATION unless the school works with this host organisation */
async function checkHost(tx: Tx, hostId: string | null): Promise<void> {
  if (!hostId) return;
  const [host] = await tx.loadAll(
    organisations,
    (parameters) => `x.id = ${parameters.add(hostId)}::uuid AND x.kind = 'host'`,
  );
  if (!host)
    throw invalid('hostOrganisationId', 'HOST_UNKNOWN', 'Choose a host organisation that the school works with.');
}

/** Keys of the templates that flows take their tasks from, in the order of the flows. @throws VALIDATION */
async function templatesOf(
  tx: Tx,
  organisationId: string,
  frames: readonly { activityType: string; processTemplate?: string | null }[],
): Promise<string[]> {
  const known = await tx.loadAll(
    processTemplateRows,
    () => 'x.archived_at IS NULL AND EXISTS (SELECT 1 FROM process_template_version v WHERE v.template_id = x.id)',
  );
  const own = known
    .filter((template) => template.organisationId === organisationId)
    .sort((a, b) => a.nameEn.localeCompare(b.nameEn) || a.id.localeCompare(b.id));
  const usual = (activityType: string) =>
    own.find(({ activityTypes }) => activityTypes.includes(activityType))?.key ?? templateFor(activityType)?.key;
  return frames.map(({ activityType, processTemplate }) => {
    const key = processTemplate ?? usual(activityType) ?? 'vet-short';
    if (!known.some((template) => template.key === key)) {
      throw invalid('processTemplate', 'TEMPLATE_UNKNOWN', 'There is no such process template.');
    }
    return key;
  });
}

/** What history keeps of a flow. */
const factsOf = ({
  code,
  activityType,
  country,
  town,
  startsOn,
  endsOn,
  hostOrganisationId,
  processTemplate,
}: Flow) => ({
  code,
  activityType,
  country,
  town,
  startsOn,
  endsOn,
  hostOrganisationId,
  processTemplate,
});

/** Stores checked flows in one statement and tells of each. */
export async function insertFlows(
  tx: Tx,
  project: Project,
  frames: readonly (Frame & { processTemplate?: string | null })[],
): Promise<Flow[]> {
  const templates = await templatesOf(tx, project.organisationId, frames);
  const made = await tx.insert(
    flows,
    frames.map((facts, at) => ({
      ...facts,
      id: tx.newId(),
      projectId: project.id,
      organisationId: project.organisationId,
      processTemplate: templates[at] ?? '',
      createdAt: tx.ctx.clock.now(),
      version: 1,
    })),
  );
  await tx.events(
    made.map((flow) => ({
      type: 'flow.created',
      subjectType: 'flow',
      subjectId: flow.id,
      organisationId: flow.organisationId,
      flowId: flow.id,
      after: factsOf(flow),
    })),
  );
  return made;
}

/** Adds a flow to a project. @throws NOT_FOUND, VALIDATION, CONFLICT where its code is taken */
export function createFlow(ctx: Ctx, input: CreateFlowInput): Promise<Flow> {
  return write(ctx, rule, async (tx) => {
    const project = await tx.load(projects, input.projectId);
    const facts = checkFlow(ctx, project, input);
    await checkHost(tx, facts.hostOrganisationId);
    const [flow] = await insertFlows(tx, project, [{ ...facts, processTemplate: input.processTemplate ?? null }]);
    if (!flow) throw new Error('The flow was not stored');
    return flow;
  });
}

/** New days of a mobility when its flow moves: whoever had the flow's days has its new ones, others move as far. */
function movedStay(row: Mobility, flow: Flow, facts: Frame): Partial<Mobility> {
  const endsOn = addDays(row.endsOn, daysBetween(flow.endsOn, facts.endsOn));
  return {
    startsOn: row.stage === 'abroad' ? row.startsOn : addDays(row.startsOn, daysBetween(flow.startsOn, facts.startsOn)),
    endsOn,
    hostAccessUntil: addDays(row.hostAccessUntil, daysBetween(row.endsOn, endsOn)),
  };
}

/** Moves the mobilities of a flow along. @throws ILLEGAL_STATE where the first day would change for those who left */
async function moveStays(tx: Tx, flow: Flow, facts: Frame): Promise<number> {
  if (flow.startsOn === facts.startsOn && flow.endsOn === facts.endsOn) return 0;
  const rows = await tx.loadAll(
    mobilities,
    (parameters) => `x.flow_id = ${parameters.add(flow.id)}::uuid AND x.stage NOT IN ('withdrawn', 'back')`,
  );
  if (flow.startsOn !== facts.startsOn && rows.some(({ stage }) => stage === 'abroad')) {
    throw illegalState('Participants of this flow have left: its first day stays.', 'FLOW_DEPARTED');
  }
  const moved = await patchMobilities(tx, rows, (row) => movedStay(row, flow, facts));
  return moved.length;
}

/** Changes a flow; new dates move its mobilities along. @throws NOT_FOUND, CONFLICT, VALIDATION, ILLEGAL_STATE */
export function editFlow(ctx: Ctx, { id, version, ...changes }: EditFlowInput): Promise<Flow> {
  return write(ctx, rule, async (tx) => {
    const flow = await tx.load(flows, id);
    const project = await tx.load(projects, flow.projectId);
    // Only the host may be taken away: null means it there, and "left as it is" elsewhere.
    const given = Object.fromEntries(
      Object.entries(changes).filter(
        ([key, value]) => value != null || (key === 'hostOrganisationId' && value === null),
      ),
    );
    const facts = checkFlow(ctx, project, { ...flow, ...given });
    if (facts.hostOrganisationId !== flow.hostOrganisationId) await checkHost(tx, facts.hostOrganisationId);
    const changed = await tx.update(flows, flow, facts, version);
    const movedMobilities = await moveStays(tx, flow, facts);
    const { before, after } = tx.difference(flows, flow, facts);
    await tx.event({
      type: 'flow.changed',
      subjectType: 'flow',
      subjectId: id,
      organisationId: flow.organisationId,
      flowId: id,
      before,
      after: { ...after, movedMobilities },
    });
    return changed;
  });
}
