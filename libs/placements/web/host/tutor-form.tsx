import Button from '@mui/material/Button';
import { Form, useForm, useSubmit, useToast } from '@softmob/portal-kit';
import { ChoiceField, FormActions, SelectField, TextInput } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { ReplaceTutorDocument } from './companies.operations';
import { type CompanyFacts } from './company-panel';

const NEW = 'new';

export interface TutorFormProps {
  company: CompanyFacts;
  placementIds: readonly string[];
  onDone: () => void;
  onCancel: () => void;
}

/** Another tutor for some placements: one of the company's, or somebody new. */
export function TutorForm({ company, placementIds, onDone, onCancel }: TutorFormProps) {
  const { t } = useTranslation('placements');
  const toast = useToast();
  const tutors = company.contacts.filter(({ role }) => role === 'companyTutor');
  const { submit, saving, errors } = useSubmit(ReplaceTutorDocument);
  const form = useForm({
    initial: { personId: NEW, name: '', email: '', phone: '', locale: company.country === 'IT' ? 'it' : 'en' },
    draftKey: `tutor-${company.id}`,
    validate: ({ personId, name, email }): Record<string, string> =>
      personId === NEW
        ? {
            ...(name.trim().length < 2 ? { name: t('tutor.nameMissing') } : {}),
            ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? {} : { email: t('tutor.emailMissing') }),
          }
        : {},
  });
  return (
    <Form
      form={form}
      errors={errors}
      ns="placements"
      label={t('tutor.title')}
      onSubmit={async ({ personId, name, email, phone, locale }) => {
        const tutor =
          personId === NEW
            ? { name: name.trim(), email: email.trim(), phone: phone.trim() || null, locale }
            : { personId };
        const replaced = await submit({ placementIds: [...placementIds], tutor });
        if (!replaced) return;
        form.done();
        toast(t('tutor.done', { name: replaced.replaceTutor[0]?.tutor?.name, count: placementIds.length }));
        onDone();
      }}
    >
      <p>{t('tutor.text')}</p>
      <ChoiceField
        {...form.field('personId')}
        label={t('tutor.who')}
        options={[
          ...tutors.map(({ personId, name, email }) => ({ value: personId, label: name, hint: email })),
          { value: NEW, label: t('tutor.new') },
        ]}
      />
      {form.values.personId === NEW && (
        <>
          <TextInput {...form.field('name')} label={t('tutor.name')} autoComplete="off" />
          <TextInput
            {...form.field('email')}
            label={t('column.email')}
            type="email"
            inputMode="email"
            autoComplete="off"
          />
          <TextInput {...form.field('phone')} label={t('column.phone')} inputMode="tel" optional autoComplete="off" />
          <SelectField
            {...form.field('locale')}
            label={t('tutor.locale')}
            empty={null}
            options={[
              { value: 'en', label: 'English' },
              { value: 'it', label: 'Italiano' },
            ]}
          />
        </>
      )}
      <FormActions>
        <Button type="submit" variant="contained" loading={saving}>
          {t('tutor.submit', { count: placementIds.length })}
        </Button>
        <Button onClick={onCancel}>{t('kit:action.cancel')}</Button>
      </FormActions>
    </Form>
  );
}
