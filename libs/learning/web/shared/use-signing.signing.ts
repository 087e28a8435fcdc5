import { type OperationVariables, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/signing';
import { useSubmit } from '@softmob/portal-kit';
import { useState } from 'react';

const AgreementDocument = graphql(`
  query SignedAgreement($id: ID!, $results: Boolean!) {
    mobility(id: $id) {
      id
      stage
      startsOn
      participant {
        id
        firstName
        lastName
      }
      agreement {
        id
        current {
          ...VersionParts
          paperSignatures {
            id
            party
            signerName
            signedOn
            status
            reason
          }
        }
      }
      assessments @include(if: $results) {
        id
        kind
        submittedAt
      }
      outcomes @include(if: $results) {
        ...OutcomeParts
      }
    }
  }
`);

const SignDocument = graphql(`
  mutation Sign($input: SignAgreementInput!) {
    signAgreement(input: $input) {
      ...SignedParts
    }
  }
`);

const DeclineDocument = graphql(`
  mutation Decline($input: CloseAgreementInput!) {
    declineAgreement(input: $input) {
      id
      status
    }
  }
`);

const RevokeDocument = graphql(`
  mutation Revoke($mobilityId: ID!, $versionNumber: Int!) {
    revokeSignature(mobilityId: $mobilityId, versionNumber: $versionNumber) {
      id
      status
    }
  }
`);

interface SigningOptions {
  /** Whether what was reached is asked for too. */
  results?: boolean;
  /** What changes by a signature beside the agreement. */
  refetch?: TypedDocumentNode<unknown, OperationVariables>[];
}

/** An agreement as its parties have it before them: to read, to sign, to decline, to take the signature back. */
export function useSigning(mobilityId: string, { results = false, refetch: after = [] }: SigningOptions = {}) {
  const [signed, setSigned] = useState(false);
  const { data, error, refetch } = useQuery(AgreementDocument, { variables: { id: mobilityId, results } });
  const afterwards = { refetchQueries: after };
  const { submit, saving, errors } = useSubmit(SignDocument, afterwards);
  const decline = useSubmit(DeclineDocument, afterwards);
  const revoke = useSubmit(RevokeDocument, afterwards);
  const mobility = data?.mobility;
  const version = mobility?.agreement?.current;
  return {
    mobility,
    error,
    retry: () => void refetch(),
    /** What the screen needs to sign; null where there is nothing to sign. */
    signing: version
      ? {
          mobilityId,
          version,
          learner: [mobility.participant.firstName, mobility.participant.lastName].filter(Boolean).join(' '),
          signed,
          sign: async (input: Parameters<typeof submit>[0]['input']) => {
            const done = await submit({ input });
            if (done) setSigned(true);
            return done;
          },
          saving,
          errors,
          acts: { decline, revoke, papers: version.paperSignatures, reload: () => void refetch() },
        }
      : null,
    /** Whether something was assessed. */
    assessed: mobility?.assessments?.some(({ submittedAt }) => submittedAt !== null) ?? false,
  };
}
