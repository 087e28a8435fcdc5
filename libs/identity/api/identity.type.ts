import { policy, portalOf } from '@softmob/access';
import { Access, Day, Type } from '@softmob/api-kit';
import { Field, ID, InputType } from 'type-graphql';
import { type Membership } from './membership.entity';

/** One of the viewer's memberships. */
@Type('Membership', 'What the viewer is to an organisation. A request acts under exactly one.')
export class MembershipType implements Pick<Membership, 'id' | 'role' | 'organisationId'> {
  @Access(policy.identity.readSelf)
  @Field(() => ID, { description: 'Pass it in the header x-softmob-acting-as to act under it.' })
  id!: string;

  @Access(policy.identity.readSelf)
  @Field(() => String, { description: 'The audience that requests under it act as.' })
  role!: Membership['role'];

  @Access(policy.identity.readSelf)
  @Field(() => String, {
    name: 'audience',
    simple: false,
    description: 'The same as `role`, by the word of the policy.',
  })
  audience(): string {
    return this.role;
  }

  @Access(policy.identity.readSelf)
  @Field(() => String, { nullable: true, simple: false, description: 'The portal where it is used.' })
  portal(): string | null {
    return portalOf(this.role);
  }

  @Access(policy.identity.readSelf)
  @Field(() => ID, { nullable: true, description: 'The organisation, if the membership has one.' })
  organisationId!: string | null;
}

/** The person who asks. */
@Type('Viewer', 'The person who asks, and the membership this request acts under.')
export class Viewer {
  @Access(policy.identity.readSelf)
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Access(policy.identity.readSelf)
  @Field(() => String, { description: 'Name as the person gave it.' })
  displayName!: string;

  @Access(policy.identity.readSelf)
  @Field(() => String, { description: 'E-mail address, in lower case.' })
  email!: string;

  @Access(policy.identity.readSelf)
  @Field(() => String, { description: 'Language of screens and e-mails: en or it.' })
  locale!: string;

  @Access(policy.identity.readSelf)
  @Field(() => String, { description: 'The audience this request acts as.' })
  audience!: string;

  @Access(policy.identity.readSelf)
  @Field(() => ID, { nullable: true, description: 'The membership this request acts under.' })
  membershipId!: string | null;

  @Access(policy.identity.readSelf)
  @Field(() => Boolean, { description: 'Whether the person came by a one-link seat, without an account.' })
  isSeat!: boolean;

  @Access(policy.identity.readSelf)
  @Field(() => Day, { description: 'The business date: due dates and minority are judged on it.' })
  today!: string;

  @Access(policy.identity.readSelf)
  @Field(() => Boolean, { description: 'Whether this is a demo: its outbox can be read and its clock moved.' })
  demo!: boolean;

  @Access(policy.identity.readSelf)
  @Field(() => [MembershipType], { description: 'All memberships that this session may act under in this portal.' })
  memberships!: MembershipType[];
}

/** What a secret link says about itself before it is used. */
@Type('Invitation', 'What a mailed link says before it is used.')
export class InvitationType {
  @Access(policy.identity.enter)
  @Field(() => String, { description: 'Whose link it is.' })
  displayName!: string;

  @Access(policy.identity.enter)
  @Field(() => String, { description: 'The address it was mailed to.' })
  email!: string;

  @Access(policy.identity.enter)
  @Field(() => ID, { nullable: true, description: 'The organisation that invites.' })
  organisationId!: string | null;

  @Access(policy.identity.enter)
  @Field(() => String, { nullable: true, description: 'The audience that the person will act as.' })
  role!: string | null;

  @Access(policy.identity.enter)
  @Field(() => String, { description: '`account` for an invitation, `password` for a forgotten password.' })
  purpose!: string;
}

@InputType({ description: 'E-mail and password.' })
export class SignInInput {
  @Field(() => String, { description: 'E-mail address, in any case.' })
  email!: string;

  @Field(() => String, { description: 'Password.' })
  password!: string;
}

@InputType({ description: 'The secret of a mailed link, and the password to set.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The secret at the end of the link.' })
  token!: string;

  @Field(() => String, { description: '12 to 200 characters.' })
  password!: string;

  @Field(() => String, { nullable: true, description: 'Language to use from now on: en or it.' })
  locale?: string | null;
}

@InputType({ description: 'Who forgot the password.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'E-mail address of the account.' })
  email!: string;
}
