import { useToday } from '@softmob/portal-kit';
import { type Column, DateText, StateChip, type StateKey } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { arrivalLate, diaryQuiet, nameOf, type StayRow } from './stay-rows';

const STAGES: Readonly<Record<string, StateKey>> = { confirmed: 'waiting', abroad: 'abroad', back: 'done' };

/** Where a stay is; one that should have begun or ended says so. */
function Stage({ row }: { row: StayRow }) {
  const { t } = useTranslation('monitoring');
  const today = useToday();
  if (arrivalLate(row, today)) return <StateChip size="small" state="blocked" label={t('stage.notArrived')} />;
  if (row.stage === 'abroad' && row.endsOn < today) {
    return <StateChip size="small" state="atRisk" label={t('stage.notBack')} />;
  }
  return <StateChip size="small" state={STAGES[row.stage] ?? 'draft'} label={t(`stage.${row.stage}`)} />;
}

function Diary({ row }: { row: StayRow }) {
  const { t } = useTranslation('monitoring');
  const today = useToday();
  const { diaryDays, lastDiaryDay } = row.monitoring;
  if (row.stage === 'confirmed') return '–';
  if (diaryQuiet(row, today)) {
    return (
      <StateChip
        size="small"
        plain
        state="atRisk"
        label={lastDiaryDay ? t('diary.quietSince', { count: diaryDays }) : t('diary.nothing')}
      />
    );
  }
  return t('diary.count', { count: diaryDays });
}

function Reports({ row }: { row: StayRow }) {
  const { t } = useTranslation('monitoring');
  const { reportsDue, missingReportWeeks } = row.monitoring;
  if (row.stage === 'confirmed' || reportsDue === 0) return '–';
  const written = reportsDue - missingReportWeeks.length;
  const label = t('report.ofDue', { written, due: reportsDue });
  return missingReportWeeks.length > 0 ? <StateChip size="small" plain state="atRisk" label={label} /> : label;
}

/** What the board shows of each stay. */
export function useStayColumns(): Column<StayRow>[] {
  const { t } = useTranslation('monitoring');
  return [
    { key: 'name', header: t('column.learner'), cell: nameOf, width: 190 },
    { key: 'flow', header: t('column.flow'), inCard: 'hidden', cell: ({ flow }) => flow.code },
    { key: 'stage', header: t('column.stage'), cell: (row) => <Stage row={row} /> },
    {
      key: 'arrived',
      inCard: 'hidden',
      header: t('column.arrived'),
      cell: ({ arrivedOn, startsOn, stage }) =>
        arrivedOn ? (
          <DateText value={arrivedOn} style="short" />
        ) : stage === 'confirmed' ? (
          <>
            {t('column.expected')} <DateText value={startsOn} style="short" />
          </>
        ) : (
          '–'
        ),
    },
    {
      key: 'ends',
      inCard: 'hidden',
      header: t('column.ends'),
      cell: ({ endsOn }) => <DateText value={endsOn} style="short" />,
    },
    { key: 'diary', header: t('column.diary'), cell: (row) => <Diary row={row} /> },
    { key: 'reports', header: t('column.reports'), cell: (row) => <Reports row={row} /> },
    {
      key: 'attendance',
      inCard: 'hidden',
      header: t('column.attendance'),
      numeric: true,
      cell: ({ attendanceSummary: { days, workingDays }, stage }) =>
        stage === 'confirmed' ? '–' : `${String(days)}/${String(workingDays)}`,
    },
    {
      key: 'concerns',
      header: t('column.concerns'),
      cell: ({ monitoring }) =>
        monitoring.reportsWithConcerns > 0 ? (
          <StateChip
            size="small"
            plain
            state="blocked"
            label={t('report.concernCount', { count: monitoring.reportsWithConcerns })}
          />
        ) : (
          '–'
        ),
    },
  ];
}
