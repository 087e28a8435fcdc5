import { graphql } from '@softmob/gql/host';
import { type HostCompanyQuery } from '@softmob/gql/host/graphql';

export const CompaniesDocument = graphql(`
  query HostCompanies($search: String, $after: String) {
    organisations(kind: "company", search: $search, first: 100, after: $after) {
      edges {
        cursor
        node {
          id
          name
          town
          country
          capacities {
            id
            occupation
            places
            startsOn
            endsOn
          }
          contacts {
            id
            name
            role
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

export const CompanyDocument = graphql(`
  query HostCompany($id: ID!) {
    organisation(id: $id) {
      id
      name
      street
      postcode
      town
      country
      email
      phone
      managerId
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
        personId
        name
        role
        email
        phone
      }
    }
    placements(filter: { companyId: $id }, first: 200) {
      nodes {
        id
        status
        startsOn
        endsOn
        flow {
          id
          code
        }
        sendingOrganisation {
          id
          name
        }
        tutor {
          personId
          name
        }
        mobility {
          id
          stage
          participant {
            id
            firstName
            lastName
            occupation
          }
        }
      }
    }
  }
`);

export const SetCapacityDocument = graphql(`
  mutation SetCapacity($input: SetCapacityInput!) {
    setCapacity(input: $input) {
      id
      occupation
      places
      startsOn
      endsOn
      version
    }
  }
`);

export const TakeBackDocument = graphql(`
  mutation HostTakeBack($id: ID!, $reason: String!) {
    cancelPlacement(id: $id, reason: $reason) {
      id
      status
    }
  }
`);

export const ReplaceTutorDocument = graphql(`
  mutation ReplaceTutor($placementIds: [ID!]!, $tutor: TutorInput!) {
    replaceTutor(placementIds: $placementIds, tutor: $tutor) {
      id
      tutor {
        personId
        name
      }
    }
  }
`);

export type CompanyFacts = HostCompanyQuery['organisation'];
export type CompanyPlacement = HostCompanyQuery['placements']['nodes'][number];
