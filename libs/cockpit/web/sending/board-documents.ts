import { type ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '@softmob/gql/sending';

export const BoardDocument = graphql(`
  query Board($projectId: ID!, $after: String, $locale: String) {
    mobilities(filter: { projectId: $projectId }, first: 500, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          stage
          startsOn
          endsOn
          participant {
            id
            firstName
            lastName
            occupation
            minor
          }
          flow {
            id
            code
            town
            startsOn
          }
          company {
            id
            name
          }
          placement {
            id
            status
          }
          progress {
            tasks
            done
            late
            ready
            openSteps
            lateSteps
            next {
              id
              title(locale: $locale)
              role
              dueOn
              state
            }
          }
        }
      }
    }
  }
`);

export const BoardStepsDocument = graphql(`
  query BoardSteps($projectId: ID!, $locale: String) {
    taskGroups(projectId: $projectId) {
      id
      stepKey
      title(locale: $locale)
      role
      wholeFlow
      open
      waiting
      flow {
        id
      }
    }
  }
`);

export const MobilityPanelDocument = graphql(`
  query MobilityPanel($id: ID!, $locale: String) {
    mobility(id: $id) {
      id
      stage
      startsOn
      endsOn
      bmId
      arrivedOn
      participant {
        id
        firstName
        lastName
        occupation
        qualification
        mainLanguage
        languageLevel
        email
        phone
        minor
      }
      flow {
        id
        code
        town
        country
      }
      hostOrganisation {
        id
        name
      }
      company {
        id
        name
        town
      }
      placement {
        id
        status
        tutor {
          name
          email
          phone
        }
      }
      formerPlacements {
        id
        startsOn
        endsOn
        status
        reason
        company {
          id
          name
        }
      }
      tasks {
        id
        stepKey
        title(locale: $locale)
        phase
        state
        role
        dueOn
        closesOn
        needs
        doneAt
        doneHow
        doneBy
        version
      }
      progress {
        tasks
        done
        late
        ready
        openSteps
        lateSteps
        next {
          id
        }
      }
    }
  }
`);

export type BoardNode = ResultOf<typeof BoardDocument>['mobilities']['edges'][number]['node'];
export type BoardStep = ResultOf<typeof BoardStepsDocument>['taskGroups'][number];
export type PanelMobility = ResultOf<typeof MobilityPanelDocument>['mobility'];
export type PanelTask = PanelMobility['tasks'][number];
