import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/host';
import { QueryError, useSubmit } from '@softmob/portal-kit';
import { EmptyState, Section, SkeletonList } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { OutcomeTable } from '../shared/outcome-table';
import { SignScreen } from '../shared/sign-screen';

const AgreementDocument = graphql(`
  query HostAgreement($id: ID!) {
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
      assessments {
        id
        kind
        submittedAt
      }
      outcomes {
        key
        unitKey
        unitTitle {
          en
          it
        }
        kind
        text {
          en
          it
        }
        dueWeek
        state
        midterm {
          outcomeKey
          attainment
          comment
        }
        final {
          outcomeKey
          attainment
          comment
        }
        self {
          outcomeKey
          attainment
          comment
        }
      }
    }
  }
`);

const SignDocument = graphql(`
  mutation HostSign($input: SignAgreementInput!) {
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
  mutation HostDecline($input: CloseAgreementInput!) {
    declineAgreement(input: $input) {
      id
      status
    }
  }
`);

const RevokeDocument = graphql(`
  mutation HostRevoke($mobilityId: ID!, $versionNumber: Int!) {
    revokeSignature(mobilityId: $mobilityId, versionNumber: $versionNumber) {
      id
      status
    }
  }
`);

/** One agreement, read and signed by the host. */
export function AgreementScreen() {
  const { t } = useTranslation('learning');
  const { id = '' } = useParams();
  const [signed, setSigned] = useState(false);
  const { data, error, refetch } = useQuery(AgreementDocument, { variables: { id } });
  const { submit, saving, errors } = useSubmit(SignDocument);
  const decline = useSubmit(DeclineDocument);
  const revoke = useSubmit(RevokeDocument);
  if (error) return <QueryError error={error} onRetry={() => void refetch()} backTo="/agreements" />;
  if (!data) return <SkeletonList kind="page" />;
  const { agreement, participant, assessments, outcomes } = data.mobility;
  if (!agreement?.current) return <EmptyState title={t('agreement.none')}>{t('agreement.noneText')}</EmptyState>;
  return (
    <SignScreen
      mobilityId={id}
      version={agreement.current}
      learner={[participant.firstName, participant.lastName].filter(Boolean).join(' ')}
      signed={signed}
      sign={async (input) => {
        const done = await submit({ input });
        if (done) setSigned(true);
        return done;
      }}
      saving={saving}
      errors={errors}
      acts={{ decline, revoke, papers: agreement.current.paperSignatures, reload: () => void refetch() }}
      crumbs={[{ label: t('nav.agreements'), to: '/agreements' }]}
      backTo="/agreements"
      backLabel={t('nav.agreements')}
    >
      {assessments.some(({ submittedAt }) => submittedAt !== null) && (
        <Section title={t('learner.outcomes')}>
          <OutcomeTable outcomes={outcomes} />
        </Section>
      )}
    </SignScreen>
  );
}
