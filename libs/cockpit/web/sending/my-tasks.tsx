import { useQuery } from '@apollo/client/react';
import Link from '@mui/material/Link';
import { Page, QueryError, useFormat, useToday, useUrlState } from '@softmob/portal-kit';
import { type Column, DataTable, EmptyState, FilterBar, FilterMenu, SkeletonList, StateChip } from '@softmob/ui';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Cut } from './board-cells';
import { boardLink } from './board-link';
import { dueState } from './flow-state';
import { MyTaskGroupsDocument, type TaskGroup } from './my-tasks-documents';

const HORIZONS = ['late', 'soon', 'later'] as const;

/** Late, due within a week, or later. */
const horizonOf = ({ state }: TaskGroup): (typeof HORIZONS)[number] =>
  state === 'late' ? 'late' : state === 'later' ? 'later' : 'soon';

/** The reader's own steps, one line for each flow and step: what is done in one go. */
export function MyTasks({ action }: { action?: (group: TaskGroup) => ReactNode }) {
  const { t, i18n } = useTranslation('cockpit');
  const [filters, setFilters] = useUrlState({ flow: [] as string[], when: [] as string[], q: '' });
  const { data, error, refetch } = useQuery(MyTaskGroupsDocument, { variables: { locale: i18n.language } });
  const columns = useColumns(action);
  const groups = useMemo(() => data?.taskGroups ?? [], [data]);
  const flows = useMemo(() => new Map(groups.map(({ flow }) => [flow.id, flow])), [groups]);
  const shown = groups.filter(
    (group) =>
      (filters.flow.length === 0 || filters.flow.includes(group.flow.id)) &&
      (filters.when.length === 0 || filters.when.includes(horizonOf(group))) &&
      group.title.toLowerCase().includes(filters.q.trim().toLowerCase()),
  );
  const reset = () => setFilters({ flow: [], when: [], q: '' });
  return (
    <Page title={t('tasks.title')} description={t('tasks.description')}>
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonList rows={8} />
      ) : groups.length === 0 ? (
        <EmptyState title={t('tasks.none')}>{t('tasks.noneText')}</EmptyState>
      ) : (
        <>
          <FilterBar
            search={{ value: filters.q, onChange: (q) => setFilters({ q }), label: t('tasks.search') }}
            result={t('tasks.shown', { shown: shown.length, count: groups.length })}
            active={filters.q !== '' || filters.flow.length + filters.when.length > 0}
            onReset={reset}
          >
            <FilterMenu
              label={t('board.flow')}
              options={[...flows.values()].map(({ id, code, town }) => ({ value: id, label: `${code} · ${town}` }))}
              selected={filters.flow}
              onChange={(flow) => setFilters({ flow })}
            />
            <FilterMenu
              label={t('tasks.when')}
              options={HORIZONS.map((value) => ({
                value,
                label: t(`tasks.horizon.${value}`),
                count: groups.filter((group) => horizonOf(group) === value).length,
              }))}
              selected={filters.when}
              onChange={(when) => setFilters({ when })}
            />
          </FilterBar>
          <DataTable
            caption={t('tasks.title')}
            columns={columns}
            rows={shown}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t('tasks.noneFits')} />}
          />
        </>
      )}
    </Page>
  );
}

function useColumns(action?: (group: TaskGroup) => ReactNode): Column<TaskGroup>[] {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const today = useToday();
  return [
    {
      key: 'title',
      header: t('tasks.step'),
      cell: (group) =>
        group.wholeFlow ? (
          <Cut style={{ maxWidth: 340 }} title={group.title}>
            {group.title}
          </Cut>
        ) : (
          <Link href={boardLink({ flow: [group.flow.id], step: [group.stepKey] })} color="inherit">
            {group.title}
          </Link>
        ),
    },
    { key: 'flow', header: t('board.flow'), cell: ({ flow }) => `${flow.code} · ${flow.town}` },
    {
      key: 'due',
      header: t('tasks.due'),
      cell: ({ dueOn, state }) => (
        <StateChip
          plain
          state={dueState(state)}
          label={`${format.date(dueOn, 'short')} · ${format.relativeDays(dueOn, today)}`}
          title={format.date(dueOn, 'long')}
        />
      ),
    },
    {
      key: 'open',
      header: t('tasks.for'),
      cell: ({ wholeFlow, open, done }) =>
        wholeFlow ? t('tasks.wholeFlow') : t('tasks.peopleOf', { count: open, total: open + done }),
    },
    {
      key: 'waiting',
      header: t('tasks.can'),
      cell: ({ open, waiting, closesOn }) =>
        waiting === open
          ? t('tasks.waits')
          : waiting > 0
            ? t('tasks.waitsFor', { count: waiting })
            : closesOn
              ? t('tasks.closes')
              : t('tasks.now'),
    },
    ...(action ? [{ key: 'action', header: t('tasks.action'), cell: action }] : []),
  ];
}
