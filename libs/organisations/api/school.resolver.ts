import { policy } from '@softmob/access';
import { Access, type Ctx as Context, DONE, Receipt } from '@softmob/api-kit';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { openSchool } from './school.service';

@InputType({ description: 'A school that begins to work here, and its first coordinator.' })
export class OpenSchoolInput {
  @Field(() => String, { description: 'Name as on documents.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Organisation ID (OID): E and eight digits.' })
  oid?: string | null;

  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => String, { description: 'Town.' })
  town!: string;

  @Field(() => String, { nullable: true, description: 'Postcode.' })
  postcode?: string | null;

  @Field(() => String, { nullable: true, description: 'Street and number.' })
  street?: string | null;

  @Field(() => String, { description: 'Name of the first coordinator.' })
  coordinatorName!: string;

  @Field(() => String, { description: 'Address to which the invitation goes.' })
  coordinatorEmail!: string;

  @Field(() => String, { nullable: true, description: 'Language of the invitation: en or it.' })
  locale?: 'en' | 'it' | null;
}

@Resolver()
export class SchoolResolver {
  @Access(policy.organisations.openSchool)
  @Mutation(() => Receipt, { description: 'Opens a school and invites its first coordinator by e-mail.' })
  async openSchool(
    @Ctx() ctx: Context,
    @Arg('input', () => OpenSchoolInput, { description: 'The school and its coordinator.' }) input: OpenSchoolInput,
  ): Promise<Receipt> {
    await openSchool(ctx, input);
    return DONE;
  }
}
