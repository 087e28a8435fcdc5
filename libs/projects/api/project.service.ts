import { policy } from '@softmob/access';
import { type Ctx, invalid, type Tx, validate, write } from '@softmob/api-kit';
import { checkProject, parseGrantAgreementNumber, type ProjectAction, projectActions } from '@softmob/projects-model';
import { z } from 'zod';
import { type Project } from './project.entity';
import { type CreateProjectInput, type EditProjectInput } from './project.inputs';
import { flows, projects } from './project.loaders';
import { refuseRuleErrors } from './rule-faults';

const { editProject: rule } = policy.projects;

const frame = z.object({
  title: z.string().trim().min(1).max(200),
  action: z.enum(projectActions as [ProjectAction, ...ProjectAction[]]),
  agreementNumber: z
    .string()
    .trim()
    .nullish()
    .transform((text) => (text ? (parseGrantAgreementNumber(text)?.number ?? text) : null)),
  callYear: z.int().min(2021).max(2040),
  startsOn: z.string(),
  endsOn: z.string(),
});
type Frame = z.output<typeof frame>;

/** @throws VALIDATION where action, call, dates and agreement number do not agree */
function checkFrame(ctx: Ctx, input: unknown): Frame {
  const facts = validate(frame, input);
  refuseRuleErrors(ctx, checkProject({ ...facts, grantAgreementNumber: facts.agreementNumber }));
  return facts;
}

/** Opens a project of the caller's school. @throws VALIDATION */
export function createProject(ctx: Ctx, input: CreateProjectInput): Promise<Project> {
  return write(ctx, rule, async (tx) => {
    const facts = checkFrame(ctx, input);
    const [project] = await tx.insert(projects, [
      { id: tx.newId(), organisationId: ctx.organisationId, ...facts, createdAt: ctx.clock.now(), version: 1 },
    ]);
    if (!project) throw new Error('The project was not stored');
    await tx.event({
      type: 'project.created',
      subjectType: 'project',
      subjectId: project.id,
      organisationId: project.organisationId,
      after: { ...facts },
    });
    return project;
  });
}

/** @throws VALIDATION where a flow would lie outside the project's new dates */
async function keepFlowsInside(tx: Tx, project: Project, facts: Frame): Promise<void> {
  const outside = await tx.loadAll(
    flows,
    (parameters) =>
      `x.project_id = ${parameters.add(project.id)}::uuid AND (x.starts_on < ${parameters.add(facts.startsOn)}::date OR x.ends_on > ${parameters.add(facts.endsOn)}::date)`,
  );
  const [first] = outside;
  if (!first) return;
  const path = first.startsOn < facts.startsOn ? 'startsOn' : 'endsOn';
  const codes = outside.map(({ code }) => code).join(', ');
  throw invalid(path, 'FLOWS_OUTSIDE_PROJECT', `Flows would lie outside the project: ${codes}.`, { flows: codes });
}

/** Changes the frame of a project. @throws NOT_FOUND, CONFLICT, VALIDATION */
export function editProject(ctx: Ctx, { id, version, ...changes }: EditProjectInput): Promise<Project> {
  return write(ctx, rule, async (tx) => {
    const project = await tx.load(projects, id);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value != null));
    const facts = checkFrame(ctx, { ...project, ...given });
    await keepFlowsInside(tx, project, facts);
    const changed = await tx.update(projects, project, facts, version);
    await tx.event({
      type: 'project.changed',
      subjectType: 'project',
      subjectId: id,
      organisationId: project.organisationId,
      ...tx.difference(projects, project, facts),
    });
    return changed;
  });
}
