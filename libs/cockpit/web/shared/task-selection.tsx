import { useQuery } from '@apollo/client/react';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useErrorText, useFormat, useSubmit, useToast } from '@softmob/portal-kit';
import { AssignDialog, SnoozeDialog } from '@softmob/processes-web/task-dialogs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TaskGroup } from './my-tasks.documents.desk';
import { fitting, MOST, stepsOf, type TaskMeans } from './task-means';

interface TaskSelectionProps {
  groups: readonly TaskGroup[];
  means: TaskMeans;
  /** Called once something was done: the selection has done its work. */
  onDone: () => void;
}

const AGAIN = { refetchQueries: ['TaskGroups'], awaitRefetchQueries: true };

/** What is done with the selected steps at once; each can be undone from the message that says it. */
export function TaskSelection({ groups, means, onDone }: TaskSelectionProps) {
  const { t } = useTranslation('tasks');
  const text = useErrorText('tasks');
  const [asking, setAsking] = useState<'assign' | 'snooze' | null>(null);
  const fit = fitting(groups, means);
  const act = useTaskActions(means, onDone);
  const { data } = useQuery(means.documents.colleagues, { skip: asking !== 'assign' });
  const over = (name: keyof typeof fit) => stepsOf(fit[name]).length > MOST;
  const tooMany = over('complete') || over('assign') || over('snooze');
  const close = () => setAsking(null);
  const button = (name: 'complete' | 'assign' | 'snooze' | 'wake', press: () => void) =>
    fit[name].length > 0 && (
      <Button size="small" color="inherit" disabled={act.saving || over(name)} onClick={press}>
        {t(`list.bulk.${name}`, { count: stepsOf(fit[name]).length })}
      </Button>
    );
  return (
    <>
      {button('complete', () => void act.complete(fit.complete))}
      {button('assign', () => setAsking('assign'))}
      {button('snooze', () => setAsking('snooze'))}
      {button('wake', () => void act.wake(fit.wake))}
      {tooMany && <span>{t('list.bulk.tooMany')}</span>}
      {act.errors && asking === null && <Alert severity="error">{text.of(act.errors)}</Alert>}
      {asking === 'assign' && (
        <AssignDialog
          count={stepsOf(fit.assign).length}
          roles={[...new Set(fit.assign.map(({ role }) => role))]}
          colleagues={data?.taskColleagues ?? []}
          saving={act.saving}
          errors={act.errors}
          onAssign={(personId) => {
            const name = data?.taskColleagues.find((one) => one.personId === personId)?.name ?? null;
            void act.assign(fit.assign, personId, name).then((done) => done && close());
          }}
          onClose={close}
        />
      )}
      {asking === 'snooze' && (
        <SnoozeDialog
          count={stepsOf(fit.snooze).length}
          saving={act.saving}
          errors={act.errors}
          onSnooze={(choice) => void act.snooze(fit.snooze, choice).then((done) => done && close())}
          onClose={close}
        />
      )}
    </>
  );
}

/** The groups by whom they were given to before. */
function byAssignee(groups: readonly TaskGroup[]): ReadonlyMap<string | null, TaskGroup[]> {
  const before = new Map<string | null, TaskGroup[]>();
  for (const group of groups) {
    const key = group.assignee?.personId ?? null;
    before.set(key, [...(before.get(key) ?? []), group]);
  }
  return before;
}

/** The acts with their undoing. */
function useTaskActions({ documents }: TaskMeans, onDone: () => void) {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  const toast = useToast();
  const complete = useSubmit(documents.complete, AGAIN);
  const reopen = useSubmit(documents.reopen, AGAIN);
  const assign = useSubmit(documents.assign, AGAIN);
  const snooze = useSubmit(documents.snooze, AGAIN);
  const wake = useSubmit(documents.wake, AGAIN);
  const all = [complete, reopen, assign, snooze, wake];
  const say = (message: string, undo?: () => Promise<unknown>) => {
    onDone();
    toast(message, {
      action: undo && (
        <Button color="inherit" size="small" onClick={() => void undo()}>
          {t('kit:action.undo')}
        </Button>
      ),
    });
    return true;
  };
  return {
    saving: all.some(({ saving }) => saving),
    errors: all.find(({ errors }) => errors)?.errors,
    async complete(groups: readonly TaskGroup[]) {
      const ids = stepsOf(groups).map(({ id }) => id);
      if (!(await complete.submit({ ids }))) return false;
      return say(t('list.bulk.completed', { count: ids.length }), () => reopen.submit({ ids }));
    },
    async assign(groups: readonly TaskGroup[], personId: string | null, name: string | null) {
      const tasks = stepsOf(groups);
      if (!(await assign.submit({ input: { tasks, personId } }))) return false;
      const before = byAssignee(groups);
      const undo = async () => {
        for (const [earlier, same] of before) {
          await assign.submit({ input: { tasks: stepsOf(same), personId: earlier } });
        }
      };
      const count = tasks.length;
      return say(name ? t('assign.done', { count, name }) : t('assign.back', { count }), undo);
    },
    async snooze(groups: readonly TaskGroup[], choice: { until: string; reason: string; beyondDeparture: boolean }) {
      const tasks = stepsOf(groups);
      if (!(await snooze.submit({ input: { tasks, ...choice } }))) return false;
      const date = format.date(choice.until, 'medium');
      return say(t('snooze.done', { count: tasks.length, date }), () => wake.submit({ tasks }));
    },
    async wake(groups: readonly TaskGroup[]) {
      const tasks = stepsOf(groups);
      if (!(await wake.submit({ tasks }))) return false;
      return say(t('snooze.woken', { count: tasks.length }));
    },
  };
}
