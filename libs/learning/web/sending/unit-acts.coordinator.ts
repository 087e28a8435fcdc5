import { graphql } from '@softmob/gql/sending-coordinator';

export const CreateUnitDocument = graphql(`
  mutation CreateUnit($input: LearningUnitInput!) {
    createUnit(input: $input) {
      id
      key
    }
  }
`);

export const EditUnitDocument = graphql(`
  mutation EditUnit($id: ID!, $expectedVersion: Int!, $input: LearningUnitInput!) {
    editUnit(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      key
    }
  }
`);
