import { useQuery } from '@apollo/client/react';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { Page, QueryError, useToday, useUrlState } from '@softmob/portal-kit';
import { MonthCalendar } from '@softmob/processes-web/task-dialogs';
import { DataTable, EmptyState, SkeletonList } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueState } from './due-state';
import { TaskGroupsDocument, type TaskGroup } from './my-tasks.documents.desk';
import { OwnFeed } from './own-feed';
import { useHolderName, useTaskColumns } from './task-columns';
import { TaskFilters, type TaskFilterState, useShownTasks } from './task-filters';
import { type PlaceOf, type TaskMeans } from './task-means';
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

interface MyTasksProps {
  placeOf: PlaceOf;
  means?: TaskMeans;
}

/** What is to be done, one line for each flow and step: the reader's own, by flow, by person, in a calendar. */
export function MyTasks({ placeOf, means }: MyTasksProps) {
  const { t, i18n } = useTranslation('tasks');
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
    <Page title={t('list.title')} description={t('list.description')} actions={<OwnFeed />}>
      <Tabs
        value={view}
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label={t('list.title')}
        sx={{ mb: 4 }}
        onChange={(_event, next: View) => setState({ view: next })}
      >
        {VIEWS.map((one) => (
          <Tab key={one} value={one} label={t(`list.view.${one}`)} />
        ))}
      </Tabs>
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonList rows={8} />
      ) : data.taskGroups.length === 0 && view !== 'calendar' ? (
        <EmptyState title={t(`list.empty.${view}`)}>{t(`list.emptyText.${view}`)}</EmptyState>
      ) : (
        <Tasks view={view} groups={data.taskGroups} state={state} setState={setState} placeOf={placeOf} means={means} />
      )}
    </Page>
  );
}

interface TasksProps extends Pick<MyTasksProps, 'placeOf'> {
  view: View;
  groups: readonly TaskGroup[];
  state: TaskFilterState & { month: string };
  setState: (patch: Partial<TaskFilterState & { month: string }>) => void;
  means: TaskMeans | undefined;
}

function Tasks({ view, groups, state, setState, placeOf, means }: TasksProps) {
  const { t } = useTranslation('tasks');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const columns = useTaskColumns(placeOf, view !== 'mine');
  const { shown, people } = useShownTasks(groups, state, view);
  if (view === 'calendar')
    return <TaskMonth groups={groups} month={state.month} setMonth={setState} placeOf={placeOf} />;
  const picked = shown.filter(({ id }) => selected.has(id));
  return (
    <>
      <TaskFilters groups={groups} people={people} shown={shown.length} state={state} setState={setState} view={view} />
      <DataTable
        caption={t(`list.view.${view}`)}
        columns={columns}
        rows={shown}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('list.noneFits')} />}
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

interface TaskMonthProps extends Pick<MyTasksProps, 'placeOf'> {
  groups: readonly TaskGroup[];
  month: string;
  setMonth: (patch: { month: string }) => void;
}

function TaskMonth({ groups, month, setMonth, placeOf }: TaskMonthProps) {
  const { t } = useTranslation('tasks');
  const today = useToday();
  const holderName = useHolderName();
  return (
    <MonthCalendar
      caption={t('list.view.calendar')}
      month={month || today}
      onMonth={(day) => setMonth({ month: day })}
      entries={groups.map((group) => ({
        id: group.id,
        day: group.dueOn,
        title: group.title,
        detail: [group.flow.code, holderName(group)].join(' · '),
        state: dueState(group.state),
        to: placeOf(group) ?? `/tasks?flow=${group.flow.id}`,
      }))}
    />
  );
}
