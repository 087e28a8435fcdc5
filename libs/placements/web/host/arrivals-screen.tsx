import { useQuery } from '@apollo/client/react';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { Page, QueryError, useUrlState } from '@softmob/portal-kit';
import { type Column, DataTable, EmptyState, FilterBar, FilterMenu, SkeletonList, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { ArrivalSheet } from './arrival-sheet';
import { type Arrival, ArrivalSheetDocument, nameOf } from './arrivals.operations';
import { TakeBack } from './take-back';

const PERIODS = ['4', '8', '12', '26', '52'];

function useColumns(): Column<Arrival>[] {
  const { t } = useTranslation('placements');
  const format = useFormat();
  return [
    { key: 'name', header: t('column.learner'), cell: nameOf, inCard: 'title', width: 180 },
    { key: 'flow', header: t('column.flow'), cell: ({ flow }) => flow.code },
    {
      key: 'stay',
      header: t('column.stay'),
      cell: ({ startsOn, endsOn }) => `${format.date(startsOn, 'weekday')} – ${format.date(endsOn, 'short')}`,
    },
    { key: 'company', header: t('column.company'), cell: ({ company }) => company?.name ?? '–' },
    { key: 'tutor', header: t('column.tutor'), cell: ({ tutor }) => tutor?.name ?? t('arrivals.noTutor') },
    {
      key: 'takeBack',
      header: t('column.takeBack'),
      cell: (row) =>
        row.mobility.stage === 'confirmed' ? (
          <TakeBack placementId={row.id} name={nameOf(row)} school={row.sendingOrganisation.name} />
        ) : null,
    },
    {
      key: 'care',
      header: t('column.care'),
      cell: ({ mobility: { participant } }) =>
        [participant.minor ? t('board.minor') : '', participant.diet ?? ''].filter(Boolean).join(' · '),
    },
    { key: 'phone', header: t('column.phone'), cell: ({ mobility }) => mobility.participant.phone ?? '–' },
    {
      key: 'emergency',
      header: t('column.emergency'),
      cell: ({ mobility: { participant } }) =>
        [participant.emergencyContact, participant.emergencyPhone].filter(Boolean).join(' · ') || '–',
    },
  ];
}

/** Who arrives, with all that one needs on the day; printed, one sheet per flow. */
export function ArrivalsScreen() {
  const { t } = useTranslation('placements');
  const [url, setUrl] = useUrlState({ q: '', flow: '', weeks: '12' });
  const columns = useColumns();
  const { data, error, refetch } = useQuery(ArrivalSheetDocument, {
    variables: { weeks: Number(url.weeks) || 12 },
    fetchPolicy: 'cache-and-network',
  });
  const all = data?.arrivals ?? [];
  const flows = [...new Map(all.map(({ flow }) => [flow.id, flow])).values()];
  const word = url.q.trim().toLowerCase();
  const rows = all.filter(
    (row) =>
      (!url.flow || url.flow.split(',').includes(row.flow.id)) &&
      (!word || `${nameOf(row)} ${row.company?.name ?? ''}`.toLowerCase().includes(word)),
  );
  return (
    <Page
      title={t('arrivals.title')}
      description={<span className="no-print">{t('arrivals.description')}</span>}
      actions={
        <Button
          className="no-print"
          variant="contained"
          startIcon={<PrintOutlined />}
          disabled={rows.length === 0}
          onClick={() => window.print()}
        >
          {t('arrivals.print')}
        </Button>
      }
    >
      {error && <QueryError error={error} onRetry={() => void refetch()} ns="placements" />}
      {!error && !data && <SkeletonList rows={10} />}
      {data && (
        <>
          <div className="no-print">
            <FilterBar
              search={{ value: url.q, onChange: (q) => setUrl({ q }), label: t('arrivals.search') }}
              active={url.q !== '' || url.flow !== ''}
              onReset={() => setUrl({ q: '', flow: '' })}
              result={t('arrivals.result', { count: rows.length, total: all.length })}
            >
              <FilterMenu
                label={t('column.flow')}
                options={flows.map(({ id, code }) => ({
                  value: id,
                  label: code,
                  count: all.filter(({ flow }) => flow.id === id).length,
                }))}
                selected={url.flow ? url.flow.split(',') : []}
                onChange={(next) => setUrl({ flow: [...next].join(',') })}
              />
              <TextField
                select
                value={url.weeks}
                onChange={({ target }) => setUrl({ weeks: target.value })}
                slotProps={{ select: { native: true }, htmlInput: { 'aria-label': t('arrivals.period') } }}
                sx={{ width: 'auto', minWidth: 180 }}
              >
                {PERIODS.map((value) => (
                  <option key={value} value={value}>
                    {t('arrivals.weeks', { count: Number(value) })}
                  </option>
                ))}
              </TextField>
            </FilterBar>
            <DataTable
              caption={t('arrivals.title')}
              rows={rows}
              rowKey={({ id }) => id}
              columns={columns}
              empty={<EmptyState title={t('arrivals.none')}>{t('arrivals.noneHint')}</EmptyState>}
            />
          </div>
          <ArrivalSheet arrivals={rows} />
        </>
      )}
    </Page>
  );
}
