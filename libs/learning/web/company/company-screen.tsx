import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { graphql } from '@softmob/gql/company';
import { type CompanyDataQuery } from '@softmob/gql/company/graphql';
import { Form, Page, QueryError, useForm, useSession, useSubmit, useUnsavedGuard } from '@softmob/portal-kit';
import { EmptyState, FormActions, Receipt, SkeletonList, TextInput } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CompanyHomeDocument } from './home.operations';

const CompanyDocument = graphql(`
  query CompanyData {
    mobilities(first: 1) {
      nodes {
        id
        company {
          id
          name
          street
          postcode
          town
          email
          phone
          version
          contacts {
            id
            personId
            phone
          }
        }
      }
    }
  }
`);

const CorrectDocument = graphql(`
  mutation CorrectCompany($input: CorrectOrganisationInput!) {
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

type Company = NonNullable<CompanyDataQuery['mobilities']['nodes'][number]['company']>;

function CompanyForm({ company, onDone }: { company: Company; onDone: () => void }) {
  const { t } = useTranslation('learning');
  const { viewer } = useSession();
  const { id, version } = company;
  const form = useForm({
    initial: {
      name: company.name,
      street: company.street ?? '',
      postcode: company.postcode ?? '',
      town: company.town,
      email: company.email ?? '',
      phone: company.phone ?? '',
      myPhone: company.contacts.find(({ personId }) => personId === viewer.personId)?.phone ?? '',
    },
    validate: ({ name, town }) => ({
      ...(name.trim() ? {} : { name: t('company.nameNeeded') }),
      ...(town.trim() ? {} : { town: t('company.townNeeded') }),
    }),
    draftKey: `company-${id}`,
    draftOn: 'device',
  });
  useUnsavedGuard(form.dirty);
  const { submit, saving, errors } = useSubmit(CorrectDocument, { refetchQueries: [CompanyHomeDocument] });
  return (
    <Form
      form={form}
      errors={errors}
      ns="learning"
      label={t('company.title')}
      onSubmit={async (values) => {
        if (!(await submit({ input: { id, expectedVersion: version, ...values } }))) return;
        form.done();
        onDone();
      }}
    >
      <TextInput {...form.field('name')} label={t('company.name')} autoComplete="organization" />
      <TextInput {...form.field('street')} label={t('company.street')} autoComplete="street-address" />
      <TextInput {...form.field('postcode')} label={t('company.postcode')} autoComplete="postal-code" />
      <TextInput {...form.field('town')} label={t('company.town')} autoComplete="address-level2" />
      <TextInput {...form.field('phone')} label={t('company.phone')} type="tel" optional />
      <TextInput {...form.field('email')} label={t('company.email')} type="email" optional />
      <TextInput
        {...form.field('myPhone', { hint: t('company.myPhoneHint') })}
        label={t('company.myPhone')}
        type="tel"
      />
      <FormActions>
        <Button type="submit" variant="contained" size="large" loading={saving}>
          {t(form.dirty ? 'company.save' : 'company.confirm')}
        </Button>
      </FormActions>
    </Form>
  );
}

/** The company's data as they will stand on documents: corrected, or confirmed as they are. */
export function CompanyScreen() {
  const { t } = useTranslation('learning');
  const [done, setDone] = useState(false);
  const { data, error, refetch } = useQuery(CompanyDocument);
  const company = data?.mobilities.nodes[0]?.company;
  if (done) {
    return (
      <Receipt
        title={t('company.done')}
        level={1}
        next={[{ who: t('party.sending'), what: t('company.next') }]}
        actions={
          <Button variant="contained" href="/">
            {t('receipt.toList')}
          </Button>
        }
      />
    );
  }
  return (
    <Page
      title={t('company.title')}
      description={t('company.description')}
      width="form"
      crumbs={[{ label: t('nav.todo'), to: '/' }]}
    >
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} backTo="/" />
      ) : !data ? (
        <SkeletonList kind="form" />
      ) : company ? (
        <CompanyForm company={company} onDone={() => setDone(true)} />
      ) : (
        <EmptyState title={t('learners.none')}>{t('learners.noneText')}</EmptyState>
      )}
    </Page>
  );
}
