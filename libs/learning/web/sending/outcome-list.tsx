import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { RECOGNITION_LABELS, type RecognitionResult } from '@softmob/learning-model';
import { Page, QueryError, useErrorText, useSubmit, useUrlState } from '@softmob/portal-kit';
import {
  DataTable,
  DateText,
  EmptyState,
  FilterBar,
  FilterMenu,
  Notice,
  SkeletonList,
  SplitView,
  StateChip,
} from '@softmob/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../shared/use-say';
import { RecogniseDocument } from './acts.teacher';
import { BulkReport, type Report } from './bulk-report';
import { OutcomePanel } from './outcome-panel';
import { nameOf, OutcomeListDocument, OutcomePanelDocument, type OutcomeRow } from './reads.teacher';
import { FlowField, useFlowChoice } from './use-flow-choice';

export interface OutcomeStep {
  rows: readonly OutcomeRow[];
  report: (report: Report) => void;
}

const NO_FILTERS = { q: '', state: [] as string[] };
const STATES = ['waiting', 'atRisk', 'assessed', 'recognised', 'issued'] as const;

const atRiskOf = ({ assessments }: OutcomeRow) => assessments.find(({ kind }) => kind === 'midterm')?.atRisk ?? 0;

/** How far a learner's outcomes have come. */
function stateOf(row: OutcomeRow): (typeof STATES)[number] {
  if (row.certificates.length > 0) return 'issued';
  if (row.recognition) return 'recognised';
  if (row.finalAssessedAt) return 'assessed';
  return atRiskOf(row) > 0 ? 'atRisk' : 'waiting';
}

/** Decides for the rows at hand as the assessment suggests. */
function RecogniseStep({ rows, report }: OutcomeStep) {
  const { t } = useTranslation('learning');
  const text = useErrorText('learning');
  const { submit, saving, errors } = useSubmit(RecogniseDocument, {
    refetchQueries: [OutcomeListDocument, OutcomePanelDocument],
  });
  const ready = rows.filter(({ finalAssessedAt, recognition }) => finalAssessedAt !== null && recognition === null);
  return (
    <>
      <Button
        variant="contained"
        disabled={ready.length === 0}
        loading={saving}
        onClick={async () => {
          const result = await submit({ input: { mobilityIds: ready.map(({ id }) => id) } });
          if (!result) return;
          const { done, refused } = result.recogniseLearning;
          report({ done: 'report.recognised', count: done.length, refused });
        }}
      >
        {t('outcomes.recognise', { count: ready.length })}
      </Button>
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
    </>
  );
}

/** Assessment, recognition and certificates of a flow. */
export function OutcomeList({ extra }: { extra?: (step: OutcomeStep) => ReactNode }) {
  const { t } = useTranslation('learning');
  const [{ flow: chosen }, setUrl] = useUrlState({ flow: '' });
  const { flow, flows, error, refetch } = useFlowChoice(chosen, 'returning');
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!flows) return <SkeletonList kind="page" />;
  if (!flow) {
    return (
      <Page title={t('nav.outcomes')}>
        <EmptyState title={t('list.noFlow')}>{t('list.noFlowText')}</EmptyState>
      </Page>
    );
  }
  const field = (
    <FlowField flows={flows} value={flow.id} onChange={(id) => setUrl({ flow: id, open: '' } as { flow: string })} />
  );
  return <FlowOutcomes key={flow.id} flowId={flow.id} field={field} extra={extra} />;
}

interface FlowOutcomesProps {
  flowId: string;
  field: ReactNode;
  extra: ((step: OutcomeStep) => ReactNode) | undefined;
}

function FlowOutcomes({ flowId, field, extra }: FlowOutcomesProps) {
  const { t } = useTranslation('learning');
  const [{ q, state, open }, setUrl] = useUrlState({ ...NO_FILTERS, open: '' });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [report, setReport] = useState<Report | null>(null);
  const { data, error, refetch } = useQuery(OutcomeListDocument, { variables: { flowIds: [flowId] } });
  const rows = data?.mobilities.nodes ?? [];
  const name = (id: string) => {
    const row = rows.find((one) => one.id === id);
    return row ? nameOf(row.participant) : '';
  };
  const shown = rows.filter(
    (row) =>
      (state.length === 0 || state.includes(stateOf(row))) &&
      `${nameOf(row.participant)} ${row.company?.name ?? ''}`.toLowerCase().includes(q.trim().toLowerCase()),
  );
  const steps = (some: readonly OutcomeRow[]) => (
    <>
      <RecogniseStep rows={some} report={setReport} />
      {extra?.({ rows: some, report: setReport })}
    </>
  );
  return (
    <Page
      title={t('nav.outcomes')}
      actions={
        <>
          {field}
          {selected.size === 0 && steps(rows)}
        </>
      }
    >
      {report && <BulkReport report={report} nameOf={name} />}
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonList rows={10} />
      ) : (
        <>
          <FilterBar
            search={{ value: q, onChange: (value) => setUrl({ q: value }), label: t('list.search') }}
            result={t('list.shown', { shown: shown.length, count: rows.length })}
            active={q !== '' || state.length > 0}
            onReset={() => setUrl(NO_FILTERS)}
          >
            <FilterMenu
              label={t('list.state')}
              options={STATES.map((value) => ({
                value,
                label: t(`outcomes.states.${value}`),
                count: rows.filter((row) => stateOf(row) === value).length,
              })).filter(({ count }) => count > 0)}
              selected={state}
              onChange={(value) => setUrl({ state: value })}
            />
          </FilterBar>
          <SplitView panel={open ? <OutcomePanel key={open} id={open} onClose={() => setUrl({ open: '' })} /> : null}>
            <OutcomeRows
              rows={shown}
              open={open}
              onOpen={(id) => setUrl({ open: id }, { push: true })}
              selected={selected}
              onSelect={setSelected}
              actions={(keys) => steps(rows.filter(({ id }) => keys.includes(id)))}
            />
          </SplitView>
        </>
      )}
    </Page>
  );
}

interface OutcomeRowsProps {
  rows: readonly OutcomeRow[];
  open: string;
  onOpen: (id: string) => void;
  selected: ReadonlySet<string>;
  onSelect: (next: ReadonlySet<string>) => void;
  actions: (keys: readonly string[]) => ReactNode;
}

function OutcomeRows({ rows, open, onOpen, selected, onSelect, actions }: OutcomeRowsProps) {
  const { t } = useTranslation('learning');
  const { say } = useSay();
  return (
    <DataTable
      caption={t('nav.outcomes')}
      rows={rows}
      rowKey={({ id }) => id}
      openKey={open || null}
      onOpen={({ id }) => onOpen(id)}
      selection={{ selected, onChange: onSelect, rowLabel: (row) => nameOf(row.participant), actions }}
      columns={[
        { key: 'name', header: t('list.learner'), cell: ({ participant }) => nameOf(participant), width: 200 },
        { key: 'company', header: t('party.hosting'), cell: ({ company }) => company?.name ?? '–' },
        { key: 'midterm', header: t('outcome.midterm'), cell: (row) => <Midterm row={row} /> },
        {
          key: 'final',
          header: t('outcome.final'),
          cell: (row) => <DateText value={row.finalAssessedAt} style="short" />,
        },
        {
          key: 'grade',
          header: t('outcomes.grade'),
          numeric: true,
          cell: ({ assessments }) => assessments.find(({ kind }) => kind === 'final')?.grade ?? '–',
        },
        {
          key: 'recognition',
          header: t('outcomes.recognition'),
          cell: ({ recognition }) =>
            recognition ? say(RECOGNITION_LABELS[recognition.result as RecognitionResult]) : '–',
        },
        { key: 'europass', header: t('europass.title'), cell: ({ certificates }) => certificates[0]?.number ?? '–' },
      ]}
      empty={<EmptyState title={t('list.nobody')}>{t('outcomes.nobodyText')}</EmptyState>}
    />
  );
}

function Midterm({ row }: { row: OutcomeRow }) {
  const { t } = useTranslation('learning');
  const midterm = row.assessments.find(({ kind }) => kind === 'midterm');
  if (!midterm) return <>–</>;
  const atRisk = midterm.atRisk ?? 0;
  return (
    <StateChip
      state={atRisk > 0 ? 'atRisk' : 'done'}
      label={atRisk > 0 ? t('outcomes.atRisk', { count: atRisk }) : t('outcomes.onTrack')}
      plain
    />
  );
}
