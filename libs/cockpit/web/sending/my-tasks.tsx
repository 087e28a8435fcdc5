import { useQuery } from '@apollo/client/react';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { Page, QueryError, useToday, useUrlState } from '@softmob/portal-kit';
import { MonthCalendar } from '@softmob/processes-web/task-dialogs';
import { DataTable, EmptyState, SkeletonList } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boardLink } from './board-link';
import { dueState } from './flow-state';
import { TaskGroupsDocument, type TaskGroup } from './my-tasks-documents';
import { OwnFeed } from './own-feed';
import { useHolderName, useTaskColumns } from './task-columns';
import { TaskFilters, type TaskFilterState, useShownTasks } from './task-filters';
import { type TaskMeans } from './task-means';
import { TaskSelection } from './task-selection';

const VIEWS = ['mine', 'flow', 'person', 'calendar', 'asleep'] as const;
type View = (typeof VIEWS)[number];

/** Which tasks a view asks for: the calendar and the first list are the reader's own. */
const ASKED: Readonly<Record<View, { mine: boolean; snoozed: boolean }>> = {
  mine: { mine: true, snoozed: false },
  flow: { mine: false, snoozed: false },
  person: { mine: false, snoozed: false },
  calendar: { mine: true, snoozed: false },
  asleep: { mine: false, snoozed: true },
};

/** What is to be done, one line for each flow and step: the reader's own, by flow, by person, in a calendar. */
export function MyTasks({ means }: { means?: TaskMeans }) {
  const { t, i18n } = useTranslation('cockpit');
  const [state, setState] = useUrlState({
    view: 'mine',
    flow: [] as string[],
    who: [] as string[],
    when: [] as string[],
    q: '',
    month: '',
  });
  const view = VIEWS.find((one) => one === state.view) ?? 'mine';
  const { data, error, refetch } = useQuery(TaskGroupsDocument, {
    variables: { locale: i18n.language, ...ASKED[view] },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Page title={t('tasks.title')} description={t('tasks.description')} actions={<OwnFeed />}>
      <Tabs
        value={view}
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label={t('tasks.title')}
        sx={{ mb: 4 }}
        onChange={(_event, next: View) => setState({ view: next })}
      >
        {VIEWS.map((one) => (
          <Tab key={one} value={one} label={t(`tasks.view.${one}`)} />
        ))}
      </Tabs>
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonList rows={8} />
      ) : data.taskGroups.length === 0 && view !== 'calendar' ? (
        <EmptyState title={t(`tasks.empty.${view}`)}>{t(`tasks.emptyText.${view}`)}</EmptyState>
      ) : (
        <Tasks view={view} groups={data.taskGroups} state={state} setState={setState} means={means} />
      )}
    </Page>
  );
}

interface TasksProps {
  view: View;
  groups: readonly TaskGroup[];
  state: TaskFilterState & { month: string };
  setState: (patch: Partial<TaskFilterState & { month: string }>) => void;
  means: TaskMeans | undefined;
}

function Tasks({ view, groups, state, setState, means }: TasksProps) {
  const { t } = useTranslation('cockpit');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const columns = useTaskColumns(view !== 'mine');
  const { shown, people } = useShownTasks(groups, state, view);
  if (view === 'calendar') return <TaskMonth groups={groups} month={state.month} setMonth={setState} />;
  const picked = shown.filter(({ id }) => selected.has(id));
  return (
    <>
      <TaskFilters groups={groups} people={people} shown={shown.length} state={state} setState={setState} view={view} />
      <DataTable
        caption={t(`tasks.view.${view}`)}
        columns={columns}
        rows={shown}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('tasks.noneFits')} />}
        selection={
          means && {
            selected: new Set(picked.map(({ id }) => id)),
            onChange: setSelected,
            rowLabel: ({ title, flow }) => `${title}, ${flow.code}`,
            actions: () => <TaskSelection groups={picked} means={means} onDone={() => setSelected(new Set())} />,
          }
        }
      />
    </>
  );
}

interface TaskMonthProps {
  groups: readonly TaskGroup[];
  month: string;
  setMonth: (patch: { month: string }) => void;
}

function TaskMonth({ groups, month, setMonth }: TaskMonthProps) {
  const { t } = useTranslation('cockpit');
  const today = useToday();
  const holderName = useHolderName();
  return (
    <MonthCalendar
      caption={t('tasks.view.calendar')}
      month={month || today}
      onMonth={(day) => setMonth({ month: day })}
      entries={groups.map((group) => ({
        id: group.id,
        day: group.dueOn,
        title: group.title,
        detail: [group.flow.code, holderName(group)].join(' · '),
        state: dueState(group.state),
        to: group.wholeFlow
          ? `/tasks?flow=${group.flow.id}`
          : boardLink({ flow: [group.flow.id], step: [group.stepKey] }),
      }))}
    />
  );
}
