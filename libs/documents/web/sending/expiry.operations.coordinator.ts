import { graphql } from '@softmob/gql/sending-coordinator';
import { type ExpiriesQuery } from '@softmob/gql/sending-coordinator/graphql';

export const ExpiriesDocument = graphql(`
  query Expiries($until: Day!, $flowIds: [ID!]) {
    documentExpiries(until: $until, flowIds: $flowIds) {
      id
      kind
      fileName
      mime
      thumbnail
      status
      expiresOn
      expiryWarning
      mobility {
        id
        startsOn
        endsOn
        participant {
          id
          firstName
          lastName
        }
        flow {
          id
          code
          town
        }
      }
    }
    flows {
      id
      code
      town
    }
  }
`);

export type Expiry = ExpiriesQuery['documentExpiries'][number];
