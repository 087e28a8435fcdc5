import { graphql } from '@softmob/gql/participant';
import { type CertificatesQuery } from '@softmob/gql/participant/graphql';

export const CertificatesDocument = graphql(`
  query Certificates($id: ID!) {
    mobility(id: $id) {
      id
      stage
      endsOn
      attendanceConfirmedAt
      finalAssessedAt
      company {
        id
        name
      }
      sendingOrganisation {
        id
        name
      }
      agreement {
        id
        inForce {
          id
        }
      }
      recognition {
        id
        result
        credits
        note
        deciderName
        decidedAt
      }
      certificates {
        id
        number
        issuedAt
      }
    }
  }
`);

export type CertificateFacts = CertificatesQuery['mobility'];
