import { BarChart } from '@mui/x-charts/BarChart';
import { styled, useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useFormat } from '@softmob/portal-kit';
import { Section } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type DashboardData } from './dashboard-documents';
import { useCountry } from './use-country';

const ChartGrid = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  gap: 20,
  [theme.breakpoints.down('md')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
}));

/** The project in pictures; every figure stands in the tables as well. */
export function DashboardCharts({ dashboard }: { dashboard: DashboardData }) {
  const { t } = useTranslation('cockpit');
  const country = useCountry();
  const { state, brand } = useTheme().palette;
  const { byFlow, byCountry, byPhase } = dashboard;
  const where = [
    { key: 'atHome', label: t('figures.atHome'), colour: state.waiting.line },
    { key: 'abroad', label: t('figures.abroad'), colour: state.abroad.fg },
    { key: 'back', label: t('figures.back'), colour: state.done.fg },
  ] as const;
  const work = [
    { key: 'done', label: t('figures.done'), colour: brand.main },
    { key: 'open', label: t('figures.open'), colour: state.draft.line },
    { key: 'late', label: t('figures.late'), colour: state.blocked.fg },
  ] as const;
  const tasksOf = ({ tasks, done, late }: { tasks: number; done: number; late: number }) => ({
    done,
    open: tasks - done - late,
    late,
  });
  return (
    <ChartGrid>
      <Section title={t('dashboard.where')}>
        <StackedBars
          label={t('dashboard.where')}
          rows={byFlow.map(({ flow, figures: { atHome, abroad, back } }) => ({
            name: `${flow.code} ${flow.town}`,
            values: { atHome, abroad, back },
          }))}
          series={where}
        />
      </Section>
      <Section title={t('dashboard.byFlow')}>
        <StackedBars
          label={t('dashboard.byFlow')}
          rows={byFlow.map(({ flow, figures }) => ({ name: `${flow.code} ${flow.town}`, values: tasksOf(figures) }))}
          series={work}
        />
      </Section>
      <Section title={t('dashboard.byCountry')}>
        <StackedBars
          label={t('dashboard.byCountry')}
          rows={byCountry.map(({ key, figures }) => ({ name: country(key), values: tasksOf(figures) }))}
          series={work}
        />
      </Section>
      <Section title={t('dashboard.byPhase')}>
        <StackedBars
          label={t('dashboard.byPhase')}
          rows={byPhase.map((row) => ({ name: t(`phase.${row.phase}`), values: tasksOf(row) }))}
          series={work}
        />
      </Section>
    </ChartGrid>
  );
}

interface StackedBarsProps<Key extends string> {
  /** What the picture shows, for those who do not see it. */
  label: string;
  rows: readonly { name: string; values: Readonly<Record<Key, number>> }[];
  series: readonly { key: Key; label: string; colour: string }[];
  /** Most room for the names, in px; on a phone they get less. */
  names?: number;
}

const BAR = 38;

/** Lying bars in parts, one for each row; the numbers appear on hover and stand in the tables. */
export function StackedBars<Key extends string>({ label, rows, series, names = 190 }: StackedBarsProps<Key>) {
  const format = useFormat();
  const phone = useMediaQuery(useTheme().breakpoints.down('sm'));
  const longest = Math.max(...rows.map(({ name }) => name.length));
  return (
    <figure aria-label={label}>
      <BarChart
        layout="horizontal"
        height={rows.length * BAR + 76}
        yAxis={[
          {
            scaleType: 'band',
            data: rows.map(({ name }) => name),
            width: Math.min(phone ? 120 : names, longest * 7.2 + 16),
            disableLine: true,
            disableTicks: true,
            categoryGapRatio: 0.4,
          },
        ]}
        xAxis={[{ valueFormatter: (value: number) => format.number(value), tickNumber: 5, disableLine: true }]}
        series={series.map(({ key, label: name, colour }) => ({
          id: key,
          label: name,
          color: colour,
          stack: 'all',
          data: rows.map(({ values }) => values[key]),
          valueFormatter: (value: number | null) => (value === null ? '' : format.number(value)),
        }))}
        grid={{ vertical: true }}
        margin={{ left: 0, right: 28, top: 8, bottom: 0 }}
        borderRadius={3}
        skipAnimation
        slotProps={{ legend: { direction: 'horizontal', position: { vertical: 'bottom', horizontal: 'start' } } }}
      />
    </figure>
  );
}
