import { graphql } from '@softmob/gql/sending-coordinator';

export const OpenDocument = graphql(`
  mutation OpenAgreements($input: WhichMobilities!) {
    openAgreements(input: $input) {
      done
      refused {
        mobilityId
        reason
        missing {
          path
          code
          message {
            en
            it
          }
        }
      }
    }
  }
`);

export const RemindDocument = graphql(`
  mutation RemindSigners($input: WhichMobilities!) {
    remindSigners(input: $input) {
      reminded
    }
  }
`);

export const SignManyDocument = graphql(`
  mutation SchoolSignMany($input: SignAgreementsInput!) {
    signAgreements(input: $input) {
      done
      refused {
        mobilityId
        reason
      }
    }
  }
`);

export const SchoolSignDocument = graphql(`
  mutation SchoolSign($input: SignAgreementInput!) {
    signAgreement(input: $input) {
      id
      status
      missingParties
      mySignature
      lockedAt
      signatures {
        id
        party
        name
        signedAt
      }
    }
  }
`);

export const AmendDocument = graphql(`
  mutation AmendAgreement($input: AmendAgreementInput!) {
    amendAgreement(input: $input) {
      id
      number
      status
    }
  }
`);

export const IssueDocument = graphql(`
  mutation IssueEuropass($mobilityIds: [ID!]!) {
    issueEuropass(mobilityIds: $mobilityIds) {
      done
      refused {
        mobilityId
        reason
      }
    }
  }
`);
