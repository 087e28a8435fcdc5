import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { QueryError } from '@softmob/portal-kit';
import { AppLink, DataTable, EmptyState, SkeletonList, StateChip, type StateKey } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { ReserveListDocument } from './people-documents.coordinator';

const STATES: Readonly<Record<string, StateKey>> = { waiting: 'waiting', promoted: 'done', declined: 'draft' };

/** The reserves of a project by rank, and where those went who were promoted. */
export function ReserveTable({ projectId }: { projectId: string }) {
  const { t } = useTranslation('projects');
  const { data, error, refetch } = useQuery(ReserveListDocument, {
    variables: { projectId },
    fetchPolicy: 'cache-and-network',
  });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList />;
  return (
    <DataTable
      caption={t('people.tab.reserves')}
      rows={data.reserves}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('person.name'),
          cell: ({ participant }) => `${participant.lastName ?? ''}, ${participant.firstName ?? ''}`,
        },
        { key: 'rank', header: t('reserve.rank'), numeric: true, width: 80, cell: ({ rank }) => rank },
        { key: 'occupation', header: t('person.occupation'), cell: ({ participant }) => participant.occupation },
        { key: 'class', header: t('person.class'), cell: ({ participant }) => participant.className ?? '–' },
        {
          key: 'status',
          header: t('import.state'),
          cell: ({ status }) => <StateChip state={STATES[status] ?? 'draft'} label={t(`reserve.${status}`)} />,
        },
        {
          key: 'mobility',
          header: t('reserve.place'),
          cell: ({ mobility }) =>
            mobility ? <AppLink href={`/mobilities/${mobility.id}`}>{mobility.flow.code}</AppLink> : '–',
        },
      ]}
      empty={
        <EmptyState
          title={t('reserve.empty')}
          action={
            <Button variant="contained" href={`/imports/new?kind=reserves&project=${projectId}`}>
              {t('reserve.import')}
            </Button>
          }
        >
          {t('reserve.emptyHint')}
        </EmptyState>
      }
    />
  );
}
