import { graphql } from '@softmob/gql/sending-teacher';

/** What a teacher may do with agreements and outcomes; a coordinator may as well. */
export const ComposeDocument = graphql(`
  mutation ComposeAgreements($input: ComposeAgreementsInput!) {
    composeAgreements(input: $input) {
      done
      refused {
        mobilityId
        reason
      }
    }
  }
`);

export const EditDocument = graphql(`
  mutation EditAgreement($input: EditAgreementInput!) {
    editAgreement(input: $input) {
      id
      version
      contentHash
      content
      missing {
        path
        code
        message {
          en
          it
        }
      }
      advised {
        path
        code
        message {
          en
          it
        }
      }
    }
  }
`);

export const RecogniseDocument = graphql(`
  mutation RecogniseLearning($input: RecogniseLearningInput!) {
    recogniseLearning(input: $input) {
      done
      refused {
        mobilityId
        reason
      }
    }
  }
`);
