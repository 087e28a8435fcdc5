import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Page, QueryError, useSession, useSubmit, useToast } from '@softmob/portal-kit';
import { EmptyState, SkeletonList, type StateKey, TaskCard } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { CompanyHomeDocument, CompleteOwnTaskDocument, nameOf } from './home.operations';
import { type Todo, todosOf } from './todo';

const stateOf = (todo: Todo, today: string): StateKey => {
  if (todo.done) return 'done';
  return todo.by !== undefined && todo.by < today ? 'atRisk' : 'waiting';
};

function TodoCard({ todo }: { todo: Todo }) {
  const { t } = useTranslation('learning');
  const { today } = useSession();
  const toast = useToast();
  const { submit, saving } = useSubmit(CompleteOwnTaskDocument, { refetchQueries: [CompanyHomeDocument] });
  const { task, mobility, kind, done, by, to } = todo;
  const learner = mobility ? nameOf(mobility.participant) : '';
  const title = task?.title ?? t(`todo.${kind}${done ? 'Done' : ''}`, { learner });
  return (
    <TaskCard
      title={title}
      detail={kind === 'company' ? t('todo.companyHint') : learner}
      state={stateOf(todo, today)}
      today={today}
      {...(done ? {} : { by })}
      {...(to ? { to } : {})}
      action={
        task &&
        !to && (
          <Button
            variant="outlined"
            loading={saving}
            onClick={async () => {
              if (await submit({ id: task.id, version: task.version })) toast(t('todo.taskDone'));
            }}
          >
            {t('todo.done')}
          </Button>
        )
      }
    />
  );
}

/** The tutor's to-do list: what is due first on top, each in under two minutes. */
export function TodoScreen() {
  const { t, i18n } = useTranslation('learning');
  const { viewer, today, membership } = useSession();
  const { data, error, refetch } = useQuery(CompanyHomeDocument, {
    variables: { locale: i18n.language },
    fetchPolicy: 'cache-and-network',
  });
  const todos = data ? todosOf(data.mobilities.nodes, data.myTasks.nodes, today) : [];
  const open = todos.filter(({ done }) => !done);
  const done = todos.filter((todo) => todo.done);
  return (
    <Page
      title={t('todo.title', { name: viewer.displayName.split(' ')[0] })}
      description={membership?.organisationName ?? undefined}
      width="form"
    >
      {error && !data ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonList kind="cards" rows={4} />
      ) : (
        <Stack spacing={6}>
          {open.length === 0 && (
            <EmptyState
              title={t('todo.nothing')}
              action={
                <Button variant="outlined" href="/learners">
                  {t('todo.toLearners')}
                </Button>
              }
            >
              {t('todo.nothingText')}
            </EmptyState>
          )}
          {open.length > 0 && (
            <Stack component="section" spacing={3} aria-label={t('todo.open', { count: open.length })}>
              <Typography color="textSecondary">{t('todo.open', { count: open.length })}</Typography>
              {open.map((todo) => (
                <TodoCard key={todo.key} todo={todo} />
              ))}
            </Stack>
          )}
          {done.length > 0 && (
            <Stack component="section" spacing={3} aria-label={t('todo.finished')}>
              <Typography variant="h3" component="h2">
                {t('todo.finished')}
              </Typography>
              {done.map((todo) => (
                <TodoCard key={todo.key} todo={todo} />
              ))}
            </Stack>
          )}
        </Stack>
      )}
    </Page>
  );
}
