import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/sending';
import { QueryError } from '@softmob/portal-kit';
import { DataTable, DateRangeText, EmptyState, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { PlacementStatus } from '../shared/status';

const FlowPlacementsDocument = graphql(`
  query FlowPlacements($flowId: ID!) {
    placements(filter: { flowId: $flowId }, first: 500) {
      nodes {
        id
        status
        startsOn
        endsOn
        company {
          id
          name
          town
        }
        hostOrganisation {
          id
          name
        }
        tutor {
          personId
          name
          email
        }
        mobility {
          id
          participant {
            id
            firstName
            lastName
            occupation
          }
        }
      }
    }
  }
`);

/** The placements of a flow as they stand, to be read. */
export function FlowPlacements({ flowId }: { flowId: string }) {
  const { t } = useTranslation('placements');
  const { data, error, refetch } = useQuery(FlowPlacementsDocument, { variables: { flowId } });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} ns="placements" />;
  if (!data) return <SkeletonList />;
  return (
    <DataTable
      caption={t('sending.caption')}
      rows={data.placements.nodes}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          header: t('column.learner'),
          cell: ({ mobility }) => `${mobility.participant.lastName ?? ''} ${mobility.participant.firstName ?? ''}`,
          inCard: 'title',
        },
        { key: 'occupation', header: t('column.occupation'), cell: ({ mobility }) => mobility.participant.occupation },
        {
          key: 'company',
          header: t('column.company'),
          cell: ({ company }) => (company ? t('board.at', { company: company.name, town: company.town }) : '–'),
        },
        { key: 'tutor', header: t('column.tutor'), cell: ({ tutor }) => tutor?.name ?? '–' },
        {
          key: 'stay',
          header: t('column.stay'),
          cell: ({ startsOn, endsOn }) => <DateRangeText start={startsOn} end={endsOn} />,
        },
        {
          key: 'status',
          header: t('column.status'),
          cell: ({ status, hostOrganisation }) => (
            <PlacementStatus status={status} reader={hostOrganisation ? 'school' : 'direct'} />
          ),
        },
      ]}
      empty={<EmptyState title={t('sending.nothing')}>{t('sending.nothingHint')}</EmptyState>}
    />
  );
}
