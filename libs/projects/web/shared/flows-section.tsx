import Button from '@mui/material/Button';
import { CheckField, Section, SelectField, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type ImportChoices, type ImportNewFlow, type ImportView } from './import-types';

interface FlowsSectionProps {
  file: ImportView;
  flows: readonly { id: string; code: string; town: string; startsOn: string; endsOn: string }[];
  choices: ImportChoices;
  onChange: (choices: Partial<ImportChoices>) => void;
}

/** Where the learners go: by a column, by destination and dates, by one choice, or into flows that are created. */
export function FlowsSection({ file, flows, choices, onChange }: FlowsSectionProps) {
  const { t } = useTranslation('projects');
  const format = useFormat();
  const named = file.columns.some(({ field }) => field === 'flow');
  const { newFlows } = file;
  const creatable = newFlows.filter(({ problem }) => problem === null);
  const all = creatable.every(({ code }) => choices.create.includes(code));
  const stay = (flow: ImportNewFlow) =>
    flow.startsOn && flow.endsOn ? format.dateRange(flow.startsOn, flow.endsOn) : t('import.unknownDates');
  return (
    <Section
      title={t('import.flows')}
      description={named ? t('import.flowsNamed') : t('import.flowsNotNamed')}
      actions={
        creatable.length > 1 && (
          <Button onClick={() => onChange({ create: all ? [] : creatable.map(({ code }) => code) })}>
            {all ? t('import.acceptNone') : t('import.createAll', { count: creatable.length })}
          </Button>
        )
      }
    >
      {!named && (
        <SelectField
          id="flow"
          label={t('import.flowChoice')}
          value={choices.flowId}
          empty={t('import.byDestination')}
          options={flows.map(({ id, code, town, startsOn, endsOn }) => ({
            value: id,
            label: `${code} · ${town} · ${format.dateRange(startsOn, endsOn)}`,
          }))}
          onChange={({ target }) => onChange({ flowId: target.value })}
        />
      )}
      {newFlows.length > 0 && (
        <>
          <p style={{ margin: '0 0 12px' }}>{t('import.newFlowsText', { count: newFlows.length })}</p>
          <div style={{ display: 'grid', gap: 8 }}>
            {newFlows.map((flow) => (
              <CheckField
                key={flow.code}
                id={`create-${flow.code}`}
                label={`${flow.code} · ${[flow.town, flow.country].filter(Boolean).join(', ')} · ${stay(flow)}`}
                hint={[flow.hostName, t('import.rowCount', { count: flow.rows })].filter(Boolean).join(' · ')}
                helperText={flow.problem}
                error={flow.problem !== null}
                disabled={flow.problem !== null}
                checked={choices.create.includes(flow.code)}
                onChange={({ target }) =>
                  onChange({
                    create: target.checked
                      ? [...choices.create, flow.code]
                      : choices.create.filter((code) => code !== flow.code),
                  })
                }
              />
            ))}
          </div>
        </>
      )}
    </Section>
  );
}
