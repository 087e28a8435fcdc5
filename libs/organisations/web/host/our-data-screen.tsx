import { useQuery } from '@apollo/client/react';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Button from '@mui/material/Button';
import { graphql } from '@softmob/gql/host';
import { type OurDataQuery } from '@softmob/gql/host/graphql';
import { Page, QueryError, useUrlState } from '@softmob/portal-kit';
import { type Column, DataTable, DateText, EmptyState, FilterBar, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

const OurDataDocument = graphql(`
  query OurData {
    organisations(first: 500) {
      nodes {
        id
        kind
        name
        street
        postcode
        town
        country
        managerId
        checkedAt
        contacts {
          id
          name
          role
          email
        }
      }
    }
  }
`);

type Row = OurDataQuery['organisations']['nodes'][number];

/** The host itself and its companies: who is in charge, and whether the data were checked. */
export function OurDataScreen() {
  const { t } = useTranslation('organisations');
  const navigate = useNavigate();
  const [url, setUrl] = useUrlState({ q: '' });
  const { data, error, refetch } = useQuery(OurDataDocument, { fetchPolicy: 'cache-and-network' });
  const own = data?.organisations.nodes.filter(({ kind }) => kind !== 'school') ?? [];
  const rows = own
    .filter(({ name, town }) => `${name} ${town}`.toLowerCase().includes(url.q.toLowerCase()))
    .sort((a, b) => Number(a.kind === 'company') - Number(b.kind === 'company'));
  const columns: Column<Row>[] = [
    { key: 'name', header: t('field.name'), cell: ({ name }) => name },
    { key: 'kind', header: t('field.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: 'address',
      header: t('field.address'),
      cell: ({ street, postcode, town }) =>
        [street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    },
    {
      key: 'people',
      header: t('field.people'),
      cell: ({ contacts }) => contacts.map(({ name }) => name).join(', ') || '–',
    },
    {
      key: 'checked',
      header: t('field.checked'),
      cell: ({ checkedAt }) => <DateText value={checkedAt} style="medium" empty={t('notChecked')} />,
    },
  ];
  return (
    <Page
      title={t('nav.ourData')}
      description={t('ourData.text')}
      actions={
        <Button variant="contained" href="/imports/new" startIcon={<UploadFileOutlined />}>
          {t('ourData.import')}
        </Button>
      }
    >
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonList />
      ) : (
        <>
          <FilterBar
            search={{ value: url.q, onChange: (q) => setUrl({ q }), label: t('ourData.search') }}
            result={t('ourData.result', { count: rows.length })}
          />
          <DataTable
            caption={t('nav.ourData')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            onOpen={({ id }) => void navigate(`/our-data/${id}`)}
            empty={<EmptyState compact title={t('ourData.noMatch')} />}
          />
        </>
      )}
    </Page>
  );
}
