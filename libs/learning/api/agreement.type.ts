import { policy } from '@softmob/access';
import { Access, Moment, Type } from '@softmob/api-kit';
import { type AgreementChange, type AgreementStatus, type MissingField, type Party } from '@softmob/learning-model';
import { Field, ID, Int } from 'type-graphql';
import { type Agreement, type Signature } from './agreement.entity';
import { type VersionRow } from './learning.loaders';
import { LocalTextType } from './text.type';

const { readLearning, readDraft } = policy.learning;

@Type('Signature', 'A signature under one version of a learning agreement.')
export class SignatureType implements Pick<
  Signature,
  | 'id'
  | 'party'
  | 'name'
  | 'signedAt'
  | 'recordedAt'
  | 'contentHash'
  | 'method'
  | 'statement'
  | 'markKind'
  | 'mark'
  | 'checkedBy'
> {
  @Access(readLearning)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(readLearning)
  @Field(() => String, { description: '`participant`, `guardian`, `sending`, `hosting` or `supporting`.' })
  party!: Party;

  @Access(readLearning)
  @Field(() => String, { description: 'Name of the person at the time of signing.' })
  name!: string;

  @Access(readLearning)
  @Field(() => Moment, { description: 'When, in business time.' })
  signedAt!: Date;

  @Access(readLearning)
  @Field(() => Moment, { description: 'When, in real time.' })
  recordedAt!: Date;

  @Access(readLearning)
  @Field(() => String, { description: 'SHA-256 (hex) of the content that was signed.' })
  contentHash!: string;

  @Access(readLearning)
  @Field(() => String, {
    description:
      '`password`: signed in; `seat-code`: by a personal link and a mailed code; `paper`: on paper, the scan checked by the school.',
  })
  method!: Signature['method'];

  @Access(readLearning)
  @Field(() => String, { description: 'The statement that was accepted, word for word.' })
  statement!: string;

  @Access(readLearning)
  @Field(() => String, { nullable: true, description: '`typed` or `drawn`; null where it has no look of its own.' })
  markKind!: Signature['markKind'];

  @Access(readLearning)
  @Field(() => String, {
    nullable: true,
    description: 'The name as typed, or the strokes as SVG path data (M and L) on a sheet of 600 by 200.',
  })
  mark!: string | null;

  @Access(readLearning)
  @Field(() => String, { nullable: true, description: 'Who checked the scan of a signature on paper.' })
  checkedBy!: string | null;
}

@Type('AgreementChange', 'One change between two versions, in words for people.')
export class AgreementChangeType implements AgreementChange {
  @Access(readLearning)
  @Field(() => String, { description: 'Place in the content, such as units[mec-wiring].hours.' })
  path!: string;

  @Access(readLearning)
  @Field(() => LocalTextType, { description: 'The place by its name.' })
  label!: LocalTextType;

  @Access(readLearning)
  @Field(() => LocalTextType, { nullable: true, description: 'What stood there; null where there was nothing.' })
  before!: LocalTextType | null;

  @Access(readLearning)
  @Field(() => LocalTextType, { nullable: true, description: 'What stands there now; null where it is gone.' })
  after!: LocalTextType | null;
}

@Type('MissingField', 'One thing to be filled before anybody can sign.')
export class MissingFieldType implements MissingField {
  @Access(readDraft)
  @Field(() => String, { description: 'Place in the content, such as parties.hosting.contacts.' })
  path!: string;

  @Access(readDraft)
  @Field(() => String, { description: 'How it is mended, such as FILL_TEXT or ADD_CONTACT.' })
  code!: MissingField['code'];

  @Access(readDraft)
  @Field(() => LocalTextType, { description: 'What to do, in a sentence.' })
  message!: LocalTextType;
}

@Type('AgreementVersion', 'One version of a learning agreement; frozen from the moment it is open for signature.')
export class AgreementVersionType implements Pick<
  VersionRow,
  | 'id'
  | 'number'
  | 'status'
  | 'requiredParties'
  | 'contentHash'
  | 'reason'
  | 'createdAt'
  | 'openedAt'
  | 'lockedAt'
  | 'supersededAt'
  | 'signingOrder'
  | 'closedAt'
  | 'closedParty'
  | 'closedReason'
  | 'version'
> {
  @Access(readLearning)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(readLearning)
  @Field(() => Int, { description: '1 for the first.' })
  number!: number;

  @Access(readLearning)
  @Field(() => String, {
    description:
      '`draft`, `open` for signature, `locked` once all have signed, `superseded`, `declined` by a party or `withdrawn` by the school.',
  })
  status!: AgreementStatus;

  @Access(readLearning)
  @Field(() => [String], {
    description: 'Whose signatures it asks for; for an amendment, those whom the change concerns.',
  })
  requiredParties!: Party[];

  @Access(readLearning)
  @Field(() => String, { description: 'SHA-256 (hex) of the whole content; send it back when signing.' })
  contentHash!: string;

  @Access(readLearning)
  @Field(() => String, { nullable: true, description: 'Why it came after another; null for the first.' })
  reason!: string | null;

  @Access(readLearning)
  @Field(() => Moment, { description: 'When it was composed.' })
  createdAt!: Date;

  @Access(readLearning)
  @Field(() => Moment, { nullable: true, description: 'When it was opened for signature.' })
  openedAt!: Date | null;

  @Access(readLearning)
  @Field(() => Moment, { nullable: true, description: 'When the last required party signed.' })
  lockedAt!: Date | null;

  @Access(readLearning)
  @Field(() => Moment, { nullable: true, description: 'When a newer version took its place.' })
  supersededAt!: Date | null;

  @Access(readLearning)
  @Field(() => [String], { nullable: true, description: 'In which order they sign; null where any order will do.' })
  signingOrder!: Party[] | null;

  @Access(readLearning)
  @Field(() => Moment, { nullable: true, description: 'When it was declined or withdrawn.' })
  closedAt!: Date | null;

  @Access(readLearning)
  @Field(() => String, {
    nullable: true,
    description: 'The party that declined it; null where the school withdrew it.',
  })
  closedParty!: Party | null;

  @Access(readLearning)
  @Field(() => String, { nullable: true, description: 'Why it was declined or withdrawn.' })
  closedReason!: string | null;

  @Access(readLearning)
  @Field(() => Int, { description: 'Pass it back when editing: an older one is a CONFLICT.' })
  version!: number;
}

@Type('Agreement', 'The learning agreement of a mobility.')
export class AgreementType implements Pick<Agreement, 'id' | 'number'> {
  @Access(readLearning)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(readLearning)
  @Field(() => String, { description: 'Its number, as on the document.' })
  number!: string;
}

@Type('RefusedMobility', 'A mobility for which a bulk step could not be done, and why.')
export class RefusedMobility {
  @Access(readLearning)
  @Field(() => ID, { description: 'The mobility.' })
  mobilityId!: string;

  @Access(readLearning)
  @Field(() => String, { description: 'Stable code, such as NO_PLACEMENT, ALREADY_LOCKED or CONTENT_MISSING.' })
  reason!: string;

  @Access(readLearning)
  @Field(() => String, { description: 'English sentence for integrators.' })
  message!: string;

  @Access(readDraft)
  @Field(() => [MissingFieldType], { description: 'What is to be filled, where the reason is CONTENT_MISSING.' })
  missing!: MissingField[];
}

@Type('LearningBulkResult', 'What a bulk step did and what it could not do.')
export class LearningBulkResult {
  @Access(readLearning)
  @Field(() => [ID], { description: 'Mobilities for which it was done.' })
  done!: string[];

  @Access(readLearning)
  @Field(() => [RefusedMobility], { description: 'Mobilities for which it was not done, each with the reason.' })
  refused!: RefusedMobility[];
}
