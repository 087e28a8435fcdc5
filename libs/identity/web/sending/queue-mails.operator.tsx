import { useQuery } from '@apollo/client/react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { QueryError, useLoadMore, useSubmit, useToast } from '@softmob/portal-kit';
import { type Column, DataTable, DateText, EmptyState, Notice, SkeletonList, StateChip } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  SendMailsAgainDocument,
  SettleMailsDocument,
  type StuckMail,
  StuckMailsDocument,
} from './queue-documents.operator';
import { ReasonDialog } from './reason-dialog';

const NONE: ReadonlySet<string> = new Set();

/** The columns of stuck e-mails, of those that were settled too. */
export function useMailColumns(): Column<StuckMail>[] {
  const { t } = useTranslation('identity');
  return [
    { key: 'template', header: t('queue.template'), cell: ({ template }) => template, inCard: 'title' },
    {
      key: 'state',
      header: t('queue.state'),
      cell: ({ state }) => (
        <StateChip
          state={state === 'arrived' ? 'done' : state === 'given-up' ? 'draft' : 'blocked'}
          label={t(`queue.mailStates.${state}`)}
          size="small"
        />
      ),
    },
    { key: 'to', header: t('queue.to'), cell: ({ address }) => address },
    { key: 'school', header: t('queue.school'), cell: ({ organisation }) => organisation ?? '–' },
    { key: 'answer', header: t('queue.answer'), cell: ({ answer }) => answer ?? '–' },
    { key: 'id', header: t('queue.messageId'), cell: ({ messageId }) => messageId ?? '–', inCard: 'hidden' },
    { key: 'since', header: t('queue.since'), cell: ({ stuckAt }) => <DateText value={stuckAt} style="dateTime" /> },
  ];
}

type Settling = { readonly ids: readonly string[]; readonly as: 'arrived' | 'given-up' };

/** E-mails that did not go out as they should: refused for good, or nobody knows. */
export function QueueMails({ unclear, onChanged }: { unclear: number; onChanged: () => void }) {
  const { t } = useTranslation('identity');
  const toast = useToast();
  const columns = useMailColumns();
  const [selected, setSelected] = useState(NONE);
  const [settling, setSettling] = useState<Settling | null>(null);
  const query = useQuery(StuckMailsDocument, { variables: { state: null, after: null } });
  const more = useLoadMore(query, query.data?.stuckMails.pageInfo);
  const again = useSubmit(SendMailsAgainDocument);
  const settle = useSubmit(SettleMailsDocument);
  const done = (message: string) => {
    toast(message);
    setSelected(NONE);
    setSettling(null);
    void query.refetch();
    onChanged();
  };
  const sendAgain = async (ids: readonly string[]) => {
    const result = await again.submit({ input: { ids: [...ids] } });
    if (result) done(t('queue.sentAgain', { count: result.sendMailsAgain.changed }));
  };
  const failed = query.error ?? again.error;
  if (failed) return <QueryError error={failed} onRetry={() => void query.refetch()} ns="identity" />;
  if (!query.data) return <SkeletonList />;
  return (
    <>
      {unclear > 0 && (
        <Box sx={{ mb: 4 }}>
          <Notice tone="waiting" title={t('queue.unclearTitle')}>
            {t('queue.unclearText')}
          </Notice>
        </Box>
      )}
      <DataTable
        caption={t('queue.mailsCaption')}
        columns={columns}
        rows={query.data.stuckMails.edges.map((edge) => edge.node)}
        rowKey={({ id }) => id}
        selection={{
          selected,
          onChange: setSelected,
          rowLabel: ({ template, address }) => `${template} ${address}`,
          actions: (keys) => (
            <>
              <Button loading={again.saving} onClick={() => void sendAgain([...keys])}>
                {t('queue.sendAgain')}
              </Button>
              <Button onClick={() => setSettling({ ids: [...keys], as: 'arrived' })}>{t('queue.arrived')}</Button>
              <Button color="error" onClick={() => setSettling({ ids: [...keys], as: 'given-up' })}>
                {t('queue.giveUp')}
              </Button>
            </>
          ),
        }}
        empty={<EmptyState title={t('queue.noMails')}>{t('queue.noMailsHint')}</EmptyState>}
      />
      {more.hasMore && (
        <Button onClick={() => void more.loadMore()} loading={more.loadingMore} sx={{ mt: 3 }}>
          {t('queue.more')}
        </Button>
      )}
      {settling && (
        <ReasonDialog
          title={t(`queue.settleTitle.${settling.as}`, { count: settling.ids.length })}
          text={t(`queue.settleText.${settling.as}`)}
          confirmLabel={t(settling.as === 'arrived' ? 'queue.arrived' : 'queue.giveUp')}
          saving={settle.saving}
          errors={settle.errors}
          onClose={() => setSettling(null)}
          onConfirm={async (reason) => {
            const result = await settle.submit({ input: { ids: [...settling.ids], as: settling.as, reason } });
            if (result) done(t('queue.settled', { count: result.settleMails.changed }));
          }}
        />
      )}
    </>
  );
}
