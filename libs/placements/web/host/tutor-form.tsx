import Button from '@mui/material/Button';
import { Form, useForm, useSubmit, useToast } from '@softmob/portal-kit';
import { FormActions } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { ReplaceTutorDocument } from './companies.operations';
import { NEW_TUTOR, TutorFields, tutorFaults, tutorInput } from '../shared/tutor-fields';
import { type CompanyFacts } from './companies.operations';

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
    initial: { personId: NEW_TUTOR, name: '', email: '', phone: '', locale: company.country === 'IT' ? 'it' : 'en' },
    draftKey: `tutor-${company.id}`,
    validate: (values) => tutorFaults(values, t),
  });
  return (
    <Form
      form={form}
      errors={errors}
      ns="placements"
      label={t('tutor.title')}
      onSubmit={async (values) => {
        const replaced = await submit({ placementIds: [...placementIds], tutor: tutorInput(values) });
        if (!replaced) return;
        form.done();
        toast(t('tutor.done', { name: replaced.replaceTutor[0]?.tutor?.name, count: placementIds.length }));
        onDone();
      }}
    >
      <p>{t('tutor.text')}</p>
      <TutorFields form={form} tutors={tutors} />
      <FormActions>
        <Button type="submit" variant="contained" loading={saving}>
          {t('tutor.submit', { count: placementIds.length })}
        </Button>
        <Button onClick={onCancel}>{t('kit:action.cancel')}</Button>
      </FormActions>
    </Form>
  );
}
