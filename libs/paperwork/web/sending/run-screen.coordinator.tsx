import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { type PaperRunQuery } from '@softmob/gql/sending-coordinator/graphql';
import { fileUrl, Page, QueryError, useErrorText, useSubmit } from '@softmob/portal-kit';
import { DataTable, Notice, ProgressBanner, SkeletonList, StateChip, type StateKey, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePlaceholderName } from '../shared/placeholder-names';
import { useKindName } from '../shared/use-kind-name';
import { RetryRunDocument, RunDocument } from './paperwork.operations.coordinator';

type Run = PaperRunQuery['documentRun'];
type Item = Run['items'][number];

const LOOK_EVERY = 1_500;

/** A run: how far it is, and in the end its files, and what failed and why. It can be left and come back to. */
export function RunScreen() {
  const { t, i18n } = useTranslation('paperwork');
  const { id = '' } = useParams();
  const kindName = useKindName();
  const format = useFormat();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(RunDocument, {
    variables: { id, locale: i18n.language },
    fetchPolicy: 'cache-and-network',
    pollInterval: LOOK_EVERY,
    skipPollAttempt: () => document.hidden,
  });
  const run = data?.documentRun;
  if (run?.status === 'done') stopPolling();
  if (error && !run) return <QueryError error={error} level={1} backTo="/papers" onRetry={() => void refetch()} />;
  if (!run) return <SkeletonList kind="page" />;
  const title = run.template?.name ?? kindName(run.kind);
  return (
    <Page
      title={title}
      description={`${t(`language.${run.language}`)}, ${format.date(run.requestedAt, 'dateTime')}`}
      crumbs={[{ label: t('nav.papers'), to: '/papers' }]}
    >
      <div style={{ display: 'grid', gap: 20 }}>
        <Progress
          run={run}
          onRetried={async () => {
            await refetch();
            startPolling(LOOK_EVERY);
          }}
        />
        <Items items={run.items} />
      </div>
    </Page>
  );
}

function Progress({ run, onRetried }: { run: Run; onRetried: () => Promise<void> }) {
  const { t } = useTranslation('paperwork');
  const text = useErrorText('paperwork');
  const { submit, saving, errors } = useSubmit(RetryRunDocument);
  const { id, status, total, issued, failed } = run;
  const running = status === 'running';
  const printable = run.items.some(({ document }) => document?.mime === 'application/pdf');
  const retry = async () => {
    if (await submit({ id })) await onRetried();
  };
  return (
    <ProgressBanner
      title={t(running ? 'run.running' : 'run.done', { count: issued })}
      done={issued + failed}
      total={total}
      state={running ? 'running' : failed > 0 ? 'failed' : 'done'}
      detail={running ? t('run.leave') : failed > 0 && t('run.failed', { count: failed })}
      action={
        <>
          {!running && issued > 0 && (
            <>
              {printable && (
                <Button variant="contained" href={fileUrl(`/document-runs/${id}/documents.pdf`)} download>
                  {t('run.merged')}
                </Button>
              )}
              <Button
                variant={printable ? 'text' : 'contained'}
                href={fileUrl(`/document-runs/${id}/documents.zip`)}
                download
              >
                {t('run.zip')}
              </Button>
            </>
          )}
          {!running && failed > 0 && (
            <Button loading={saving} onClick={() => void retry()}>
              {t('run.retry', { count: failed })}
            </Button>
          )}
        </>
      }
    >
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
    </ProgressBanner>
  );
}

const STATES: Readonly<Record<string, StateKey>> = { waiting: 'waiting', issued: 'done', failed: 'blocked' };
const ORDER = ['failed', 'waiting', 'issued'];

function Items({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation('paperwork');
  const nameOf = usePlaceholderName();
  const why = ({ code, missing }: Item) =>
    code === 'MISSING' ? t('run.why.MISSING', { facts: missing.map(nameOf).join(', ') }) : code && t(`run.why.${code}`);
  return (
    <DataTable
      caption={t('run.items')}
      rows={[...items].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))}
      rowKey={({ id }) => id}
      columns={[
        { key: 'subject', header: t('preflight.subject'), cell: ({ subject }) => subject, inCard: 'title' },
        {
          key: 'state',
          header: t('preflight.state'),
          cell: (item) => (
            <>
              <StateChip state={STATES[item.state] ?? 'draft'} size="small" label={t(`run.state.${item.state}`)} />{' '}
              {why(item)}{' '}
              {item.state === 'failed' && item.mobilityId && (
                <Link href={`/mobilities/${item.mobilityId}`}>{t('run.mend')}</Link>
              )}
            </>
          ),
        },
        {
          key: 'document',
          header: t('issued.number'),
          cell: ({ document }) =>
            document && (
              <Link href={fileUrl(`/issued-documents/${document.id}`)} target="_blank" className="num">
                {document.number}
              </Link>
            ),
        },
      ]}
    />
  );
}
