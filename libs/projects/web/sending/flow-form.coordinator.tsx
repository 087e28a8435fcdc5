import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/sending-coordinator';
import { Page, QueryError, useSubmit, useToast } from '@softmob/portal-kit';
import { Notice, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { AccompanyingSection } from './accompanying-section.coordinator';
import { FlowPlanSection } from './flow-plan-section.coordinator';
import { FlowForm, type FlowValues } from './flow-fields';
import { FlowProcess } from './flow-process.coordinator';

const NewFlowDocument = graphql(`
  query NewFlow($projectId: ID!, $locale: String) {
    project(id: $projectId) {
      id
      title
      callYear
      startsOn
      endsOn
    }
    organisations(kind: "host", first: 200) {
      nodes {
        id
        name
        country
      }
    }
    processTemplates {
      id
      key
      name(locale: $locale)
      activityTypes
      versions {
        id
      }
    }
  }
`);
const EditedFlowDocument = graphql(`
  query EditedFlow($id: ID!) {
    flow(id: $id) {
      id
      code
      activityType
      country
      town
      startsOn
      endsOn
      hostOrganisationId
      version
      project {
        id
        title
        callYear
        startsOn
        endsOn
      }
      accompanying {
        id
        firstName
        lastName
        email
        startsOn
        endsOn
      }
    }
    organisations(kind: "host", first: 200) {
      nodes {
        id
        name
        country
      }
    }
    mobilities(filter: { flowIds: [$id], stages: ["selected", "proposed", "confirmed", "abroad"] }, first: 1) {
      totalCount
    }
  }
`);
const CreateFlowDocument = graphql(`
  mutation CreateFlow($input: CreateFlowInput!) {
    createFlow(input: $input) {
      id
    }
  }
`);
const EditFlowDocument = graphql(`
  mutation EditFlow($input: EditFlowInput!) {
    editFlow(input: $input) {
      id
      version
    }
  }
`);

const EMPTY: FlowValues = {
  code: '',
  activityType: 'VET_SHORT',
  country: '',
  town: '',
  startsOn: '',
  endsOn: '',
  hostOrganisationId: '',
  processTemplate: '',
};
/** What may be changed of a flow that exists: its process is changed apart. */
const factsOf = ({ hostOrganisationId, code, activityType, country, town, startsOn, endsOn }: FlowValues) => ({
  ...{ code, activityType, country, town, startsOn, endsOn },
  hostOrganisationId: hostOrganisationId || null,
});

/** Adds a flow to a project. */
export function NewFlowScreen() {
  const { t, i18n } = useTranslation('projects');
  const navigate = useNavigate();
  const { projectId = '' } = useParams();
  const { data, error, refetch } = useQuery(NewFlowDocument, { variables: { projectId, locale: i18n.language } });
  const { submit, saving, errors } = useSubmit(CreateFlowDocument);
  if (error) return <QueryError error={error} level={1} backTo="/projects" onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList kind="form" />;
  const { project, organisations, processTemplates } = data;
  return (
    <Page
      width="form"
      title={t('flow.new')}
      description={t('flow.newText')}
      crumbs={[
        { label: t('nav.projects'), to: '/projects' },
        { label: project.title, to: `/projects/${projectId}` },
      ]}
    >
      <FlowForm
        initial={EMPTY}
        draftKey={`flow-new-${projectId}`}
        project={project}
        hosts={organisations.nodes}
        processes={processTemplates.filter(({ versions }) => versions.length > 0)}
        submitLabel={t('flow.create')}
        saving={saving}
        errors={errors}
        onSubmit={async (values, done) => {
          const { processTemplate } = values;
          const input = { projectId, ...factsOf(values), processTemplate: processTemplate || null };
          if (!(await submit({ input }))) return;
          done();
          void navigate(`/projects/${projectId}`);
        }}
      />
    </Page>
  );
}

/** Changes a flow and who goes with it. */
export function EditFlowScreen() {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const toast = useToast();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(EditedFlowDocument, { variables: { id }, fetchPolicy: 'network-only' });
  const { submit, saving, errors } = useSubmit(EditFlowDocument);
  if (error) return <QueryError error={error} level={1} backTo="/projects" onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList kind="form" />;
  const { flow, organisations, mobilities } = data;
  const { code, activityType, country, town, startsOn, endsOn, hostOrganisationId } = flow;
  return (
    <Page
      width="form"
      title={t('flow.edit', { code })}
      crumbs={[
        { label: t('nav.projects'), to: '/projects' },
        { label: flow.project.title, to: `/projects/${flow.project.id}` },
      ]}
    >
      <div style={{ display: 'grid', gap: 32 }}>
        {mobilities.totalCount > 0 && <Notice tone="brand">{t('flow.moves', { count: mobilities.totalCount })}</Notice>}
        <FlowForm
          key={flow.version}
          initial={{
            code,
            activityType,
            country,
            town,
            startsOn,
            endsOn,
            hostOrganisationId: hostOrganisationId ?? '',
            processTemplate: '',
          }}
          draftKey={`flow-${id}-${String(flow.version)}`}
          project={flow.project}
          hosts={organisations.nodes}
          submitLabel={t('kit:action.save')}
          saving={saving}
          errors={errors}
          onSubmit={async (values, done) => {
            if (!(await submit({ input: { id, version: flow.version, ...factsOf(values) } }))) return;
            done();
            toast(t('flow.saved', { code: values.code }));
            void navigate(`/projects/${flow.project.id}`);
          }}
        />
        <FlowProcess flowId={id} onMoved={() => refetch()} />
        <AccompanyingSection flow={flow} onChanged={() => refetch()} />
        <FlowPlanSection flowId={id} />
      </div>
    </Page>
  );
}
