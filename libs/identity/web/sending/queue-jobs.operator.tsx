import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { QueryError, useLoadMore, useSubmit, useToast, useUrlState } from '@softmob/portal-kit';
import {
  type Column,
  DataTable,
  DateText,
  EmptyState,
  FilterBar,
  FilterMenu,
  SkeletonList,
  SplitView,
  StateChip,
} from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  GiveUpJobsDocument,
  type QueueHealth,
  RetryJobsDocument,
  type StuckJob,
  StuckJobsDocument,
} from './queue-documents.operator';
import { JobPanel } from './queue-job-panel.operator';
import { ReasonDialog } from './reason-dialog';
import { useKind } from './use-kind';

const NONE: ReadonlySet<string> = new Set();

function useColumns(): Column<StuckJob>[] {
  const { t } = useTranslation('identity');
  const kindOf = useKind();
  return [
    { key: 'kind', header: t('queue.job'), cell: (job) => kindOf(job.kind), inCard: 'title' },
    {
      key: 'state',
      header: t('queue.state'),
      cell: ({ state }) => (
        <StateChip state={state === 'dead' ? 'blocked' : 'atRisk'} label={t(`queue.states.${state}`)} size="small" />
      ),
    },
    { key: 'error', header: t('queue.error'), cell: ({ error }) => error ?? t('queue.noError') },
    {
      key: 'attempts',
      header: t('queue.attempts'),
      numeric: true,
      cell: ({ attempts, maxAttempts }) => t('queue.attemptsOf', { attempts, max: maxAttempts }),
    },
    { key: 'since', header: t('queue.since'), cell: ({ queuedAt }) => <DateText value={queuedAt} style="dateTime" /> },
    {
      key: 'next',
      header: t('queue.next'),
      cell: ({ nextTryAt }) => (nextTryAt ? <DateText value={nextTryAt} style="dateTime" /> : t('queue.never')),
    },
  ];
}

interface QueueJobsProps {
  health: QueueHealth;
  onChanged: () => void;
}

/** Jobs that fail, with what the operator can do about them. */
export function QueueJobs({ health, onChanged }: QueueJobsProps) {
  const { t } = useTranslation('identity');
  const kindOf = useKind();
  const toast = useToast();
  const columns = useColumns();
  const [url, setUrl] = useUrlState({ kind: '', open: '' });
  const [selected, setSelected] = useState(NONE);
  const [givingUp, setGivingUp] = useState<readonly string[] | null>(null);
  const query = useQuery(StuckJobsDocument, { variables: { state: null, kind: url.kind || null, after: null } });
  const more = useLoadMore(query, query.data?.stuckJobs.pageInfo);
  const retry = useSubmit(RetryJobsDocument);
  const giveUp = useSubmit(GiveUpJobsDocument);
  const done = (message: string) => {
    toast(message);
    setSelected(NONE);
    setGivingUp(null);
    setUrl({ open: '' });
    void query.refetch();
    onChanged();
  };
  const tryAgain = async (input: { ids?: string[]; kind?: string }) => {
    const result = await retry.submit({ input });
    if (result) done(t('queue.retried', { count: result.retryJobs.changed }));
  };
  const failed = query.error ?? retry.error;
  if (failed) return <QueryError error={failed} onRetry={() => void query.refetch()} ns="identity" />;
  if (!query.data) return <SkeletonList />;
  const rows = query.data.stuckJobs.edges.map((edge) => edge.node);
  const open = rows.find(({ id }) => id === url.open);
  return (
    <>
      {health.kinds.length > 0 && (
        <FilterBar active={url.kind !== ''} onReset={() => setUrl({ kind: '' })}>
          <FilterMenu
            label={t('queue.job')}
            options={health.kinds.map(({ kind, failing, dead }) => ({
              value: kind,
              label: kindOf(kind),
              count: failing + dead,
            }))}
            selected={url.kind ? [url.kind] : []}
            onChange={(kinds) => setUrl({ kind: kinds.at(-1) ?? '' })}
          />
          {url.kind !== '' && (
            <Button loading={retry.saving} onClick={() => void tryAgain({ kind: url.kind })}>
              {t('queue.retryKind')}
            </Button>
          )}
        </FilterBar>
      )}
      <SplitView
        panel={
          open && (
            <JobPanel
              job={open}
              saving={retry.saving}
              onClose={() => setUrl({ open: '' })}
              onRetry={() => void tryAgain({ ids: [open.id] })}
              onGiveUp={() => setGivingUp([open.id])}
            />
          )
        }
      >
        <DataTable
          caption={t('queue.jobsCaption')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          openKey={url.open || null}
          onOpen={({ id }) => setUrl({ open: id }, { push: true })}
          selection={{
            selected,
            onChange: setSelected,
            rowLabel: ({ kind, id }) => `${kindOf(kind)} ${id}`,
            actions: (keys) => (
              <>
                <Button loading={retry.saving} onClick={() => void tryAgain({ ids: [...keys] })}>
                  {t('queue.retry')}
                </Button>
                <Button color="error" onClick={() => setGivingUp([...keys])}>
                  {t('queue.giveUp')}
                </Button>
              </>
            ),
          }}
          empty={<EmptyState title={t('queue.noJobs')}>{t('queue.noJobsHint')}</EmptyState>}
        />
        {more.hasMore && (
          <Button onClick={() => void more.loadMore()} loading={more.loadingMore} sx={{ mt: 3 }}>
            {t('queue.more')}
          </Button>
        )}
      </SplitView>
      {givingUp && (
        <ReasonDialog
          title={t('queue.giveUpTitle', { count: givingUp.length })}
          text={t('queue.giveUpText')}
          confirmLabel={t('queue.giveUp')}
          saving={giveUp.saving}
          errors={giveUp.errors}
          onClose={() => setGivingUp(null)}
          onConfirm={async (reason) => {
            const result = await giveUp.submit({ input: { ids: [...givingUp], reason } });
            if (result) done(t('queue.givenUp', { count: result.giveUpJobs.changed }));
          }}
        />
      )}
    </>
  );
}
