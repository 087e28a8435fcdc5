import { type ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '@softmob/gql/sending';

export const DashboardDocument = graphql(`
  query Dashboard($projectId: ID!, $locale: String) {
    dashboard(projectId: $projectId) {
      id
      asOf
      total {
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
      byFlow {
        key
        flow {
          id
          code
          town
          country
          startsOn
          endsOn
        }
        figures {
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
      }
      byCountry {
        key
        figures {
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
      }
      byPhase {
        phase
        tasks
        done
        late
      }
      late {
        id
        stepKey
        title(locale: $locale)
        wholeFlow
        dueOn
        open
        late
        flow {
          id
          code
        }
        holder {
          role
          names
          count
        }
      }
    }
  }
`);

export type DashboardData = ResultOf<typeof DashboardDocument>['dashboard'];
export type FiguresData = DashboardData['total'];
export type LateStep = DashboardData['late'][number];
