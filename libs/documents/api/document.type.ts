import { policy } from '@softmob/access';
import { Access, connectionOf, Day, Moment, Type } from '@softmob/api-kit';
import { Field, ID, Int } from 'type-graphql';
import { type Document } from './document.entity';

const rules = policy.documents;

@Type('Document', 'An uploaded file of a mobility: identity, insurance, travel. GET /api/documents/{id} delivers it.')
export class DocumentType implements Pick<
  Document,
  | 'id'
  | 'mobilityId'
  | 'kind'
  | 'fileName'
  | 'mime'
  | 'size'
  | 'expiresOn'
  | 'forHost'
  | 'status'
  | 'reason'
  | 'uploadedAt'
  | 'reviewedAt'
  | 'thumbnail'
  | 'version'
> {
  @Access(rules.read)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.read)
  @Field(() => ID, { description: 'The mobility it is for.' })
  mobilityId!: string;

  @Access(rules.read)
  @Field(() => String, { description: 'identity, ehic, insurance, travel, consent or other.' })
  kind!: Document['kind'];

  @Access(rules.read)
  @Field(() => String, { description: 'Name of the file, safe to save under.' })
  fileName!: string;

  @Access(rules.read)
  @Field(() => String, { description: 'application/pdf, image/jpeg or image/png, as its bytes say.' })
  mime!: string;

  @Access(rules.read)
  @Field(() => Int, { description: 'Size in bytes.' })
  size!: number;

  @Access(rules.read)
  @Field(() => Day, { nullable: true, description: 'The last day on which it is valid.' })
  expiresOn!: string | null;

  @Access(rules.read)
  @Field(() => Boolean, { description: 'Whether the host may see it, from the confirmed placement on.' })
  forHost!: boolean;

  @Access(rules.read)
  @Field(() => String, { description: 'uploaded, verified, returned, or replaced (history).' })
  status!: Document['status'];

  @Access(rules.readReview)
  @Field(() => String, { nullable: true, description: 'Why it was sent back.' })
  reason!: string | null;

  @Access(rules.read)
  @Field(() => Moment, { description: 'When it was uploaded.' })
  uploadedAt!: Date;

  @Access(rules.readReview)
  @Field(() => Moment, { nullable: true, description: 'When it was verified or sent back.' })
  reviewedAt!: Date | null;

  @Access(rules.read)
  @Field(() => String, {
    description:
      '`made`: GET /api/documents/{id}/thumbnail delivers a small WebP; `waiting`, or `none` where it cannot be drawn.',
  })
  thumbnail!: Document['thumbnail'];

  @Access(rules.read)
  @Field(() => Int, { description: 'Pass it back when changing: an older one is a CONFLICT.' })
  version!: number;
}

export const DocumentConnection = connectionOf(DocumentType, 'Document', rules.list);
