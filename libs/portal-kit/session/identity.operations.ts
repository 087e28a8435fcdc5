import { gql } from '@apollo/client';
import { type Audience, type PortalKey } from '@softmob/access';
import { type TypedDocumentNode } from '@graphql-typed-document-node/core';

/** One of the person's memberships in this portal. */
export interface ViewerMembership {
  id: string;
  role: Audience;
  audience: Audience;
  portal: PortalKey;
  organisationName: string | null;
}

/** The person who asks, and the membership their requests act under. */
export interface Viewer {
  personId: string;
  displayName: string;
  email: string;
  locale: string;
  audience: Audience;
  membershipId: string | null;
  isSeat: boolean;
  /** Today's business date. */
  today: string;
  demo: boolean;
  memberships: ViewerMembership[];
}

/** What a mailed link says about itself before it is used. */
export interface InvitationDetails {
  displayName: string;
  email: string;
  organisationName: string | null;
  role: Audience | null;
  /** `account` for an invitation, `password` for a forgotten password. */
  purpose: string;
}

type Done<Name extends string> = Record<Name, { ok: boolean }>;
type None = Record<string, never>;

export const ViewerDocument: TypedDocumentNode<{ viewer: Viewer | null }, None> = gql`
  query Viewer {
    viewer {
      personId
      displayName
      email
      locale
      audience
      membershipId
      isSeat
      today
      demo
      memberships {
        id
        role
        audience
        portal
        organisationName
      }
    }
  }
`;

export const SignInDocument: TypedDocumentNode<Done<'signIn'>, { input: { email: string; password: string } }> = gql`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      ok
    }
  }
`;

export const SignOutDocument: TypedDocumentNode<Done<'signOut'>, None> = gql`
  mutation SignOut {
    signOut {
      ok
    }
  }
`;

export const InvitationDocument: TypedDocumentNode<{ invitation: InvitationDetails }, { token: string }> = gql`
  query Invitation($token: String!) {
    invitation(token: $token) {
      displayName
      email
      organisationName
      role
      purpose
    }
  }
`;

export interface AcceptInvitationInput {
  token: string;
  password: string;
  locale: string;
}

export const AcceptInvitationDocument: TypedDocumentNode<
  Done<'acceptInvitation'>,
  { input: AcceptInvitationInput }
> = gql`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      ok
    }
  }
`;

export const RequestPasswordResetDocument: TypedDocumentNode<
  Done<'requestPasswordReset'>,
  { input: { email: string } }
> = gql`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      ok
    }
  }
`;

export const EnterSeatDocument: TypedDocumentNode<Done<'enterSeat'>, { token: string }> = gql`
  mutation EnterSeat($token: String!) {
    enterSeat(token: $token) {
      ok
    }
  }
`;

export const RequestSeatCodeDocument: TypedDocumentNode<Done<'requestSeatCode'>, None> = gql`
  mutation RequestSeatCode {
    requestSeatCode {
      ok
    }
  }
`;

export const ChooseLocaleDocument: TypedDocumentNode<Done<'chooseLocale'>, { locale: string }> = gql`
  mutation ChooseLocale($locale: String!) {
    chooseLocale(locale: $locale) {
      ok
    }
  }
`;
