import { useQuery } from '@apollo/client/react';
import Stack from '@mui/material/Stack';
import { graphql } from '@softmob/gql/participant';
import { Page, QueryError, useSession } from '@softmob/portal-kit';
import { EmptyState, SkeletonList, TaskCard, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';

const AgreementsDocument = graphql(`
  query OwnAgreements {
    mobilities(first: 20) {
      nodes {
        id
        startsOn
        endsOn
        participant {
          id
          firstName
          lastName
        }
        flow {
          id
          town
        }
        agreement {
          id
          current {
            id
            status
            mySignature
          }
        }
      }
    }
  }
`);

/** The agreements of a participant, or of a guardian's minors; a single one opens at once. */
export function AgreementsScreen() {
  const { t } = useTranslation('learning');
  const { audience } = useSession();
  const format = useFormat();
  const { data, error, refetch } = useQuery(AgreementsDocument);
  const ready = data?.mobilities.nodes.filter(({ agreement }) => agreement?.current);
  if (ready?.length === 1) return <Navigate to={`/agreements/${ready[0]?.id ?? ''}`} replace />;
  return (
    <Page title={t('agreements.ownTitle')} width="form">
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : !ready ? (
        <SkeletonList kind="cards" rows={2} />
      ) : ready.length === 0 ? (
        <EmptyState title={t('agreement.none')}>{t('agreement.noneText')}</EmptyState>
      ) : (
        <Stack spacing={3}>
          {ready.map(({ id, participant, flow, startsOn, endsOn, agreement }) => (
            <TaskCard
              key={id}
              title={audience === 'guardian' ? [participant.firstName, participant.lastName].join(' ') : flow.town}
              detail={`${flow.town} · ${format.dateRange(startsOn, endsOn)}`}
              state={
                agreement?.current?.mySignature ? 'waiting' : agreement?.current?.status === 'locked' ? 'done' : 'draft'
              }
              to={`/agreements/${id}`}
            />
          ))}
        </Stack>
      )}
    </Page>
  );
}
