import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { graphql } from '@softmob/gql/sending-coordinator';
import { fileUrl, QueryError, useFormat } from '@softmob/portal-kit';
import { type Fact, Facts, Section, SkeletonList, StateChip } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { AgreementCell } from './agreement-cell';

const MoreDocument = graphql(`
  query CoordinatorPanel($id: ID!) {
    mobility(id: $id) {
      id
      withdrawnAt
      withdrawnReason
      participant {
        id
        studentNumber
        className
        guardianName
        guardianEmail
        guardianPhone
        emergencyContact
        emergencyPhone
      }
      agreement {
        id
        number
        current {
          id
          number
          status
          missingParties
          signatures {
            party
            name
            signedAt
          }
        }
      }
    }
  }
`);

/** What the coordinator knows beside: the agreement and its signatures, the school's record, whom to call. */
export function MobilityMore({ id }: { id: string }) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const { data, error, refetch } = useQuery(MoreDocument, { variables: { id } });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  const mobility = data?.mobility;
  if (mobility?.id !== id) return <SkeletonList rows={4} />;
  const { participant, agreement } = mobility;
  const current = agreement?.current;
  const people: (Fact | null)[] = [
    participant.studentNumber ? { label: t('more.studentNumber'), value: participant.studentNumber } : null,
    participant.className ? { label: t('more.className'), value: participant.className } : null,
    {
      label: t('more.emergency'),
      value: [participant.emergencyContact, participant.emergencyPhone].filter(Boolean).join(', ') || '–',
    },
    participant.guardianName
      ? {
          label: t('more.guardian'),
          value: [participant.guardianName, participant.guardianEmail, participant.guardianPhone]
            .filter(Boolean)
            .join(', '),
        }
      : null,
    mobility.withdrawnReason ? { label: t('more.withdrawn'), value: mobility.withdrawnReason } : null,
  ];
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <Section
        title={t('more.agreement')}
        level={3}
        actions={
          current && (
            <Button size="small" href={fileUrl(`/agreements/${id}/v${String(current.number)}.pdf`)} target="_blank">
              PDF
            </Button>
          )
        }
      >
        <AgreementCell current={current} />
        {current && (
          <Facts
            items={[
              ...current.signatures.map(({ party, name, signedAt }) => ({
                label: t(`agreement.party.${party}`),
                value: `${name}, ${format.date(signedAt, 'short')}`,
              })),
              ...current.missingParties.map((party) => ({
                label: t(`agreement.party.${party}`),
                value: <StateChip plain state="waiting" label={t('agreement.notSigned')} />,
              })),
            ]}
          />
        )}
      </Section>
      <Section title={t('more.people')} level={3}>
        <Facts items={people.filter((item) => item !== null)} />
      </Section>
    </div>
  );
}
