import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Day, findOne } from '@softmob/api-kit';
import { personName } from '@softmob/identity-api';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Document } from './document.entity';
import { DocumentFilter, findDocuments } from './document.list';
import { documents, lastDayOfStay } from './document.loaders';
import { DocumentConnection, DocumentType } from './document.type';
import { expiryWarning } from './expiry';
import { findExpiries } from './expiry.list';
import { markForHost, removeOwnUpload, returnDocument, verifyDocuments } from './review.service';

const rules = policy.documents;

@Resolver(() => DocumentType)
export class DocumentResolver {
  @Access(rules.list)
  @Query(() => DocumentConnection, { description: 'Documents within reach; those that wait longest come first.' })
  documents(
    @Ctx() ctx: Context,
    @Arg('filter', () => DocumentFilter, { nullable: true, description: 'Which.' }) filter: DocumentFilter | null,
    @Arg('first', () => Int, { nullable: true, description: 'Rows per page, 1 to 500; 50 unless told.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after: string | null,
  ) {
    return findDocuments(ctx, filter ?? {}, { first, after });
  }

  @Access(rules.list)
  @Query(() => [DocumentType], {
    description:
      'What runs out until a day, and what has run out, of stays that are not over; the first comes first, 2,000 at most. A file that a longer lasting one of its kind covers is left out.',
  })
  documentExpiries(
    @Ctx() ctx: Context,
    @Arg('until', () => Day, { description: 'The last day that is looked at.' }) until: string,
    @Arg('flowIds', () => [ID], { nullable: true, description: 'Of any of these flows.' }) flowIds: string[] | null,
  ): Promise<Document[]> {
    return findExpiries(ctx, until, flowIds);
  }

  @Access(rules.read)
  @Query(() => DocumentType, { description: 'One document within reach. NOT_FOUND otherwise.' })
  document(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Identifier.' }) id: string): Promise<Document> {
    return findOne(ctx, documents, id);
  }

  @Access(rules.read)
  @FieldResolver(() => String, {
    nullable: true,
    description: '`expired`, `before-return` or `soon` (within 30 days after the return); null where all is well.',
  })
  async expiryWarning(@Root() document: Document, @Ctx() ctx: Context) {
    const endsOn = document.expiresOn ? await ctx.load(lastDayOfStay).load(document.mobilityId) : null;
    return endsOn ? expiryWarning(document, endsOn, ctx.actor.today) : null;
  }

  @Access(rules.readReview)
  @FieldResolver(() => String, { nullable: true, description: 'Name of whoever uploaded it.' })
  uploadedBy(@Root() document: Document, @Ctx() ctx: Context) {
    return ctx.load(personName).load(document.uploadedById);
  }

  @Access(rules.readReview)
  @FieldResolver(() => String, { nullable: true, description: 'Name of whoever verified it or sent it back.' })
  reviewedBy(@Root() document: Document, @Ctx() ctx: Context) {
    return document.reviewedById ? ctx.load(personName).load(document.reviewedById) : null;
  }

  @Access(rules.verify)
  @Mutation(() => [DocumentType], { description: 'Verifies up to 500 documents at once: all of them, or none.' })
  verifyDocuments(
    @Ctx() ctx: Context,
    @Arg('ids', () => [ID], { description: 'The documents.' }) ids: string[],
    @Arg('expiresOn', () => Day, { nullable: true, description: 'The last day on which they are valid, as read off.' })
    expiresOn: string | null,
  ): Promise<Document[]> {
    return verifyDocuments(ctx, ids, expiresOn);
  }

  @Access(rules.verify)
  @Mutation(() => DocumentType, {
    description: 'Sends a document back with a reason. The participant, and the guardian of a minor, get an e-mail.',
  })
  returnDocument(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The document.' }) id: string,
    @Arg('reason', () => String, { description: 'What is to be mended, 3 to 500 characters.' }) reason: string,
  ): Promise<Document> {
    return returnDocument(ctx, id, reason);
  }

  @Access(rules.remove)
  @Mutation(() => DocumentType, { description: 'Takes back an upload before it is verified.' })
  removeOwnUpload(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The document.' }) id: string,
  ): Promise<Document> {
    return removeOwnUpload(ctx, id);
  }

  @Access(rules.markForHost)
  @Mutation(() => DocumentType, { description: 'Releases a document to the host, or takes it back.' })
  markForHost(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The document.' }) id: string,
    @Arg('forHost', () => Boolean, { description: 'Whether the host may see it.' }) forHost: boolean,
  ): Promise<Document> {
    return markForHost(ctx, id, forHost);
  }
}
