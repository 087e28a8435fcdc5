import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { policy } from '@softmob/access';
import { Page, QueryError, useCan, useFormat, useSession, useToday, useUrlState } from '@softmob/portal-kit';
import { EmptyState, FlowStrip, Section, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { boardLink } from './board-link';
import { FilterToggle } from './filter-toggle';
import { flowState } from './flow-state';
import { isAtRisk } from './forecast-line';
import { OwnTasks } from './own-tasks';
import { ProjectChoice } from './project-choice';
import { RadarDocument, type RadarFlow } from './radar-documents';
import { RadarRow } from './radar-row';
import { RadarTiles } from './radar-tiles';
import { useCountry } from './use-country';
import { useProject } from './use-project';

const Grid = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 300px',
  gap: 20,
  alignItems: 'start',
  '& .column': { display: 'grid', gap: 20, minWidth: 0 },
  [theme.breakpoints.down('xl')]: { '&': { gridTemplateColumns: 'minmax(0, 1fr) 280px' } },
  [theme.breakpoints.down('lg')]: { '&': { gridTemplateColumns: 'minmax(0, 1fr)' } },
}));

/** The order in which one looks: who leaves next, who is away, who is back. */
const MOMENTS = ['before', 'abroad', 'back'] as const;

/** The first screen: every departure, how ready it is, what blocks it and who holds it. */
export function RadarScreen() {
  const { t, i18n } = useTranslation('cockpit');
  const format = useFormat();
  const today = useToday();
  const [{ project: chosen, risk }, setUrl] = useUrlState({ project: '', risk: false });
  const { project, projects, error: noProjects, refetch: again } = useProject(chosen);
  const { data, error, refetch } = useQuery(RadarDocument, {
    variables: { projectId: project?.id ?? null, locale: i18n.language },
    skip: !project,
  });
  const failed = noProjects ?? error;
  return (
    <Page
      title={t('radar.title')}
      description={[project?.title, format.date(today, 'long')].filter(Boolean).join(' · ')}
      actions={
        <>
          <FilterToggle label={t('forecast.only')} on={risk} onChange={(on) => setUrl({ risk: on })} />
          <ProjectChoice projects={projects} value={project?.id ?? ''} onChange={(id) => setUrl({ project: id })} />
        </>
      }
    >
      {failed ? (
        <QueryError error={failed} onRetry={() => void (noProjects ? again() : refetch())} />
      ) : projects?.length === 0 ? (
        <NoProject />
      ) : data ? (
        <Radar
          rows={data.departureRadar}
          groups={data.taskGroups}
          today={today}
          risk={risk}
          onAll={() => setUrl({ risk: false })}
        />
      ) : (
        <SkeletonList kind="cards" rows={5} />
      )}
    </Page>
  );
}

interface RadarProps {
  rows: readonly RadarFlow[];
  groups: Parameters<typeof OwnTasks>[0]['groups'];
  today: string;
  /** Only flows that may not be ready. */
  risk: boolean;
  onAll: () => void;
}

function Radar({ rows, groups, today, risk, onAll }: RadarProps) {
  const { t } = useTranslation('cockpit');
  const country = useCountry();
  const { audience } = useSession();
  if (rows.length === 0) return <NoFlow />;
  const shown = risk ? rows.filter(isAtRisk) : rows;
  const strip = shown.map((row) => ({
    id: row.id,
    label: row.flow.code,
    detail: `${row.flow.town}, ${country(row.flow.country)}`,
    start: row.flow.startsOn,
    end: row.flow.endsOn,
    share: row.readyShare,
    state: flowState(row),
    to: boardLink({ flow: [row.id] }),
  }));
  const ownWork = audience === 'sendingCoordinator' || audience === 'sendingTeacher';
  return (
    <>
      <RadarTiles rows={rows} />
      <Grid style={ownWork ? undefined : { gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <div className="column">
          {shown.length === 0 && (
            <EmptyState title={t('forecast.none')} action={<Button onClick={onAll}>{t('forecast.all')}</Button>} />
          )}
          {MOMENTS.map((moment) => {
            const those = shown.filter((row) => row.moment === moment);
            if (those.length === 0) return null;
            return (
              <Section key={moment} title={t(`radar.moment.${moment}`)} flush>
                {those.map((row) => (
                  <RadarRow key={row.id} row={row} />
                ))}
              </Section>
            );
          })}
          {shown.length > 0 && (
            <Section title={t('radar.strip')}>
              <FlowStrip flows={strip} today={today} caption={t('radar.strip')} />
            </Section>
          )}
        </div>
        {ownWork && <OwnTasks groups={groups} />}
      </Grid>
    </>
  );
}

function NoProject() {
  const { t } = useTranslation('cockpit');
  const may = useCan(policy.projects.editProject);
  return (
    <EmptyState
      title={t('radar.noProject.title')}
      action={
        may && (
          <Button variant="contained" href="/projects/new">
            {t('radar.noProject.action')}
          </Button>
        )
      }
    >
      {t(may ? 'radar.noProject.text' : 'radar.noProject.wait')}
    </EmptyState>
  );
}

function NoFlow() {
  const { t } = useTranslation('cockpit');
  const may = useCan(policy.projects.editFlow);
  return (
    <EmptyState
      title={t('radar.noFlow.title')}
      action={
        may && (
          <Button variant="contained" href="/projects">
            {t('radar.noFlow.action')}
          </Button>
        )
      }
    >
      {t(may ? 'radar.noFlow.text' : 'radar.noProject.wait')}
    </EmptyState>
  );
}
