import { policy } from '@softmob/access';
import { Access, type Ctx as Context, inLanguage, LocaleArg, Moment, Type } from '@softmob/api-kit';
import { type ShippedTemplate, type TemplateContent } from '@softmob/paperwork-model';
import { Ctx, Field, ID, InputType, Int } from 'type-graphql';
import { TemplateContentScalar } from './content.scalar';
import { type DocumentTemplateRow, type DocumentTemplateVersion } from './template.entity';

const rules = policy.paperwork;

@Type('DocumentTemplateFault', 'Something that keeps a document template from being published.')
export class DocumentTemplateFaultType {
  @Access(rules.readTemplate)
  @Field(() => String, { description: 'Where: language, key of the block, place within it, such as `en.intro.text`.' })
  path!: string;

  @Access(rules.readTemplate)
  @Field(() => String, { description: 'Stable code that portals translate.' })
  code!: string;

  @Access(rules.readTemplate)
  @Field(() => String, { description: 'English sentence; an unknown placeholder is named with the nearest there is.' })
  message!: string;
}

@Type('DocumentTemplateVersion', 'What a document template was when it was published. It never changes.')
export class DocumentTemplateVersionType implements Pick<
  DocumentTemplateVersion,
  'id' | 'number' | 'note' | 'content' | 'publishedAt'
> {
  @Access(rules.readTemplate)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.readTemplate)
  @Field(() => Int, { description: '1, 2, 3 … within the template.' })
  number!: number;

  @Access(rules.readTemplate)
  @Field(() => TemplateContentScalar, { description: 'What it says, in each language.' })
  content!: TemplateContent;

  @Access(rules.readTemplate)
  @Field(() => String, { nullable: true, description: 'What whoever published it said about it.' })
  note!: string | null;

  @Access(rules.readTemplate)
  @Field(() => Moment, { description: 'When it was published.' })
  publishedAt!: Date;
}

@Type('DocumentTemplate', 'A template from which documents are issued.')
export class DocumentTemplateType implements Pick<
  DocumentTemplateRow,
  'id' | 'kind' | 'nameEn' | 'nameIt' | 'basis' | 'archivedAt' | 'version'
> {
  @Access(rules.readTemplate)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.readTemplate)
  @Field(() => String, { description: 'Kind of document, such as learningAgreement or attendance.' })
  kind!: DocumentTemplateRow['kind'];

  @Access(rules.readTemplate)
  @Field(() => String, { simple: false, description: 'Its name.' })
  name(@Ctx() ctx: Context, @LocaleArg() locale: string | null): string {
    const { nameEn, nameIt } = this as unknown as DocumentTemplateRow;
    return inLanguage(ctx, locale, { en: nameEn, it: nameIt });
  }

  @Access(rules.readTemplate)
  @Field(() => String, { description: 'Its name in English.' })
  nameEn!: string;

  @Access(rules.readTemplate)
  @Field(() => String, { description: 'Its name in Italian.' })
  nameIt!: string;

  @Access(rules.readTemplate)
  @Field(() => String, { simple: false, description: '`own`, or `shipped` with the product.' })
  origin(): string {
    return (this as unknown as DocumentTemplateRow).organisationId === null ? 'shipped' : 'own';
  }

  @Access(rules.readTemplate)
  @Field(() => String, {
    nullable: true,
    description:
      'How far the fields of a shipped one were confirmed against published templates: `confirmed`, `partly`, or `own` (put together by the product). The wording is always the product’s own.',
  })
  basis!: ShippedTemplate['basis'] | null;

  @Access(rules.readDraft)
  @Field(() => TemplateContentScalar, {
    nullable: true,
    description: 'What is not published yet; null where there is none.',
  })
  draft!: TemplateContent | null;

  @Access(rules.readTemplate)
  @Field(() => Moment, { nullable: true, description: 'When it was put away: what was issued from it stays.' })
  archivedAt!: Date | null;

  @Access(rules.readTemplate)
  @Field(() => Int, { description: 'Pass it back when changing: an older one is a CONFLICT.' })
  version!: number;
}

@InputType({ description: 'The whole draft of a document template, as it stands in the editor.' })
export class SaveDocumentDraftInput {
  @Field(() => ID, { description: 'The template, one of the school’s own.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen: an older one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn!: string;

  @Field(() => String, { description: 'Its name in Italian.' })
  nameIt!: string;

  @Field(() => TemplateContentScalar, { description: 'What it says.' })
  content!: TemplateContent;
}
