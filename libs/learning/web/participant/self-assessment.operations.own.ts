import { graphql } from '@softmob/gql/participant-own';
import { type SelfAssessmentDataQuery } from '@softmob/gql/participant-own/graphql';

export const SelfAssessmentDocument = graphql(`
  query SelfAssessmentData($id: ID!) {
    mobility(id: $id) {
      id
      startsOn
      endsOn
      week
      sendingOrganisation {
        id
        name
      }
      company {
        id
        name
      }
      assessments {
        id
        kind
        week
        comment
        submittedAt
        outcomes {
          outcomeKey
          attainment
        }
      }
      outcomes {
        ...OutcomeParts
      }
    }
  }
`);

export const GiveSelfAssessmentDocument = graphql(`
  mutation GiveSelfAssessment($input: AssessmentInput!) {
    selfAssessment(input: $input) {
      id
      assessments {
        id
        kind
        week
        submittedAt
      }
    }
  }
`);

export type SelfAssessed = SelfAssessmentDataQuery['mobility'];
