import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { graphql } from '@softmob/gql/sending-coordinator';
import { Form, Page, QueryError, useForm, useSubmit, useToast, useUnsavedGuard } from '@softmob/portal-kit';
import {
  checkProject,
  describeRuleFinding,
  parseGrantAgreementNumber,
  type ProjectAction,
  projectRules,
} from '@softmob/projects-model';
import { DateField, FormActions, Notice, SelectField, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';

const EditedProjectDocument = graphql(`
  query EditedProject($id: ID!) {
    project(id: $id) {
      id
      title
      action
      agreementNumber
      callYear
      startsOn
      endsOn
      version
    }
  }
`);
const CreateProjectDocument = graphql(`
  mutation CreateProject($input: CreateProjectInput!) {
    createProject(input: $input) {
      id
    }
  }
`);
const EditProjectDocument = graphql(`
  mutation EditProject($input: EditProjectInput!) {
    editProject(input: $input) {
      id
      title
      action
      agreementNumber
      callYear
      startsOn
      endsOn
      version
    }
  }
`);

interface Values {
  title: string;
  action: string;
  agreementNumber: string;
  callYear: string;
  startsOn: string;
  endsOn: string;
}

interface ProjectFormProps {
  initial: Values;
  draftKey: string;
  submitLabel: string;
  saving: boolean;
  errors: Parameters<typeof Form>[0]['errors'];
  onSubmit: (values: Values, done: () => void) => Promise<void>;
}

/** What the rules would like to say while one types, without holding anybody up. */
function useRuleNotes(values: Values): string[] {
  const { i18n } = useTranslation();
  const { action, callYear, startsOn, endsOn, agreementNumber } = values;
  if (!(action in projectRules) || startsOn === '' || endsOn === '') return [];
  const facts = {
    action: action as ProjectAction,
    callYear: Number(callYear),
    startsOn,
    endsOn,
    grantAgreementNumber: agreementNumber,
  };
  return checkProject(facts).map((finding) => describeRuleFinding(finding, i18n.language === 'it' ? 'it' : 'en'));
}

function ProjectForm({ initial, draftKey, submitLabel, saving, errors, onSubmit }: ProjectFormProps) {
  const { t } = useTranslation('projects');
  const form = useForm({ initial, draftKey });
  useUnsavedGuard(form.dirty);
  const notes = useRuleNotes(form.values);
  const rule = projectRules[form.values.action as ProjectAction] as (typeof projectRules)[ProjectAction] | undefined;
  const numberChanged = ({ target }: { target: { value: string } }) => {
    form.set('agreementNumber', target.value);
    const parsed = parseGrantAgreementNumber(target.value);
    if (!parsed) return;
    form.set('callYear', String(parsed.callYear));
    if (parsed.action in projectRules) form.set('action', parsed.action);
  };
  return (
    <Form form={form} errors={errors ?? null} ns="projects" onSubmit={(values) => onSubmit(values, form.done)}>
      <TextField {...form.field('title')} label={t('project.title')} />
      <TextField
        {...form.field('agreementNumber', { hint: t('project.numberHint') })}
        onChange={numberChanged}
        label={`${t('project.number')} (${t('kit:word.optional')})`}
      />
      <SelectField
        {...form.field('action')}
        label={t('project.action')}
        empty={null}
        options={Object.keys(projectRules).map((action) => ({
          value: action,
          label: `${action}-VET – ${t(`project.actions.${action}`)}`,
        }))}
      />
      <TextField
        {...form.field('callYear', { hint: t('project.callHint') })}
        label={t('project.callYear')}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
      <DateField {...form.field('startsOn')} label={t('project.startsOn')} />
      <DateField
        {...form.field('endsOn', {
          hint: rule && t('project.monthsHint', { min: rule.minMonths, max: rule.maxMonths }),
        })}
        label={t('project.endsOn')}
      />
      {notes.length > 0 && <Notice tone="atRisk">{notes.join('. ')}.</Notice>}
      <FormActions>
        <Button type="submit" variant="contained" loading={saving}>
          {submitLabel}
        </Button>
      </FormActions>
    </Form>
  );
}

const inputOf = ({ callYear, agreementNumber, ...values }: Values) => ({
  ...values,
  agreementNumber,
  callYear: Number(callYear) || 0,
});

/** Opens a project. */
export function NewProjectScreen() {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const { submit, saving, errors } = useSubmit(CreateProjectDocument, { refetchQueries: ['ProjectList'] });
  return (
    <Page width="form" title={t('projects.new')} crumbs={[{ label: t('nav.projects'), to: '/projects' }]}>
      <ProjectForm
        initial={{
          title: '',
          action: 'KA121',
          agreementNumber: '',
          callYear: String(new Date().getFullYear()),
          startsOn: '',
          endsOn: '',
        }}
        draftKey="project-new"
        submitLabel={t('projects.create')}
        saving={saving}
        errors={errors}
        onSubmit={async (values, done) => {
          const result = await submit({ input: inputOf(values) });
          if (!result) return;
          done();
          void navigate(`/projects/${result.createProject.id}`);
        }}
      />
    </Page>
  );
}

/** Changes the frame of a project. */
export function EditProjectScreen() {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const toast = useToast();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(EditedProjectDocument, { variables: { id }, fetchPolicy: 'network-only' });
  const { submit, saving, errors } = useSubmit(EditProjectDocument);
  if (error) return <QueryError error={error} level={1} backTo="/projects" onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList kind="form" />;
  const { project } = data;
  return (
    <Page
      width="form"
      title={t('project.edit')}
      crumbs={[
        { label: t('nav.projects'), to: '/projects' },
        { label: project.title, to: `/projects/${id}` },
      ]}
    >
      <ProjectForm
        key={project.version}
        initial={{ ...project, agreementNumber: project.agreementNumber ?? '', callYear: String(project.callYear) }}
        draftKey={`project-${id}-${String(project.version)}`}
        submitLabel={t('kit:action.save')}
        saving={saving}
        errors={errors}
        onSubmit={async ({ title, action, agreementNumber, callYear, startsOn, endsOn }, done) => {
          const frame = inputOf({ title, action, agreementNumber, callYear, startsOn, endsOn });
          if (!(await submit({ input: { id, version: project.version, ...frame } }))) return;
          done();
          toast(t('project.saved'));
          void navigate(`/projects/${id}`);
        }}
      />
    </Page>
  );
}
