import Button from '@mui/material/Button';
import { Form, type FormErrors, useForm, useToday } from '@softmob/portal-kit';
import { DateField, Facts, FormActions, Notice, SelectField, SkeletonList, TextInput, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { firstDay, offersLeft, type ReplaceOffer, type ReplaceSubject, startsWhole } from './replace';
import { ReplacePreview } from './replace-preview';
import { NEW_TUTOR, TutorFields, tutorFaults, tutorInput } from './tutor-fields';

export interface ReplaceInput {
  placementId: string;
  capacityId: string;
  from: string;
  reason: string;
  tutor: ReturnType<typeof tutorInput>;
}

export interface ReplaceFormProps {
  subject: ReplaceSubject;
  /** Undefined while they are looked up for the chosen day. */
  offers: readonly ReplaceOffer[] | undefined;
  onDay: (from: string) => void;
  reader: 'school' | 'host';
  errors: FormErrors | null;
  saving: boolean;
  /** True when it was done. */
  onSubmit: (input: ReplaceInput) => Promise<boolean>;
  backTo: string;
}

/** The day, the company, its tutor and why; and what will happen, as it follows from them. */
export function ReplaceForm(props: ReplaceFormProps) {
  const { subject, offers, onDay, reader, errors, saving, onSubmit, backTo } = props;
  const { t } = useTranslation('placements');
  const today = useToday();
  const format = useFormat();
  const whole = startsWhole(subject, today);
  const form = useForm({
    initial: {
      ...{ from: firstDay(subject, today), capacityId: '', reason: '' },
      ...{ personId: NEW_TUTOR, name: '', email: '', phone: '', locale: 'en' },
    },
    validate: (values): Record<string, string> => ({
      ...(values.from < subject.startsOn || values.from > subject.endsOn
        ? { from: t('errors.FROM_OUTSIDE_STAY') }
        : {}),
      ...(values.capacityId ? tutorFaults(values, t) : { capacityId: t('replace.companyMissing') }),
      ...(values.reason.trim().length < 3 ? { reason: t('reason.missing') } : {}),
    }),
  });
  const left = offersLeft(subject, offers ?? []);
  const chosen = left.find(({ capacityId }) => capacityId === form.values.capacityId);
  const choose = (capacityId: string) => {
    const [first] = left.find((offer) => offer.capacityId === capacityId)?.tutors ?? [];
    form.patch({ capacityId, personId: first?.personId ?? NEW_TUTOR });
  };
  return (
    <Form
      form={form}
      errors={errors}
      ns="placements"
      onSubmit={async (values) => {
        const { capacityId, from, reason } = values;
        const tutor = tutorInput(values);
        if (await onSubmit({ placementId: subject.placementId, capacityId, from, reason: reason.trim(), tutor }))
          form.done();
      }}
    >
      <Facts
        items={[
          { label: t('replace.now'), value: [subject.company, subject.tutor].filter(Boolean).join(', ') },
          { label: t('column.stay'), value: format.dateRange(subject.startsOn, subject.endsOn) },
        ]}
      />
      {whole ? (
        <Notice tone="draft">{t('replace.wholeStay', { from: format.date(subject.startsOn, 'long') })}</Notice>
      ) : (
        <DateField
          {...form.field('from', { hint: t('replace.fromHint') })}
          label={t('replace.from')}
          min={subject.startsOn}
          max={subject.endsOn}
          onChange={({ target }) => {
            form.set('from', target.value);
            if (target.value >= subject.startsOn && target.value <= subject.endsOn) onDay(target.value);
          }}
        />
      )}
      {!offers && <SkeletonList rows={1} kind="form" />}
      {offers && left.length === 0 && (
        <Notice
          tone="atRisk"
          title={t('replace.nowhere')}
          action={
            reader === 'host' && (
              <Button size="small" href="/companies">
                {t('replace.toCompanies')}
              </Button>
            )
          }
        >
          {t(reader === 'host' ? 'replace.nowhereHost' : 'replace.nowhereSchool')}
        </Notice>
      )}
      {left.length > 0 && (
        <SelectField
          {...form.field('capacityId', { hint: t('replace.companyHint') })}
          label={t('replace.company')}
          value={chosen ? form.values.capacityId : ''}
          onChange={({ target }) => choose(target.value)}
          options={left.map(({ capacityId, company, town, occupation, free }) => ({
            value: capacityId,
            label: t('replace.option', { company, town, occupation, count: free }),
          }))}
        />
      )}
      {chosen && <TutorFields form={form} tutors={chosen.tutors} />}
      <TextInput
        {...form.field('reason', { hint: t('replace.reasonHint') })}
        label={t('reason.label')}
        multiline
        minRows={2}
        maxLength={500}
      />
      <ReplacePreview
        subject={subject}
        from={form.values.from || subject.startsOn}
        today={today}
        company={chosen?.company ?? null}
        reader={reader}
      />
      <FormActions>
        <Button type="submit" variant="contained" loading={saving} disabled={left.length === 0}>
          {t('replace.confirm')}
        </Button>
        <Button href={backTo}>{t('kit:action.cancel')}</Button>
      </FormActions>
    </Form>
  );
}
