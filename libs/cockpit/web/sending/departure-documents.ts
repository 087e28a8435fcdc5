import { type ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '@softmob/gql/sending';

export const DepartureDocument = graphql(`
  query Departure($flowId: ID!, $locale: String) {
    departure(flowId: $flowId) {
      id
      daysToDeparture
      forecast {
        onTime
        atRisk
        late
      }
      flow {
        id
        code
        town
        startsOn
        endsOn
      }
      flowSteps {
        id
        stepKey
        title(locale: $locale)
        role
        names
        dueOn
        late
        waits
        forecast {
          ...StepForecastParts
        }
      }
      rows {
        id
        mobility {
          id
          stage
          participant {
            id
            firstName
            lastName
          }
        }
        missing {
          id
          stepKey
          title(locale: $locale)
          role
          names
          dueOn
          late
          waits
          forecast {
            ...StepForecastParts
          }
        }
        forecast {
          ...StepForecastParts
        }
        decision {
          id
          decision
          reason
          missing
          decidedAt
          decidedBy
        }
      }
    }
  }
`);

export type Departure = ResultOf<typeof DepartureDocument>['departure'];
export type DepartureRow = Departure['rows'][number];
export type MissingStep = DepartureRow['missing'][number];

/** Whether there is still something to decide. */
export const undecidedStage = (stage: string): boolean => !['abroad', 'back', 'withdrawn'].includes(stage);
