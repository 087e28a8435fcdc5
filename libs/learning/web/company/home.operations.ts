import { graphql } from '@softmob/gql/company';
import { type CompanyHomeQuery } from '@softmob/gql/company/graphql';

export const CompanyHomeDocument = graphql(`
  query CompanyHome($locale: String) {
    mobilities(first: 100) {
      nodes {
        id
        stage
        startsOn
        endsOn
        week
        finalAssessedAt
        participant {
          id
          firstName
          lastName
          occupation
        }
        sendingOrganisation {
          id
          name
        }
        company {
          id
          name
          checkedAt
        }
        agreement {
          id
          current {
            id
            number
            status
            mySignature
          }
          inForce {
            id
            number
          }
        }
        assessments {
          id
          kind
          submittedAt
        }
      }
    }
    myTasks(first: 200) {
      nodes {
        id
        title(locale: $locale)
        stepKey
        closesOn
        dueOn
        state
        version
        mobility {
          id
        }
      }
    }
  }
`);

export const CompleteOwnTaskDocument = graphql(`
  mutation CompleteOwnTask($id: ID!, $version: Int) {
    completeTask(id: $id, expectedVersion: $version) {
      id
      state
      version
    }
  }
`);

export type HomeMobility = CompanyHomeQuery['mobilities']['nodes'][number];
export type HomeTask = CompanyHomeQuery['myTasks']['nodes'][number];

/** First and last name, as far as the reader may know them. */
export const nameOf = (person: { firstName: string | null; lastName: string | null }): string =>
  [person.firstName, person.lastName].filter(Boolean).join(' ');
