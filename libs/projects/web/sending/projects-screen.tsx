import { useQuery } from '@apollo/client/react';
import AddOutlined from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import { policy } from '@softmob/access';
import { graphql } from '@softmob/gql/sending';
import { type ProjectListQuery } from '@softmob/gql/sending/graphql';
import { Page, QueryError, useCan, useToday } from '@softmob/portal-kit';
import { type Column, DataTable, DateRangeText, EmptyState, SkeletonList, StateChip } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

const ProjectListDocument = graphql(`
  query ProjectList {
    projects {
      id
      title
      action
      agreementNumber
      callYear
      startsOn
      endsOn
      flows {
        id
        country
        startsOn
        endsOn
      }
    }
  }
`);

type Project = ProjectListQuery['projects'][number];

/** All projects of the school, the newest first. */
export function ProjectsScreen() {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const today = useToday();
  const mayEdit = useCan(policy.projects.editProject);
  const { data, error, refetch } = useQuery(ProjectListDocument, { fetchPolicy: 'cache-and-network' });
  const create = mayEdit && (
    <Button variant="contained" href="/projects/new" startIcon={<AddOutlined />}>
      {t('projects.new')}
    </Button>
  );
  const columns: Column<Project>[] = [
    { key: 'title', header: t('project.title'), cell: ({ title }) => title },
    { key: 'action', header: t('project.action'), cell: ({ action, callYear }) => `${action} · ${String(callYear)}` },
    { key: 'number', header: t('project.number'), cell: ({ agreementNumber }) => agreementNumber ?? '–' },
    {
      key: 'days',
      header: t('project.days'),
      cell: ({ startsOn, endsOn }) => <DateRangeText start={startsOn} end={endsOn} />,
    },
    { key: 'flows', header: t('project.flows'), numeric: true, cell: ({ flows }) => flows.length },
    {
      key: 'state',
      header: t('import.state'),
      cell: ({ flows, endsOn }) => {
        const abroad = flows.filter((flow) => flow.startsOn <= today && today <= flow.endsOn).length;
        if (abroad > 0) return <StateChip state="abroad" label={t('projects.abroad', { count: abroad })} />;
        if (endsOn < today) return <StateChip state="done" label={t('projects.over')} />;
        return <StateChip state="waiting" label={t('projects.running')} />;
      },
    },
  ];
  return (
    <Page
      title={t('nav.projects')}
      description={t('projects.text')}
      actions={data && data.projects.length > 0 && create}
    >
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonList />
      ) : (
        <DataTable
          caption={t('nav.projects')}
          columns={columns}
          rows={data.projects}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(`/projects/${id}`)}
          empty={
            <EmptyState title={t('projects.empty')} action={create}>
              {t('projects.emptyHint')}
            </EmptyState>
          }
        />
      )}
    </Page>
  );
}
