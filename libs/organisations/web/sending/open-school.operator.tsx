import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { graphql } from '@softmob/gql/operator';
import { QueueHint } from '@softmob/identity-web/queue-hint';
import { Form, type FormState, Page, useForm, useSubmit } from '@softmob/portal-kit';
import { ChoiceField, FormActions, Receipt, Section, SelectField, TextInput } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { faultsOf, inputOf, NO_SCHOOL, type SchoolValues, SENDING_COUNTRIES } from './school-values';

const OpenSchoolDocument = graphql(`
  mutation OpenSchool($input: OpenSchoolInput!) {
    openSchool(input: $input) {
      ok
    }
  }
`);

function useCountries() {
  const { i18n } = useTranslation();
  const names = new Intl.DisplayNames([i18n.language], { type: 'region' });
  return SENDING_COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) =>
    a.label.localeCompare(b.label, i18n.language),
  );
}

/** What the school is called and where it is. */
function TheSchool({ form }: { form: FormState<SchoolValues> }) {
  const { t } = useTranslation('organisations');
  const countries = useCountries();
  return (
    <Section title={t('school.school')}>
      <Stack spacing={5}>
        <TextInput
          {...form.field('name', { hint: t('school.nameHint') })}
          label={t('field.name')}
          autoComplete="off"
          maxLength={200}
        />
        <TextInput
          {...form.field('oid', { hint: t('school.oidHint') })}
          label={t('school.oid')}
          maxLength={9}
          optional
        />
        <SelectField {...form.field('country')} label={t('school.country')} options={countries} />
        <TextInput {...form.field('town')} label={t('field.town')} maxLength={120} />
        <TextInput {...form.field('postcode')} label={t('field.postcode')} maxLength={20} optional />
        <TextInput {...form.field('street')} label={t('field.street')} maxLength={200} optional />
      </Stack>
    </Section>
  );
}

/** Whom the invitation goes to, and in which language. */
function ItsCoordinator({ form }: { form: FormState<SchoolValues> }) {
  const { t } = useTranslation('organisations');
  return (
    <Section title={t('school.coordinator')} description={t('school.coordinatorText')}>
      <Stack spacing={5}>
        <TextInput {...form.field('coordinatorName')} label={t('field.name')} autoComplete="off" maxLength={200} />
        <TextInput
          {...form.field('coordinatorEmail', { hint: t('school.emailHint') })}
          label={t('school.email')}
          type="email"
          inputMode="email"
          autoComplete="off"
        />
        <ChoiceField
          {...form.field('locale')}
          label={t('school.locale')}
          options={[
            { value: 'it', label: t('school.locales.it') },
            { value: 'en', label: t('school.locales.en') },
          ]}
          inline
        />
      </Stack>
    </Section>
  );
}

function SchoolForm({ onOpened }: { onOpened: (school: SchoolValues) => void }) {
  const { t } = useTranslation('organisations');
  const { submit, saving, errors } = useSubmit(OpenSchoolDocument);
  const form = useForm<SchoolValues>({
    initial: NO_SCHOOL,
    draftKey: 'open-school',
    validate: (values) =>
      Object.fromEntries(Object.entries(faultsOf(values)).map(([path, fault]) => [path, t(`school.missing.${fault}`)])),
  });
  return (
    <Form
      form={form}
      errors={errors}
      ns="organisations"
      label={t('school.title')}
      onSubmit={async (values) => {
        if (!(await submit({ input: inputOf(values) }))) return;
        form.done();
        onOpened(values);
      }}
    >
      <TheSchool form={form} />
      <ItsCoordinator form={form} />
      <FormActions>
        <Button type="submit" variant="contained" loading={saving}>
          {t('school.open')}
        </Button>
      </FormActions>
    </Form>
  );
}

/** The operator lets a school in: the organisation and its first coordinator, who is invited by e-mail. */
export function OpenSchoolScreen() {
  const { t } = useTranslation('organisations');
  const [opened, setOpened] = useState<SchoolValues | null>(null);
  return (
    <Page title={t('school.title')} description={t('school.text')} width="form">
      <QueueHint />
      {opened ? (
        <Receipt
          title={t('school.opened', { name: opened.name.trim() })}
          next={[
            { who: opened.coordinatorName.trim(), what: t('school.nextCoordinator') },
            { mine: true, what: t('school.nextMine') },
          ]}
          actions={
            <>
              <Button variant="contained" href={`/outbox?q=${encodeURIComponent(opened.coordinatorEmail.trim())}`}>
                {t('school.seeMail')}
              </Button>
              <Button onClick={() => setOpened(null)}>{t('school.another')}</Button>
            </>
          }
        >
          {t('school.mailed', { email: opened.coordinatorEmail.trim() })}
        </Receipt>
      ) : (
        <SchoolForm onOpened={setOpened} />
      )}
    </Page>
  );
}
