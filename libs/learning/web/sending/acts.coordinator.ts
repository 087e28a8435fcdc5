import { graphql } from '@softmob/gql/sending-coordinator';

export const OpenDocument = graphql(`
  mutation OpenAgreements($input: WhichMobilities!, $order: [String!]) {
    openAgreements(input: $input, order: $order) {
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
      ...SignedParts
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

export const SchoolRevokeDocument = graphql(`
  mutation SchoolRevoke($mobilityId: ID!, $versionNumber: Int!) {
    revokeSignature(mobilityId: $mobilityId, versionNumber: $versionNumber) {
      id
      status
    }
  }
`);

export const WithdrawDocument = graphql(`
  mutation WithdrawAgreement($input: CloseAgreementInput!) {
    withdrawAgreement(input: $input) {
      id
      status
    }
  }
`);

export const PapersDocument = graphql(`
  query PaperSignatures($id: ID!) {
    mobility(id: $id) {
      id
      agreement {
        id
        current {
          id
          paperSignatures {
            id
            party
            signerName
            signedOn
            status
            reason
            fileName
            mime
          }
        }
      }
    }
  }
`);

export const VerifyPaperDocument = graphql(`
  mutation VerifyPaper($id: ID!) {
    verifyPaperSignature(id: $id) {
      id
      status
    }
  }
`);

export const ReturnPaperDocument = graphql(`
  mutation ReturnPaper($id: ID!, $reason: String!) {
    returnPaperSignature(id: $id, reason: $reason) {
      id
      status
    }
  }
`);
