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
            role
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

/** Who coordinates there; teachers and others of a school are not whom one turns to. */
export const inCharge = ({ contacts }: Pick<Partner, 'contacts'>) =>
  contacts.filter(({ role }) => role === 'sendingCoordinator' || role === 'hostCoordinator');
