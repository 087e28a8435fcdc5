import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/company';
import { QueryError, useSubmit } from '@softmob/portal-kit';
import { EmptyState, SkeletonList } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { SignScreen } from '../shared/sign-screen';
import { CompanyHomeDocument, nameOf } from './home.operations';

const AgreementDocument = graphql(`
  query CompanyAgreement($id: ID!) {
    mobility(id: $id) {
      id
      participant {
        id
        firstName
        lastName
      }
      agreement {
        id
        current {
          id
          number
          status
          requiredParties
          missingParties
          contentHash
          reason
          lockedAt
          mySignature
          sealedAt
          signingOrder
          signsAfter
          mayRevoke
          mayDecline
          closedParty
          closedReason
          statement {
            en
            it
          }
          signatures {
            id
            party
            name
            signedAt
            method
            markKind
            mark
            checkedBy
          }
          paperSignatures {
            id
            party
            signerName
            signedOn
            status
            reason
          }
          content
          withheld
          changes {
            path
            label {
              en
              it
            }
            before {
              en
              it
            }
            after {
              en
              it
            }
          }
        }
      }
    }
  }
`);

const SignDocument = graphql(`
  mutation CompanySign($input: SignAgreementInput!) {
    signAgreement(input: $input) {
      id
      status
      missingParties
      mySignature
      mayRevoke
      mayDecline
      lockedAt
      signatures {
        id
        party
        name
        signedAt
        method
        markKind
        mark
        checkedBy
      }
    }
  }
`);

const DeclineDocument = graphql(`
  mutation CompanyDecline($input: CloseAgreementInput!) {
    declineAgreement(input: $input) {
      id
      status
    }
  }
`);

const RevokeDocument = graphql(`
  mutation CompanyRevoke($mobilityId: ID!, $versionNumber: Int!) {
    revokeSignature(mobilityId: $mobilityId, versionNumber: $versionNumber) {
      id
      status
    }
  }
`);

/** The agreement of one of the tutor's learners. */
export function AgreementScreen() {
  const { t } = useTranslation('learning');
  const { id = '' } = useParams();
  const [signed, setSigned] = useState(false);
  const { data, error, refetch } = useQuery(AgreementDocument, { variables: { id } });
  const { submit, saving, errors } = useSubmit(SignDocument, { refetchQueries: [CompanyHomeDocument] });
  const decline = useSubmit(DeclineDocument, { refetchQueries: [CompanyHomeDocument] });
  const revoke = useSubmit(RevokeDocument, { refetchQueries: [CompanyHomeDocument] });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} backTo="/" />;
  if (!data) return <SkeletonList kind="page" />;
  const { agreement, participant } = data.mobility;
  if (!agreement?.current) return <EmptyState title={t('agreement.none')}>{t('agreement.noneText')}</EmptyState>;
  return (
    <SignScreen
      mobilityId={id}
      version={agreement.current}
      learner={nameOf(participant)}
      signed={signed}
      sign={async (input) => {
        const done = await submit({ input });
        if (done) setSigned(true);
        return done;
      }}
      saving={saving}
      errors={errors}
      acts={{ decline, revoke, papers: agreement.current.paperSignatures, reload: () => void refetch() }}
      next={[{ what: t('receipt.tutorNext'), mine: true }]}
      crumbs={[{ label: t('nav.todo'), to: '/' }]}
      backTo="/"
      backLabel={t('receipt.toList')}
    />
  );
}
