import { useQuery } from '@apollo/client/react';
import BarChartOutlined from '@mui/icons-material/BarChartOutlined';
import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import TableRowsOutlined from '@mui/icons-material/TableRowsOutlined';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { fileUrl, Page, QueryError, useFormat, useSession, useUrlState } from '@softmob/portal-kit';
import { EmptyState, SkeletonList } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { type DashboardData, DashboardDocument } from './dashboard-documents';
import { DashboardTables } from './dashboard-tables';
import { DashboardTiles } from './dashboard-tiles';
import { LateTable } from './late-table';
import { ProjectChoice } from './project-choice';
import { useProject } from './use-project';

const DashboardCharts = lazy(() => import('./dashboard-charts').then((m) => ({ default: m.DashboardCharts })));
const Outcomes = lazy(() => import('./outcomes.teaching').then((m) => ({ default: m.Outcomes })));

/** The figures of a project: pictures or the same as tables, and as a file. */
export function DashboardScreen() {
  const { t, i18n } = useTranslation('cockpit');
  const format = useFormat();
  const [{ project: chosen, view }, setUrl] = useUrlState({ project: '', view: 'charts' });
  const { project, projects, error: noProjects, refetch: again } = useProject(chosen);
  const { data, error, refetch } = useQuery(DashboardDocument, {
    variables: { projectId: project?.id ?? '', locale: i18n.language },
    skip: !project,
  });
  const failed = noProjects ?? error;
  const dashboard = data?.dashboard;
  return (
    <Page
      title={t('dashboard.title')}
      description={[project?.title, dashboard && t('dashboard.asOf', { date: format.date(dashboard.asOf, 'long') })]
        .filter(Boolean)
        .join(' · ')}
      actions={
        project && (
          <>
            <ProjectChoice projects={projects} value={project.id} onChange={(id) => setUrl({ project: id })} />
            <ViewChoice value={view} onChange={(value) => setUrl({ view: value })} />
            <Button
              variant="outlined"
              startIcon={<DownloadOutlined />}
              href={fileUrl(`/exports/dashboard.csv?projectId=${project.id}`)}
              download
            >
              CSV
            </Button>
          </>
        )
      }
    >
      {failed ? (
        <QueryError error={failed} onRetry={() => void (noProjects ? again() : refetch())} />
      ) : projects?.length === 0 || dashboard?.byFlow.length === 0 ? (
        <EmptyState title={t('dashboard.none')}>{t('dashboard.noneText')}</EmptyState>
      ) : dashboard ? (
        <Figures dashboard={dashboard} view={view} />
      ) : (
        <SkeletonList kind="cards" rows={4} />
      )}
    </Page>
  );
}

function Figures({ dashboard, view }: { dashboard: DashboardData; view: string }) {
  const { audience } = useSession();
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 20 }}>
      <DashboardTiles projectId={dashboard.id} total={dashboard.total} />
      <Suspense fallback={<SkeletonList kind="cards" rows={3} />}>
        {view === 'table' ? <DashboardTables dashboard={dashboard} /> : <DashboardCharts dashboard={dashboard} />}
        {(audience === 'sendingCoordinator' || audience === 'sendingTeacher') && (
          <Outcomes projectId={dashboard.id} view={view} />
        )}
      </Suspense>
      <LateTable late={dashboard.late} asOf={dashboard.asOf} />
    </div>
  );
}

function ViewChoice({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('cockpit');
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={value === 'table' ? 'table' : 'charts'}
      aria-label={t('dashboard.view')}
      onChange={(_event, next: string | null) => {
        if (next) onChange(next);
      }}
    >
      <ToggleButton value="charts" sx={{ gap: 1.5, px: 3 }}>
        <BarChartOutlined fontSize="small" />
        {t('dashboard.charts')}
      </ToggleButton>
      <ToggleButton value="table" sx={{ gap: 1.5, px: 3 }}>
        <TableRowsOutlined fontSize="small" />
        {t('dashboard.tables')}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
