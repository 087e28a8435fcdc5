import { useQuery } from '@apollo/client/react';
import AddOutlined from '@mui/icons-material/AddOutlined';
import EventRepeatOutlined from '@mui/icons-material/EventRepeatOutlined';
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { policy } from '@softmob/access';
import { graphql } from '@softmob/gql/sending';
import { type ProjectDetailQuery } from '@softmob/gql/sending/graphql';
import { fileUrl, Page, QueryError, useCan, useToday } from '@softmob/portal-kit';
import { activityType } from '@softmob/projects-model';
import {
  type Column,
  DataTable,
  DateRangeText,
  EmptyState,
  Facts,
  FlowStrip,
  Section,
  SkeletonList,
  useFormat,
} from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { flowState } from '../shared/flow-state';
import { useCountry } from '../shared/use-country';

const ProjectDetailDocument = graphql(`
  query ProjectDetail($id: ID!) {
    project(id: $id) {
      id
      title
      action
      agreementNumber
      callYear
      startsOn
      endsOn
      flows {
        id
        code
        activityType
        country
        town
        startsOn
        endsOn
        hostOrganisation {
          id
          name
        }
        accompanying {
          id
          firstName
          lastName
        }
      }
    }
    mobilities(filter: { projectId: $id, stages: ["selected", "proposed", "confirmed", "abroad", "back"] }, first: 1) {
      totalCount
    }
  }
`);

type Project = ProjectDetailQuery['project'];
type Flow = Project['flows'][number];

const Stack = styled('div')({ display: 'grid', gap: 24, '& > *': { minWidth: 0 } });
const Buttons = styled('div')({ display: 'flex', gap: 8, flexWrap: 'wrap' });

function FlowTable({ flows, mayEdit }: { flows: readonly Flow[]; mayEdit: boolean }) {
  const { t, i18n } = useTranslation('projects');
  const country = useCountry();
  const navigate = useNavigate();
  const locale = i18n.language === 'it' ? 'it' : 'en';
  const columns: Column<Flow>[] = [
    { key: 'code', header: t('flow.code'), cell: ({ code }) => code },
    { key: 'town', header: t('flow.destination'), cell: ({ town, country: code }) => `${town}, ${country(code)}` },
    {
      key: 'dates',
      header: t('flow.dates'),
      cell: ({ startsOn, endsOn }) => <DateRangeText start={startsOn} end={endsOn} />,
    },
    { key: 'host', header: t('flow.host'), cell: ({ hostOrganisation }) => hostOrganisation?.name ?? '–' },
    {
      key: 'activity',
      header: t('flow.activity'),
      cell: ({ activityType: code }) => activityType(code)?.name[locale] ?? code,
    },
    {
      key: 'teachers',
      header: t('flow.accompanying'),
      cell: ({ accompanying }) =>
        accompanying.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join(', ') || '–',
    },
  ];
  return (
    <DataTable
      caption={t('project.flows')}
      columns={columns}
      rows={flows}
      rowKey={({ id }) => id}
      maxHeight="none"
      onOpen={mayEdit ? ({ id }) => void navigate(`/flows/${id}`) : undefined}
    />
  );
}

function Actions({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  const mayImport = useCan(policy.participants.importThem);
  const mayExport = useCan(policy.projects.exportCohort);
  return (
    <Buttons>
      {mayExport && (
        <Button
          href={fileUrl(`/exports/cohort.xlsx?projectId=${project.id}`)}
          download
          startIcon={<FileDownloadOutlined />}
        >
          {t('project.export')}
        </Button>
      )}
      {mayImport && (
        <>
          <Button href={`/projects/${project.id}/edit`}>{t('kit:action.edit')}</Button>
          <Button variant="contained" href={`/imports/new?project=${project.id}`} startIcon={<UploadFileOutlined />}>
            {t('project.import')}
          </Button>
        </>
      )}
    </Buttons>
  );
}

/** One project: its frame, its flows on a strip of time, and the ways to its people. */
export function ProjectScreen() {
  const { t } = useTranslation('projects');
  const format = useFormat();
  const today = useToday();
  const { id = '' } = useParams();
  const mayEdit = useCan(policy.projects.editFlow);
  const { data, error, refetch } = useQuery(ProjectDetailDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  if (error)
    return (
      <QueryError
        error={error}
        level={1}
        backTo="/projects"
        backLabel={t('nav.projects')}
        onRetry={() => void refetch()}
      />
    );
  if (!data) return <SkeletonList kind="page" />;
  const { project, mobilities } = data;
  const newFlow = mayEdit && (
    <Buttons>
      {project.flows.length > 0 && (
        <Button href={`/projects/${id}/next-year`} startIcon={<EventRepeatOutlined />}>
          {t('clone.action')}
        </Button>
      )}
      <Button href={`/projects/${id}/flows/new`} startIcon={<AddOutlined />}>
        {t('flow.new')}
      </Button>
    </Buttons>
  );
  return (
    <Page
      title={project.title}
      crumbs={[{ label: t('nav.projects'), to: '/projects' }]}
      actions={<Actions project={project} />}
    >
      <Stack>
        <Section>
          <Facts
            columns={3}
            items={[
              {
                label: t('project.action'),
                value: `${project.action}-VET · ${t('project.call', { year: project.callYear })}`,
              },
              { label: t('project.number'), value: project.agreementNumber ?? t('project.noNumber') },
              { label: t('project.days'), value: format.dateRange(project.startsOn, project.endsOn) },
              { label: t('project.people'), value: mobilities.totalCount },
            ]}
          />
        </Section>
        <Section title={t('project.flows')} actions={newFlow}>
          {project.flows.length === 0 ? (
            <EmptyState compact title={t('flow.none')} action={newFlow}>
              {t('flow.noneHint')}
            </EmptyState>
          ) : (
            <FlowStrip
              caption={t('flow.strip')}
              today={today}
              flows={project.flows.map((flow) => ({
                id: flow.id,
                label: `${flow.code} · ${flow.town}`,
                detail: flow.hostOrganisation?.name ?? t('flow.noHost'),
                start: flow.startsOn,
                end: flow.endsOn,
                state: flowState(flow, today),
                ...(mayEdit ? { to: `/flows/${flow.id}` } : {}),
              }))}
            />
          )}
        </Section>
        {project.flows.length > 0 && <FlowTable flows={project.flows} mayEdit={mayEdit} />}
      </Stack>
    </Page>
  );
}
