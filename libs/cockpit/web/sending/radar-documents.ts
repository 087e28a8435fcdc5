import { type ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '@softmob/gql/sending';

export const StepForecastFragment = graphql(`
  fragment StepForecastParts on StepForecast {
    key
    title(locale: $locale)
    verdict
    likelyOn
    safeOn
    basis
    samples
    median
    most
  }
`);

export const FiguresFragment = graphql(`
  fragment FiguresParts on Figures {
    participants
    ready
    onTime
    closed
    atHome
    abroad
    back
    tasks
    done
    late
    share
  }
`);

export const RadarDocument = graphql(`
  query DepartureRadar($projectId: ID, $locale: String) {
    departureRadar(projectId: $projectId) {
      id
      moment
      daysToDeparture
      daysToReturn
      readyShare
      flow {
        id
        code
        town
        country
        startsOn
        endsOn
        hostOrganisation {
          id
          name
        }
      }
      figures {
        ...FiguresParts
      }
      blockers {
        id
        stepKey
        title(locale: $locale)
        wholeFlow
        dueOn
        open
        late
        holder {
          role
          names
          count
        }
        forecast {
          ...StepForecastParts
        }
      }
      forecast {
        onTime
        atRisk
        late
        decisive {
          ...StepForecastParts
        }
      }
    }
    taskGroups(projectId: $projectId, mine: true, openOnly: true) {
      id
      stepKey
      title(locale: $locale)
      dueOn
      state
      open
      late
      waiting
      wholeFlow
      flow {
        id
        code
      }
    }
  }
`);

export type RadarFlow = ResultOf<typeof RadarDocument>['departureRadar'][number];
export type StepForecast = ResultOf<typeof StepForecastFragment>;
export type Blocker = RadarFlow['blockers'][number];
export type OwnGroup = ResultOf<typeof RadarDocument>['taskGroups'][number];
