import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type CoordinatorMobilityQuery } from '@softmob/gql/sending-coordinator/graphql';
import { Form, useForm, useSubmit, useToast, useUnsavedGuard } from '@softmob/portal-kit';
import { CheckField, DateField, FormActions, FormGroup, SelectField } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useCountry } from '../shared/use-country';
import { CorrectParticipantDocument } from './mobility-documents.coordinator';

type Participant = CoordinatorMobilityQuery['mobility']['participant'];

const GROUPS = {
  name: ['firstName', 'lastName', 'email', 'phone'],
  home: ['street', 'postcode', 'town'],
  school: ['studentNumber', 'className', 'occupation', 'qualification', 'iscedF'],
  guardian: ['guardianName', 'guardianEmail', 'guardianPhone'],
  emergency: ['emergencyContact', 'emergencyPhone'],
  sensitive: ['diet', 'healthNotes', 'fewerOpportunitiesReason'],
} as const;
type TextKey = (typeof GROUPS)[keyof typeof GROUPS][number];
const TEXTS: readonly TextKey[] = Object.values(GROUPS).flat();
const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'];

const valuesOf = (participant: Participant) => ({
  ...(Object.fromEntries(TEXTS.map((key) => [key, participant[key] ?? ''])) as Record<TextKey, string>),
  birthDate: participant.birthDate ?? '',
  gender: participant.gender ?? '',
  nationality: participant.nationality ?? '',
  eqfLevel: participant.eqfLevel === null ? '' : String(participant.eqfLevel),
  mainLanguage: participant.mainLanguage ?? '',
  languageLevel: participant.languageLevel ?? '',
  fewerOpportunities: participant.fewerOpportunities ?? false,
});

interface ParticipantFormProps {
  participant: Participant;
  onClose: () => void;
  onSaved: () => Promise<void>;
}

/** The school corrects what it knows of a participant. */
export function ParticipantForm({ participant, onClose, onSaved }: ParticipantFormProps) {
  const { t } = useTranslation('projects');
  const toast = useToast();
  const country = useCountry();
  const form = useForm({
    initial: valuesOf(participant),
    draftKey: `participant-${participant.id}-${String(participant.version)}`,
  });
  useUnsavedGuard(form.dirty);
  const { submit, saving, errors } = useSubmit(CorrectParticipantDocument);
  const texts = (keys: readonly TextKey[]) =>
    keys.map((key) => (
      <TextField
        key={key}
        {...form.field(key, { hint: key === 'email' ? t('mobility.emailHint') : undefined })}
        label={t(`person.${key}`)}
        multiline={key === 'healthNotes'}
      />
    ));
  return (
    <Form
      form={form}
      errors={errors}
      ns="projects"
      onSubmit={async (values) => {
        const { eqfLevel, gender, languageLevel, ...rest } = values;
        const input = {
          id: participant.id,
          version: participant.version,
          ...rest,
          eqfLevel: eqfLevel === '' ? null : Number(eqfLevel),
          gender: gender || null,
          languageLevel: languageLevel || null,
        };
        if (!(await submit({ input }))) return;
        form.done();
        toast(t('mobility.saved'));
        await onSaved();
      }}
    >
      <FormGroup legend={t('mobility.section.contact')}>{texts(GROUPS.name)}</FormGroup>
      <FormGroup legend={t('mobility.section.civil')}>
        <DateField {...form.field('birthDate')} label={t('person.birthDate')} />
        <SelectField
          {...form.field('gender')}
          label={t('person.gender')}
          options={['F', 'M', 'X'].map((value) => ({ value, label: t(`person.genders.${value}`) }))}
        />
        <TextField
          {...form.field('nationality', {
            hint:
              form.values.nationality.length === 2
                ? country(form.values.nationality.toUpperCase())
                : t('person.nationalityHint'),
          })}
          label={t('person.nationality')}
        />
        {texts(GROUPS.home)}
      </FormGroup>
      <FormGroup legend={t('mobility.section.school')}>
        {texts(GROUPS.school)}
        <SelectField
          {...form.field('eqfLevel')}
          label={t('person.eqfLevel')}
          options={['1', '2', '3', '4', '5', '6', '7', '8'].map((value) => ({ value, label: value }))}
        />
        <TextField
          {...form.field('mainLanguage', { hint: t('person.languageHint') })}
          label={t('person.mainLanguage')}
        />
        <SelectField
          {...form.field('languageLevel')}
          label={t('person.languageLevel')}
          options={LEVELS.map((value) => ({ value, label: value }))}
        />
      </FormGroup>
      <FormGroup legend={t('mobility.section.guardian')}>{texts(GROUPS.guardian)}</FormGroup>
      <FormGroup legend={t('mobility.section.emergency')}>{texts(GROUPS.emergency)}</FormGroup>
      <FormGroup legend={t('mobility.section.sensitive')} hint={t('mobility.sensitiveHint')}>
        <CheckField {...form.check('fewerOpportunities')} label={t('person.fewerOpportunities')} />
        {texts(GROUPS.sensitive)}
      </FormGroup>
      <FormActions>
        <Button type="submit" variant="contained" loading={saving}>
          {t('kit:action.save')}
        </Button>
        <Button
          onClick={() => {
            form.reset();
            onClose();
          }}
        >
          {t('kit:action.cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}
