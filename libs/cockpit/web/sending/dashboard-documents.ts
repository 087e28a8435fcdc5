import { type ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '@softmob/gql/sending';
import { type FiguresFragment } from './radar-documents';

export const DashboardDocument = graphql(`
  query Dashboard($projectId: ID!, $locale: String) {
    dashboard(projectId: $projectId) {
      id
      asOf
      total {
        ...FiguresParts
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
          ...FiguresParts
        }
      }
      byCountry {
        key
        figures {
          ...FiguresParts
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
export type FiguresData = ResultOf<typeof FiguresFragment>;
export type LateStep = DashboardData['late'][number];
