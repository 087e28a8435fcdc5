import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { graphql } from '@softmob/gql/participant';
import { QueryError, useSession, useSubmit } from '@softmob/portal-kit';
import { EmptyState, Section, SkeletonList } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { OutcomeTable } from '../shared/outcome-table';
import { SignScreen } from '../shared/sign-screen';

const AgreementDocument = graphql(`
  query OwnAgreement($id: ID!) {
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
  mutation OwnSign($input: SignAgreementInput!) {
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
  mutation OwnDecline($input: CloseAgreementInput!) {
    declineAgreement(input: $input) {
      id
      status
    }
  }
`);

const RevokeDocument = graphql(`
  mutation OwnRevoke($mobilityId: ID!, $versionNumber: Int!) {
    revokeSignature(mobilityId: $mobilityId, versionNumber: $versionNumber) {
      id
      status
    }
  }
`);

/** One's own agreement, or that of one's minor: to read, to sign, and later with what was reached. */
export function AgreementScreen() {
  const { t } = useTranslation('learning');
  const { today, audience } = useSession();
  const { id = '' } = useParams();
  const [signed, setSigned] = useState(false);
  const { data, error, refetch } = useQuery(AgreementDocument, { variables: { id } });
  const { submit, saving, errors } = useSubmit(SignDocument);
  const decline = useSubmit(DeclineDocument);
  const revoke = useSubmit(RevokeDocument);
  if (error) return <QueryError error={error} onRetry={() => void refetch()} backTo="/" />;
  if (!data) return <SkeletonList kind="page" />;
  const { agreement, participant, assessments, outcomes, startsOn, stage } = data.mobility;
  const over = stage === 'withdrawn';
  if (!agreement?.current) return <EmptyState title={t('agreement.none')}>{t('agreement.noneText')}</EmptyState>;
  return (
    <SignScreen
      mobilityId={id}
      version={agreement.current}
      learner={[participant.firstName, participant.lastName].join(' ')}
      signed={signed}
      sign={async (input) => {
        const done = await submit({ input });
        if (done) setSigned(true);
        return done;
      }}
      saving={saving}
      errors={errors}
      acts={{ decline, revoke, papers: agreement.current.paperSignatures, reload: () => void refetch() }}
      backTo="/"
      backLabel={t('receipt.home')}
      {...(over ? { ended: t('agreement.withdrawn') } : {})}
    >
      {assessments.some(({ submittedAt }) => submittedAt !== null) && (
        <Section
          title={t('learner.outcomes')}
          actions={
            audience === 'participant' && (
              <Button variant="outlined" href={`/self-assessment?stay=${id}`}>
                {t('outcome.self')}
              </Button>
            )
          }
        >
          <OutcomeTable outcomes={outcomes} />
        </Section>
      )}
      {today >= startsOn && !over && (
        <Section title={t('certificates.title')} description={t('certificates.description')}>
          <Button variant="outlined" href={`/certificates?stay=${id}`}>
            {t('certificates.open')}
          </Button>
        </Section>
      )}
    </SignScreen>
  );
}
