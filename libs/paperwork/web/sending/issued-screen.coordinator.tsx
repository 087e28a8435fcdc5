import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { type IssuedPapersQuery } from '@softmob/gql/sending-coordinator/graphql';
import { KIND_KEYS } from '@softmob/paperwork-model';
import { fileUrl, Page, QueryError, useLoadMore, useUrlState } from '@softmob/portal-kit';
import { DataTable, EmptyState, FilterBar, FilterMenu, SkeletonList, StateChip, useFormat } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STATUS } from '../shared/status';
import { useKindName } from '../shared/use-kind-name';
import { IssuedDocument } from './paperwork.operations.coordinator';
import { WithdrawDialog } from './withdraw-dialog.coordinator';

export type IssuedRow = IssuedPapersQuery['issuedDocuments']['nodes'][number];

/** Everything that the school issued, by flow, kind and state. */
export function IssuedScreen() {
  const { t } = useTranslation('paperwork');
  const kindName = useKindName();
  const [{ flow, kind, status, mobility }, setUrl] = useUrlState({ flow: '', kind: '', status: '', mobility: '' });
  const [withdrawing, setWithdrawing] = useState<IssuedRow | null>(null);
  const filter = {
    flowId: flow || null,
    kind: kind || null,
    status: status || null,
    mobilityId: mobility || null,
  };
  const query = useQuery(IssuedDocument, { variables: { filter }, fetchPolicy: 'cache-and-network' });
  const { hasMore, loadMore, loadingMore } = useLoadMore(query, query.data?.issuedDocuments.pageInfo);
  const { data, error, refetch } = query;
  if (error && !data) return <QueryError error={error} level={1} onRetry={() => void refetch()} />;
  const one = (values: readonly string[]) => values.at(-1) ?? '';
  return (
    <Page title={t('issued.title')} description={t('issued.text')} crumbs={[{ label: t('nav.papers'), to: '/papers' }]}>
      <FilterBar
        active={[flow, kind, status, mobility].some(Boolean)}
        onReset={() => setUrl({ flow: '', kind: '', status: '', mobility: '' })}
      >
        <FilterMenu
          label={t('issue.flow')}
          options={(data?.flows ?? []).map(({ id, code, town }) => ({ value: id, label: `${code} · ${town}` }))}
          selected={flow ? [flow] : []}
          onChange={(values) => setUrl({ flow: one(values) })}
        />
        <FilterMenu
          label={t('library.kind')}
          options={KIND_KEYS.map((value) => ({ value, label: kindName(value) }))}
          selected={kind ? [kind] : []}
          onChange={(values) => setUrl({ kind: one(values) })}
        />
        <FilterMenu
          label={t('issued.status')}
          options={Object.keys(STATUS).map((value) => ({ value, label: t(`status.${value}`) }))}
          selected={status ? [status] : []}
          onChange={(values) => setUrl({ status: one(values) })}
        />
      </FilterBar>
      {!data ? (
        <SkeletonList />
      ) : (
        <Rows
          rows={data.issuedDocuments.nodes}
          onWithdraw={setWithdrawing}
          filtered={[flow, kind, status, mobility].some(Boolean)}
        />
      )}
      {hasMore && (
        <Button loading={loadingMore} onClick={() => void loadMore()} sx={{ mt: 3 }}>
          {t('issued.more')}
        </Button>
      )}
      {withdrawing && <WithdrawDialog document={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Page>
  );
}

interface RowsProps {
  rows: readonly IssuedRow[];
  filtered: boolean;
  onWithdraw: (row: IssuedRow) => void;
}

function Rows({ rows, filtered, onWithdraw }: RowsProps) {
  const { t } = useTranslation('paperwork');
  const format = useFormat();
  const kindName = useKindName();
  return (
    <DataTable
      caption={t('issued.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          header: t('issued.number'),
          inCard: 'title',
          cell: ({ id, number }) => (
            <Link href={fileUrl(`/issued-documents/${id}`)} target="_blank" className="num">
              {number}
            </Link>
          ),
        },
        { key: 'kind', header: t('library.kind'), cell: ({ kind }) => kindName(kind) },
        { key: 'subject', header: t('preflight.subject'), cell: ({ subject }) => subject },
        { key: 'on', header: t('issued.on'), cell: ({ issuedOn }) => format.date(issuedOn, 'medium') },
        { key: 'status', header: t('issued.status'), cell: (row) => <Status row={row} /> },
        {
          key: 'acts',
          header: t('issued.acts'),
          cell: (row) => (
            <>
              <Button size="small" href={new URL(row.proof).pathname} target="_blank">
                {t('issued.proof')}
              </Button>
              {row.status === 'valid' && (
                <Button size="small" color="error" onClick={() => onWithdraw(row)}>
                  {t('withdraw.open')}
                </Button>
              )}
            </>
          ),
        },
      ]}
      empty={
        filtered ? (
          <EmptyState title={t('issued.noneFits')} />
        ) : (
          <EmptyState
            title={t('issued.none')}
            action={
              <Button variant="contained" href="/papers/issue">
                {t('issue.title')}
              </Button>
            }
          >
            {t('issued.noneText')}
          </EmptyState>
        )
      }
    />
  );
}

function Status({ row: { status, replacedBy, reason } }: { row: IssuedRow }) {
  const { t } = useTranslation('paperwork');
  return (
    <>
      <StateChip state={STATUS[status] ?? 'draft'} size="small" label={t(`status.${status}`)} />{' '}
      {replacedBy && t('issued.replacedBy', { number: replacedBy })}
      {reason}
    </>
  );
}
