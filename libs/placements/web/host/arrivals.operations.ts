import { graphql } from '@softmob/gql/host';
import { type ArrivalSheetQuery } from '@softmob/gql/host/graphql';

/** Who arrives in the coming weeks. */
export const ArrivalSheetDocument = graphql(`
  query ArrivalSheet($weeks: Int!) {
    arrivals(weeks: $weeks) {
      id
      startsOn
      endsOn
      flow {
        id
        code
        town
        accompanying {
          id
          firstName
          lastName
          email
        }
      }
      sendingOrganisation {
        id
        name
      }
      company {
        id
        name
        town
        street
      }
      tutor {
        personId
        name
        email
        phone
      }
      mobility {
        id
        stage
        participant {
          id
          firstName
          lastName
          gender
          minor
          phone
          email
          diet
          emergencyContact
          emergencyPhone
          occupation
        }
      }
    }
  }
`);

export type Arrival = ArrivalSheetQuery['arrivals'][number];

/** A learner's name as lists are sorted: family name first. */
export const nameOf = ({ mobility }: Arrival): string =>
  [mobility.participant.lastName, mobility.participant.firstName].filter(Boolean).join(' ');
