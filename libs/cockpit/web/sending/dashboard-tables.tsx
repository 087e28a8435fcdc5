import Link from '@mui/material/Link';
import { useFormat } from '@softmob/portal-kit';
import { type Column, DataTable, NumberText, Section } from '@softmob/ui';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { boardLink } from './board-link';
import { type DashboardData, type FiguresData } from './dashboard-documents';
import { useCountry } from './use-country';

interface Row {
  key: string;
  label: ReactNode;
  figures: FiguresData;
}

const KEYS = ['participants', 'atHome', 'abroad', 'back', 'ready', 'onTime', 'tasks', 'done', 'late'] as const;

/** The figures of the pictures, to read and to copy. */
export function DashboardTables({ dashboard }: { dashboard: DashboardData }) {
  const { t } = useTranslation('cockpit');
  const country = useCountry();
  const { byFlow, byCountry, byPhase, total } = dashboard;
  const whole = { key: 'total', label: <strong>{t('dashboard.total')}</strong>, figures: total };
  const flows = byFlow.map(({ key, flow, figures }) => ({
    key,
    label: (
      <Link href={boardLink({ flow: [key] })} color="inherit">
        {flow.code} · {flow.town}
      </Link>
    ),
    figures,
  }));
  const countries = byCountry.map(({ key, figures }) => ({ key, label: country(key), figures }));
  return (
    <>
      <FiguresTable title={t('dashboard.byFlow')} first={t('board.flow')} rows={[...flows, whole]} />
      <FiguresTable title={t('dashboard.byCountry')} first={t('dashboard.country')} rows={[...countries, whole]} />
      <PhaseTable phases={byPhase} />
    </>
  );
}

function FiguresTable({ title, first, rows }: { title: string; first: string; rows: readonly Row[] }) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const columns: Column<Row>[] = [
    { key: 'label', header: first, cell: ({ label }) => label },
    ...KEYS.map((key) => ({
      key,
      header: t(`figures.${key}`),
      numeric: true,
      cell: ({ figures }: Row) => format.number(figures[key]),
    })),
    { key: 'share', header: t('figures.share'), numeric: true, cell: ({ figures }) => format.percent(figures.share) },
  ];
  return (
    <Section title={title} flush>
      <DataTable caption={title} columns={columns} rows={rows} rowKey={({ key }) => key} maxHeight="none" />
    </Section>
  );
}

function PhaseTable({ phases }: { phases: DashboardData['byPhase'] }) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const columns: Column<DashboardData['byPhase'][number]>[] = [
    { key: 'phase', header: t('dashboard.phase'), cell: ({ phase }) => t(`phase.${phase}`) },
    { key: 'tasks', header: t('figures.tasks'), numeric: true, cell: ({ tasks }) => <NumberText value={tasks} /> },
    { key: 'done', header: t('figures.done'), numeric: true, cell: ({ done }) => <NumberText value={done} /> },
    { key: 'late', header: t('figures.late'), numeric: true, cell: ({ late }) => <NumberText value={late} /> },
    {
      key: 'share',
      header: t('figures.share'),
      numeric: true,
      cell: ({ tasks, done }) => format.percent(tasks === 0 ? 0 : done / tasks),
    },
  ];
  return (
    <Section title={t('dashboard.byPhase')} flush>
      <DataTable
        caption={t('dashboard.byPhase')}
        columns={columns}
        rows={phases}
        rowKey={({ phase }) => phase}
        maxHeight="none"
      />
    </Section>
  );
}
