import { policy } from '@softmob/access';
import { Access, type Ctx as Context, findOne, findPage } from '@softmob/api-kit';
import { InvitationType, MembershipType } from '@softmob/identity-api';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { type Organisation } from './organisation.entity';
import { contactsOfOrganisation, organisationById, organisations } from './organisation.loaders';
import { ContactType, OrganisationConnection, OrganisationType } from './organisation.type';

@Resolver(() => OrganisationType)
export class OrganisationResolver {
  @Access(policy.organisations.list)
  @Query(() => OrganisationType, { description: 'One organisation within reach. NOT_FOUND otherwise.' })
  organisation(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Identifier.' }) id: string,
  ): Promise<Organisation> {
    return findOne(ctx, organisations, id);
  }

  @Access(policy.organisations.list)
  @Query(() => OrganisationConnection, { description: 'Organisations within reach, by name.' })
  organisations(
    @Ctx() ctx: Context,
    @Arg('kind', () => String, { nullable: true, description: 'Only `school`, `host` or `company`.' })
    kind: string | null,
    @Arg('search', () => String, { nullable: true, description: 'Part of the name or town, in any case.' })
    search: string | null,
    @Arg('first', () => Int, { nullable: true, description: 'Rows per page, 1 to 500; 50 unless told.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after: string | null,
  ) {
    return findPage(
      ctx,
      organisations,
      { first, after },
      {
        where: (parameters) =>
          [
            'TRUE',
            ...(kind ? [`x.kind = ${parameters.add(kind)}`] : []),
            ...(search ? [`(x.name || ' ' || x.town) ILIKE '%' || ${parameters.add(search)} || '%'`] : []),
          ].join(' AND '),
        sort: [{ sql: 'lower(x.name)', type: 'text' }],
      },
    );
  }

  @Access(policy.organisations.readContacts)
  @FieldResolver(() => [ContactType], { description: 'The people in charge, those who coordinate first.' })
  contacts(@Root() organisation: Organisation, @Ctx() ctx: Context) {
    return ctx.load(contactsOfOrganisation).load(organisation.id);
  }

  @Access(policy.organisations.read)
  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: 'The host organisation that works with this company.',
  })
  manager(@Root() organisation: Organisation, @Ctx() ctx: Context) {
    return organisation.managerId ? ctx.load(organisationById).load(organisation.managerId) : null;
  }
}

/** What identity cannot say by itself: the names of organisations. */
@Resolver(() => MembershipType)
export class MembershipOrganisationResolver {
  @Access(policy.identity.readSelf)
  @FieldResolver(() => String, { nullable: true, description: 'Name of the organisation, if the membership has one.' })
  async organisationName(@Root() membership: MembershipType, @Ctx() ctx: Context): Promise<string | null> {
    if (!membership.organisationId) return null;
    return (await ctx.load(organisationById).load(membership.organisationId))?.name ?? null;
  }
}

@Resolver(() => InvitationType)
export class InvitationOrganisationResolver {
  @Access(policy.identity.enter)
  @FieldResolver(() => String, { nullable: true, description: 'Name of the organisation that invites.' })
  async organisationName(@Root() invitation: InvitationType, @Ctx() ctx: Context): Promise<string | null> {
    if (!invitation.organisationId) return null;
    return (await ctx.load(organisationById).load(invitation.organisationId))?.name ?? null;
  }
}
