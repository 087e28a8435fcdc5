import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { graphql } from '@softmob/gql/host';
import { type HostTasksQuery } from '@softmob/gql/host/graphql';
import { QueryError, useErrorText, useSubmit, useToast, useToday } from '@softmob/portal-kit';
import { AppLink, Notice, Section, SkeletonList, StateChip, type StateKey, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { DeskRows } from './desk-rows';
import { taskPlace } from './task-place';

const HostTasksDocument = graphql(`
  query HostTasks($locale: String) {
    taskGroups(mine: true, openOnly: true) {
      id
      stepKey
      title(locale: $locale)
      closesOn
      wholeFlow
      dueOn
      state
      open
      waiting
      taskIds
      flow {
        id
        code
        town
      }
    }
  }
`);

const TickDocument = graphql(`
  mutation HostTicksTasks($ids: [ID!]!) {
    completeTasks(ids: $ids) {
      id
      state
      version
    }
  }
`);

const UntickDocument = graphql(`
  mutation HostUnticksTask($id: ID!) {
    reopenTask(id: $id) {
      id
      state
      version
    }
  }
`);

type Group = HostTasksQuery['taskGroups'][number];

const SHOWN = 6;
const STATES: Readonly<Record<string, StateKey>> = { late: 'blocked', today: 'atRisk', soon: 'atRisk' };
const again = { refetchQueries: [HostTasksDocument], awaitRefetchQueries: true };

/** The host's open steps that nobody else holds up, the most urgent first; what does not close by itself is ticked here. */
export function OwnTasks() {
  const { t, i18n } = useTranslation('placements');
  const text = useErrorText('placements');
  const toast = useToast();
  const { data, error, refetch } = useQuery(HostTasksDocument, {
    variables: { locale: i18n.language },
    fetchPolicy: 'cache-and-network',
  });
  const tick = useSubmit(TickDocument, again);
  const untick = useSubmit(UntickDocument, again);
  const mine = (data?.taskGroups ?? []).filter(({ open, waiting }) => open > waiting);
  const failed = tick.errors ?? untick.errors;
  const undo = async (ids: readonly string[]) => {
    for (const id of ids) await untick.submit({ id });
  };
  const finish = async (group: Group) => {
    if (!(await tick.submit({ ids: [...group.taskIds] }))) return;
    toast(t('tasks.ticked', { title: group.title, flow: group.flow.code }), {
      action: (
        <Button color="inherit" size="small" onClick={() => void undo(group.taskIds)}>
          {t('kit:action.undo')}
        </Button>
      ),
    });
  };
  return (
    <Section
      title={t('tasks.title')}
      flush
      actions={mine.length > 0 && <Button href="/tasks">{t('tasks.all')}</Button>}
    >
      {error ? <QueryError error={error} onRetry={() => void refetch()} ns="placements" level={2} /> : null}
      {!error && !data && <SkeletonList rows={3} />}
      {failed && <Notice tone="blocked">{text.of(failed)}</Notice>}
      {data && mine.length === 0 && <p style={{ padding: '14px 16px', margin: 0 }}>{t('tasks.none')}</p>}
      {mine.length > 0 && (
        <DeskRows>
          {mine.slice(0, SHOWN).map((group) => (
            <TaskRow key={group.id} group={group} saving={tick.saving} onFinish={() => void finish(group)} />
          ))}
        </DeskRows>
      )}
    </Section>
  );
}

function TaskRow({ group, saving, onFinish }: { group: Group; saving: boolean; onFinish: () => void }) {
  const { t } = useTranslation('placements');
  const format = useFormat();
  const today = useToday();
  const { title, flow, dueOn, state, open, waiting, wholeFlow, closesOn } = group;
  const place = taskPlace(group);
  const whom = wholeFlow ? t('tasks.wholeFlow') : t('tasks.learners', { count: open - waiting });
  const content = (
    <>
      <div>
        <strong>{title}</strong>
        <div>
          <small className="num">
            {flow.code} · {flow.town} · {whom}
          </small>
        </div>
      </div>
      <div className="side">
        <StateChip
          plain
          state={STATES[state] ?? 'waiting'}
          label={`${format.date(dueOn, 'short')} · ${format.relativeDays(dueOn, today)}`}
          title={format.date(dueOn, 'long')}
        />
        {!closesOn && (
          <Button
            size="small"
            variant="outlined"
            disabled={saving}
            aria-label={t('tasks.tickOf', { title, flow: flow.code })}
            onClick={onFinish}
          >
            {t('tasks.tick')}
          </Button>
        )}
      </div>
    </>
  );
  return <li>{place ? <AppLink href={place}>{content}</AppLink> : <div className="row">{content}</div>}</li>;
}
