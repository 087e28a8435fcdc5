import { graphql } from '@softmob/gql/placing';
import { type PartnersQuery } from '@softmob/gql/placing/graphql';

export const PartnersDocument = graphql(`
  query Partners($kind: String!) {
    organisations(kind: $kind, first: 500) {
      edges {
        cursor
        node {
          id
          name
          street
          postcode
          town
          country
          email
          phone
          contacts {
            id
            name
            email
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type Partner = PartnersQuery['organisations']['edges'][number]['node'];
