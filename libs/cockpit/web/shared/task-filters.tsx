import { useFormat, useSession } from '@softmob/portal-kit';
import { FilterBar, FilterMenu } from '@softmob/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type TaskGroup } from './my-tasks.documents.desk';
import { useHolderName } from './task-columns';

/** How the lists are narrowed, as the address keeps it. */
export interface TaskFilterState {
  flow: string[];
  who: string[];
  when: string[];
  q: string;
}

const HORIZONS = ['late', 'soon', 'later'] as const;

/** Late, due within a week, or later. */
const horizonOf = ({ state }: TaskGroup): (typeof HORIZONS)[number] =>
  state === 'late' ? 'late' : state === 'later' ? 'later' : 'soon';
/** The person to whom it was given, else the function. */
const holderOf = ({ assignee, role }: TaskGroup): string => assignee?.personId ?? role;

/** Open tasks of one holder. */
interface HolderOption {
  value: string;
  label: string;
  count: number;
}

/** What fits the filters, by flow or by person where the view asks for that, and who holds how much. */
export function useShownTasks(groups: readonly TaskGroup[], state: TaskFilterState, view: string) {
  const holderName = useHolderName();
  const { audience } = useSession();
  return useMemo(() => {
    const people = new Map<string, HolderOption>();
    for (const group of groups) {
      const value = holderOf(group);
      const count = (people.get(value)?.count ?? 0) + group.open;
      people.set(value, { value, label: holderName(group), count });
    }
    const fits = groups.filter(
      (group) =>
        (state.flow.length === 0 || state.flow.includes(group.flow.id)) &&
        (state.who.length === 0 || view === 'mine' || state.who.includes(holderOf(group))) &&
        (state.when.length === 0 || state.when.includes(horizonOf(group))) &&
        group.title.toLowerCase().includes(state.q.trim().toLowerCase()),
    );
    const byFlow = (group: TaskGroup) => `${group.flow.startsOn} ${group.flow.code}`;
    const byHolder = (group: TaskGroup) => `${group.role === audience ? 0 : 1} ${holderName(group)}`;
    const key = view === 'flow' ? byFlow : view === 'person' ? byHolder : () => '';
    const shown = [...fits].sort((a, b) => key(a).localeCompare(key(b)) || a.dueOn.localeCompare(b.dueOn));
    return { shown, people: [...people.values()].sort((a, b) => a.label.localeCompare(b.label)) };
  }, [groups, state, view, holderName, audience]);
}

interface TaskFiltersProps {
  groups: readonly TaskGroup[];
  people: readonly HolderOption[];
  shown: number;
  state: TaskFilterState;
  setState: (patch: Partial<TaskFilterState>) => void;
  view: string;
}

/** Step, flow, holder and day. */
export function TaskFilters({ groups, people, shown, state, setState, view }: TaskFiltersProps) {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  const flows = new Map(groups.map(({ flow }) => [flow.id, flow]));
  const openOf = (id: string) => groups.filter(({ flow }) => flow.id === id).reduce((sum, { open }) => sum + open, 0);
  return (
    <FilterBar
      search={{ value: state.q, onChange: (q) => setState({ q }), label: t('list.search') }}
      result={t('list.shown', { shown: format.number(shown), count: groups.length })}
      active={state.q !== '' || state.flow.length + state.who.length + state.when.length > 0}
      onReset={() => setState({ flow: [], who: [], when: [], q: '' })}
    >
      <FilterMenu
        label={t('list.flow')}
        options={[...flows.values()].map(({ id, code, town }) => ({
          value: id,
          label: `${code} · ${town}`,
          count: openOf(id),
        }))}
        selected={state.flow}
        onChange={(flow) => setState({ flow })}
      />
      {view !== 'mine' && (
        <FilterMenu
          label={t('list.holder')}
          options={[...people]}
          selected={state.who}
          onChange={(who) => setState({ who })}
        />
      )}
      <FilterMenu
        label={t('list.when')}
        options={HORIZONS.map((value) => ({
          value,
          label: t(`list.horizon.${value}`),
          count: groups.filter((group) => horizonOf(group) === value).length,
        }))}
        selected={state.when}
        onChange={(when) => setState({ when })}
      />
    </FilterBar>
  );
}
