import { policy } from '@softmob/access';
import { Access, Day, Moment, Type } from '@softmob/api-kit';
import { type Party } from '@softmob/learning-model';
import { Field, ID } from 'type-graphql';
import { type PaperSignature, type PaperStatus } from './paper.entity';

const { readPaper } = policy.learning;

@Type(
  'PaperSignature',
  'The scan of a signature on paper, as its uploader and the school see it. GET /api/paper-signatures/{id} delivers it.',
)
export class PaperSignatureType implements Pick<
  PaperSignature,
  'id' | 'party' | 'signerName' | 'signedOn' | 'fileName' | 'mime' | 'status' | 'reason' | 'uploadedAt' | 'reviewedAt'
> {
  @Access(readPaper)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(readPaper)
  @Field(() => String, { description: 'The party for which it was signed.' })
  party!: Party;

  @Access(readPaper)
  @Field(() => String, { description: 'Whose hand it is.' })
  signerName!: string;

  @Access(readPaper)
  @Field(() => Day, { description: 'The day that stands beside the signature.' })
  signedOn!: string;

  @Access(readPaper)
  @Field(() => String, { description: 'Name of the file, safe to save under.' })
  fileName!: string;

  @Access(readPaper)
  @Field(() => String, { description: 'Media type, found in the bytes.' })
  mime!: string;

  @Access(readPaper)
  @Field(() => String, { description: '`uploaded` waits for the school, `verified` counts, `returned` does not.' })
  status!: PaperStatus;

  @Access(readPaper)
  @Field(() => String, { nullable: true, description: 'Why it was sent back.' })
  reason!: string | null;

  @Access(readPaper)
  @Field(() => Moment, { description: 'When it was uploaded.' })
  uploadedAt!: Date;

  @Access(readPaper)
  @Field(() => Moment, { nullable: true, description: 'When the school decided.' })
  reviewedAt!: Date | null;
}
