import { policy } from '@softmob/access';
import { Access, type Ctx as Context } from '@softmob/api-kit';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import * as service from './seal-key.service';
import { ImportSealKeyInput, SealKeyType } from './seal-key.type';

const rules = policy.documents;

@Resolver(() => SealKeyType)
export class SealKeyResolver {
  @Access(rules.readSealKey)
  @Query(() => SealKeyType, {
    nullable: true,
    description: 'The key by which the caller’s organisation seals; null before its first seal.',
  })
  sealKey(@Ctx() ctx: Context) {
    return service.findSealKey(ctx);
  }

  @Access(rules.manageSealKey)
  @Mutation(() => SealKeyType, { description: 'Seals from now on by a new key made here; earlier seals stay valid.' })
  renewSealKey(@Ctx() ctx: Context) {
    return service.renewSealKey(ctx);
  }

  @Access(rules.manageSealKey)
  @Mutation(() => SealKeyType, { description: 'Seals from now on by a key that the organisation brings.' })
  importSealKey(@Ctx() ctx: Context, @Arg('input', () => ImportSealKeyInput) input: ImportSealKeyInput) {
    return service.importSealKey(ctx, input);
  }
}
