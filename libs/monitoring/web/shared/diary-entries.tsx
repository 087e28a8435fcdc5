import { styled } from '@mui/material/styles';
import { DateText, NumberText } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

const Root = styled('ol')(({ theme }) => ({
  display: 'grid',
  gap: 16,
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& > li': { display: 'grid', gap: 4, paddingTop: 16, borderTop: `1px solid ${theme.palette.divider}` },
  '& > li:first-of-type': { paddingTop: 0, borderTop: 0 },
  '& .head': { display: 'flex', gap: 10, alignItems: 'baseline', fontWeight: 600 },
  '& .head small': { fontWeight: 400, color: theme.palette.text.secondary },
  '& p': { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  '& .learned': { color: theme.palette.text.secondary },
}));

export interface DiaryDay {
  id: string;
  day: string;
  hours: number;
  activities: string;
  learned: string;
}

/** Days of a diary, as others read them. */
export function DiaryEntries({ entries }: { entries: readonly DiaryDay[] }) {
  const { t } = useTranslation('monitoring');
  return (
    <Root>
      {entries.map(({ id, day, hours, activities, learned }) => (
        <li key={id}>
          <div className="head">
            <DateText value={day} style="weekday" />
            <small className="num">
              <NumberText value={hours} kind="hours" digits={Number.isInteger(hours) ? 0 : 1} />
            </small>
          </div>
          {activities && <p>{activities}</p>}
          {learned && (
            <p className="learned">
              {t('diary.learnedWas')} {learned}
            </p>
          )}
        </li>
      ))}
    </Root>
  );
}
