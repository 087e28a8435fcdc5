import { graphql } from '@softmob/gql/sending-coordinator';

export const FlowChoicesDocument = graphql(`
  query FlowChoices($projectId: ID) {
    flows(projectId: $projectId) {
      id
      code
      town
      startsOn
      endsOn
    }
  }
`);
