import { graphql } from '@softmob/gql/company';
import { type AssessmentDataQuery } from '@softmob/gql/company/graphql';

export const AssessmentDocument = graphql(`
  query AssessmentData($id: ID!) {
    mobility(id: $id) {
      id
      startsOn
      endsOn
      week
      finalAssessedAt
      participant {
        id
        firstName
        lastName
      }
      assessments {
        id
        kind
        comment
        submittedAt
        atRisk
        outcomes {
          outcomeKey
          attainment
          comment
        }
      }
      outcomes {
        ...OutcomeParts
      }
    }
  }
`);

export const SaveMidtermDocument = graphql(`
  mutation SaveMidterm($input: AssessmentInput!) {
    saveMidterm(input: $input) {
      id
    }
  }
`);
export const SaveFinalDocument = graphql(`
  mutation SaveFinal($input: AssessmentInput!) {
    saveFinal(input: $input) {
      id
    }
  }
`);
export const MidtermDocument = graphql(`
  mutation SubmitMidterm($input: AssessmentInput!) {
    midtermAssessment(input: $input) {
      id
      assessments {
        id
        kind
        submittedAt
        atRisk
      }
    }
  }
`);
export const FinalDocument = graphql(`
  mutation SubmitFinal($input: AssessmentInput!) {
    finalAssessment(input: $input) {
      id
      finalAssessedAt
      assessments {
        id
        kind
        submittedAt
      }
    }
  }
`);

export type AssessedMobility = AssessmentDataQuery['mobility'];
export type AssessmentKind = 'midterm' | 'final';
