import Button from '@mui/material/Button';
import { ViewTabs } from '@softmob/documents-web/shared';
import { Page, QueryError, useToday, useToast, useUrlState } from '@softmob/portal-kit';
import { DataTable, EmptyState, FilterBar, FilterMenu, SkeletonList, SplitView } from '@softmob/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayDialog } from './day-dialog';
import { useStayColumns } from './stay-columns';
import { inView, mayArrive, mayReturn, nameOf, type StayRow, VIEWS } from './stay-rows';

export interface StayBoardProps {
  title: string;
  description: string;
  rows: readonly StayRow[] | undefined;
  error: unknown;
  onRetry: () => void;
  /** Resolves to false where it was refused. */
  onArrive: (ids: string[], day: string) => Promise<boolean>;
  onReturn: (ids: string[], day: string) => Promise<boolean>;
  failure: unknown;
  panel: (row: StayRow, onClose: () => void) => ReactNode;
}

const matches = (row: StayRow, words: string) =>
  `${nameOf(row)} ${row.company?.name ?? ''}`.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase());

/** Which of the chosen may take the step, and which step is being dated. */
function useBulk({ rows, onArrive, onReturn }: Pick<StayBoardProps, 'rows' | 'onArrive' | 'onReturn'>) {
  const { t } = useTranslation('monitoring');
  const today = useToday();
  const toast = useToast();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<'arrival' | 'return' | null>(null);
  const chosen = (rows ?? []).filter(({ id }) => selected.has(id));
  const arriving = chosen.filter((row) => mayArrive(row, today)).map(({ id }) => id);
  const returning = chosen.filter((row) => mayReturn(row, today)).map(({ id }) => id);
  const ids = asking === 'arrival' ? arriving : returning;
  const confirm = async (day: string) => {
    const done = asking === 'arrival' ? await onArrive(ids, day) : await onReturn(ids, day);
    setAsking(null);
    if (!done) return;
    toast(t(`bulk.${asking ?? 'arrival'}Done`, { count: ids.length }));
    setSelected(new Set());
  };
  return { selected, setSelected, asking, setAsking, arriving, returning, count: ids.length, confirm };
}

/** Who is where, what is missing, and arrivals and returns of many at once. */
export function StayBoard(props: StayBoardProps) {
  const { title, description, rows, error, onRetry, failure, panel } = props;
  const { t } = useTranslation('monitoring');
  const today = useToday();
  const [url, setUrl] = useUrlState({ view: 'now', q: '', flow: [] as string[], open: '' });
  const bulk = useBulk(props);
  const columns = useStayColumns();
  const flows = [...new Map((rows ?? []).map(({ flow }) => [flow.id, flow])).values()];
  const counted = (view: string) => (rows ?? []).filter((row) => inView(view, row, today)).length;
  const shown = (rows ?? []).filter(
    (row) =>
      inView(url.view, row, today) &&
      (url.flow.length === 0 || url.flow.includes(row.flow.id)) &&
      (!url.q.trim() || matches(row, url.q)),
  );
  const open = (rows ?? []).find(({ id }) => id === url.open);
  return (
    <Page title={title} description={description}>
      {error !== undefined && error !== null && <QueryError error={error} onRetry={onRetry} />}
      {failure !== null && failure !== undefined && <QueryError error={failure} ns="monitoring" />}
      {!rows && !error && <SkeletonList rows={10} />}
      {rows && (
        <SplitView panel={open && panel(open, () => setUrl({ open: '' }))}>
          <ViewTabs
            label={t('board.view')}
            value={url.view}
            onChange={(view) => setUrl({ view })}
            views={VIEWS.map((value) => ({ value, label: t(`board.views.${value}`), count: counted(value) }))}
          />
          <FilterBar
            search={{ value: url.q, onChange: (q) => setUrl({ q }), label: t('board.search') }}
            active={url.q !== '' || url.flow.length > 0}
            onReset={() => setUrl({ q: '', flow: [] })}
            result={t('board.result', { count: shown.length })}
          >
            <FilterMenu
              label={t('board.flow')}
              options={flows.map(({ id, code, town }) => ({
                value: id,
                label: `${code} · ${town}`,
                count: rows.filter(({ flow }) => flow.id === id).length,
              }))}
              selected={url.flow}
              onChange={(flow) => setUrl({ flow })}
            />
          </FilterBar>
          <DataTable
            caption={title}
            columns={columns}
            rows={shown}
            rowKey={({ id }) => id}
            onOpen={({ id }) => setUrl({ open: id }, { push: true })}
            openKey={url.open}
            maxHeight="calc(100dvh - 300px)"
            selection={{
              selected: bulk.selected,
              onChange: bulk.setSelected,
              rowLabel: nameOf,
              actions: () => (
                <>
                  <Button disabled={bulk.arriving.length === 0} onClick={() => bulk.setAsking('arrival')}>
                    {t('bulk.arrival', { count: bulk.arriving.length })}
                  </Button>
                  <Button disabled={bulk.returning.length === 0} onClick={() => bulk.setAsking('return')}>
                    {t('bulk.return', { count: bulk.returning.length })}
                  </Button>
                </>
              ),
            }}
            empty={<EmptyState title={t(`board.empty.${url.view}`)}>{t('board.emptyHint')}</EmptyState>}
          />
        </SplitView>
      )}
      {bulk.asking && (
        <DayDialog
          title={t(`bulk.${bulk.asking}Title`, { count: bulk.count })}
          label={t(`${bulk.asking}.day`)}
          confirmLabel={t(`bulk.${bulk.asking}`, { count: bulk.count })}
          onConfirm={bulk.confirm}
          onClose={() => bulk.setAsking(null)}
        />
      )}
    </Page>
  );
}
