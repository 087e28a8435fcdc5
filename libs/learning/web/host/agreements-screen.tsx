import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { graphql } from '@softmob/gql/host';
import { type HostAgreementsQuery } from '@softmob/gql/host/graphql';
import { Page, QueryError, useErrorText, useSubmit, useUrlState } from '@softmob/portal-kit';
import { DataTable, DateText, EmptyState, FilterBar, FilterMenu, Notice, SkeletonList, useFormat } from '@softmob/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { BulkSignDialog } from '../shared/bulk-sign-dialog';
import { VersionChip } from '../shared/version-chip';

const AgreementsDocument = graphql(`
  query HostAgreements {
    mobilities(filter: { stages: ["confirmed", "abroad", "back"], order: "departure" }, first: 500) {
      nodes {
        id
        startsOn
        participant {
          id
          firstName
          lastName
        }
        company {
          id
          name
        }
        sendingOrganisation {
          id
          name
        }
        agreement {
          id
          current {
            id
            number
            status
            contentHash
            mySignature
            missingParties
            statement {
              en
              it
            }
          }
        }
      }
    }
  }
`);

const SignManyDocument = graphql(`
  mutation HostSignMany($input: SignAgreementsInput!) {
    signAgreements(input: $input) {
      done
      refused {
        mobilityId
        reason
      }
    }
  }
`);

type Row = HostAgreementsQuery['mobilities']['nodes'][number];
const nameOf = ({ participant }: Row) => [participant.firstName, participant.lastName].filter(Boolean).join(' ');
/** What waits for the host stands on top; the order of departure stays within. */
const mineFirst = (a: Row, b: Row) =>
  Number(b.agreement?.current?.mySignature != null) - Number(a.agreement?.current?.mySignature != null);
const NO_FILTERS = { q: '', state: [] as string[] };

function shown(rows: readonly Row[], { q, state }: typeof NO_FILTERS): Row[] {
  const word = q.trim().toLowerCase();
  return rows.filter(({ agreement, ...row }) => {
    const mine = agreement?.current?.mySignature ? 'mine' : (agreement?.current?.status ?? 'none');
    const text = `${nameOf({ agreement, ...row })} ${row.company?.name ?? ''} ${row.sendingOrganisation.name}`;
    return (state.length === 0 || state.includes(mine)) && text.toLowerCase().includes(word);
  });
}

/** The agreements of the host's learners: those to sign can be signed together. */
export function AgreementsScreen() {
  const { t } = useTranslation('learning');
  const navigate = useNavigate();
  const format = useFormat();
  const text = useErrorText('learning');
  const [filters, setFilters] = useUrlState(NO_FILTERS);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [signing, setSigning] = useState<readonly Row[]>([]);
  const [report, setReport] = useState<{ done: number; refused: number } | null>(null);
  const { data, error, refetch } = useQuery(AgreementsDocument);
  const { submit, errors } = useSubmit(SignManyDocument, { refetchQueries: [AgreementsDocument] });
  const rows = useMemo(() => [...(data?.mobilities.nodes ?? [])].sort(mineFirst), [data]);
  const toSign = rows.filter(({ agreement }) => agreement?.current?.mySignature);
  const sign = async () => {
    const agreements = signing.flatMap(({ id, agreement }) =>
      agreement?.current
        ? [{ mobilityId: id, versionNumber: agreement.current.number, contentHash: agreement.current.contentHash }]
        : [],
    );
    const result = await submit({ input: { agreements, accepted: true } });
    setSigning([]);
    if (!result) return;
    setSelected(new Set());
    setReport({ done: result.signAgreements.done.length, refused: result.signAgreements.refused.length });
  };
  return (
    <Page
      title={t('nav.agreements')}
      description={t('host.toSign', { count: toSign.length })}
      actions={
        toSign.length > 0 && (
          <Button variant="contained" onClick={() => setSigning(toSign)}>
            {t('bulk.sign', { count: toSign.length })}
          </Button>
        )
      }
    >
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
      {report && (
        <Notice tone={report.refused > 0 ? 'atRisk' : 'done'} title={t('bulk.signed', { count: report.done })}>
          {report.refused > 0 ? t('bulk.notSigned', { count: report.refused }) : t('bulk.signedNext')}
        </Notice>
      )}
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonList rows={10} />
      ) : (
        <>
          <FilterBar
            search={{ value: filters.q, onChange: (q) => setFilters({ q }), label: t('list.search') }}
            active={filters.q !== '' || filters.state.length > 0}
            onReset={() => setFilters(NO_FILTERS)}
          >
            <FilterMenu
              label={t('list.state')}
              options={['mine', 'open', 'locked', 'none'].map((value) => ({ value, label: t(`list.states.${value}`) }))}
              selected={filters.state}
              onChange={(state) => setFilters({ state })}
            />
          </FilterBar>
          <DataTable
            caption={t('nav.agreements')}
            rows={shown(rows, filters)}
            rowKey={({ id }) => id}
            onOpen={({ id }) => void navigate(`/agreements/${id}`)}
            selection={{
              selected,
              onChange: setSelected,
              rowLabel: nameOf,
              actions: (keys) => (
                <Button
                  variant="outlined"
                  disabled={!toSign.some(({ id }) => keys.includes(id))}
                  onClick={() => setSigning(toSign.filter(({ id }) => keys.includes(id)))}
                >
                  {t('bulk.sign', { count: toSign.filter(({ id }) => keys.includes(id)).length })}
                </Button>
              ),
            }}
            columns={[
              { key: 'name', header: t('list.learner'), cell: nameOf },
              { key: 'school', header: t('party.sending'), cell: (row) => row.sendingOrganisation.name },
              { key: 'company', header: t('party.hosting'), cell: (row) => row.company?.name },
              { key: 'start', header: t('list.start'), cell: (row) => <DateText value={row.startsOn} style="short" /> },
              {
                key: 'status',
                header: t('list.state'),
                cell: ({ agreement }) =>
                  agreement?.current ? <VersionChip status={agreement.current.status} /> : t('list.states.none'),
              },
              {
                key: 'missing',
                header: t('list.missing'),
                cell: ({ agreement }) =>
                  format.list((agreement?.current?.missingParties ?? []).map((party) => t(`partyShort.${party}`))),
              },
            ]}
            empty={<EmptyState title={t('list.nobody')}>{t('host.noneText')}</EmptyState>}
          />
        </>
      )}
      <BulkSignDialog
        statement={signing[0]?.agreement?.current?.statement ?? null}
        names={signing.map(nameOf)}
        onSign={sign}
        onClose={() => setSigning([])}
      />
    </Page>
  );
}
