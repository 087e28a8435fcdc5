import { policy } from '@softmob/access';
import { Access, connectionOf, Day, Moment, Type } from '@softmob/api-kit';
import { Field, ID, InputType, Int } from 'type-graphql';
import { type DocumentRun, type DocumentRunItem, type IssuedDocument } from './issued.entity';
import { type PreflightLine } from './run.service';

const rules = policy.paperwork;

@Type('IssuedDocument', 'A document as it was issued. GET /api/issued-documents/{id} delivers its file.')
export class IssuedDocumentType implements Pick<
  IssuedDocument,
  | 'id'
  | 'kind'
  | 'language'
  | 'number'
  | 'title'
  | 'status'
  | 'mime'
  | 'size'
  | 'sha256'
  | 'fileName'
  | 'issuedOn'
  | 'issuedAt'
  | 'forParticipant'
  | 'forHost'
  | 'reason'
  | 'withdrawnAt'
  | 'mobilityId'
> {
  @Access(rules.readIssued)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.readIssued)
  @Field(() => ID, { nullable: true, description: 'The mobility it was issued for; null where it is for a flow.' })
  mobilityId!: string | null;

  @Access(rules.readIssued)
  @Field(() => String, { description: 'Kind of document, such as attendance.' })
  kind!: IssuedDocument['kind'];

  @Access(rules.readIssued)
  @Field(() => String, { description: 'Language of its words: en or it.' })
  language!: IssuedDocument['language'];

  @Access(rules.readIssued)
  @Field(() => String, { description: 'Its number within the school.' })
  number!: string;

  @Access(rules.readIssued)
  @Field(() => String, { description: 'Title as it stands on the document.' })
  title!: string;

  @Access(rules.readIssued)
  @Field(() => String, { description: 'valid, replaced by a newer one, or withdrawn.' })
  status!: IssuedDocument['status'];

  @Access(rules.readIssued)
  @Field(() => String, { description: 'Type of the file, such as application/pdf.' })
  mime!: string;

  @Access(rules.readIssued)
  @Field(() => Int, { description: 'Size of the file in bytes.' })
  size!: number;

  @Access(rules.readIssued)
  @Field(() => String, { description: 'SHA-256 of the file, in hexadecimal.' })
  sha256!: string;

  @Access(rules.readIssued)
  @Field(() => String, { description: 'Name to save the file under.' })
  fileName!: string;

  @Access(rules.readIssued)
  @Field(() => Day, { description: 'The day it bears.' })
  issuedOn!: string;

  @Access(rules.readIssued)
  @Field(() => Moment, { description: 'When it was issued.' })
  issuedAt!: Date;

  @Access(rules.readIssue)
  @Field(() => Boolean, { description: 'Whether the participant, and the guardian of a minor, may read it.' })
  forParticipant!: boolean;

  @Access(rules.readIssue)
  @Field(() => Boolean, { description: 'Whether the host organisation may read it.' })
  forHost!: boolean;

  @Access(rules.readIssue)
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  reason!: string | null;

  @Access(rules.readIssue)
  @Field(() => Moment, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnAt!: Date | null;
}

export const IssuedDocumentConnection = connectionOf(IssuedDocumentType, 'IssuedDocument', rules.readIssued);

@Type('DocumentRunItem', 'One subject of a run, and what came of it.')
export class DocumentRunItemType implements Pick<
  DocumentRunItem,
  'id' | 'subjectId' | 'mobilityId' | 'state' | 'code' | 'missing'
> {
  @Access(rules.generate)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.generate)
  @Field(() => ID, { description: 'The mobility, the accompanying person or the flow.' })
  subjectId!: string;

  @Access(rules.generate)
  @Field(() => ID, { nullable: true, description: 'The mobility, where it is one.' })
  mobilityId!: string | null;

  @Access(rules.generate)
  @Field(() => String, { description: 'waiting, issued or failed.' })
  state!: DocumentRunItem['state'];

  @Access(rules.generate)
  @Field(() => String, {
    nullable: true,
    description: 'Why it failed: MISSING (facts), GONE (withdrawn or out of reach), LAYOUT (could not be drawn).',
  })
  code!: DocumentRunItem['code'];

  @Access(rules.generate)
  @Field(() => [String], { description: 'Paths of the placeholders for which nothing is known.' })
  missing!: string[];
}

@Type('DocumentRun', 'Issuing documents of one version: how far it is, and what came of it.')
export class DocumentRunType implements Pick<
  DocumentRun,
  'id' | 'kind' | 'language' | 'status' | 'requestedAt' | 'finishedAt'
> {
  @Access(rules.generate)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.generate)
  @Field(() => String, { description: 'Kind of document.' })
  kind!: DocumentRun['kind'];

  @Access(rules.generate)
  @Field(() => String, { description: 'en or it.' })
  language!: DocumentRun['language'];

  @Access(rules.generate)
  @Field(() => String, { description: 'running or done.' })
  status!: DocumentRun['status'];

  @Access(rules.generate)
  @Field(() => Moment, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Access(rules.generate)
  @Field(() => Moment, { nullable: true, description: 'When nothing waited any more; null before.' })
  finishedAt!: Date | null;
}

export const DocumentRunConnection = connectionOf(DocumentRunType, 'DocumentRun', rules.generate);

@Type('DocumentPreflightLine', 'What would come of issuing a document for one subject.')
export class DocumentPreflightLineType implements PreflightLine {
  @Access(rules.generate)
  @Field(() => ID, { description: 'The mobility, the accompanying person or the flow.' })
  subjectId!: string;

  @Access(rules.generate)
  @Field(() => ID, { nullable: true, description: 'The mobility, where it is one.' })
  mobilityId!: string | null;

  @Access(rules.generate)
  @Field(() => [String], {
    description: 'Paths of the placeholders for which nothing is known: no document is issued.',
  })
  missing!: readonly string[];

  @Access(rules.generate)
  @Field(() => String, { nullable: true, description: 'Number of the document that this one would replace.' })
  replaces!: string | null;
}

@InputType({ description: 'Which documents: a version, a language, and whom for.' })
export class DocumentsInput {
  @Field(() => ID, { description: 'The version of the template.' })
  versionId!: string;

  @Field(() => String, { description: 'en or it.' })
  language!: string;

  @Field(() => ID, { nullable: true, description: 'The flow: for all of it, or for the flow as a whole.' })
  flowId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'These mobilities alone, at most 500.' })
  mobilityIds?: string[] | null;
}

@InputType({ description: 'Which issued documents.' })
export class IssuedDocumentFilter {
  @Field(() => ID, { nullable: true, description: 'Of this flow.' })
  flowId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this mobility.' })
  mobilityId?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this kind.' })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'valid, replaced or withdrawn.' })
  status?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what is for a whole flow, not for one learner.' })
  ofFlows?: boolean | null;
}
