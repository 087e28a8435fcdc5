import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { policy } from '@softmob/access';
import { Page, QueryError, useCan, useLoadMore, useUrlState } from '@softmob/portal-kit';
import { type Column, DataTable, EmptyState, SkeletonList, SplitView } from '@softmob/ui';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardCard } from './board-card';
import { useBoardColumns } from './board-columns';
import { BoardDocument, type BoardNode, type PanelTask } from './board-documents';
import { BoardFilterBar } from './board-filter-bar';
import { nameOf, NO_FILTERS, shownRows } from './board-rows';
import { ExportButton } from './export-button';
import { MobilityPanel, type PanelTab } from './mobility-panel';
import { ProjectChoice } from './project-choice';
import { useProject } from './use-project';

export interface BoardProps {
  /** Columns that only this audience may fill, after those of the placement. */
  extraColumns?: readonly Column<BoardNode>[];
  /** Buttons for the people selected. What they open is shown by `show`, so that it outlives the selection. */
  actions?: (rows: readonly BoardNode[], show: (dialog: ReactNode) => void, clear: () => void) => ReactNode;
  /** The button beside a step in the side panel. */
  stepAction?: (task: PanelTask) => ReactNode;
  /** Further tabs of the side panel. */
  panelTabs?: readonly PanelTab[];
}

/** Every learner of a project: filters in the address, selection, and one mobility beside the list. */
export function Board(props: BoardProps) {
  const { t } = useTranslation('cockpit');
  const [{ project: chosen, open }, setUrl] = useUrlState({ project: '', open: '' });
  const { project, projects, error, refetch } = useProject(chosen);
  return (
    <Page
      title={t('board.title')}
      description={project?.title}
      actions={
        <>
          <ProjectChoice projects={projects} value={project?.id ?? ''} onChange={(id) => setUrl({ project: id })} />
          {project && <ExportButton projectId={project.id} />}
        </>
      }
    >
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : projects?.length === 0 ? (
        <NobodyYet />
      ) : project ? (
        <People
          {...props}
          key={project.id}
          projectId={project.id}
          open={open}
          setOpen={(id) => setUrl({ open: id }, { push: !open })}
        />
      ) : (
        <SkeletonList rows={12} />
      )}
    </Page>
  );
}

interface PeopleProps extends BoardProps {
  projectId: string;
  open: string;
  setOpen: (id: string) => void;
}

/** All pages of the cohort: filters and order then answer at once. */
function useCohort(projectId: string) {
  const { i18n } = useTranslation();
  const query = useQuery(BoardDocument, { variables: { projectId, locale: i18n.language } });
  const { hasMore, loadMore, loadingMore } = useLoadMore(query, query.data?.mobilities.pageInfo);
  useEffect(() => {
    if (hasMore && !loadingMore) void loadMore();
  }, [hasMore, loadMore, loadingMore]);
  const rows = useMemo(() => query.data?.mobilities.edges.map(({ node }) => node) ?? null, [query.data]);
  return { rows, error: query.error, refetch: query.refetch };
}

function People({ projectId, open, setOpen, extraColumns, actions, stepAction, panelTabs }: PeopleProps) {
  const { t } = useTranslation('cockpit');
  const [filters, setFilters] = useUrlState(NO_FILTERS);
  const [dialog, show] = useState<ReactNode>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { rows, error, refetch } = useCohort(projectId);
  const wanted = useDeferredValue(filters);
  const shown = useMemo(() => shownRows(rows ?? [], wanted), [rows, wanted]);
  const columns = useBoardColumns(extraColumns);
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!rows) return <SkeletonList rows={12} />;
  if (rows.length === 0) return <NobodyYet />;
  const reset = () => setFilters({ ...NO_FILTERS, sort: filters.sort, desc: filters.desc });
  const clear = () => setSelected(new Set());
  return (
    <div
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open && !event.defaultPrevented) setOpen('');
      }}
    >
      <BoardFilterBar
        projectId={projectId}
        rows={rows}
        shown={shown.length}
        filters={filters}
        onChange={setFilters}
        onReset={reset}
      />
      <SplitView
        panel={open && <MobilityPanel id={open} onClose={() => setOpen('')} stepAction={stepAction} tabs={panelTabs} />}
      >
        <DataTable
          caption={t('board.title')}
          columns={columns}
          rows={shown}
          rowKey={(row) => row.id}
          sort={{ key: filters.sort, direction: filters.desc ? 'desc' : 'asc' }}
          onSort={({ key, direction }) => setFilters({ sort: key, desc: direction === 'desc' })}
          onOpen={(row) => setOpen(row.id)}
          openKey={open}
          cards={(row) => <BoardCard row={row} extra={extraColumns} />}
          empty={
            <EmptyState title={t('board.nobodyFits')} action={<Button onClick={reset}>{t('board.showAll')}</Button>} />
          }
          selection={
            actions && {
              selected,
              onChange: setSelected,
              rowLabel: nameOf,
              actions: (keys) =>
                actions(
                  rows.filter(({ id }) => keys.includes(id)),
                  show,
                  clear,
                ),
            }
          }
        />
      </SplitView>
      {dialog}
    </div>
  );
}

function NobodyYet() {
  const { t } = useTranslation('cockpit');
  const may = useCan(policy.participants.importThem);
  return (
    <EmptyState
      title={t('board.nobody')}
      action={
        may && (
          <Button variant="contained" href="/participants/import">
            {t('board.import')}
          </Button>
        )
      }
    >
      {t(may ? 'board.nobodyText' : 'radar.noProject.wait')}
    </EmptyState>
  );
}
