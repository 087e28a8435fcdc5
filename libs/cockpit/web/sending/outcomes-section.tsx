import { useTheme } from '@mui/material/styles';
import { useFormat } from '@softmob/portal-kit';
import { type Column, DataTable, EmptyState, Section } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { StackedBars } from './dashboard-charts';

/** What people have come to, by unit of their agreements. */
export interface UnitFigures {
  id: string;
  title: string;
  participants: number;
  assessed: number;
  notYet: number;
  withHelp: number;
  independently: number;
  inNewSituations: number;
}

const LEVELS = ['notYet', 'withHelp', 'independently', 'inNewSituations'] as const;

/** Progress by learning outcome: as a picture or as the table of the same figures. */
export function OutcomesSection({ units, view }: { units: readonly UnitFigures[]; view: string }) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const { state, brand } = useTheme().palette;
  const colours = {
    notYet: state.blocked.fg,
    withHelp: state.atRisk.line,
    independently: brand.main,
    inNewSituations: brand.strong,
  };
  const assessed = units.filter((unit) => unit.assessed > 0);
  const columns: Column<UnitFigures>[] = [
    { key: 'title', header: t('outcomes.unit'), cell: ({ title }) => title },
    {
      key: 'participants',
      header: t('figures.participants'),
      numeric: true,
      cell: (unit) => format.number(unit.participants),
    },
    { key: 'assessed', header: t('outcomes.assessed'), numeric: true, cell: (unit) => format.number(unit.assessed) },
    ...LEVELS.map((level) => ({
      key: level,
      header: t(`outcomes.${level}`),
      numeric: true,
      cell: (unit: UnitFigures) => format.number(unit[level]),
    })),
  ];
  return (
    <Section title={t('outcomes.title')} description={t('outcomes.text')} flush={view === 'table' && units.length > 0}>
      {units.length === 0 || (view !== 'table' && assessed.length === 0) ? (
        <EmptyState compact title={t(units.length === 0 ? 'outcomes.none' : 'outcomes.notYetAssessed')}>
          {t('outcomes.noneText')}
        </EmptyState>
      ) : view === 'table' ? (
        <DataTable
          caption={t('outcomes.title')}
          columns={columns}
          rows={units}
          rowKey={({ id }) => id}
          maxHeight="none"
        />
      ) : (
        <StackedBars
          label={t('outcomes.title')}
          names={320}
          rows={assessed.map((unit) => ({ name: unit.title, values: unit }))}
          series={LEVELS.map((key) => ({ key, label: t(`outcomes.${key}`), colour: colours[key] }))}
        />
      )}
    </Section>
  );
}
