import ChevronLeftOutlined from '@mui/icons-material/ChevronLeftOutlined';
import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import CheckOutlined from '@mui/icons-material/CheckOutlined';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { addDays, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

const Root = styled('div')(({ theme }) => ({
  '& .head': { display: 'grid', gridTemplateColumns: '48px 1fr 48px', alignItems: 'center', textAlign: 'center' },
  '& .head strong': { fontWeight: 600 },
  '& .head small': { display: 'block', color: theme.palette.text.secondary },
  '& ol': {
    display: 'grid',
    gridTemplateColumns: 'repeat(7, 1fr)',
    gap: 4,
    margin: '8px 0 0',
    padding: 0,
    listStyle: 'none',
  },
  '& button.day': {
    all: 'unset',
    boxSizing: 'border-box',
    width: '100%',
    display: 'grid',
    justifyItems: 'center',
    gap: 2,
    minHeight: 68,
    padding: '8px 0',
    borderRadius: 10,
    border: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.background.paper,
    cursor: 'pointer',
    fontSize: '0.75rem',
    color: theme.palette.text.secondary,
  },
  '& button.day b': { fontSize: '1rem', fontWeight: 600, color: theme.palette.text.primary },
  '& button.day .mark': { height: 16, fontSize: 16, color: theme.palette.state.done.fg, display: 'grid' },
  '& button.day:disabled': { cursor: 'default', opacity: 0.45, borderStyle: 'dashed' },
  '& button.day[aria-current]': {
    borderColor: theme.palette.brand.main,
    boxShadow: `inset 0 0 0 1px ${theme.palette.brand.main}`,
    backgroundColor: theme.palette.brand.soft,
  },
  '& button.day:focus-visible': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: 2 },
}));

export interface WeekStripProps {
  /** The Monday. */
  week: string;
  number: number;
  startsOn: string;
  endsOn: string;
  today: string;
  day: string;
  written: ReadonlySet<string>;
  onDay: (day: string) => void;
  onWeek: (monday: string) => void;
}

/** Seven days at the thumb: written, open, still to come. */
export function WeekStrip({ week, number, startsOn, endsOn, today, day, written, onDay, onWeek }: WeekStripProps) {
  const { t, i18n } = useTranslation('monitoring');
  const format = useFormat();
  const last = addDays(week, 6);
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <Root>
      <div className="head">
        <IconButton
          aria-label={t('diary.weekBefore')}
          disabled={week <= startsOn}
          onClick={() => onWeek(addDays(week, -7))}
        >
          <ChevronLeftOutlined />
        </IconButton>
        <div>
          <strong>{t('diary.week', { number })}</strong>
          <small className="num">{format.dateRange(week, last)}</small>
        </div>
        <IconButton
          aria-label={t('diary.weekAfter')}
          disabled={last >= endsOn || addDays(week, 7) > today}
          onClick={() => onWeek(addDays(week, 7))}
        >
          <ChevronRightOutlined />
        </IconButton>
      </div>
      <ol aria-label={t('diary.days')}>
        {Array.from({ length: 7 }, (_day, at) => addDays(week, at)).map((one) => (
          <li key={one}>
            <button
              type="button"
              className="day"
              disabled={one < startsOn || one > endsOn || one > today}
              aria-current={one === day ? 'date' : undefined}
              aria-label={`${format.date(one, 'weekday')}${written.has(one) ? `, ${t('diary.written')}` : ''}`}
              onClick={() => onDay(one)}
            >
              <span aria-hidden>{weekday.format(new Date(`${one}T00:00:00Z`))}</span>
              <b className="num" aria-hidden>
                {Number(one.slice(8))}
              </b>
              <span className="mark" aria-hidden>
                {written.has(one) && <CheckOutlined fontSize="inherit" />}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </Root>
  );
}
