import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Form, type FormState, useForm, useSubmit, useToast } from '@softmob/portal-kit';
import { FormActions, Notice, Section, SelectField, TextInput } from '@softmob/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSay } from '../shared/use-say';
import { CreateUnitDocument, EditUnitDocument } from './unit-acts.coordinator';
import { BothLanguages, UnitLines } from './unit-lines';
import { faultsOf, inputOf, knownOccupations, LINE_LISTS, OTHER, type UnitValues, valuesOf } from './unit-values';
import { type Unit, UnitCatalogueDocument } from './units.teacher';

const EQF_LEVELS = ['1', '2', '3', '4', '5', '6', '7', '8'];

interface UnitFormProps {
  /** The whole catalogue: its occupations are offered. */
  units: readonly Unit[];
  /** The school's own unit that is edited; null makes a new one. */
  edited: Unit | null;
  /** What a new one begins from. */
  copied: Unit | null;
}

/** Stores what was typed, as a new unit or over the edited one; the key of the stored unit, or null. */
function useSaveUnit(edited: Unit | null) {
  const options = { refetchQueries: [UnitCatalogueDocument], awaitRefetchQueries: true };
  const creating = useSubmit(CreateUnitDocument, options);
  const editing = useSubmit(EditUnitDocument, options);
  const save = async (values: UnitValues): Promise<string | null> => {
    const input = inputOf(values);
    if (!edited?.id) return (await creating.submit({ input }))?.createUnit.key ?? null;
    const expectedVersion = edited.version ?? 1;
    return (await editing.submit({ id: edited.id, expectedVersion, input }))?.editUnit.key ?? null;
  };
  return { save, saving: creating.saving || editing.saving, errors: creating.errors ?? editing.errors };
}

/** Title, occupation, level and hours. */
function UnitFrame({ form, units }: { form: FormState<UnitValues>; units: readonly Unit[] }) {
  const { t } = useTranslation('learning');
  return (
    <Section title={t('units.frame')}>
      <Stack spacing={5}>
        <BothLanguages form={form} path="title" label={t('units.title')} hint={t('units.oneLanguage')} />
        <SelectField
          {...form.field('occupation', { hint: t('units.occupationHint') })}
          label={t('units.occupation')}
          options={[
            ...knownOccupations(units).map((value) => ({ value, label: value })),
            { value: OTHER, label: t('units.otherOccupation') },
          ]}
        />
        {form.values.occupation === OTHER && (
          <TextInput
            {...form.field('otherOccupation', { hint: t('units.escoHint') })}
            label={t('units.escoName')}
            maxLength={100}
          />
        )}
        <SelectField
          {...form.field('eqf', { hint: t('units.eqfHint') })}
          label={t('units.eqf')}
          options={EQF_LEVELS.map((value) => ({ value, label: t('units.level', { level: value }) }))}
        />
        <TextInput
          {...form.field('hours', { hint: t('units.hoursHint') })}
          label={t('units.hours')}
          inputMode="numeric"
          maxLength={4}
        />
        <TextInput
          {...form.field('iscedF', { hint: t('units.iscedHint') })}
          label={t('units.isced')}
          inputMode="numeric"
          maxLength={4}
          optional
        />
      </Stack>
    </Section>
  );
}

/** A unit of the school's own: what is learnt, at which level, in how many hours, in either language or both. */
export function UnitForm({ units, edited, copied }: UnitFormProps) {
  const { t } = useTranslation(['learning', 'kit']);
  const { locale } = useSay();
  const toast = useToast();
  const navigate = useNavigate();
  const initial = useMemo(() => valuesOf(edited ?? copied), [edited, copied]);
  const form = useForm<UnitValues>({
    initial,
    draftKey: `unit-${edited?.key ?? `new-${copied?.key ?? ''}`}`,
    validate: (values) =>
      Object.fromEntries(
        Object.entries(faultsOf(values, locale)).map(([path, fault]) => [path, t(`units.missing.${fault}`)]),
      ),
  });
  const { save, saving, errors } = useSaveUnit(edited);
  const send = async (values: UnitValues) => {
    const key = await save(values);
    if (!key) return;
    form.done();
    toast(t(edited ? 'units.edited' : 'units.created'));
    await navigate(`/units?open=${key}`);
  };
  return (
    <Form form={form} errors={errors} ns="learning" label={t('units.form')} onSubmit={send}>
      {edited && <Notice tone="brand">{t('units.keepsWords')}</Notice>}
      <UnitFrame form={form} units={units} />
      {LINE_LISTS.map((list) => (
        <Section key={list}>
          <UnitLines form={form} list={list} />
        </Section>
      ))}
      <Section>
        <BothLanguages form={form} path="assessment" label={t('unit.assessment')} hint={t('units.assessmentHint')} />
      </Section>
      <FormActions>
        <Button type="submit" variant="contained" loading={saving}>
          {t(edited ? 'units.save' : 'units.create')}
        </Button>
        <Button href="/units">{t('kit:action.cancel')}</Button>
      </FormActions>
    </Form>
  );
}
