import { useQuery } from '@apollo/client/react';
import { FilterBar, FilterMenu } from '@softmob/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardNode, BoardStepsDocument } from './board-documents';
import { type BoardFilters, countBy } from './board-rows';
import { FilterToggle } from './filter-toggle';
import { useOccupation } from './use-occupation';

interface BoardFilterBarProps {
  projectId: string;
  rows: readonly BoardNode[];
  shown: number;
  filters: BoardFilters;
  onChange: (patch: Partial<BoardFilters>) => void;
  onReset: () => void;
}

const STAGES = ['selected', 'proposed', 'confirmed', 'abroad', 'back', 'withdrawn'];

/** What narrows the board, each with how many people it would leave. */
export function BoardFilterBar({ projectId, rows, shown, filters, onChange, onReset }: BoardFilterBarProps) {
  const { t } = useTranslation('cockpit');
  const occupation = useOccupation();
  const steps = useSteps(projectId, filters.flow);
  const flows = useMemo(() => new Map(rows.map(({ flow }) => [flow.id, flow])), [rows]);
  const byFlow = useMemo(() => countBy(rows, ({ flow }) => flow.id), [rows]);
  const byStage = useMemo(() => countBy(rows, ({ stage }) => stage), [rows]);
  const byOccupation = useMemo(() => countBy(rows, ({ participant }) => participant.occupation), [rows]);
  const { q, flow, stage, step, late, notReady } = filters;
  const lists = [flow, stage, filters.occupation, step];
  const active = q !== '' || late || notReady || lists.some(({ length }) => length > 0);
  return (
    <FilterBar
      search={{ value: q, onChange: (value) => onChange({ q: value }), label: t('board.search') }}
      result={t('board.shown', { shown, count: rows.length })}
      active={active}
      onReset={onReset}
    >
      <FilterMenu
        label={t('board.flow')}
        options={[...flows.values()]
          .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
          .map(({ id, code, town }) => ({ value: id, label: `${code} · ${town}`, count: byFlow.get(id) ?? 0 }))}
        selected={flow}
        onChange={(value) => onChange({ flow: value, step: [] })}
      />
      <FilterMenu
        label={t('board.stage')}
        options={STAGES.filter((value) => byStage.has(value)).map((value) => ({
          value,
          label: t(`stage.${value}`),
          count: byStage.get(value) ?? 0,
        }))}
        selected={stage}
        onChange={(value) => onChange({ stage: value })}
      />
      <FilterMenu
        label={t('board.occupation')}
        options={[...byOccupation].sort().map(([value, count]) => ({ value, label: occupation(value), count }))}
        selected={filters.occupation}
        onChange={(value) => onChange({ occupation: value })}
      />
      <FilterMenu
        label={t('board.step')}
        options={steps}
        selected={step}
        onChange={(value) => onChange({ step: value })}
      />
      <FilterToggle label={t('board.late')} on={late} onChange={(on) => onChange({ late: on })} />
      <FilterToggle label={t('board.notReady')} on={notReady} onChange={(on) => onChange({ notReady: on })} />
    </FilterBar>
  );
}

/** The open steps of people, with who holds them and how many are open: of the chosen flows, or of all. */
function useSteps(projectId: string, flows: readonly string[]) {
  const { t, i18n } = useTranslation('cockpit');
  const { data } = useQuery(BoardStepsDocument, { variables: { projectId, locale: i18n.language } });
  return useMemo(() => {
    const steps = new Map<string, { value: string; label: string; count: number }>();
    for (const { stepKey, title, role, wholeFlow, open, waiting, flow } of data?.taskGroups ?? []) {
      if (wholeFlow || open === waiting || (flows.length > 0 && !flows.includes(flow.id))) continue;
      const before = steps.get(stepKey)?.count ?? 0;
      steps.set(stepKey, {
        value: stepKey,
        label: `${title} · ${t(`kit:audience.${role}`)}`,
        count: before + open - waiting,
      });
    }
    return [...steps.values()];
  }, [data, flows, t]);
}
