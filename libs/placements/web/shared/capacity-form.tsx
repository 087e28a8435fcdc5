import Button from '@mui/material/Button';
import { Form, type FormErrors, useForm } from '@softmob/portal-kit';
import { DateField, FormActions, TextInput } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

/** Places of a company, as every portal asks for them. */
export interface CapacityFacts {
  id: string;
  occupation: string;
  places: number;
  startsOn: string | null;
  endsOn: string | null;
  version: number;
}

/** What is sent to say how many learners a company takes. */
export interface CapacityInput {
  id: string | null;
  version: number | null;
  companyId: string;
  occupation: string;
  places: number;
  startsOn: string | null;
  endsOn: string | null;
}

export interface CapacityFormProps {
  companyId: string;
  /** Null adds places for another occupation or period. */
  capacity: CapacityFacts | null;
  /** Stores it; whether that worked. */
  save: (input: CapacityInput) => Promise<boolean>;
  saving: boolean;
  errors: FormErrors | null;
  onDone: () => void;
  onCancel: () => void;
}

/** How many learners of an occupation a company takes at once, always or in a period. */
export function CapacityForm({ companyId, capacity, save, saving, errors, onDone, onCancel }: CapacityFormProps) {
  const { t } = useTranslation('placements');
  const form = useForm({
    initial: {
      occupation: capacity?.occupation ?? '',
      places: String(capacity?.places ?? 1),
      startsOn: capacity?.startsOn ?? '',
      endsOn: capacity?.endsOn ?? '',
    },
    draftKey: `capacity-${capacity?.id ?? companyId}`,
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
        const saved = await save({
          id: capacity?.id ?? null,
          version: capacity?.version ?? null,
          companyId,
          occupation,
          places: Number(places),
          startsOn: startsOn || null,
          endsOn: endsOn || null,
        });
        if (!saved) return;
        form.done();
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
