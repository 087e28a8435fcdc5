import { type FormState } from '@softmob/portal-kit';
import { ChoiceField, SelectField, TextInput } from '@softmob/ui';
import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

/** Stands for somebody whom the company has not named yet. */
export const NEW_TUTOR = 'new';

/** The tutor as typed: one of the company's, or somebody new. */
export interface TutorValues {
  personId: string;
  name: string;
  email: string;
  phone: string;
  locale: string;
}

/** What is missing of somebody new, by field. */
export function tutorFaults(
  { personId, name, email }: TutorValues,
  t: TFunction<'placements'>,
): Record<string, string> {
  if (personId !== NEW_TUTOR) return {};
  return {
    ...(name.trim().length < 2 ? { name: t('tutor.nameMissing') } : {}),
    ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? {} : { email: t('tutor.emailMissing') }),
  };
}

/** The tutor as the server takes it. */
export const tutorInput = ({ personId, name, email, phone, locale }: TutorValues) =>
  personId === NEW_TUTOR
    ? { name: name.trim(), email: email.trim(), phone: phone.trim() || null, locale }
    : { personId };

export interface TutorFieldsProps<Values extends TutorValues> {
  form: FormState<Values>;
  tutors: readonly { personId: string; name: string; email?: string | null | undefined }[];
}

/** Who looks after the learners: one of the company's tutors, or somebody new. */
export function TutorFields<Values extends TutorValues>({ form, tutors }: TutorFieldsProps<Values>) {
  const { t } = useTranslation('placements');
  return (
    <>
      <ChoiceField
        {...form.field('personId')}
        label={t('tutor.who')}
        options={[
          ...tutors.map(({ personId, name, email }) => ({
            value: personId,
            label: name,
            ...(email ? { hint: email } : {}),
          })),
          { value: NEW_TUTOR, label: t('tutor.new') },
        ]}
      />
      {form.values.personId === NEW_TUTOR && (
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
    </>
  );
}
