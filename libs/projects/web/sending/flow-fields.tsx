import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { Form, type FormErrors, useForm, useUnsavedGuard } from '@softmob/portal-kit';
import {
  type ActivityCode,
  activityType,
  activityTypes,
  checkFlowDates,
  daysOfStay,
  describeRuleFinding,
  durationRule,
} from '@softmob/projects-model';
import { DateField, FormActions, Notice, SelectField } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useCountry } from '../shared/use-country';

export interface FlowValues {
  code: string;
  activityType: string;
  country: string;
  town: string;
  startsOn: string;
  endsOn: string;
  hostOrganisationId: string;
  /** Key of a process; empty for the usual one. */
  processTemplate: string;
}

/** A process that a new flow may follow, in the order in which they are offered. */
export interface FlowProcessChoice {
  key: string;
  name: string;
  activityTypes: readonly string[];
}

export interface FlowFormProps {
  initial: FlowValues;
  draftKey: string;
  project: { callYear: number; startsOn: string; endsOn: string };
  hosts: readonly { id: string; name: string; country: string }[];
  /** For a new flow: the published processes. */
  processes?: readonly FlowProcessChoice[];
  submitLabel: string;
  saving: boolean;
  errors: FormErrors | null;
  onSubmit: (values: FlowValues, done: () => void) => Promise<void>;
}

/** Programme countries and the usual partners; the field offers their names in the reader's language. */
const COUNTRIES =
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MK MT NL NO PL PT RO RS SE SI SK TR'.split(' ');

function useDurationHint(
  values: FlowValues,
  project: FlowFormProps['project'],
): { hint: string | undefined; notes: string[] } {
  const { t, i18n } = useTranslation('projects');
  const rule = durationRule(values.activityType, project.callYear);
  const { startsOn: start, endsOn: end } = values;
  const allowed = rule ? t('flow.daysAllowed', { min: rule.minDays, max: rule.maxDays }) : undefined;
  if (start === '' || end === '' || !activityType(values.activityType)) return { hint: allowed, notes: [] };
  const findings = checkFlowDates({
    activityType: values.activityType as ActivityCode,
    callYear: project.callYear,
    start,
    end,
    project,
  });
  const days = end >= start ? t('flow.days', { count: daysOfStay(start, end) }) : undefined;
  return {
    hint: [days, allowed].filter(Boolean).join(' · '),
    notes: findings.map((finding) => describeRuleFinding(finding, i18n.language === 'it' ? 'it' : 'en')),
  };
}

/** A flow's fields, with what its activity allows told while one types. */
export function FlowForm(props: FlowFormProps) {
  const { initial, draftKey, project, hosts, processes, submitLabel, saving, errors, onSubmit } = props;
  const { t, i18n } = useTranslation('projects');
  const country = useCountry();
  const form = useForm({ initial, draftKey });
  useUnsavedGuard(form.dirty);
  const locale = i18n.language === 'it' ? 'it' : 'en';
  const { hint, notes } = useDurationHint(form.values, project);
  const near = [...hosts].sort(
    (a, b) => Number(b.country === form.values.country) - Number(a.country === form.values.country),
  );
  return (
    <Form form={form} errors={errors} ns="projects" onSubmit={(values) => onSubmit(values, form.done)}>
      <TextField {...form.field('code', { hint: t('flow.codeHint') })} label={t('flow.code')} />
      <SelectField
        {...form.field('activityType')}
        label={t('flow.activity')}
        empty={null}
        options={activityTypes.map(({ code, name }) => ({ value: code, label: name[locale] }))}
      />
      <SelectField
        {...form.field('country')}
        label={t('flow.country')}
        options={[...new Set([...COUNTRIES, ...hosts.map((host) => host.country)])]
          .map((code) => ({ value: code, label: country(code) }))
          .sort((a, b) => a.label.localeCompare(b.label, locale))}
      />
      <TextField {...form.field('town')} label={t('flow.town')} />
      <DateField {...form.field('startsOn')} label={t('flow.startsOn')} />
      <DateField {...form.field('endsOn', { hint })} label={t('flow.endsOn')} />
      {notes.length > 0 && <Notice tone="atRisk">{notes.join('. ')}.</Notice>}
      <SelectField
        {...form.field('hostOrganisationId', { hint: hosts.length === 0 ? t('flow.noHosts') : undefined })}
        label={t('flow.host')}
        optional
        options={near.map(({ id, name, country: code }) => ({ value: id, label: `${name} (${country(code)})` }))}
      />
      {processes && (
        <SelectField
          {...form.field('processTemplate', { hint: t('flow.processHint') })}
          label={t('flow.process')}
          empty={t('flow.processUsual', {
            name: processes.find(({ activityTypes: of }) => of.includes(form.values.activityType))?.name ?? '',
          })}
          options={processes.map(({ key, name }) => ({ value: key, label: name }))}
        />
      )}
      <FormActions>
        <Button type="submit" variant="contained" loading={saving}>
          {submitLabel}
        </Button>
      </FormActions>
    </Form>
  );
}
