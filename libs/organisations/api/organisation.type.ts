import { policy } from '@softmob/access';
import { Access, connectionOf, Type } from '@softmob/api-kit';
import { Field, ID, Int } from 'type-graphql';
import { type Organisation } from './organisation.entity';

const { read, readAddress } = policy.organisations;

@Type('Organisation', 'A school that sends, an organisation that hosts, or a company in which one learns.')
export class OrganisationType implements Omit<Organisation, 'retentionDays' | 'createdAt' | 'ownerId'> {
  @Access(read)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(read)
  @Field(() => String, { description: '`school`, `host` or `company`.' })
  kind!: Organisation['kind'];

  @Access(read)
  @Field(() => String, { description: 'Name as on documents.' })
  name!: string;

  @Access(read)
  @Field(() => String, { nullable: true, description: 'Organisation ID (OID) of the EU’s register.' })
  oid!: string | null;

  @Access(read)
  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' })
  country!: string;

  @Access(read)
  @Field(() => String, { description: 'Town.' })
  town!: string;

  @Access(readAddress)
  @Field(() => String, { nullable: true, description: 'Postcode.' })
  postcode!: string | null;

  @Access(readAddress)
  @Field(() => String, { nullable: true, description: 'Street and number.' })
  street!: string | null;

  @Access(readAddress)
  @Field(() => String, { nullable: true, description: 'General e-mail address.' })
  email!: string | null;

  @Access(readAddress)
  @Field(() => String, { nullable: true, description: 'General telephone number.' })
  phone!: string | null;

  @Access(read)
  @Field(() => ID, { nullable: true, description: 'The host organisation that works with this company.' })
  managerId!: string | null;

  @Access(read)
  @Field(() => Int, { description: 'Pass it back when changing: an older one is a CONFLICT.' })
  version!: number;
}

@Type('Contact', 'Somebody in charge at an organisation.')
export class ContactType {
  @Access(policy.organisations.readContacts)
  @Field(() => ID, { description: 'The membership.' })
  id!: string;

  @Access(policy.organisations.readContacts)
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Access(policy.organisations.readContacts)
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Access(policy.organisations.readContacts)
  @Field(() => String, { description: 'The audience this person acts as.' })
  role!: string;

  @Access(policy.organisations.readContacts)
  @Field(() => String, { nullable: true, description: 'What the person is there.' })
  title!: string | null;

  @Access(policy.organisations.readContacts)
  @Field(() => String, { description: 'E-mail address.' })
  email!: string;

  @Access(policy.organisations.readContacts)
  @Field(() => String, { nullable: true, description: 'Telephone.' })
  phone!: string | null;
}

export const OrganisationConnection = connectionOf(OrganisationType, 'Organisation', policy.organisations.list);
