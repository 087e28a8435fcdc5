import { graphql } from '@softmob/gql/sending-coordinator';

export const FlowBoardDocument = graphql(`
  query FlowBoard($flowId: ID!, $from: Day!, $to: Day!) {
    mobilities(
      filter: { flowIds: [$flowId], stages: ["selected", "proposed", "confirmed", "abroad", "back"] }
      first: 500
    ) {
      nodes {
        id
        stage
        startsOn
        endsOn
        participant {
          id
          firstName
          lastName
          occupation
          mainLanguage
          languageLevel
          minor
        }
        placement {
          id
          status
          startsOn
          endsOn
          version
          capacity {
            id
          }
          company {
            id
            name
            town
          }
          hostOrganisation {
            id
            name
          }
        }
      }
    }
    capacities(flowId: $flowId) {
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
      }
    }
    organisations(kind: "host", first: 100) {
      nodes {
        id
        name
        country
        town
      }
    }
  }
`);

export const MatchFlowDocument = graphql(`
  query MatchFlow($flowId: ID!) {
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

export const SendProposalsDocument = graphql(`
  mutation SendProposals($placements: [ProposePlacementInput!]!) {
    proposePlacements(placements: $placements) {
      id
      status
    }
  }
`);

export const AskHostDocument = graphql(`
  mutation AskHost($input: RequestPlacementsInput!) {
    requestPlacements(input: $input) {
      id
      status
    }
  }
`);

export const ConfirmDirectDocument = graphql(`
  mutation ConfirmDirect($ids: [ID!]!) {
    confirmPlacements(ids: $ids) {
      id
      status
    }
  }
`);

export const TakeBackDocument = graphql(`
  mutation TakeBack($id: ID!, $reason: String!) {
    cancelPlacement(id: $id, reason: $reason) {
      id
      status
    }
  }
`);
