import { graphql } from '@softmob/gql/participant';
import { type MyDocumentsQuery } from '@softmob/gql/participant/graphql';

export const MyDocumentsDocument = graphql(`
  query MyDocuments($id: ID!) {
    mobility(id: $id) {
      id
      endsOn
      documents {
        id
        kind
        fileName
        mime
        size
        thumbnail
        status
        forHost
        expiresOn
        expiryWarning
        reason
        uploadedAt
        uploadedBy
        reviewedAt
        version
      }
      tasks {
        id
        stepKey
        closesOn
        dueOn
        state
      }
    }
  }
`);

export const RemoveUploadDocument = graphql(`
  mutation RemoveUpload($id: ID!) {
    removeOwnUpload(id: $id) {
      id
      status
    }
  }
`);

export const ReleaseToHostDocument = graphql(`
  mutation ReleaseToHost($id: ID!, $forHost: Boolean!) {
    markForHost(id: $id, forHost: $forHost) {
      id
      forHost
    }
  }
`);

export type MyDocument = MyDocumentsQuery['mobility']['documents'][number];
export type DocumentTask = MyDocumentsQuery['mobility']['tasks'][number];
