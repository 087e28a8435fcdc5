import { policy } from '@softmob/access';
import { conflict, type Ctx, illegalState, invalid, type Tx, validate, validation, write } from '@softmob/api-kit';
import { checkTemplate, differenceOf, mostSteps, type ProcessStep } from '@softmob/processes-model';
import { z } from 'zod';
import { type ProcessTemplateRow, type ProcessTemplateVersion } from './process-template.entity';
import { type ProcessStepInput, type SaveProcessDraftInput } from './process-template.inputs';
import { processTemplateRows, processVersions } from './process-template.loaders';

const { copyTemplate: copying, editTemplate: editing } = policy.processes;

const text = z.string().trim().max(200);
const short = z.string().trim().max(60);
/** Only what storing needs: what makes a process sound is asked when it is published. */
const draft = z.object({
  nameEn: text,
  nameIt: text,
  activityTypes: z.array(short).max(40),
  steps: z
    .array(
      z.object({
        key: short,
        titleEn: text,
        titleIt: text,
        phase: short,
        role: short,
        scope: z.enum(['mobility', 'flow']),
        due: z.object({
          anchor: z.enum(['departure', 'return', 'step']),
          offsetDays: z.number().int(),
          step: short.nullish(),
          workingDays: z.boolean().nullish(),
        }),
        closesOn: short.nullish(),
        needs: z.array(short).max(mostSteps).nullish(),
        minorsOnly: z.boolean().nullish(),
        reminders: z.array(z.number().int()).max(50).nullish(),
        escalation: z.object({ afterDays: z.number().int(), role: short }).nullish(),
      }),
    )
    .max(mostSteps),
});

/** A step as it is stored: nothing in it that says nothing. */
function toStep({ titleEn, titleIt, due, needs, ...step }: ProcessStepInput): ProcessStep {
  return {
    key: step.key,
    title: { en: titleEn, it: titleIt },
    phase: step.phase,
    role: step.role,
    scope: step.scope,
    due: {
      anchor: due.anchor,
      offsetDays: due.offsetDays,
      ...(due.anchor === 'step' && due.step ? { step: due.step } : {}),
      ...(due.workingDays ? { workingDays: true } : {}),
    },
    closesOn: step.closesOn ?? null,
    ...(needs?.length ? { needs } : {}),
    ...(step.minorsOnly ? { minorsOnly: true } : {}),
    ...(step.reminders?.length ? { reminders: step.reminders } : {}),
    ...(step.escalation ? { escalation: step.escalation } : {}),
    // Words that nobody knows are named when the draft is checked.
  } as ProcessStep;
}

/** The newest version of a template that was loaded before; null where it was never published. */
async function newestOf(tx: Tx, templateId: string): Promise<ProcessTemplateVersion | null> {
  const [version] = await tx.db.query<ProcessTemplateVersion & Record<string, unknown>>(
    `SELECT ${processVersions.select('x')} FROM process_template_version x WHERE x.template_id = $1::uuid
     ORDER BY x.number DESC LIMIT 1`,
    [templateId],
  );
  return version ?? null;
}

const tell = (tx: Tx, type: string, row: ProcessTemplateRow, after: Record<string, unknown>) =>
  tx.event({ type, subjectType: 'processTemplate', subjectId: row.id, organisationId: row.organisationId, after });

/** Loads a template to work on. @throws NOT_FOUND, FORBIDDEN where it is not the school's own, CONFLICT */
async function own(tx: Tx, id: string, version: number): Promise<ProcessTemplateRow> {
  const row = await tx.load(processTemplateRows, id);
  tx.ctx.assert(editing, row);
  if (row.version !== version) throw conflict();
  return row;
}

/** Takes a template over as the school's own, its newest version as the first draft. @throws NOT_FOUND, ILLEGAL_STATE */
export function copyProcessTemplate(
  ctx: Ctx,
  id: string,
  names: { nameEn?: string | null; nameIt?: string | null },
): Promise<ProcessTemplateRow> {
  return write(ctx, copying, async (tx) => {
    const source = await tx.load(processTemplateRows, id);
    const mine = source.organisationId === ctx.organisationId;
    const steps = (mine ? source.draft : null) ?? (await newestOf(tx, id))?.steps;
    if (!steps) throw illegalState('This process was never published.', 'PROCESS_UNPUBLISHED');
    const { nameEn, nameIt } = validate(z.object({ nameEn: text.nullish(), nameIt: text.nullish() }), names);
    const copyId = tx.newId();
    const [copy] = await tx.insert(processTemplateRows, [
      {
        id: copyId,
        organisationId: ctx.organisationId,
        key: copyId,
        nameEn: nameEn ?? source.nameEn,
        nameIt: nameIt ?? source.nameIt,
        activityTypes: source.activityTypes,
        sharedWithPartners: false,
        draft: steps,
        copiedFromId: id,
        createdAt: ctx.clock.now(),
        version: 1,
      },
    ]);
    if (!copy) throw new Error('The copy was not stored');
    await tell(tx, 'process-template.copied', copy, { from: id, nameEn: copy.nameEn, steps: steps.length });
    return copy;
  });
}

/** Keeps the draft as it stands, sound or not. @throws NOT_FOUND, FORBIDDEN, CONFLICT, VALIDATION */
export function saveProcessDraft(
  ctx: Ctx,
  { id, version, ...input }: SaveProcessDraftInput,
): Promise<ProcessTemplateRow> {
  return write(ctx, editing, async (tx) => {
    const row = await own(tx, id, version);
    const { steps, ...frame } = validate(draft, input);
    const changed = await tx.update(processTemplateRows, row, { ...frame, draft: steps.map(toStep) }, version);
    await tell(tx, 'process-template.draft-saved', changed, { steps: steps.length });
    return changed;
  });
}

/** Makes the draft the next version. @throws VALIDATION naming step and field, ILLEGAL_STATE where nothing differs */
export function publishProcessTemplate(
  ctx: Ctx,
  id: string,
  version: number,
  note: string | null,
): Promise<ProcessTemplateRow> {
  return write(ctx, editing, async (tx) => {
    const row = await own(tx, id, version);
    if (!row.draft) throw illegalState('There is nothing to publish.', 'PROCESS_NO_DRAFT');
    const faults = checkTemplate({ name: { en: row.nameEn, it: row.nameIt }, steps: row.draft });
    if (faults.length > 0) {
      throw validation(
        faults.map(({ path, step, code, message }) => ({ path, code, message, ...(step ? { params: { step } } : {}) })),
      );
    }
    if (note && note.length > 500) throw invalid('note', 'TOO_LONG', 'Write at most 500 characters.');
    const newest = await newestOf(tx, id);
    const { added, removed, changed } = differenceOf(newest?.steps ?? [], row.draft);
    if (newest && JSON.stringify(newest.steps) === JSON.stringify(row.draft)) {
      throw illegalState('The draft says what the newest version says.', 'PROCESS_SAME');
    }
    const number = (newest?.number ?? 0) + 1;
    await tx.insert(processVersions, [
      {
        id: tx.newId(),
        templateId: id,
        number,
        steps: row.draft,
        note: note?.trim() || null,
        publishedAt: ctx.clock.now(),
        publishedByPersonId: ctx.personId,
      },
    ]);
    const published = await tx.update(processTemplateRows, row, { draft: null }, version);
    const keys = (steps: readonly ProcessStep[]) => steps.map(({ key }) => key);
    await tell(tx, 'process-template.published', published, {
      number,
      added: keys(added),
      removed: keys(removed),
      changed: changed.map(({ after }) => after.key),
    });
    return published;
  });
}

/** Lets partner schools read and copy it, or no longer. @throws ILLEGAL_STATE where it was never published */
export function shareProcessTemplate(
  ctx: Ctx,
  id: string,
  version: number,
  shared: boolean,
): Promise<ProcessTemplateRow> {
  return write(ctx, editing, async (tx) => {
    const row = await own(tx, id, version);
    if (shared && !(await newestOf(tx, id))) {
      throw illegalState('Publish the process before you share it.', 'PROCESS_UNPUBLISHED', ['publish']);
    }
    const changed = await tx.update(processTemplateRows, row, { sharedWithPartners: shared }, version);
    await tell(tx, shared ? 'process-template.shared' : 'process-template.unshared', changed, {});
    return changed;
  });
}

/** Puts it away or takes it out again: running flows keep it either way. */
export function archiveProcessTemplate(
  ctx: Ctx,
  id: string,
  version: number,
  archived: boolean,
): Promise<ProcessTemplateRow> {
  return write(ctx, editing, async (tx) => {
    const row = await own(tx, id, version);
    const changed = await tx.update(
      processTemplateRows,
      row,
      { archivedAt: archived ? ctx.clock.now() : null },
      version,
    );
    await tell(tx, archived ? 'process-template.archived' : 'process-template.restored', changed, {});
    return changed;
  });
}
