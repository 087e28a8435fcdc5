import { useQuery } from '@apollo/client/react';
import { Page, QueryError, useToday, useUrlState } from '@softmob/portal-kit';
import {
  addDays,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  FilterMenu,
  formatDate,
  SkeletonList,
  StateChip,
  useFormat,
} from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { FileButton } from '../shared/preview-dialog';
import { ViewTabs } from '../shared/view-tabs';
import { ExpiriesDocument, type Expiry } from './expiry.operations.coordinator';

const AHEAD_DAYS = 365;
const PAST = 'past';
const monthOf = ({ expiresOn }: Expiry, today: string): string =>
  expiresOn && expiresOn >= today ? expiresOn.slice(0, 7) : PAST;
const nameOf = ({ mobility: { participant } }: Expiry): string =>
  [participant.lastName, participant.firstName].filter(Boolean).join(', ');

function useColumns(): Column<Expiry>[] {
  const { t } = useTranslation('documents');
  const format = useFormat();
  return [
    {
      key: 'day',
      header: t('calendar.day'),
      width: 130,
      inCard: 'line',
      cell: ({ expiresOn }) => <span className="num">{expiresOn && format.date(expiresOn, 'medium')}</span>,
    },
    { key: 'who', header: t('calendar.who'), inCard: 'title', cell: nameOf },
    {
      key: 'what',
      header: t('review.kind'),
      cell: ({ kind, ...file }) => (
        <FileButton file={file}>
          <small style={{ display: 'block' }}>{t(`kind.${kind}`)}</small>
        </FileButton>
      ),
    },
    {
      key: 'stay',
      header: t('stay.label'),
      cell: ({ mobility: { flow, startsOn, endsOn } }) => (
        <span className="num">
          {flow.code} · {flow.town}, {format.dateRange(startsOn, endsOn)}
        </span>
      ),
    },
    {
      key: 'state',
      header: t('calendar.state'),
      cell: ({ expiryWarning }) =>
        expiryWarning ? (
          <StateChip
            plain
            state={expiryWarning === 'soon' ? 'waiting' : 'atRisk'}
            label={t(`expiry.${expiryWarning}`)}
          />
        ) : (
          <StateChip plain state="done" label={t('calendar.lasts')} />
        ),
    },
  ];
}

/** What runs out in the coming year of stays that are not over: by month, by flow and by person. */
export function ExpiryScreen() {
  const { t, i18n } = useTranslation('documents');
  const today = useToday();
  const columns = useColumns();
  const [url, setUrl] = useUrlState({ month: '', flow: [] as string[], q: '' });
  const variables = { until: addDays(today, AHEAD_DAYS), flowIds: url.flow.length > 0 ? url.flow : null };
  const { data, error, refetch } = useQuery(ExpiriesDocument, { variables, fetchPolicy: 'cache-and-network' });
  const all = data?.documentExpiries ?? [];
  const months = [...new Set(all.map((row) => monthOf(row, today)))];
  const counts = (month: string) => all.filter((row) => monthOf(row, today) === month).length;
  const word = url.q.trim().toLowerCase();
  const rows = all.filter(
    (row) => (!url.month || monthOf(row, today) === url.month) && nameOf(row).toLowerCase().includes(word),
  );
  const nameOfMonth = (month: string) =>
    month === PAST ? t('calendar.past') : formatDate(`${month}-01`, 'month', i18n.language);
  return (
    <Page
      title={t('calendar.title')}
      description={t('calendar.description')}
      crumbs={[{ label: t('review.title'), to: '/documents' }]}
    >
      <ViewTabs
        label={t('calendar.month')}
        value={url.month}
        onChange={(month) => setUrl({ month })}
        views={[
          { value: '', label: t('calendar.year'), count: data && all.length },
          ...months.map((value) => ({ value, label: nameOfMonth(value), count: counts(value) })),
        ]}
      />
      <FilterBar
        search={{ value: url.q, onChange: (q) => setUrl({ q }), label: t('review.search') }}
        active={url.q !== '' || url.flow.length > 0}
        onReset={() => setUrl({ q: '', flow: [] })}
        result={data && t('review.result', { count: rows.length })}
      >
        <FilterMenu
          label={t('review.flow')}
          options={(data?.flows ?? []).map(({ id, code, town }) => ({ value: id, label: `${code} · ${town}` }))}
          selected={url.flow}
          onChange={(flow) => setUrl({ flow, month: '' })}
        />
      </FilterBar>
      {error && <QueryError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonList rows={8} />}
      {data && rows.length === 0 && <EmptyState title={t('calendar.none')}>{t('calendar.noneHint')}</EmptyState>}
      {rows.length > 0 && (
        <DataTable caption={t('calendar.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
    </Page>
  );
}
