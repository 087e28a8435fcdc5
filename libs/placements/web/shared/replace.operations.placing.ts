import { graphql } from '@softmob/gql/placing';

export const ReplaceSubjectDocument = graphql(`
  query ReplaceSubject($id: ID!) {
    mobility(id: $id) {
      id
      stage
      flow {
        id
        code
      }
      participant {
        id
        firstName
        lastName
        occupation
        minor
      }
      placement {
        id
        status
        startsOn
        endsOn
        company {
          id
          name
        }
        hostOrganisation {
          id
        }
        tutor {
          personId
          name
        }
      }
    }
  }
`);

export const ReplaceOffersDocument = graphql(`
  query ReplaceOffers($flowId: ID!, $from: Day!, $to: Day!) {
    capacities(flowId: $flowId) {
      id
      occupation
      free(from: $from, to: $to)
      company {
        id
        name
        town
        managerId
        contacts {
          id
          personId
          name
          role
          email
        }
      }
    }
  }
`);

export const ReplacePlacementDocument = graphql(`
  mutation ReplacePlacement($input: ReplacePlacementInput!) {
    replacePlacement(input: $input) {
      id
      status
      startsOn
      company {
        id
        name
      }
      tutor {
        personId
        name
      }
      mobility {
        id
        agreement {
          id
          current {
            id
            number
            status
          }
        }
      }
    }
  }
`);
