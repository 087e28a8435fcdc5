import { policy } from '@softmob/access';
import { Access, type Ctx as Context } from '@softmob/api-kit';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { AgreementVersionType } from './agreement.type';
import { type VersionRow } from './learning.loaders';
import { papersOfVersion } from './paper.loaders';
import * as service from './paper.service';
import { PaperSignatureType } from './paper.type';

const rules = policy.learning;

@Resolver(() => AgreementVersionType)
export class PaperSignatureResolver {
  @Access(rules.readPaper)
  @FieldResolver(() => [PaperSignatureType], {
    description: 'Scans of signatures on paper: for the school all, for the others those that they sent, newest first.',
  })
  paperSignatures(@Root() version: VersionRow, @Ctx() ctx: Context) {
    return ctx.load(papersOfVersion).load(version.id);
  }

  @Access(rules.checkPaper)
  @Mutation(() => AgreementVersionType, {
    description: 'The scan is what it says: from now on it counts as the signature of its party.',
  })
  verifyPaperSignature(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'The scan.' }) id: string) {
    return service.verifyPaper(ctx, id);
  }

  @Access(rules.checkPaper)
  @Mutation(() => AgreementVersionType, { description: 'Sends a scan back with a reason; its party is told.' })
  returnPaperSignature(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The scan.' }) id: string,
    @Arg('reason', () => String, { description: 'What is to be mended, 3 to 500 characters.' }) reason: string,
  ) {
    return service.returnPaper(ctx, id, reason);
  }
}
