import { type DocumentNode } from '@apollo/client';
import Button from '@mui/material/Button';
import { Form, useForm, useSubmit, useToast } from '@softmob/portal-kit';
import { DateField, FormActions, TextInput } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { SetCapacityDocument } from './companies.operations';
import { type CompanyFacts } from './company-panel';

export interface CapacityFormProps {
  company: CompanyFacts;
  /** Null adds places for another occupation. */
  capacity: CompanyFacts['capacities'][number] | null;
  refetch: DocumentNode[];
  onDone: () => void;
  onCancel: () => void;
}

/** How many learners of an occupation a company takes at once, always or in a period. */
export function CapacityForm({ company, capacity, refetch, onDone, onCancel }: CapacityFormProps) {
  const { t } = useTranslation('placements');
  const toast = useToast();
  const { submit, saving, errors } = useSubmit(SetCapacityDocument, { refetchQueries: refetch });
  const form = useForm({
    initial: {
      occupation: capacity?.occupation ?? '',
      places: String(capacity?.places ?? 1),
      startsOn: capacity?.startsOn ?? '',
      endsOn: capacity?.endsOn ?? '',
    },
    draftKey: `capacity-${capacity?.id ?? company.id}`,
    validate: ({ occupation, places }) => ({
      ...(occupation.trim().length < 2 ? { occupation: t('capacity.occupationMissing') } : {}),
      ...(/^\d+$/.test(places.trim()) ? {} : { places: t('capacity.placesMissing') }),
    }),
  });
  return (
    <Form
      form={form}
      errors={errors}
      ns="placements"
      onSubmit={async ({ occupation, places, startsOn, endsOn }) => {
        const saved = await submit({
          input: {
            id: capacity?.id ?? null,
            version: capacity?.version ?? null,
            companyId: company.id,
            occupation,
            places: Number(places),
            startsOn: startsOn || null,
            endsOn: endsOn || null,
          },
        });
        if (!saved) return;
        form.done();
        toast(t('capacity.saved', { company: company.name, count: saved.setCapacity.places }));
        onDone();
      }}
    >
      <TextInput {...form.field('occupation', { hint: t('capacity.occupationHint') })} label={t('column.occupation')} />
      <TextInput
        {...form.field('places', { hint: t('capacity.placesHint') })}
        label={t('column.places')}
        inputMode="numeric"
      />
      <DateField {...form.field('startsOn')} label={t('capacity.from')} optional />
      <DateField {...form.field('endsOn')} label={t('capacity.to')} optional />
      <FormActions>
        <Button type="submit" variant="contained" loading={saving}>
          {t('kit:action.save')}
        </Button>
        <Button onClick={onCancel}>{t('kit:action.cancel')}</Button>
      </FormActions>
    </Form>
  );
}
