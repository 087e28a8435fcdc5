import { useQuery } from '@apollo/client/react';
import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import { Page, QueryError, useFormat, useUrlState } from '@softmob/portal-kit';
import { type Column, DataTable, EmptyState, Notice, Section, SkeletonList, StatTile } from '@softmob/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DecisionText, ForecastText, MissingList } from './departure-cells';
import { FilterToggle } from './filter-toggle';
import { type Departure, DepartureDocument, type DepartureRow } from './departure-documents';

const nameOf = ({ mobility }: DepartureRow): string =>
  [mobility.participant.firstName, mobility.participant.lastName].filter(Boolean).join(' ');

/** Buttons for the rows that were chosen; `done` clears the choice. */
export type DepartureActions = (rows: readonly DepartureRow[], done: () => void) => ReactNode;

/** Go or no-go: who of a flow lacks what and who holds it; decided by the coordinator, read by the school. */
export function DepartureView({ actions }: { actions?: DepartureActions }) {
  const { t, i18n } = useTranslation('cockpit');
  const format = useFormat();
  const { flowId = '' } = useParams();
  const { data, error, refetch } = useQuery(DepartureDocument, {
    variables: { flowId, locale: i18n.language },
    fetchPolicy: 'cache-and-network',
  });
  if (error) return <QueryError error={error} level={1} backTo="/" onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList kind="page" />;
  const { flow, daysToDeparture, rows, flowSteps } = data.departure;
  return (
    <Page
      title={t('departure.title', { code: flow.code })}
      crumbs={[{ label: t('nav.radar'), to: '/' }]}
      description={`${flow.town} · ${format.dateRange(flow.startsOn, flow.endsOn)} · ${t('departure.days', { count: Math.max(daysToDeparture, 0) })}`}
      actions={
        <>
          <Button className="no-print" startIcon={<ForumOutlined />} href={`/messages/new?kind=flow&subject=${flowId}`}>
            {t('kit:action.message')}
          </Button>
          {actions && (
            <Button className="no-print" startIcon={<CampaignOutlined />} href={`/messages/flow?flow=${flowId}`}>
              {t('departure.messageAll')}
            </Button>
          )}
          <Button className="no-print" startIcon={<PrintOutlined />} onClick={() => window.print()}>
            {t('kit:action.print')}
          </Button>
        </>
      }
    >
      <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 20 }}>
        <Tiles rows={rows} forecast={data.departure.forecast} />
        {flowSteps.length > 0 && (
          <Section title={t('departure.flow')}>
            <MissingList steps={flowSteps} />
          </Section>
        )}
        {actions && rows.length > 0 && (
          <div className="no-print">
            <Notice tone="brand">{t('departure.how')}</Notice>
          </div>
        )}
        <DepartureTable rows={rows} actions={actions} daysLeft={daysToDeparture} />
      </div>
    </Page>
  );
}

function Tiles({ rows, forecast }: Pick<Departure, 'rows' | 'forecast'>) {
  const { t } = useTranslation('cockpit');
  const go = rows.filter(({ decision }) => decision?.decision === 'go').length;
  const stay = rows.filter(({ decision }) => decision?.decision === 'no-go').length;
  const ready = rows.filter(({ missing }) => missing.length === 0).length;
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))' }}>
      <StatTile label={t('departure.ready')} value={`${String(ready)} / ${String(rows.length)}`} />
      {forecast && (
        <StatTile
          label={t('forecast.tile')}
          value={forecast.atRisk + forecast.late}
          hint={t('forecast.tileHint', { count: forecast.late, onTime: String(forecast.onTime) })}
          state={forecast.late > 0 ? 'blocked' : forecast.atRisk > 0 ? 'atRisk' : 'done'}
        />
      )}
      <StatTile label={t('departure.go')} value={go} />
      <StatTile label={t('departure.no-go')} value={stay} />
      <StatTile label={t('departure.open')} value={rows.length - go - stay} />
    </div>
  );
}

interface DepartureTableProps {
  rows: Departure['rows'];
  actions: DepartureActions | undefined;
  daysLeft: number;
}

function DepartureTable({ rows: all, actions, daysLeft }: DepartureTableProps) {
  const { t } = useTranslation('cockpit');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [{ risk }, setUrl] = useUrlState({ risk: false });
  const rows = risk ? all.filter(({ forecast }) => forecast && forecast.verdict !== 'on-time') : all;
  const columns: Column<DepartureRow>[] = [
    { key: 'name', header: t('departure.name'), inCard: 'title', cell: nameOf },
    {
      key: 'missing',
      header: t('departure.missing'),
      inCard: 'wide',
      cell: ({ missing }) => <MissingList steps={missing} />,
    },
    {
      key: 'forecast',
      header: t('forecast.title'),
      inCard: 'wide',
      width: 280,
      cell: (row) => <ForecastText row={row} daysLeft={daysLeft} />,
    },
    { key: 'decision', header: t('departure.decision'), width: 260, cell: (row) => <DecisionText row={row} /> },
  ];
  return (
    <>
      {all.some(({ forecast }) => forecast) && (
        <div className="no-print">
          <FilterToggle label={t('forecast.only')} on={risk} onChange={(on) => setUrl({ risk: on })} />
        </div>
      )}
      <DataTable
        caption={t('departure.people')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        maxHeight="none"
        empty={
          risk ? (
            <EmptyState title={t('forecast.nobody')} />
          ) : (
            <EmptyState title={t('radar.nobody')} action={<Button href="/">{t('nav.radar')}</Button>}>
              {t('departure.nobodyHint')}
            </EmptyState>
          )
        }
        selection={
          actions && {
            selected,
            onChange: setSelected,
            rowLabel: nameOf,
            actions: (keys) =>
              actions(
                rows.filter(({ id }) => keys.includes(id)),
                () => setSelected(new Set()),
              ),
          }
        }
      />
    </>
  );
}
