import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Type } from '@softmob/api-kit';
import { Arg, Ctx, Field, ID, Int, Mutation, Resolver } from 'type-graphql';
import * as service from './agreement.service';
import {
  AmendAgreementInput,
  CloseAgreementInput,
  ComposeAgreementsInput,
  EditAgreementInput,
  SignAgreementInput,
  SignAgreementsInput,
  WhichMobilities,
} from './agreement.inputs';
import { AgreementVersionType, LearningBulkResult } from './agreement.type';
import * as closing from './closing.service';
import { composeAgreements } from './compose.service';
import { openAgreements } from './open.service';
import { signAgreement, signAgreements } from './signing.service';

const rules = policy.learning;

@Type('RemindedSigners', 'How many people were reminded.')
export class RemindedSigners {
  @Access(rules.remind)
  @Field(() => Int, { description: 'People who got an e-mail: one each, however many agreements it is about.' })
  reminded!: number;
}

@Resolver(() => AgreementVersionType)
export class AgreementResolver {
  @Access(rules.compose)
  @Mutation(() => LearningBulkResult, {
    description: 'Composes agreements from the facts as they stand; who cannot have one yet is named with the reason.',
  })
  composeAgreements(@Ctx() ctx: Context, @Arg('input', () => ComposeAgreementsInput) input: ComposeAgreementsInput) {
    return composeAgreements(ctx, input);
  }

  @Access(rules.edit)
  @Mutation(() => AgreementVersionType, { description: 'Changes a draft.' })
  editAgreement(@Ctx() ctx: Context, @Arg('input', () => EditAgreementInput) input: EditAgreementInput) {
    return service.editAgreement(ctx, input);
  }

  @Access(rules.open)
  @Mutation(() => LearningBulkResult, {
    description: 'Opens drafts for signature where nothing is missing, and mails those whose turn it is to sign.',
  })
  openAgreements(
    @Ctx() ctx: Context,
    @Arg('input', () => WhichMobilities) input: WhichMobilities,
    @Arg('order', () => [String], {
      nullable: true,
      description:
        'Parties in the order in which they sign; whoever is not named signs after them. Null takes an order away; left out, an amendment keeps that of the version before.',
    })
    order?: string[] | null,
  ) {
    return openAgreements(ctx, { ...input, ...(order === undefined ? {} : { order }) });
  }

  @Access(rules.amend)
  @Mutation(() => AgreementVersionType, {
    description: 'Begins a new version; a locked one stays in force until all have signed the new one.',
  })
  amendAgreement(@Ctx() ctx: Context, @Arg('input', () => AmendAgreementInput) input: AmendAgreementInput) {
    return service.amendAgreement(ctx, input);
  }

  @Access(rules.remind)
  @Mutation(() => RemindedSigners, { description: 'Reminds whoever has not signed yet, each by one e-mail.' })
  remindSigners(@Ctx() ctx: Context, @Arg('input', () => WhichMobilities) input: WhichMobilities) {
    return service.remindSigners(ctx, input);
  }

  @Access(rules.sign)
  @Mutation(() => AgreementVersionType, {
    description: 'Signs for the party that the caller is. The last required signature locks the version.',
  })
  signAgreement(@Ctx() ctx: Context, @Arg('input', () => SignAgreementInput) input: SignAgreementInput) {
    return signAgreement(ctx, input);
  }

  @Access(rules.sign)
  @Mutation(() => AgreementVersionType, {
    description: 'Takes the caller’s own signature back, until the last one is given.',
  })
  revokeSignature(
    @Ctx() ctx: Context,
    @Arg('mobilityId', () => ID, { description: 'Whose agreement.' }) mobilityId: string,
    @Arg('versionNumber', () => Int, { description: 'The version.' }) versionNumber: number,
  ) {
    return closing.revokeSignature(ctx, { mobilityId, versionNumber });
  }

  @Access(rules.decline)
  @Mutation(() => AgreementVersionType, {
    description:
      'Declines to sign for the party that the caller is. The version is closed; everybody concerned is told.',
  })
  declineAgreement(@Ctx() ctx: Context, @Arg('input', () => CloseAgreementInput) input: CloseAgreementInput) {
    return closing.declineAgreement(ctx, input);
  }

  @Access(rules.withdraw)
  @Mutation(() => AgreementVersionType, {
    description: 'Takes a version back that is open for signature; everybody concerned is told.',
  })
  withdrawAgreement(@Ctx() ctx: Context, @Arg('input', () => CloseAgreementInput) input: CloseAgreementInput) {
    return closing.withdrawAgreement(ctx, input);
  }

  @Access(rules.signMany)
  @Mutation(() => LearningBulkResult, { description: 'Signs many agreements for the caller’s organisation.' })
  signAgreements(@Ctx() ctx: Context, @Arg('input', () => SignAgreementsInput) input: SignAgreementsInput) {
    return signAgreements(ctx, input);
  }
}
