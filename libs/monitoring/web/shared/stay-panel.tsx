import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { QueryError } from '@softmob/portal-kit';
import { Facts, SidePanel, SkeletonList, useFormat } from '@softmob/ui';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hoursText } from './hours-text';
import { DiaryEntries, type DiaryDay } from './diary-entries';
import { EvaluationAnswers, type GivenEvaluation } from './evaluation-answers';
import { type Report, ReportEntries } from './report-entries';
import { nameOf, type StayRow } from './stay-rows';

/** What the panel reads of one stay. */
export interface StayDetail {
  attendanceSummary: { days: number; present: number; hours: number; workingDays: number };
  weeklyReports: readonly Report[];
  diary: readonly DiaryDay[];
  evaluation?: GivenEvaluation | null | undefined;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Typography variant="h3" sx={{ mb: 2 }}>
        {title}
      </Typography>
      {children}
    </section>
  );
}

export interface StayPanelProps {
  row: StayRow;
  detail: StayDetail | undefined;
  error: unknown;
  onRetry: () => void;
  onClose: () => void;
  /** Whether the reader may read evaluations. */
  withEvaluation: boolean;
  children?: ReactNode;
}

/** One stay beside the board: worries first, then reports, then what the diary shares. */
export function StayPanel({ row, detail, error, onRetry, onClose, withEvaluation, children }: StayPanelProps) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const quiet = (text: string) => <Typography color="textSecondary">{text}</Typography>;
  return (
    <SidePanel
      open
      onClose={onClose}
      title={nameOf(row)}
      footer={
        <Button size="small" href={`/messages/new?kind=mobility&subject=${row.id}`}>
          {t('kit:action.message')}
        </Button>
      }
      subtitle={`${row.flow.code} · ${row.company?.name ?? row.flow.town}`}
    >
      {error !== undefined && error !== null && <QueryError error={error} onRetry={onRetry} />}
      {!error && !detail && <SkeletonList rows={5} />}
      {detail && (
        <Stack spacing={6}>
          <Facts
            items={[
              { label: t('panel.stay'), value: format.dateRange(row.startsOn, row.endsOn) },
              {
                label: t('column.attendance'),
                value: t('panel.attendance', {
                  present: detail.attendanceSummary.present,
                  days: detail.attendanceSummary.days,
                  total: detail.attendanceSummary.workingDays,
                  hours: hoursText(format, detail.attendanceSummary.hours),
                }),
              },
            ]}
          />
          {children}
          <Part title={t('panel.reports')}>
            {detail.weeklyReports.length > 0 ? (
              <ReportEntries reports={detail.weeklyReports} />
            ) : (
              quiet(t('panel.noReports'))
            )}
          </Part>
          <Part title={t('panel.diary')}>
            {detail.diary.length > 0 ? (
              <DiaryEntries entries={[...detail.diary].reverse()} />
            ) : (
              quiet(t('panel.noDiary', { count: row.monitoring.diaryDays }))
            )}
          </Part>
          {withEvaluation && row.monitoring.evaluated && (
            <Part title={t('panel.evaluation')}>
              {detail.evaluation ? <EvaluationAnswers evaluation={detail.evaluation} /> : quiet(t('panel.private'))}
            </Part>
          )}
        </Stack>
      )}
    </SidePanel>
  );
}
