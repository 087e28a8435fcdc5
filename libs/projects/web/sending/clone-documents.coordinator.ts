import { type ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '@softmob/gql/sending-coordinator';

export const CloneStartDocument = graphql(`
  query CloneStart($projectId: ID!) {
    project(id: $projectId) {
      id
      title
      flows {
        id
        code
        town
        country
        startsOn
        endsOn
      }
    }
    projects {
      id
      title
      callYear
      startsOn
      endsOn
    }
  }
`);

export const ClonePreviewDocument = graphql(`
  query ClonePreview($input: CloneFlowsInput!) {
    clonePreview(input: $input) {
      weeks
      flows {
        source {
          id
          code
          startsOn
          endsOn
          town
          country
        }
        code
        startsOn
        endsOn
        accompanyingPlaces
        places {
          occupation
          places
        }
        hosts {
          organisation {
            id
            name
          }
          places {
            occupation
            places
          }
        }
        findings {
          severity
          message
        }
      }
    }
  }
`);

export const CloneFlowsDocument = graphql(`
  mutation CloneFlows($input: CloneFlowsInput!) {
    cloneFlows(input: $input) {
      weeks
      flows {
        id
        code
        town
        startsOn
        endsOn
      }
      asks {
        id
        hostName
        flowCode
      }
    }
  }
`);

export const UndoCloneDocument = graphql(`
  mutation UndoClone($flowIds: [ID!]!) {
    undoClone(flowIds: $flowIds)
  }
`);

export const FlowPlanDocument = graphql(`
  query FlowPlanOf($id: ID!) {
    flow(id: $id) {
      id
      code
      project {
        id
      }
      plan {
        id
        weeks
        accompanyingPlaces
        inUse
        places {
          occupation
          places
        }
        source {
          id
          code
          startsOn
        }
      }
      hostAsks {
        id
        hostName
        answer
        comment
        startsOn
        endsOn
        offeredStartsOn
        offeredEndsOn
        askedAt
        answeredAt
        places {
          occupation
          lastTime
          wanted
          offered
        }
      }
    }
  }
`);

export type CloneStart = ResultOf<typeof CloneStartDocument>;
export type Planned = ResultOf<typeof ClonePreviewDocument>['clonePreview'];
export type Cloned = ResultOf<typeof CloneFlowsDocument>['cloneFlows'];
export type PlanOfFlow = ResultOf<typeof FlowPlanDocument>['flow'];
