import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { graphql } from '@softmob/gql/host';
import { Form, Page, QueryError, useForm, useSubmit, useToast, useUnsavedGuard } from '@softmob/portal-kit';
import { FormActions, Person, Section, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';

const CorrectedOrganisationDocument = graphql(`
  query CorrectedOrganisation($id: ID!) {
    organisation(id: $id) {
      id
      kind
      name
      street
      postcode
      town
      email
      phone
      version
      contacts {
        id
        name
        role
        email
        phone
      }
    }
  }
`);
const CorrectOrganisationDocument = graphql(`
  mutation CorrectHostedOrganisation($input: CorrectOrganisationInput!) {
    correctOrganisation(input: $input) {
      id
      name
      street
      postcode
      town
      email
      phone
      version
      checkedAt
    }
  }
`);

const FIELDS = ['name', 'street', 'postcode', 'town', 'email', 'phone'] as const;
type Values = Record<(typeof FIELDS)[number], string>;

interface Organisation extends Record<'street' | 'postcode' | 'email' | 'phone', string | null> {
  id: string;
  name: string;
  town: string;
  version: number;
}

function CorrectForm({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const navigate = useNavigate();
  const toast = useToast();
  const { id, version } = organisation;
  const initial = Object.fromEntries(FIELDS.map((key) => [key, organisation[key] ?? ''])) as Values;
  const form = useForm({ initial, draftKey: `organisation-${id}-${String(version)}` });
  useUnsavedGuard(form.dirty);
  const { submit, saving, errors } = useSubmit(CorrectOrganisationDocument);
  return (
    <Form
      form={form}
      errors={errors}
      ns="organisations"
      onSubmit={async (values) => {
        if (!(await submit({ input: { id, expectedVersion: version, ...values } }))) return;
        form.done();
        toast(t('correct.saved'));
        void navigate('/our-data');
      }}
    >
      {FIELDS.map((key) => (
        <TextField
          key={key}
          {...form.field(key)}
          label={
            ['name', 'town'].includes(key) ? t(`field.${key}`) : `${t(`field.${key}`)} (${t('kit:word.optional')})`
          }
        />
      ))}
      <FormActions>
        <Button type="submit" variant="contained" loading={saving}>
          {form.dirty ? t('correct.save') : t('correct.confirm')}
        </Button>
      </FormActions>
    </Form>
  );
}

/** Corrects an organisation's data, or says that they are right. */
export function CorrectScreen() {
  const { t } = useTranslation('organisations');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(CorrectedOrganisationDocument, {
    variables: { id },
    fetchPolicy: 'network-only',
  });
  if (error) return <QueryError error={error} level={1} backTo="/our-data" onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList kind="form" />;
  const { organisation } = data;
  return (
    <Page
      width="form"
      title={organisation.name}
      description={t('correct.text')}
      crumbs={[{ label: t('nav.ourData'), to: '/our-data' }]}
    >
      <div style={{ display: 'grid', gap: 32 }}>
        <CorrectForm key={organisation.version} organisation={organisation} />
        <Section title={t('field.people')}>
          <div style={{ display: 'grid', gap: 12 }}>
            {organisation.contacts.map(({ id: contactId, name, role, email, phone }) => (
              <Person
                key={contactId}
                name={name}
                detail={[t(`kit:audience.${role}`), email, phone].filter(Boolean).join(' · ')}
              />
            ))}
          </div>
        </Section>
      </div>
    </Page>
  );
}
