import { graphql } from '@softmob/gql/host';
import { type RequestsQuery } from '@softmob/gql/host/graphql';

export const RequestsDocument = graphql(`
  query Requests {
    placementRequests {
      requestedAt
      flow {
        id
        code
        town
        country
        startsOn
        endsOn
      }
      sendingOrganisation {
        id
        name
      }
      placements {
        id
        status
        startsOn
        endsOn
        capacity {
          id
        }
        mobility {
          id
          participant {
            id
            occupation
            qualification
            mainLanguage
            languageLevel
            minor
          }
        }
      }
    }
  }
`);

export const OffersDocument = graphql(`
  query Offers($from: Day!, $to: Day!) {
    capacities {
      id
      occupation
      places
      startsOn
      endsOn
      free(from: $from, to: $to)
      company {
        id
        name
        town
        country
      }
    }
  }
`);

export const SuggestPlacesDocument = graphql(`
  query SuggestPlaces($flowId: ID!) {
    matchFlow(flowId: $flowId) {
      assignments {
        mobility {
          id
        }
        capacity {
          id
        }
      }
      unmatched {
        reason
        mobility {
          id
        }
      }
    }
  }
`);

export const PlaceLearnersDocument = graphql(`
  mutation PlaceLearners($placements: [ProposePlacementInput!]!) {
    proposePlacements(placements: $placements) {
      id
      status
      capacity {
        id
      }
    }
  }
`);

export const ConfirmPlacementsDocument = graphql(`
  mutation ConfirmPlacements($ids: [ID!]!) {
    confirmPlacements(ids: $ids) {
      id
      status
      tutor {
        personId
        name
      }
    }
  }
`);

export const DeclineRequestsDocument = graphql(`
  mutation DeclineRequests($mobilityIds: [ID!]!, $reason: String!) {
    declineRequests(mobilityIds: $mobilityIds, reason: $reason) {
      ok
    }
  }
`);

/** What a school asks for a flow. */
export type RequestGroup = RequestsQuery['placementRequests'][number];
