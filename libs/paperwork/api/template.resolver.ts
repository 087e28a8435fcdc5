import { policy } from '@softmob/access';
import { Access, type Ctx as Context, findOne } from '@softmob/api-kit';
import { personName } from '@softmob/identity-api';
import { checkContent, KINDS } from '@softmob/paperwork-model';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { listTemplates, templateRows, versionsOfTemplate } from './loaders';
import { type DocumentTemplateRow, type DocumentTemplateVersion } from './template.entity';
import {
  archiveDocumentTemplate,
  copyDocumentTemplate,
  publishDocumentTemplate,
  saveDocumentDraft,
} from './template.service';
import {
  DocumentTemplateFaultType,
  DocumentTemplateType,
  DocumentTemplateVersionType,
  SaveDocumentDraftInput,
} from './template.type';

const rules = policy.paperwork;
const SEEN = { description: 'The version that was seen: an older one is a CONFLICT.' };

@Resolver(() => DocumentTemplateType)
export class DocumentTemplateResolver {
  @Access(rules.readTemplate)
  @Query(() => [DocumentTemplateType], { description: 'The school’s own templates, then those that are shipped.' })
  documentTemplates(
    @Ctx() ctx: Context,
    @Arg('archived', () => Boolean, {
      nullable: true,
      description: 'Only those put away; only the others unless told.',
    })
    archived: boolean | null,
  ): Promise<DocumentTemplateRow[]> {
    return listTemplates(ctx, archived ?? false);
  }

  @Access(rules.readTemplate)
  @Query(() => DocumentTemplateType, { description: 'One template within reach. NOT_FOUND otherwise.' })
  documentTemplate(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Identifier.' }) id: string,
  ): Promise<DocumentTemplateRow> {
    return findOne(ctx, templateRows, id);
  }

  @Access(rules.readTemplate)
  @FieldResolver(() => [DocumentTemplateVersionType], { description: 'What was published, the newest first.' })
  versions(@Root() template: DocumentTemplateRow, @Ctx() ctx: Context): Promise<DocumentTemplateVersion[]> {
    return ctx.load(versionsOfTemplate).load(template.id);
  }

  @Access(rules.readDraft)
  @FieldResolver(() => [DocumentTemplateFaultType], {
    nullable: true,
    description: 'What keeps the draft from being published; null where there is no draft.',
  })
  draftFaults(@Root() { draft, kind }: DocumentTemplateRow) {
    return draft && checkContent(draft, KINDS[kind].subject);
  }

  @Access(rules.copyTemplate)
  @Mutation(() => DocumentTemplateType, {
    description: 'Takes a template over as the school’s own: its newest version becomes the first draft.',
  })
  copyDocumentTemplate(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The template.' }) id: string,
    @Arg('nameEn', () => String, { nullable: true, description: 'Its name in English, the same unless told.' })
    nameEn: string | null,
    @Arg('nameIt', () => String, { nullable: true, description: 'Its name in Italian, the same unless told.' })
    nameIt: string | null,
  ): Promise<DocumentTemplateRow> {
    return copyDocumentTemplate(ctx, id, { nameEn, nameIt });
  }

  @Access(rules.editTemplate)
  @Mutation(() => DocumentTemplateType, { description: 'Keeps the draft as it stands, sound or not.' })
  saveDocumentDraft(
    @Ctx() ctx: Context,
    @Arg('input', () => SaveDocumentDraftInput, { description: 'The draft.' }) input: SaveDocumentDraftInput,
  ): Promise<DocumentTemplateRow> {
    return saveDocumentDraft(ctx, input);
  }

  @Access(rules.editTemplate)
  @Mutation(() => DocumentTemplateType, {
    description: 'Makes the draft the next version. VALIDATION names what is wrong, unknown placeholders among it.',
  })
  publishDocumentTemplate(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The template.' }) id: string,
    @Arg('version', () => Int, SEEN) version: number,
    @Arg('note', () => String, { nullable: true, description: 'What is new, up to 500 characters.' })
    note: string | null,
  ): Promise<DocumentTemplateRow> {
    return publishDocumentTemplate(ctx, id, version, note);
  }

  @Access(rules.editTemplate)
  @Mutation(() => DocumentTemplateType, { description: 'Puts a template away, or takes it out again.' })
  archiveDocumentTemplate(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The template.' }) id: string,
    @Arg('version', () => Int, SEEN) version: number,
    @Arg('archived', () => Boolean, { description: 'Whether it is put away.' }) archived: boolean,
  ): Promise<DocumentTemplateRow> {
    return archiveDocumentTemplate(ctx, id, version, archived);
  }
}

@Resolver(() => DocumentTemplateVersionType)
export class DocumentTemplateVersionResolver {
  @Access(rules.readTemplate)
  @FieldResolver(() => String, { nullable: true, description: 'Who published it; null for a shipped one.' })
  publishedBy(@Root() { publishedByPersonId }: DocumentTemplateVersion, @Ctx() ctx: Context) {
    return publishedByPersonId ? ctx.load(personName).load(publishedByPersonId) : null;
  }
}
