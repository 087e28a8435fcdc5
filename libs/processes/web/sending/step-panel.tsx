import Button from '@mui/material/Button';
import {
  closingEvents,
  flowEvents,
  type DueRule,
  processPhases,
  type ProcessRole,
  processRoles,
  type ProcessStep,
  type TemplateFault,
} from '@softmob/processes-model';
import { CheckField, FormGroup, SelectField, SidePanel, TextInput } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useStepWords } from './use-step-words';

export interface StepPanelProps {
  step: ProcessStep;
  steps: readonly ProcessStep[];
  faults: readonly TemplateFault[];
  readOnly: boolean;
  /** `joins`: typing goes on in the same field. */
  onChange: (step: ProcessStep, joins: string | null) => void;
  onClose: () => void;
}

const numbersOf = (text: string) =>
  text
    .split(/[^0-9]+/)
    .filter(Boolean)
    .map(Number)
    .sort((a, b) => b - a);

/** Everything about one step. */
export function StepPanel(props: StepPanelProps) {
  const { step, steps, readOnly, onChange, onClose } = props;
  const { t } = useTranslation('processes');
  const { titleOf } = useStepWords(steps);
  const faultAt = useFaults(props);
  const set = (patch: Partial<ProcessStep>, joins: string | null = null) => onChange({ ...step, ...patch }, joins);
  const title = (locale: 'en' | 'it') => ({
    label: t(`field.title-${locale}`),
    value: step.title[locale],
    onChange: (event: { target: { value: string } }) =>
      set({ title: { ...step.title, [locale]: event.target.value } }, `title.${locale}`),
    disabled: readOnly,
    maxLength: 200,
    ...faultAt(`title.${locale}`),
  });
  return (
    <SidePanel
      open
      onClose={onClose}
      title={titleOf(step)}
      subtitle={step.key}
      footer={<Button onClick={onClose}>{t('kit:action.done')}</Button>}
    >
      <div style={{ display: 'grid', gap: 16 }}>
        <TextInput {...title('en')} />
        <TextInput {...title('it')} />
        <SelectField
          label={t('field.phase')}
          value={step.phase}
          empty={null}
          disabled={readOnly}
          options={processPhases.map((value) => ({ value, label: t(`phase.${value}`) }))}
          onChange={({ target }) => set({ phase: target.value as ProcessStep['phase'] })}
        />
        <SelectField
          label={t('field.role')}
          value={step.role}
          empty={null}
          disabled={readOnly}
          options={processRoles.map((value) => ({ value, label: t(`kit:audience.${value}`) }))}
          onChange={({ target }) => set({ role: target.value as ProcessRole })}
          {...faultAt('role')}
        />
        <SelectField
          label={t('field.scope')}
          value={step.scope}
          empty={null}
          disabled={readOnly}
          options={(['mobility', 'flow'] as const).map((value) => ({ value, label: t(`scope.${value}`) }))}
          onChange={({ target }) => set({ scope: target.value as ProcessStep['scope'] })}
        />
        <CheckField
          label={t('field.minorsOnly')}
          checked={step.minorsOnly ?? false}
          disabled={readOnly}
          onChange={({ target }) => set({ minorsOnly: target.checked })}
          {...faultAt('minorsOnly')}
        />
        <DueFields {...props} />
        <OrderFields {...props} />
        <CareFields {...props} />
      </div>
    </SidePanel>
  );
}

/** What is wrong with a field of this step, as the fields show it. */
function useFaults({ step, faults }: Pick<StepPanelProps, 'step' | 'faults'>) {
  const { t } = useTranslation('processes');
  return (field: string): { error?: boolean; helperText?: string } => {
    const fault = faults.find((one) => one.step === step.key && one.path.endsWith(`.${field}`));
    return fault ? { error: true, helperText: t(`fault.${fault.code}`) } : {};
  };
}

function DueFields({ step, steps, faults, readOnly, onChange }: StepPanelProps) {
  const { t } = useTranslation('processes');
  const { titleOf } = useStepWords(steps);
  const faultAt = useFaults({ step, faults });
  const { due } = step;
  const set = (patch: Partial<DueRule>, joins: string | null = null) =>
    onChange({ ...step, due: { ...due, ...patch } }, joins);
  const days = Math.abs(due.offsetDays);
  const before = due.offsetDays < 0;
  const others = steps.filter(({ key, scope }) => key !== step.key && (step.scope === 'mobility' || scope === 'flow'));
  return (
    <FormGroup legend={t('field.due')}>
      <TextInput
        label={t('field.days')}
        value={String(days)}
        inputMode="numeric"
        disabled={readOnly}
        onChange={({ target }) => {
          const count = Number(target.value.replace(/\D/g, '').slice(0, 3));
          set({ offsetDays: before ? -count : count }, 'due.days');
        }}
        {...faultAt('due.offsetDays')}
      />
      <SelectField
        label={t('field.direction')}
        value={before ? 'before' : 'after'}
        empty={null}
        disabled={readOnly || days === 0}
        options={(['before', 'after'] as const).map((value) => ({ value, label: t(`direction.${value}`) }))}
        onChange={({ target }) => set({ offsetDays: target.value === 'before' ? -days : days })}
      />
      <SelectField
        label={t('field.anchor')}
        value={due.anchor}
        empty={null}
        disabled={readOnly}
        options={(['departure', 'return', 'step'] as const).map((value) => ({ value, label: t(`anchor.${value}`) }))}
        onChange={({ target }) => set({ anchor: target.value as DueRule['anchor'], step: others[0]?.key ?? '' })}
      />
      {due.anchor === 'step' && (
        <SelectField
          label={t('field.anchorStep')}
          value={due.step ?? ''}
          disabled={readOnly}
          options={others.map((other) => ({ value: other.key, label: titleOf(other) }))}
          onChange={({ target }) => set({ step: target.value })}
          {...faultAt('due.step')}
        />
      )}
      <CheckField
        label={t('field.workingDays')}
        hint={t('field.workingDaysHint')}
        checked={due.workingDays ?? false}
        disabled={readOnly}
        onChange={({ target }) => set({ workingDays: target.checked })}
      />
    </FormGroup>
  );
}

function OrderFields({ step, steps, faults, readOnly, onChange }: StepPanelProps) {
  const { t } = useTranslation('processes');
  const { titleOf, titleOfKey, eventOf } = useStepWords(steps);
  const faultAt = useFaults({ step, faults });
  const needs = step.needs ?? [];
  const free = steps.filter(({ key, scope }) => key !== step.key && scope === step.scope && !needs.includes(key));
  return (
    <FormGroup legend={t('field.order')}>
      <SelectField
        label={t('field.closesOn')}
        value={step.closesOn ?? ''}
        empty={eventOf(null)}
        disabled={readOnly}
        options={closingEvents
          .filter((event) => event === step.closesOn || flowEvents.includes(event) === (step.scope === 'flow'))
          .map((value) => ({ value, label: eventOf(value) }))}
        onChange={({ target }) =>
          onChange({ ...step, closesOn: (target.value || null) as ProcessStep['closesOn'] }, null)
        }
        {...faultAt('closesOn')}
      />
      {needs.map((key) => (
        <CheckField
          key={key}
          label={t('field.needs', { title: titleOfKey(key) })}
          checked
          disabled={readOnly}
          onChange={() => onChange({ ...step, needs: needs.filter((one) => one !== key) }, null)}
        />
      ))}
      <SelectField
        label={t('field.addNeed')}
        value=""
        disabled={readOnly}
        options={free.map((other) => ({ value: other.key, label: titleOf(other) }))}
        onChange={({ target }) => target.value && onChange({ ...step, needs: [...needs, target.value] }, null)}
        {...faultAt('needs')}
      />
    </FormGroup>
  );
}

function CareFields({ step, faults, readOnly, onChange }: StepPanelProps) {
  const { t } = useTranslation('processes');
  const faultAt = useFaults({ step, faults });
  const { escalation, ...without } = step;
  return (
    <FormGroup legend={t('field.care')}>
      <TextInput
        key={step.key}
        label={t('field.reminders')}
        helperText={t('field.remindersHint')}
        value={(step.reminders ?? []).join(', ')}
        disabled={readOnly}
        onChange={({ target }) => onChange({ ...step, reminders: numbersOf(target.value) }, 'reminders')}
        {...faultAt('reminders')}
      />
      <SelectField
        label={t('field.escalation')}
        value={escalation?.role ?? ''}
        empty={t('field.escalationNone')}
        disabled={readOnly}
        options={processRoles.map((value) => ({ value, label: t(`kit:audience.${value}`) }))}
        onChange={({ target }) => {
          const role = target.value as ProcessRole | '';
          onChange(role ? { ...step, escalation: { afterDays: escalation?.afterDays ?? 3, role } } : without, null);
        }}
      />
      {escalation && (
        <TextInput
          label={t('field.escalationDays')}
          value={String(escalation.afterDays)}
          inputMode="numeric"
          disabled={readOnly}
          onChange={({ target }) => {
            const afterDays = Number(target.value.replace(/\D/g, '').slice(0, 3));
            onChange({ ...step, escalation: { ...escalation, afterDays } }, 'escalation');
          }}
          {...faultAt('escalation.afterDays')}
        />
      )}
    </FormGroup>
  );
}
