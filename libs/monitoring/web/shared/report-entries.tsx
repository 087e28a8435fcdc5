import { styled } from '@mui/material/styles';
import { addDays, Notice, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

const Root = styled('ol')(({ theme }) => ({
  display: 'grid',
  gap: 14,
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& > li': { display: 'grid', gap: 6 },
  '& .head': { display: 'flex', flexWrap: 'wrap', gap: '0 10px', alignItems: 'baseline', fontWeight: 600 },
  '& .head small': { fontWeight: 400, color: theme.palette.text.secondary },
  '& p': { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
}));

export interface Report {
  id: string;
  weekStart: string;
  progress: number;
  attitude: number;
  comment: string;
  concerns?: string | null | undefined;
}

/** The tutor’s weekly reports, the newest first, worries before words. */
export function ReportEntries({ reports }: { reports: readonly Report[] }) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  return (
    <Root>
      {reports.map(({ id, weekStart, progress, attitude, comment, concerns }) => (
        <li key={id}>
          <div className="head">
            <span className="num">{format.dateRange(weekStart, addDays(weekStart, 6))}</span>
            <small>{t('report.levels', { progress: t(`level.${progress}`), attitude: t(`level.${attitude}`) })}</small>
          </div>
          {concerns && (
            <Notice tone="blocked" title={t('report.concern')}>
              {concerns}
            </Notice>
          )}
          {comment && <p>{comment}</p>}
        </li>
      ))}
    </Root>
  );
}
