import { CheckField, ChoiceField, DateField, DateRangeText, FormGroup, SelectField, TextInput } from '@softmob/ui';
import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { type CloneStart } from './clone-documents.coordinator';

/** What the coordinator chooses. */
export interface CloneValues {
  flowIds: string[];
  projectId: string;
  shift: 'year' | 'weeks' | 'date';
  weeks: string;
  firstDeparture: string;
  askHosts: boolean;
}

const Fields = styled('div')({ display: 'grid', gap: 20, maxWidth: 640 });

interface CloneFieldsProps {
  start: CloneStart;
  values: CloneValues;
  onChange: (patch: Partial<CloneValues>) => void;
}

/** Which flows, in which project, when, and whether hosts are asked. */
export function CloneFields({ start, values, onChange }: CloneFieldsProps) {
  const { t } = useTranslation('projects');
  const chosen = (id: string, on: boolean) =>
    on ? [...values.flowIds, id] : values.flowIds.filter((flowId) => flowId !== id);
  return (
    <Fields>
      <FormGroup legend={t('clone.flows')}>
        {start.project.flows.map(({ id, code, town, startsOn, endsOn }) => (
          <CheckField
            key={id}
            id={`flow-${id}`}
            label={
              <>
                {code} · {town} · <DateRangeText start={startsOn} end={endsOn} />
              </>
            }
            checked={values.flowIds.includes(id)}
            onChange={({ target }) => onChange({ flowIds: chosen(id, target.checked) })}
          />
        ))}
      </FormGroup>
      <SelectField
        id="clone-project"
        label={t('clone.project')}
        helperText={t('clone.projectHint')}
        empty={null}
        value={values.projectId}
        options={start.projects.map(({ id, title, callYear }) => ({
          value: id,
          label: `${title} (${t('project.call', { year: callYear })})`,
        }))}
        onChange={({ target }) => onChange({ projectId: target.value })}
      />
      <ShiftFields values={values} onChange={onChange} />
      <CheckField
        id="clone-ask"
        label={t('clone.ask')}
        hint={t('clone.askHint')}
        checked={values.askHosts}
        onChange={({ target }) => onChange({ askHosts: target.checked })}
      />
    </Fields>
  );
}

function ShiftFields({ values, onChange }: Omit<CloneFieldsProps, 'start'>) {
  const { t } = useTranslation('projects');
  return (
    <>
      <ChoiceField
        id="clone-shift"
        name="shift"
        label={t('clone.shift')}
        value={values.shift}
        onChange={({ target }) => onChange({ shift: target.value as CloneValues['shift'] })}
        options={[
          { value: 'year', label: t('clone.shiftYear'), hint: t('clone.shiftYearHint') },
          { value: 'weeks', label: t('clone.shiftWeeks') },
          { value: 'date', label: t('clone.shiftDate') },
        ]}
      />
      {values.shift === 'weeks' && (
        <TextInput
          id="clone-weeks"
          label={t('clone.weeks')}
          inputMode="numeric"
          value={values.weeks}
          onChange={({ target }) => onChange({ weeks: target.value })}
        />
      )}
      {values.shift === 'date' && (
        <DateField
          id="clone-first"
          label={t('clone.first')}
          helperText={t('clone.firstHint')}
          value={values.firstDeparture}
          onChange={({ target }) => onChange({ firstDeparture: target.value })}
        />
      )}
    </>
  );
}
