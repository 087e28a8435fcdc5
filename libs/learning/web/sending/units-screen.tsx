import { useQuery } from '@apollo/client/react';
import AddOutlined from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import { policy } from '@softmob/access';
import { occupationFacts } from '@softmob/learning-model';
import { Page, QueryError, useCan, useUrlState } from '@softmob/portal-kit';
import { type Column, DataTable, EmptyState, FilterBar, FilterMenu, SkeletonList, SplitView } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useSay } from '../shared/use-say';
import { UnitPanel } from './unit-panel';
import { outcomeCount, shownUnits, sortedUnits, sourceOf, type UnitFilters } from './unit-rows';
import { type Unit, UnitCatalogueDocument } from './units.teacher';

const NO_FILTERS = { q: '', occupation: [] as string[], eqf: [] as string[], from: [] as string[] };

function useTrade() {
  const { say } = useSay();
  return (occupation: string) => {
    const facts = occupationFacts(occupation);
    return facts ? say(facts.name) : occupation;
  };
}

function Filters(props: {
  units: readonly Unit[];
  filters: UnitFilters;
  shown: number;
  onChange: (patch: Partial<typeof NO_FILTERS>) => void;
}) {
  const { units, filters, shown, onChange } = props;
  const { t } = useTranslation('learning');
  const trade = useTrade();
  const options = (valueOf: (unit: Unit) => string, label: (value: string) => string) =>
    [...new Set(units.map(valueOf))]
      .sort()
      .map((value) => ({ value, label: label(value), count: units.filter((unit) => valueOf(unit) === value).length }));
  return (
    <FilterBar
      search={{ value: filters.q, onChange: (q) => onChange({ q }), label: t('units.search') }}
      active={filters.q !== '' || [filters.occupation, filters.eqf, filters.from].some((chosen) => chosen.length > 0)}
      onReset={() => onChange(NO_FILTERS)}
      result={t('list.shown', { shown, count: units.length })}
    >
      <FilterMenu
        label={t('units.occupation')}
        options={options(({ occupation }) => occupation, trade)}
        selected={[...filters.occupation]}
        onChange={(occupation) => onChange({ occupation: [...occupation] })}
      />
      <FilterMenu
        label={t('units.eqf')}
        options={options(
          ({ eqf }) => String(eqf),
          (level) => t('units.level', { level }),
        )}
        selected={[...filters.eqf]}
        onChange={(eqf) => onChange({ eqf: [...eqf] })}
      />
      <FilterMenu
        label={t('units.source')}
        options={options(sourceOf, (source) => t(`units.sources.${source}`))}
        selected={[...filters.from]}
        onChange={(from) => onChange({ from: [...from] })}
      />
    </FilterBar>
  );
}

function useColumns(): Column<Unit>[] {
  const { t } = useTranslation('learning');
  const { say } = useSay();
  const trade = useTrade();
  return [
    { key: 'title', header: t('units.title'), cell: ({ title }) => say(title), sortable: true, width: 320 },
    {
      key: 'occupation',
      header: t('units.occupation'),
      cell: ({ occupation }) => trade(occupation),
      sortable: true,
    },
    { key: 'eqf', header: t('units.eqf'), cell: ({ eqf }) => eqf, sortable: true, numeric: true },
    { key: 'hours', header: t('units.hoursShort'), cell: ({ hours }) => hours, sortable: true, numeric: true },
    { key: 'outcomes', header: t('units.outcomes'), cell: outcomeCount, sortable: true, numeric: true },
    { key: 'source', header: t('units.source'), cell: (unit) => t(`units.sources.${sourceOf(unit)}`) },
  ];
}

/** The units of learning outcomes that agreements are made of: shipped ones, and the school's own. */
export function UnitsScreen() {
  const { t } = useTranslation('learning');
  const { locale } = useSay();
  const mayWrite = useCan(policy.learning.writeUnits);
  const [url, setUrl] = useUrlState({ ...NO_FILTERS, sort: '', desc: false, open: '' });
  const columns = useColumns();
  const { data, error, refetch } = useQuery(UnitCatalogueDocument, { fetchPolicy: 'cache-and-network' });
  const sort = url.sort ? { key: url.sort, direction: url.desc ? ('desc' as const) : ('asc' as const) } : undefined;
  const rows = sortedUnits(shownUnits(data?.units ?? [], url), sort, locale);
  const open = data?.units.find(({ key }) => key === url.open);
  return (
    <Page
      title={t('nav.units')}
      description={t('units.text')}
      actions={
        mayWrite && (
          <Button variant="contained" startIcon={<AddOutlined />} href="/units/new">
            {t('units.new')}
          </Button>
        )
      }
    >
      {error && <QueryError error={error} onRetry={() => void refetch()} ns="learning" />}
      {!error && !data && <SkeletonList rows={12} />}
      {data && (
        <>
          <Filters units={data.units} filters={url} shown={rows.length} onChange={setUrl} />
          <SplitView
            panel={open ? <UnitPanel key={open.key} unit={open} onClose={() => setUrl({ open: '' })} /> : null}
          >
            <DataTable
              caption={t('nav.units')}
              rows={rows}
              rowKey={({ key }) => key}
              columns={columns}
              sort={sort}
              onSort={({ key, direction }) => setUrl({ sort: key, desc: direction === 'desc' })}
              openKey={url.open || null}
              onOpen={({ key }) => setUrl({ open: key }, { push: true })}
              empty={<EmptyState title={t('units.noMatch')}>{t('units.noMatchText')}</EmptyState>}
            />
          </SplitView>
        </>
      )}
    </Page>
  );
}
