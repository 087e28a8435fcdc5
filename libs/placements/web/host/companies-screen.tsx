import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { type HostCompaniesQuery } from '@softmob/gql/host/graphql';
import { Page, QueryError, useLoadMore, useUrlState } from '@softmob/portal-kit';
import { type Column, DataTable, EmptyState, FilterBar, SkeletonList, SplitView, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { CompaniesDocument } from './companies.operations';
import { CompanyPanel } from './company-panel';

type Company = HostCompaniesQuery['organisations']['edges'][number]['node'];

const tutorsOf = ({ contacts }: Company) => contacts.filter(({ role }) => role === 'companyTutor');

function useColumns(): Column<Company>[] {
  const { t } = useTranslation('placements');
  const format = useFormat();
  return [
    { key: 'name', header: t('column.company'), cell: ({ name }) => name, inCard: 'title', width: 220 },
    { key: 'town', header: t('column.town'), cell: ({ town, country }) => `${town}, ${country}` },
    {
      key: 'places',
      header: t('column.places'),
      cell: ({ capacities }) =>
        capacities.length > 0
          ? format.list(capacities.map(({ occupation, places }) => t('companies.offer', { occupation, places })))
          : t('companies.noPlaces'),
    },
    {
      key: 'tutors',
      header: t('column.tutor'),
      cell: (company) => format.list(tutorsOf(company).map(({ name }) => name)) || t('arrivals.noTutor'),
    },
  ];
}

/** The host's companies, with their places and tutors. */
export function CompaniesScreen() {
  const { t } = useTranslation('placements');
  const [url, setUrl] = useUrlState({ q: '', open: '' });
  const columns = useColumns();
  const query = useQuery(CompaniesDocument, {
    variables: { search: url.q || null, after: null },
    fetchPolicy: 'cache-and-network',
  });
  const { data, error, refetch } = query;
  const more = useLoadMore(query, data?.organisations.pageInfo);
  return (
    <Page title={t('companies.title')} description={t('companies.description')}>
      <FilterBar
        search={{ value: url.q, onChange: (q) => setUrl({ q }), label: t('companies.search') }}
        active={url.q !== ''}
        onReset={() => setUrl({ q: '' })}
        result={data && t('companies.result', { count: data.organisations.totalCount })}
      />
      {error && <QueryError error={error} onRetry={() => void refetch()} ns="placements" />}
      {!error && !data && <SkeletonList rows={10} />}
      {data && (
        <SplitView
          panel={url.open ? <CompanyPanel key={url.open} id={url.open} onClose={() => setUrl({ open: '' })} /> : null}
        >
          <DataTable
            caption={t('companies.title')}
            rows={data.organisations.edges.map(({ node }) => node)}
            rowKey={({ id }) => id}
            columns={columns}
            openKey={url.open || null}
            onOpen={({ id }) => setUrl({ open: id }, { push: true })}
            empty={<EmptyState title={t('companies.none')}>{t('companies.noneHint')}</EmptyState>}
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
