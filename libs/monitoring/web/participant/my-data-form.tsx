import Button from '@mui/material/Button';
import { graphql } from '@softmob/gql/participant';
import { type MyDataQuery } from '@softmob/gql/participant/graphql';
import { Form, useForm, useSubmit, useToast, useUnsavedGuard } from '@softmob/portal-kit';
import { CheckField, FormActions, FormGroup, TextInput } from '@softmob/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const CorrectMyDataDocument = graphql(`
  mutation CorrectMyData($input: CorrectOwnDataInput!) {
    correctOwnData(input: $input) {
      id
      version
      phone
      street
      postcode
      town
      emergencyContact
      emergencyPhone
      diet
      healthNotes
      healthReleasedToHost
      healthReleasedToTeachers
      guardianPhone
    }
  }
`);

type Mine = MyDataQuery['mobility']['participant'];

const valuesOf = (mine: Mine) => ({
  phone: mine.phone ?? '',
  street: mine.street ?? '',
  postcode: mine.postcode ?? '',
  town: mine.town ?? '',
  emergencyContact: mine.emergencyContact ?? '',
  emergencyPhone: mine.emergencyPhone ?? '',
  diet: mine.diet ?? '',
  healthNotes: mine.healthNotes ?? '',
  healthReleasedToHost: mine.healthReleasedToHost === true,
  healthReleasedToTeachers: mine.healthReleasedToTeachers === true,
  guardianPhone: mine.guardianPhone ?? '',
});

/** What a participant (or the guardian of a minor) keeps up to date by themselves. */
export function MyDataForm({ participant }: { participant: Mine }) {
  const { t } = useTranslation(['monitoring', 'kit']);
  const toast = useToast();
  const initial = useMemo(() => valuesOf(participant), [participant]);
  const form = useForm({ initial, draftKey: `me-${participant.id}` });
  const { submit, saving, errors } = useSubmit(CorrectMyDataDocument);
  useUnsavedGuard(form.dirty);
  const save = async (values: typeof initial) => {
    const { guardianPhone, ...own } = values;
    const input = {
      id: participant.id,
      version: participant.version,
      ...own,
      ...(participant.guardianName ? { guardianPhone } : {}),
    };
    if (!(await submit({ input }))) return;
    form.done();
    toast(t('me.saved'));
  };
  return (
    <Form form={form} errors={errors} onSubmit={save} label={t('me.title')}>
      <FormGroup legend={t('me.contact')}>
        <TextInput {...form.field('phone')} label={t('me.phone')} inputMode="tel" autoComplete="tel" />
        <TextInput {...form.field('street')} label={t('me.street')} autoComplete="street-address" />
        <TextInput
          {...form.field('postcode')}
          label={t('me.postcode')}
          autoComplete="postal-code"
          sx={{ maxWidth: 160 }}
        />
        <TextInput {...form.field('town')} label={t('me.town')} autoComplete="address-level2" />
      </FormGroup>
      <FormGroup legend={t('me.emergency')} hint={t('me.emergencyHint')}>
        <TextInput {...form.field('emergencyContact')} label={t('me.emergencyContact')} />
        <TextInput {...form.field('emergencyPhone')} label={t('me.emergencyPhone')} inputMode="tel" />
        {participant.guardianName && (
          <TextInput {...form.field('guardianPhone')} label={t('me.guardianPhone')} inputMode="tel" />
        )}
      </FormGroup>
      <FormGroup legend={t('me.health')} hint={t('me.healthHint')}>
        <TextInput {...form.field('diet')} label={t('me.diet')} optional />
        <TextInput {...form.field('healthNotes')} label={t('me.healthNotes')} optional multiline minRows={2} />
        <CheckField {...form.check('healthReleasedToHost')} label={t('me.releaseHost')} />
        <CheckField {...form.check('healthReleasedToTeachers')} label={t('me.releaseTeachers')} />
      </FormGroup>
      <FormActions>
        <Button type="submit" variant="contained" loading={saving} disabled={!form.dirty}>
          {t('kit:action.save')}
        </Button>
      </FormActions>
    </Form>
  );
}
