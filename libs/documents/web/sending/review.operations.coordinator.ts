import { graphql } from '@softmob/gql/sending-coordinator';
import { type ReviewQueueQuery } from '@softmob/gql/sending-coordinator/graphql';

export const ReviewQueueDocument = graphql(`
  query ReviewQueue($filter: DocumentFilter!, $after: String) {
    documents(filter: $filter, first: 100, after: $after) {
      totalCount
      edges {
        cursor
        node {
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
          reviewedBy
          mobility {
            id
            startsOn
            endsOn
            participant {
              id
              firstName
              lastName
              birthDate
            }
            flow {
              id
              code
              town
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** As many as are verified in one act. */
export const ReviewIdsDocument = graphql(`
  query ReviewIds($filter: DocumentFilter!) {
    documents(filter: $filter, first: 500) {
      edges {
        node {
          id
        }
      }
    }
  }
`);

export const ReviewFlowsDocument = graphql(`
  query ReviewFlows {
    flows {
      id
      code
      town
    }
  }
`);

export const VerifyDocumentsDocument = graphql(`
  mutation VerifyDocuments($ids: [ID!]!, $expiresOn: Day) {
    verifyDocuments(ids: $ids, expiresOn: $expiresOn) {
      id
      status
      expiresOn
      expiryWarning
      reviewedAt
      reviewedBy
    }
  }
`);

export const ReturnDocumentDocument = graphql(`
  mutation ReturnDocument($id: ID!, $reason: String!) {
    returnDocument(id: $id, reason: $reason) {
      id
      status
      reason
      reviewedAt
      reviewedBy
    }
  }
`);

export type ReviewedDocument = ReviewQueueQuery['documents']['edges'][number]['node'];

export const nameOf = ({ mobility: { participant } }: ReviewedDocument): string =>
  [participant.lastName, participant.firstName].filter(Boolean).join(', ');
