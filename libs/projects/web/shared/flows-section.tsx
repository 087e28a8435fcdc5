import { CheckField, DataTable, Section, SelectField, StateChip, useFormat } from '@softmob/ui';
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
  const stay = (flow: ImportNewFlow) =>
    flow.startsOn && flow.endsOn ? format.dateRange(flow.startsOn, flow.endsOn) : t('import.unknownDates');
  return (
    <Section title={t('import.flows')} description={named ? t('import.flowsNamed') : t('import.flowsNotNamed')}>
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
          <DataTable<ImportNewFlow>
            caption={t('import.newFlows', { count: newFlows.length })}
            rows={newFlows}
            rowKey={({ code }) => code}
            maxHeight="none"
            columns={[
              { key: 'code', header: t('flow.code'), cell: ({ code }) => <strong>{code}</strong> },
              {
                key: 'town',
                header: t('flow.destination'),
                cell: ({ town, country }) => [town, country].filter(Boolean).join(', '),
              },
              { key: 'stay', header: t('flow.dates'), cell: stay },
              { key: 'host', header: t('flow.host'), cell: ({ hostName }) => hostName ?? '–' },
              { key: 'rows', header: t('import.rows'), numeric: true, cell: ({ rows }) => rows },
              {
                key: 'state',
                header: t('import.state'),
                cell: ({ problem }) =>
                  problem === null ? (
                    <StateChip
                      state={choices.createFlows ? 'done' : 'waiting'}
                      label={choices.createFlows ? t('import.willCreate') : t('import.canCreate')}
                    />
                  ) : (
                    <StateChip state="blocked" label={problem} plain />
                  ),
              },
            ]}
          />
          {creatable.length > 0 && (
            <CheckField
              id="create-flows"
              label={t('import.createFlows', { count: creatable.length })}
              hint={t('import.createFlowsHint')}
              checked={choices.createFlows}
              onChange={({ target }) => onChange({ createFlows: target.checked })}
            />
          )}
        </>
      )}
    </Section>
  );
}
