import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Moment } from '@softmob/api-kit';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, Resolver, Root } from 'type-graphql';
import { checkedAtOfOrganisation, correctOrganisation } from './correction.service';
import { type Organisation } from './organisation.entity';
import { OrganisationType } from './organisation.type';

@InputType({ description: 'An organisation as it shall stand on documents.' })
export class CorrectOrganisationInput {
  @Field(() => ID, { description: 'Which.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read: an older one is a CONFLICT.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Street and number.' })
  street?: string | null;

  @Field(() => String, { nullable: true, description: 'Postcode.' })
  postcode?: string | null;

  @Field(() => String, { description: 'Town.' })
  town!: string;

  @Field(() => String, { nullable: true, description: 'General e-mail address.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'General telephone number.' })
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The caller’s own telephone at work; left as it is where empty.',
  })
  myPhone?: string | null;
}

@Resolver(() => OrganisationType)
export class CorrectionResolver {
  @Access(policy.organisations.correct)
  @Mutation(() => OrganisationType, {
    description: 'Corrects an organisation, or confirms its data as they stand.',
  })
  correctOrganisation(
    @Ctx() ctx: Context,
    @Arg('input', () => CorrectOrganisationInput) input: CorrectOrganisationInput,
  ) {
    return correctOrganisation(ctx, input);
  }

  @Access(policy.organisations.read)
  @FieldResolver(() => Moment, {
    nullable: true,
    description: 'When somebody of the organisation last corrected or confirmed its data.',
  })
  checkedAt(@Root() organisation: Organisation, @Ctx() ctx: Context) {
    return ctx.load(checkedAtOfOrganisation).load(organisation.id);
  }
}
