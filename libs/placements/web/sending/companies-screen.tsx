import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { Page, QueryError, useLoadMore, useSession, useUrlState } from '@softmob/portal-kit';
import {
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  FilterMenu,
  SkeletonList,
  SplitView,
  useFormat,
} from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { SchoolCompaniesDocument, type SchoolCompany } from './companies.operations';
import { CompanyPanel } from './company-panel';

/** Stands for "no host": the school deals with the company itself. */
const DIRECT = 'direct';
const hostOf = ({ manager }: SchoolCompany): string => manager?.id ?? DIRECT;

function useColumns(): Column<SchoolCompany>[] {
  const { t } = useTranslation('placements');
  const format = useFormat();
  return [
    { key: 'name', header: t('column.company'), cell: ({ name }) => name, inCard: 'title', width: 220 },
    { key: 'town', header: t('column.town'), cell: ({ town, country }) => `${town}, ${country}` },
    { key: 'host', header: t('column.host'), cell: ({ manager }) => manager?.name ?? t('companies.direct') },
    {
      key: 'places',
      header: t('column.places'),
      cell: ({ capacities }) =>
        capacities.length > 0
          ? format.list(capacities.map(({ occupation, places }) => t('companies.offer', { occupation, places })))
          : t('companies.noPlaces'),
    },
  ];
}

/** No row: because none fits, or because none has been brought in. */
function NoCompany({ any }: { any: boolean }) {
  const { t } = useTranslation('placements');
  const { audience } = useSession();
  return (
    <EmptyState
      title={t(any ? 'companies.noMatch' : 'companies.none')}
      action={
        audience === 'sendingCoordinator' && (
          <Button variant="outlined" href="/imports/new">
            {t('companies.import')}
          </Button>
        )
      }
    >
      {t('companies.noneHint')}
    </EmptyState>
  );
}

/** Companies within the school's reach; the places of those without a host are the school's to say. */
export function CompaniesScreen() {
  const { t } = useTranslation('placements');
  const [url, setUrl] = useUrlState({ q: '', host: [] as string[], open: '' });
  const columns = useColumns();
  const query = useQuery(SchoolCompaniesDocument, {
    variables: { search: url.q || null, after: null },
    fetchPolicy: 'cache-and-network',
  });
  const { data, error, refetch } = query;
  const more = useLoadMore(query, data?.organisations.pageInfo);
  const all = data?.organisations.edges.map(({ node }) => node) ?? [];
  const rows = all.filter((company) => url.host.length === 0 || url.host.includes(hostOf(company)));
  const hosts = [
    ...new Map(all.map((company) => [hostOf(company), company.manager?.name ?? t('companies.direct')])),
  ].map(([value, label]) => ({ value, label, count: all.filter((company) => hostOf(company) === value).length }));
  return (
    <Page
      title={t('companies.title')}
      description={t('companies.schoolDescription')}
      crumbs={[{ label: t('sending.title'), to: '/placements' }]}
    >
      <FilterBar
        search={{ value: url.q, onChange: (q) => setUrl({ q }), label: t('companies.search') }}
        active={url.q !== '' || url.host.length > 0}
        onReset={() => setUrl({ q: '', host: [] })}
        result={data && t('companies.shown', { shown: rows.length, count: data.organisations.totalCount })}
      >
        <FilterMenu
          label={t('column.host')}
          options={hosts}
          selected={url.host}
          onChange={(host) => setUrl({ host: [...host] })}
        />
      </FilterBar>
      {error && <QueryError error={error} onRetry={() => void refetch()} ns="placements" />}
      {!error && !data && <SkeletonList rows={10} />}
      {data && (
        <SplitView
          panel={url.open ? <CompanyPanel key={url.open} id={url.open} onClose={() => setUrl({ open: '' })} /> : null}
        >
          <DataTable
            caption={t('companies.title')}
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            openKey={url.open || null}
            onOpen={({ id }) => setUrl({ open: id }, { push: true })}
            empty={<NoCompany any={all.length > 0 || url.q !== ''} />}
          />
          {more.hasMore && (
            <Button onClick={() => void more.loadMore()} loading={more.loadingMore} sx={{ mt: 3 }}>
              {t('kit:action.loadMore')}
            </Button>
          )}
        </SplitView>
      )}
    </Page>
  );
}
