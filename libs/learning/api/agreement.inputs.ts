import { type AgreementPatch, type SignatureMarkKind } from '@softmob/learning-model';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AgreementPatchScalar } from './agreement.scalar';

@InputType({ description: 'Which mobilities: those of a flow, or these.' })
export class WhichMobilities {
  @Field(() => ID, { nullable: true, description: 'All current mobilities of this flow.' })
  flowId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'These mobilities, 500 at most.' })
  mobilityIds?: string[] | null;
}

@InputType({ description: 'Agreements to compose from the facts as they stand.' })
export class ComposeAgreementsInput extends WhichMobilities {
  @Field(() => [String], {
    nullable: true,
    description: 'Units to agree on; chosen by occupation, level and hours where left out.',
  })
  unitKeys?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Hours a week in the workplace, 1 to 48; 38 unless told.' })
  hoursPerWeek?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Compose drafts anew as well; what was edited in them by hand is replaced.',
  })
  again?: boolean | null;
}

@InputType({ description: 'Changes to a draft.' })
export class EditAgreementInput {
  @Field(() => ID, { description: 'Whose agreement.' })
  mobilityId!: string;

  @Field(() => Int, { description: 'The version counter of the draft that was edited.' })
  expectedVersion!: number;

  @Field(() => AgreementPatchScalar, { nullable: true, description: 'Sections to replace.' })
  patch?: AgreementPatch | null;

  @Field(() => [String], { nullable: true, description: 'Other units: the weeks are then planned anew.' })
  unitKeys?: string[] | null;
}

@InputType({ description: 'A change to an agreement that was opened or locked: it becomes a new version.' })
export class AmendAgreementInput {
  @Field(() => ID, { description: 'Whose agreement.' })
  mobilityId!: string;

  @Field(() => String, { description: 'Why, 3 to 500 characters; it stands on the document.' })
  reason!: string;

  @Field(() => AgreementPatchScalar, { nullable: true, description: 'Sections to replace; more can be edited after.' })
  patch?: AgreementPatch | null;

  @Field(() => [String], { nullable: true, description: 'Other units: the weeks are then planned anew.' })
  unitKeys?: string[] | null;
}

@InputType({ description: 'One agreement as the signer has read it.' })
export class ReadAgreement {
  @Field(() => ID, { description: 'Whose agreement.' })
  mobilityId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  versionNumber!: number;

  @Field(() => String, { description: 'Its hash, as it was shown.' })
  contentHash!: string;
}

@InputType({ description: 'How a signature looks.' })
export class SignatureMarkInput {
  @Field(() => String, { description: '`typed` or `drawn`.' })
  kind!: SignatureMarkKind;

  @Field(() => String, {
    description:
      'The name, 2 to 100 letters; or strokes such as M10 20L30 40, whole numbers on a sheet of 600 by 200, 12,000 characters at most.',
  })
  value!: string;
}

@InputType({ description: 'A signature.' })
export class SignAgreementInput extends ReadAgreement {
  @Field(() => Boolean, { description: 'That the statement shown was accepted; it must be true.' })
  accepted!: boolean;

  @Field(() => String, { nullable: true, description: 'The mailed code, for whoever came by a one-link seat.' })
  code?: string | null;

  @Field(() => SignatureMarkInput, { nullable: true, description: 'How it looks on the document.' })
  mark?: SignatureMarkInput | null;
}

@InputType({ description: 'Signatures under many agreements at once.' })
export class SignAgreementsInput {
  @Field(() => [ReadAgreement], { description: 'The agreements, 500 at most.' })
  agreements!: ReadAgreement[];

  @Field(() => Boolean, { description: 'That the statement shown was accepted; it must be true.' })
  accepted!: boolean;

  @Field(() => SignatureMarkInput, { nullable: true, description: 'How it looks on each of the documents.' })
  mark?: SignatureMarkInput | null;
}

@InputType({ description: 'A version that will not be signed, and why.' })
export class CloseAgreementInput {
  @Field(() => ID, { description: 'Whose agreement.' })
  mobilityId!: string;

  @Field(() => Int, { description: 'The version.' })
  versionNumber!: number;

  @Field(() => String, { description: 'Why, 3 to 500 characters; everybody concerned is told.' })
  reason!: string;
}
