import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { Page, QueryError, useErrorText, useSubmit, useUrlState } from '@softmob/portal-kit';
import { DataTable, EmptyState, FilterBar, FilterMenu, Notice, SkeletonList, StateChip } from '@softmob/ui';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { VersionChip } from '../shared/version-chip';
import { ComposeDocument } from './acts.teacher';
import { countStates, currentOf, shownRows, stateOf } from './agreement-rows';
import { BulkReport, type Report } from './bulk-report';
import { AgreementListDocument, type AgreementRow, nameOf } from './reads.teacher';
import { FlowField, useFlowChoice } from './use-flow-choice';

const NO_FILTERS = { q: '', state: [] as string[], party: [] as string[] };
const STATES = ['noPlacement', 'toCompose', 'draft', 'open', 'declined', 'withdrawn', 'locked'];
const PARTIES = ['participant', 'guardian', 'sending', 'hosting', 'supporting'];

/** What a step of the list hands to those who add to it. */
export interface ListStep {
  rows: readonly AgreementRow[];
  report: (report: Report) => void;
}

interface AgreementListProps {
  /** Buttons of the page, beside composing. */
  actions?: (step: ListStep) => ReactNode;
  /** Buttons for the rows selected. */
  selectionActions?: (step: ListStep) => ReactNode;
}

/** The agreements of a flow: composed at once, and who still has to sign. */
export function AgreementList({ actions, selectionActions }: AgreementListProps) {
  const { t } = useTranslation('learning');
  const [{ flow: chosen }, setUrl] = useUrlState({ flow: '' });
  const { flow, flows, error, refetch } = useFlowChoice(chosen, 'leaving');
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!flows) return <SkeletonList kind="page" />;
  if (!flow) {
    return (
      <Page title={t('nav.agreements')}>
        <EmptyState title={t('list.noFlow')}>{t('list.noFlowText')}</EmptyState>
      </Page>
    );
  }
  const field = <FlowField flows={flows} value={flow.id} onChange={(id) => setUrl({ flow: id })} />;
  return (
    <FlowAgreements
      key={flow.id}
      flowId={flow.id}
      field={field}
      actions={actions}
      selectionActions={selectionActions}
    />
  );
}

type FlowAgreementsProps = { flowId: string; field: ReactNode } & {
  [Key in keyof AgreementListProps]: AgreementListProps[Key] | undefined;
};

function FlowAgreements({ flowId, field, actions, selectionActions }: FlowAgreementsProps) {
  const { t } = useTranslation('learning');
  const text = useErrorText('learning');
  const [filters, setFilters] = useUrlState(NO_FILTERS);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [report, setReport] = useState<Report | null>(null);
  const { data, error, refetch } = useQuery(AgreementListDocument, { variables: { flowIds: [flowId] } });
  const compose = useSubmit(ComposeDocument, { refetchQueries: [AgreementListDocument] });
  const rows = useMemo(() => data?.mobilities.nodes ?? [], [data]);
  const counts = useMemo(() => countStates(rows), [rows]);
  const composeAll = async () => {
    const result = await compose.submit({ input: { flowId } });
    if (!result) return;
    const { done, refused } = result.composeAgreements;
    const news = refused.filter(
      ({ reason }) => !['ALREADY_COMPOSED', 'ALREADY_OPEN', 'ALREADY_LOCKED'].includes(reason),
    );
    setReport({ done: 'report.composed', count: done.length, refused: news });
  };
  const name = (id: string) => {
    const row = rows.find((one) => one.id === id);
    return row ? nameOf(row.participant) : '';
  };
  return (
    <Page
      title={t('nav.agreements')}
      actions={
        <>
          {field}
          {(counts.get('toCompose') ?? 0) > 0 && (
            <Button variant="contained" loading={compose.saving} onClick={() => void composeAll()}>
              {t('list.compose', { count: counts.get('toCompose') ?? 0 })}
            </Button>
          )}
          {actions?.({ rows, report: setReport })}
        </>
      }
    >
      {compose.errors && <Notice tone="blocked">{text.of(compose.errors)}</Notice>}
      {report && <BulkReport report={report} nameOf={name} hrefOf={(id) => `/agreements/${id}`} />}
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonList rows={12} />
      ) : (
        <>
          <ListFilters rows={rows} counts={counts} filters={filters} onChange={setFilters} />
          <Rows
            rows={shownRows(rows, filters)}
            selection={
              selectionActions && {
                selected,
                onChange: setSelected,
                rowLabel: (row: AgreementRow) => nameOf(row.participant),
                actions: (keys: readonly string[]) =>
                  selectionActions({ rows: rows.filter(({ id }) => keys.includes(id)), report: setReport }),
              }
            }
          />
        </>
      )}
    </Page>
  );
}

interface ListFiltersProps {
  rows: readonly AgreementRow[];
  counts: ReadonlyMap<string, number>;
  filters: typeof NO_FILTERS;
  onChange: (patch: Partial<typeof NO_FILTERS>) => void;
}

function ListFilters({ rows, counts, filters, onChange }: ListFiltersProps) {
  const { t } = useTranslation('learning');
  const shown = shownRows(rows, filters).length;
  const waits = (party: string) => rows.filter((row) => currentOf(row)?.missingParties.includes(party)).length;
  return (
    <FilterBar
      search={{ value: filters.q, onChange: (q) => onChange({ q }), label: t('list.search') }}
      result={t('list.shown', { shown, count: rows.length })}
      active={filters.q !== '' || filters.state.length > 0 || filters.party.length > 0}
      onReset={() => onChange(NO_FILTERS)}
    >
      <FilterMenu
        label={t('list.state')}
        options={STATES.filter((state) => counts.has(state)).map((value) => ({
          value,
          label: t(`list.states.${value}`),
          count: counts.get(value) ?? 0,
        }))}
        selected={filters.state}
        onChange={(state) => onChange({ state })}
      />
      <FilterMenu
        label={t('list.missing')}
        options={PARTIES.filter((party) => waits(party) > 0).map((value) => ({
          value,
          label: t(`party.${value}`),
          count: waits(value),
        }))}
        selected={filters.party}
        onChange={(party) => onChange({ party })}
      />
    </FilterBar>
  );
}

function Rows({
  rows,
  selection,
}: {
  rows: readonly AgreementRow[];
  selection: Parameters<typeof DataTable<AgreementRow>>[0]['selection'];
}) {
  const { t } = useTranslation('learning');
  const navigate = useNavigate();
  return (
    <DataTable
      caption={t('nav.agreements')}
      rows={rows}
      rowKey={({ id }) => id}
      selection={selection}
      onOpen={(row) => {
        if (row.agreement) void navigate(`/agreements/${row.id}`);
      }}
      columns={[
        { key: 'name', header: t('list.learner'), cell: ({ participant }) => nameOf(participant), width: 220 },
        { key: 'company', header: t('party.hosting'), cell: ({ company }) => company?.name ?? '–' },
        { key: 'state', header: t('list.state'), cell: (row) => <RowState row={row} /> },
        { key: 'signed', header: t('list.signed'), numeric: true, cell: (row) => <Signed row={row} /> },
        { key: 'missing', header: t('list.missing'), cell: (row) => <Missing row={row} /> },
      ]}
      empty={<EmptyState title={t('list.nobody')}>{t('list.nobodyText')}</EmptyState>}
    />
  );
}

function RowState({ row }: { row: AgreementRow }) {
  const { t } = useTranslation('learning');
  const current = currentOf(row);
  if (!current) {
    const state = stateOf(row);
    return <StateChip state={state === 'toCompose' ? 'waiting' : 'draft'} label={t(`list.states.${state}`)} plain />;
  }
  const inForce = row.agreement?.inForce;
  const amends = inForce && inForce.id !== current.id;
  return (
    <>
      <VersionChip status={current.status} plain />
      {amends && ` · ${t('list.amendment', { number: current.number })}`}
    </>
  );
}

function Signed({ row }: { row: AgreementRow }) {
  const current = currentOf(row);
  if (!current || current.status === 'draft') return <>–</>;
  const asked = current.signatures.length + current.missingParties.length;
  return (
    <span className="num">
      {current.signatures.length}/{asked}
    </span>
  );
}

function Missing({ row }: { row: AgreementRow }) {
  const { t } = useTranslation('learning');
  const missing = currentOf(row)?.missingParties ?? [];
  return <>{missing.map((party) => t(`partyShort.${party}`)).join(', ') || '–'}</>;
}
