import { useQuery } from '@apollo/client/react';
import { Page, QueryError, useSession, useUrlState } from '@softmob/portal-kit';
import { type Column, DataTable, EmptyState, FilterBar, SkeletonList, SplitView } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { PartnerPanel } from './partner-panel';
import { inCharge, type Partner, PartnersDocument } from './partners.placing';

/** The organisations one works with: a school's hosts, a host's schools; and what one writes to each other. */
export function PartnersScreen() {
  const { t } = useTranslation('conversations');
  const { audience } = useSession();
  const side = audience === 'hostCoordinator' ? 'host' : 'school';
  const [url, setUrl] = useUrlState({ q: '', open: '' });
  const { data, error, refetch } = useQuery(PartnersDocument, {
    variables: { kind: side === 'host' ? 'school' : 'host' },
    fetchPolicy: 'cache-and-network',
  });
  const all = data?.organisations.edges.map(({ node }) => node) ?? [];
  const words = url.q.trim().toLowerCase();
  const rows = all.filter(({ name, town }) => `${name} ${town}`.toLowerCase().includes(words));
  const opened = all.find(({ id }) => id === url.open);
  const columns: Column<Partner>[] = [
    { key: 'name', header: t('partners.name'), cell: ({ name }) => name, inCard: 'title' },
    { key: 'town', header: t('partners.town'), cell: ({ town, country }) => `${town}, ${country}` },
    {
      key: 'people',
      header: t('partners.people'),
      cell: (partner) =>
        inCharge(partner)
          .map(({ name }) => name)
          .join(', ') || '–',
    },
  ];
  return (
    <Page title={t('partners.title')} description={t(`partners.text.${side}`)}>
      {error && <QueryError error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonList rows={6} />}
      {data && all.length === 0 && (
        <EmptyState title={t('partners.none')}>{t(`partners.noneDetail.${side}`)}</EmptyState>
      )}
      {all.length > 0 && (
        <>
          <FilterBar
            search={{ value: url.q, onChange: (q) => setUrl({ q }), label: t('partners.search') }}
            result={t('partners.shown', { shown: rows.length, count: all.length })}
          />
          <SplitView panel={opened && <PartnerPanel partner={opened} onClose={() => setUrl({ open: '' })} />}>
            <DataTable
              caption={t('partners.title')}
              rows={rows}
              rowKey={({ id }) => id}
              columns={columns}
              openKey={url.open || null}
              onOpen={({ id }) => setUrl({ open: id }, { push: true })}
              empty={<EmptyState compact title={t('partners.noMatch')} />}
            />
          </SplitView>
        </>
      )}
    </Page>
  );
}
