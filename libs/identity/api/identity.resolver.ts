import { policy } from '@softmob/access';
import { Access, type Ctx as Context, DONE, invalid, Receipt, write } from '@softmob/api-kit';
import { PORTAL_AUDIENCES, PORTALS } from '@softmob/access';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import * as auth from './auth.service';
import {
  AcceptInvitationInput,
  InvitationType,
  type MembershipType,
  RequestPasswordResetInput,
  SignInInput,
  Viewer,
} from './identity.type';
import { MembershipType as MembershipClass } from './identity.type';
import { closeSession } from './session.service';
import { people } from './sources';

@Resolver()
export class IdentityResolver {
  @Access(policy.identity.enter)
  @Query(() => Viewer, { nullable: true, description: 'The person who asks; null while nobody is signed in.' })
  async viewer(@Ctx() ctx: Context): Promise<Viewer | null> {
    const { actor, request, runtime } = ctx;
    if (!actor.personId) return null;
    const [person] = await ctx.db.query<{
      displayName: string;
      email: string;
      locale: string;
      memberships: MembershipType[];
    }>(
      `SELECT p.display_name AS "displayName", p.email, p.locale, (
         SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'organisationId', m.organisation_id) ORDER BY m.created_at), '[]')
         FROM membership m WHERE m.person_id = p.id AND m.ended_at IS NULL AND m.role = ANY($2::text[]) AND ($3::uuid IS NULL OR m.id = $3)
       ) AS memberships FROM person p WHERE p.id = $1`,
      [actor.personId, portalAudiences(request.portal), request.seatId ? actor.membershipId : null],
    );
    if (!person) return null;
    return {
      ...person,
      memberships: person.memberships.map((membership) => Object.assign(new MembershipClass(), membership)),
      personId: actor.personId,
      audience: actor.audience,
      membershipId: actor.membershipId,
      isSeat: request.seatId !== null,
      today: actor.today,
      demo: runtime.settings.demo,
    };
  }

  @Access(policy.identity.enter)
  @Query(() => InvitationType, { description: 'Whose link this is. NOT_FOUND once it is used or out of time.' })
  invitation(
    @Ctx() ctx: Context,
    @Arg('token', () => String, { description: 'The secret at the end of the link.' }) token: string,
  ): Promise<InvitationType> {
    return auth.findInvitation(ctx, token);
  }

  @Access(policy.identity.enter)
  @Mutation(() => Receipt, { description: 'Signs in to the portal that the request names, and sets its cookie.' })
  async signIn(@Ctx() ctx: Context, @Arg('input', () => SignInInput) input: SignInInput): Promise<Receipt> {
    await auth.signIn(ctx, input);
    return DONE;
  }

  @Access(policy.identity.enter)
  @Mutation(() => Receipt, { description: 'Ends this session.' })
  async signOut(@Ctx() ctx: Context): Promise<Receipt> {
    await closeSession(ctx);
    return DONE;
  }

  @Access(policy.identity.enter)
  @Mutation(() => Receipt, { description: 'Sets the password behind an invitation or reset link, and signs in.' })
  async acceptInvitation(
    @Ctx() ctx: Context,
    @Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput,
  ): Promise<Receipt> {
    await auth.acceptInvitation(ctx, input);
    return DONE;
  }

  @Access(policy.identity.enter)
  @Mutation(() => Receipt, {
    description: 'Mails a link for a new password; the answer is the same for unknown addresses.',
  })
  async requestPasswordReset(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestPasswordResetInput) input: RequestPasswordResetInput,
  ): Promise<Receipt> {
    await auth.requestPasswordReset(ctx, input);
    return DONE;
  }

  @Access(policy.identity.enter)
  @Mutation(() => Receipt, { description: 'Opens a one-link seat and sets its cookie.' })
  async enterSeat(
    @Ctx() ctx: Context,
    @Arg('token', () => String, { description: 'The secret at the end of the link.' }) token: string,
  ): Promise<Receipt> {
    await auth.enterSeat(ctx, token);
    return DONE;
  }

  @Access(policy.identity.changeSelf)
  @Mutation(() => Receipt, {
    description: 'Mails a six-digit code to the seat’s address; it is asked for before a signature.',
  })
  async requestSeatCode(@Ctx() ctx: Context): Promise<Receipt> {
    await auth.requestSeatCode(ctx);
    return DONE;
  }

  @Access(policy.identity.changeSelf)
  @Mutation(() => Receipt, { description: 'Chooses the language of screens and e-mails: en or it.' })
  async chooseLocale(
    @Ctx() ctx: Context,
    @Arg('locale', () => String, { description: 'en or it.' }) locale: string,
  ): Promise<Receipt> {
    if (!['en', 'it'].includes(locale)) throw invalid('locale', 'LOCALE_UNKNOWN', 'Choose en or it.');
    return write(ctx, policy.identity.changeSelf, async (tx) => {
      const person = (await tx.loadAll(people, (parameters) => `x.id = ${parameters.add(ctx.personId)}`))[0];
      if (person) await tx.update(people, person, { locale });
      return DONE;
    });
  }
}

function portalAudiences(portal: string | null): readonly string[] {
  const key = PORTALS.find((name) => name === portal);
  return key ? PORTAL_AUDIENCES[key] : [];
}
