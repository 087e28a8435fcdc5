import { graphql } from '@softmob/gql/sending-coordinator';

export const FlowMessagePreviewDocument = graphql(`
  query FlowMessagePreview($flowId: ID!, $circle: [String!]!) {
    flowMessagePreview(flowId: $flowId, circle: $circle) {
      learners
      unreached
      people {
        membershipId
        name
        role
        organisationName
      }
    }
  }
`);

export const FlowsToMessageDocument = graphql(`
  query FlowsToMessage {
    flows {
      id
      code
      town
      startsOn
    }
  }
`);

export const SendToFlowDocument = graphql(`
  mutation SendToFlow($input: SendToFlowInput!) {
    sendToFlow(input: $input) {
      id
      flowId
      total
      done
      finishedAt
    }
  }
`);

export const BroadcastDocument = graphql(`
  query Broadcast($id: ID!) {
    broadcast(id: $id) {
      id
      total
      done
      finishedAt
    }
  }
`);
