import { graphql } from '@softmob/gql/participant';
import { type WithdrawFactsQuery } from '@softmob/gql/participant/graphql';

export const WithdrawFactsDocument = graphql(`
  query WithdrawFacts($id: ID!) {
    mobility(id: $id) {
      id
      stage
      startsOn
      endsOn
      version
      flow {
        id
        town
      }
      participant {
        id
        firstName
      }
      sendingOrganisation {
        id
        name
      }
      hostOrganisation {
        id
        name
      }
      company {
        id
        name
      }
    }
  }
`);

export const WithdrawOwnDocument = graphql(`
  mutation WithdrawOwn($input: WithdrawInput!) {
    withdraw(input: $input) {
      mobility {
        id
        stage
      }
    }
  }
`);

export type WithdrawFacts = WithdrawFactsQuery['mobility'];
