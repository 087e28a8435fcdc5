import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Type } from '@softmob/api-kit';
import { Arg, Ctx, Field, Int, Mutation, Resolver } from 'type-graphql';
import * as service from './agreement.service';
import {
  AgreementVersionType,
  AmendAgreementInput,
  ComposeAgreementsInput,
  EditAgreementInput,
  LearningBulkResult,
  SignAgreementInput,
  SignAgreementsInput,
  WhichMobilities,
} from './agreement.type';
import { composeAgreements } from './compose.service';
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
    description: 'Opens drafts for signature where nothing is missing, and mails whoever is asked to sign.',
  })
  openAgreements(@Ctx() ctx: Context, @Arg('input', () => WhichMobilities) input: WhichMobilities) {
    return service.openAgreements(ctx, input);
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

  @Access(rules.signMany)
  @Mutation(() => LearningBulkResult, { description: 'Signs many agreements for the caller’s organisation.' })
  signAgreements(@Ctx() ctx: Context, @Arg('input', () => SignAgreementsInput) input: SignAgreementsInput) {
    return signAgreements(ctx, input);
  }
}
