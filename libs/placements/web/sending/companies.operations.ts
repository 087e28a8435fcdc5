import { graphql } from '@softmob/gql/sending';
import { type SchoolCompaniesQuery, type SchoolCompanyQuery } from '@softmob/gql/sending/graphql';

export const SchoolCompaniesDocument = graphql(`
  query SchoolCompanies($search: String, $after: String) {
    organisations(kind: "company", search: $search, first: 100, after: $after) {
      edges {
        cursor
        node {
          id
          name
          town
          country
          manager {
            id
            name
          }
          capacities {
            id
            occupation
            places
            startsOn
            endsOn
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const SchoolCompanyDocument = graphql(`
  query SchoolCompany($id: ID!) {
    organisation(id: $id) {
      id
      name
      street
      postcode
      town
      country
      email
      phone
      manager {
        id
        name
      }
      capacities {
        id
        occupation
        places
        startsOn
        endsOn
        version
      }
      contacts {
        id
        name
        role
        email
      }
    }
    placements(filter: { companyId: $id }, first: 200) {
      nodes {
        id
        status
        startsOn
        endsOn
        mobility {
          id
          participant {
            id
            firstName
            lastName
          }
        }
      }
    }
  }
`);

export type SchoolCompany = SchoolCompaniesQuery['organisations']['edges'][number]['node'];
export type SchoolCompanyFacts = SchoolCompanyQuery;
