import { policy } from '@softmob/access';
import { Access, type Ctx as Context, findOne, findPage, invalid } from '@softmob/api-kit';
import { personName } from '@softmob/identity-api';
import { type Mobility, mobilityById, MobilityType } from '@softmob/projects-api';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { proofUrl } from './address';
import { type DocumentRun, type DocumentRunItem, type IssuedDocument } from './issued.entity';
import {
  DocumentPreflightLineType,
  DocumentRunConnection,
  DocumentRunItemType,
  DocumentRunType,
  DocumentsInput,
  IssuedDocumentConnection,
  IssuedDocumentFilter,
  IssuedDocumentType,
} from './issued.type';
import {
  countsOfRun,
  issuedById,
  issuedDocuments,
  issuedOfMobility,
  itemsOfRun,
  runRows,
  subjectName,
  templateById,
  templateVersionById,
} from './loaders';
import { generateDocuments, preflight, type PreflightLine, retryDocumentRun } from './run.service';
import { DocumentTemplateType } from './template.type';
import { withdrawIssuedDocument } from './withdraw.service';

const rules = policy.paperwork;
const FIRST = { nullable: true, description: 'Rows per page, 1 to 500; 50 unless told.' };
const AFTER = { nullable: true, description: 'Cursor after which the page begins.' };
const STATES: readonly string[] = ['valid', 'replaced', 'withdrawn'];

@Resolver(() => IssuedDocumentType)
export class IssuedDocumentResolver {
  @Access(rules.readIssued)
  @Query(() => IssuedDocumentConnection, { description: 'Issued documents within reach, the newest first.' })
  issuedDocuments(
    @Ctx() ctx: Context,
    @Arg('filter', () => IssuedDocumentFilter, { nullable: true, description: 'Which.' })
    filter: IssuedDocumentFilter | null,
    @Arg('first', () => Int, FIRST) first: number | null,
    @Arg('after', () => String, AFTER) after: string | null,
  ) {
    const { flowId, mobilityId, kind, status, ofFlows } = filter ?? {};
    if (status && !STATES.includes(status)) throw invalid('filter.status', 'UNKNOWN', `One of ${STATES.join(', ')}.`);
    return findPage(
      ctx,
      issuedDocuments,
      { first, after },
      {
        where: (p) =>
          [
            'TRUE',
            ...(flowId ? [`x.flow_id = ${p.add(flowId)}::uuid`] : []),
            ...(mobilityId ? [`x.mobility_id = ${p.add(mobilityId)}::uuid`] : []),
            ...(kind ? [`x.kind = ${p.add(kind)}`] : []),
            ...(status ? [`x.status = ${p.add(status)}`] : []),
            ...(ofFlows ? ['x.mobility_id IS NULL'] : []),
          ].join(' AND '),
        sort: [{ sql: 'x.issued_at', type: 'timestamptz', descending: true }],
      },
    );
  }

  @Access(rules.readIssued)
  @Query(() => IssuedDocumentType, { description: 'One issued document within reach. NOT_FOUND otherwise.' })
  issuedDocument(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Identifier.' }) id: string,
  ): Promise<IssuedDocument> {
    return findOne(ctx, issuedDocuments, id);
  }

  @Access(rules.readIssue)
  @FieldResolver(() => String, { nullable: true, description: 'For whom: a learner, an accompanying person, a flow.' })
  subject(@Root() { subjectId }: IssuedDocument, @Ctx() ctx: Context) {
    return ctx.load(subjectName).load(subjectId);
  }

  @Access(rules.readIssued)
  @FieldResolver(() => MobilityType, {
    nullable: true,
    description: 'The mobility it was issued for; null where it is for a flow. Who reaches the one reaches the other.',
  })
  mobility(@Root() { mobilityId }: IssuedDocument, @Ctx() ctx: Context) {
    return mobilityId ? ctx.load(mobilityById).load(mobilityId) : null;
  }

  @Access(rules.readIssue)
  @FieldResolver(() => String, { nullable: true, description: 'Who asked for it.' })
  issuedBy(@Root() document: IssuedDocument, @Ctx() ctx: Context) {
    return ctx.load(personName).load(document.issuedBy);
  }

  @Access(rules.readIssued)
  @FieldResolver(() => String, { nullable: true, description: 'Number of the document that took its place.' })
  async replacedBy(@Root() { replacedById }: IssuedDocument, @Ctx() ctx: Context) {
    return replacedById ? ((await ctx.load(issuedById).load(replacedById))?.number ?? null) : null;
  }

  @Access(rules.readIssued)
  @FieldResolver(() => String, { description: 'The public page that says whether it is genuine.' })
  proof(@Root() { token }: IssuedDocument, @Ctx() ctx: Context): string {
    return proofUrl(ctx.request.origin, token);
  }

  @Access(rules.withdraw)
  @Mutation(() => IssuedDocumentType, {
    description: 'Declares a document void, with a reason. Those who had it are told; whoever checks it sees it.',
  })
  withdrawIssuedDocument(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The document.' }) id: string,
    @Arg('reason', () => String, { description: 'Why, 3 to 500 characters.' }) reason: string,
  ): Promise<IssuedDocument> {
    return withdrawIssuedDocument(ctx, id, reason);
  }
}

@Resolver(() => DocumentRunType)
export class DocumentRunResolver {
  @Access(rules.generate)
  @Query(() => DocumentRunType, { description: 'One run within reach. NOT_FOUND otherwise.' })
  documentRun(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Identifier.' }) id: string,
  ): Promise<DocumentRun> {
    return findOne(ctx, runRows, id);
  }

  @Access(rules.generate)
  @Query(() => DocumentRunConnection, { description: 'Runs of the school, the newest first.' })
  documentRuns(
    @Ctx() ctx: Context,
    @Arg('first', () => Int, FIRST) first: number | null,
    @Arg('after', () => String, AFTER) after: string | null,
  ) {
    return findPage(
      ctx,
      runRows,
      { first, after },
      {
        sort: [{ sql: 'x.requested_at', type: 'timestamptz', descending: true }],
      },
    );
  }

  @Access(rules.generate)
  @Query(() => [DocumentPreflightLineType], {
    description: 'What is missing for whom, and what would be replaced, before anything is issued.',
  })
  documentPreflight(
    @Ctx() ctx: Context,
    @Arg('input', () => DocumentsInput, { description: 'Which documents.' }) input: DocumentsInput,
  ): Promise<PreflightLine[]> {
    return preflight(ctx, input);
  }

  @Access(rules.generate)
  @Mutation(() => DocumentRunType, {
    description: 'Issues documents as a job with progress. Those whose facts are missing fail and are named.',
  })
  generateDocuments(
    @Ctx() ctx: Context,
    @Arg('input', () => DocumentsInput, { description: 'Which documents.' }) input: DocumentsInput,
  ): Promise<DocumentRun> {
    return generateDocuments(ctx, input);
  }

  @Access(rules.generate)
  @Mutation(() => DocumentRunType, { description: 'Tries again for those for whom nothing could be issued.' })
  retryDocumentRun(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The run.' }) id: string,
  ): Promise<DocumentRun> {
    return retryDocumentRun(ctx, id);
  }

  @Access(rules.generate)
  @FieldResolver(() => DocumentTemplateType, { nullable: true, description: 'The template.' })
  async template(@Root() { versionId }: DocumentRun, @Ctx() ctx: Context) {
    const version = await ctx.load(templateVersionById).load(versionId);
    return version && ctx.load(templateById).load(version.templateId);
  }

  @Access(rules.generate)
  @FieldResolver(() => [DocumentRunItemType], { description: 'Its subjects, and what came of each.' })
  items(@Root() { id }: DocumentRun, @Ctx() ctx: Context) {
    return ctx.load(itemsOfRun).load(id);
  }

  @Access(rules.generate)
  @FieldResolver(() => Int, { description: 'How many documents were asked for.' })
  async total(@Root() { id }: DocumentRun, @Ctx() ctx: Context) {
    return (await ctx.load(countsOfRun).load(id)).total;
  }

  @Access(rules.generate)
  @FieldResolver(() => Int, { description: 'How many were issued so far.' })
  async issued(@Root() { id }: DocumentRun, @Ctx() ctx: Context) {
    return (await ctx.load(countsOfRun).load(id)).issued;
  }

  @Access(rules.generate)
  @FieldResolver(() => Int, { description: 'How many could not be issued.' })
  async failed(@Root() { id }: DocumentRun, @Ctx() ctx: Context) {
    return (await ctx.load(countsOfRun).load(id)).failed;
  }
}

@Resolver(() => DocumentRunItemType)
export class DocumentRunItemResolver {
  @Access(rules.generate)
  @FieldResolver(() => String, { nullable: true, description: 'For whom: a learner, an accompanying person, a flow.' })
  subject(@Root() { subjectId }: DocumentRunItem, @Ctx() ctx: Context) {
    return ctx.load(subjectName).load(subjectId);
  }

  @Access(rules.generate)
  @FieldResolver(() => IssuedDocumentType, { nullable: true, description: 'What was issued.' })
  document(@Root() { documentId }: DocumentRunItem, @Ctx() ctx: Context) {
    return documentId ? ctx.load(issuedById).load(documentId) : null;
  }
}

@Resolver(() => DocumentPreflightLineType)
export class DocumentPreflightResolver {
  @Access(rules.generate)
  @FieldResolver(() => String, { nullable: true, description: 'For whom: a learner, an accompanying person, a flow.' })
  subject(@Root() { subjectId }: PreflightLine, @Ctx() ctx: Context) {
    return ctx.load(subjectName).load(subjectId);
  }
}

/** Paperwork adds its field to the mobility. */
@Resolver(() => MobilityType)
export class MobilityPaperworkResolver {
  @Access(rules.readIssued)
  @FieldResolver(() => [IssuedDocumentType], {
    description: 'Documents issued for it that the reader may see, the newest first, earlier ones among them.',
  })
  issuedDocuments(@Root() { id }: Mobility, @Ctx() ctx: Context): Promise<IssuedDocument[]> {
    return ctx.load(issuedOfMobility).load(id);
  }
}
