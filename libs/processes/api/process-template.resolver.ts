import { policy } from '@softmob/access';
import { Access, type Ctx as Context, findOne } from '@softmob/api-kit';
import { personName } from '@softmob/identity-api';
import { checkTemplate } from '@softmob/processes-model';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type ProcessTemplateRow, type ProcessTemplateVersion } from './process-template.entity';
import { SaveProcessDraftInput } from './process-template.inputs';
import {
  followersOfTemplate,
  listTemplates,
  processTemplateById,
  processTemplateRows,
  schoolName,
  versionsOfTemplate,
} from './process-template.loaders';
import {
  archiveProcessTemplate,
  copyProcessTemplate,
  publishProcessTemplate,
  saveProcessDraft,
  shareProcessTemplate,
} from './process-template.service';
import { ProcessFaultType, ProcessTemplateType, ProcessTemplateVersionType } from './process-template.type';

const rules = policy.processes;
const THE_ID = { description: 'The template.' };
const SEEN = { description: 'The version that was seen: an older one is a CONFLICT.' };

@Resolver(() => ProcessTemplateType)
export class ProcessTemplateResolver {
  @Access(rules.readTemplate)
  @Query(() => [ProcessTemplateType], {
    description: 'The school’s own templates, those shipped and those partner schools share, in this order.',
  })
  processTemplates(
    @Ctx() ctx: Context,
    @Arg('archived', () => Boolean, {
      nullable: true,
      description: 'Only those put away; only the others unless told.',
    })
    archived: boolean | null,
  ): Promise<ProcessTemplateRow[]> {
    return listTemplates(ctx, archived ?? false);
  }

  @Access(rules.readTemplate)
  @Query(() => ProcessTemplateType, { description: 'One template within reach. NOT_FOUND otherwise.' })
  processTemplate(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Identifier.' }) id: string,
  ): Promise<ProcessTemplateRow> {
    return findOne(ctx, processTemplateRows, id);
  }

  @Access(rules.readTemplate)
  @FieldResolver(() => [ProcessTemplateVersionType], { description: 'What was published, the newest first.' })
  versions(@Root() template: ProcessTemplateRow, @Ctx() ctx: Context) {
    return ctx.load(versionsOfTemplate).load(template.id);
  }

  @Access(rules.readTemplate)
  @FieldResolver(() => String, { nullable: true, description: 'The school whose it is; null for a shipped one.' })
  schoolName(@Root() template: ProcessTemplateRow, @Ctx() ctx: Context) {
    return template.organisationId ? ctx.load(schoolName).load(template.organisationId) : null;
  }

  @Access(rules.readTemplate)
  @FieldResolver(() => Int, { description: 'How many of the school’s flows follow it.' })
  flowCount(@Root() template: ProcessTemplateRow, @Ctx() ctx: Context) {
    return ctx.load(followersOfTemplate).load(template.id);
  }

  @Access(rules.readDraft)
  @FieldResolver(() => [ProcessFaultType], {
    nullable: true,
    description: 'What keeps the draft from being published; empty where nothing does.',
  })
  draftFaults(@Root() { draft, nameEn, nameIt }: ProcessTemplateRow) {
    return draft ? checkTemplate({ name: { en: nameEn, it: nameIt }, steps: draft }) : [];
  }

  @Access(rules.copyTemplate)
  @Mutation(() => ProcessTemplateType, {
    description: 'Takes a template over as the school’s own: its newest version becomes the first draft.',
  })
  copyProcessTemplate(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, THE_ID) id: string,
    @Arg('nameEn', () => String, { nullable: true, description: 'Its name in English; the same unless told.' })
    nameEn: string | null,
    @Arg('nameIt', () => String, { nullable: true, description: 'Its name in Italian; the same unless told.' })
    nameIt: string | null,
  ): Promise<ProcessTemplateRow> {
    return copyProcessTemplate(ctx, id, { nameEn, nameIt });
  }

  @Access(rules.editTemplate)
  @Mutation(() => ProcessTemplateType, {
    description: 'Keeps the draft as it stands. It may have faults: `draftFaults` names them.',
  })
  saveProcessDraft(
    @Ctx() ctx: Context,
    @Arg('input', () => SaveProcessDraftInput, { description: 'The draft.' }) input: SaveProcessDraftInput,
  ): Promise<ProcessTemplateRow> {
    return saveProcessDraft(ctx, input);
  }

  @Access(rules.editTemplate)
  @Mutation(() => ProcessTemplateType, {
    description: 'Makes the draft the next version, which never changes. VALIDATION names step and field at fault.',
  })
  publishProcessTemplate(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, THE_ID) id: string,
    @Arg('version', () => Int, SEEN) version: number,
    @Arg('note', () => String, { nullable: true, description: 'What is new in it, up to 500 characters.' })
    note: string | null,
  ): Promise<ProcessTemplateRow> {
    return publishProcessTemplate(ctx, id, version, note);
  }

  @Access(rules.editTemplate)
  @Mutation(() => ProcessTemplateType, { description: 'Lets partner schools read and copy it, or no longer.' })
  shareProcessTemplate(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, THE_ID) id: string,
    @Arg('version', () => Int, SEEN) version: number,
    @Arg('shared', () => Boolean, { description: 'Whether they may.' }) shared: boolean,
  ): Promise<ProcessTemplateRow> {
    return shareProcessTemplate(ctx, id, version, shared);
  }

  @Access(rules.editTemplate)
  @Mutation(() => ProcessTemplateType, { description: 'Puts it away, or takes it out again. Running flows keep it.' })
  archiveProcessTemplate(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, THE_ID) id: string,
    @Arg('version', () => Int, SEEN) version: number,
    @Arg('archived', () => Boolean, { description: 'Whether it is put away.' }) archived: boolean,
  ): Promise<ProcessTemplateRow> {
    return archiveProcessTemplate(ctx, id, version, archived);
  }
}

@Resolver(() => ProcessTemplateVersionType)
export class ProcessTemplateVersionResolver {
  @Access(rules.readTemplate)
  @FieldResolver(() => ProcessTemplateType, { nullable: true, description: 'The template whose version it is.' })
  template(@Root() version: ProcessTemplateVersion, @Ctx() ctx: Context) {
    return ctx.load(processTemplateById).load(version.templateId);
  }

  @Access(rules.readDoer)
  @FieldResolver(() => String, { nullable: true, description: 'Who published it; null for a shipped one.' })
  publishedBy(@Root() version: ProcessTemplateVersion, @Ctx() ctx: Context) {
    return version.publishedByPersonId ? ctx.load(personName).load(version.publishedByPersonId) : null;
  }
}
