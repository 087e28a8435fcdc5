import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useFormat } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ATTENDANCE_STATUSES, weekdayOf } from '@softmob/monitoring-model';
import { HoursChoice } from '../shared/hours-choice';

/** One day as the tutor records it; an empty status is not recorded. */
export interface DayRecord {
  day: string;
  status: string;
  hours: number;
}

const Root = styled('fieldset')(({ theme }) => ({
  minWidth: 0,
  margin: 0,
  padding: 0,
  border: 0,
  '& > legend': { padding: 0, marginBottom: 8, fontSize: '1rem', fontWeight: 640 },
  '& .days': {
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 12,
    backgroundColor: theme.palette.background.paper,
  },
  '& .day': { display: 'grid', gap: 10, padding: 14, borderTop: `1px solid ${theme.palette.divider}` },
  '& .day:first-of-type': { borderTop: 0 },
  '& .head': { display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: 50 },
  '& .head strong': { fontWeight: 600 },
  '& .statuses': { display: 'grid', gridTemplateColumns: 'repeat(4, minmax(0, 1fr))', gap: 6 },
  '& .statuses label': {
    display: 'grid',
    placeItems: 'center',
    minHeight: 48,
    padding: '0 4px',
    borderRadius: 10,
    border: `1px solid ${theme.palette.surface.outline}`,
    fontSize: '0.875rem',
    textAlign: 'center',
    lineHeight: 1.2,
    cursor: 'pointer',
  },
  '& .statuses label:has(:checked)': {
    borderColor: theme.palette.brand.main,
    boxShadow: `inset 0 0 0 1px ${theme.palette.brand.main}`,
    backgroundColor: theme.palette.brand.soft,
    color: theme.palette.brand.strong,
    fontWeight: 600,
  },
  '& .statuses label:has(:focus-visible)': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: 2 },
}));

export interface AttendanceDaysProps {
  days: readonly DayRecord[];
  onChange: (days: DayRecord[]) => void;
  name: string;
}

/** Who was there on which day: a usual week is filled in, one tap changes a day. */
export function AttendanceDays({ days, onChange, name }: AttendanceDaysProps) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const [whole, setWhole] = useState(false);
  const patch = (day: string, part: Partial<DayRecord>) =>
    onChange(days.map((one) => (one.day === day ? { ...one, ...part } : one)));
  const shown = days.filter(({ day, status }) => whole || weekdayOf(day) < 5 || status !== '');
  return (
    <Root>
      <legend>{t('report.days', { name })}</legend>
      <div className="days">
        {shown.map(({ day, status, hours }) => (
          <div className="day" key={day} role="group" aria-label={format.date(day, 'weekday')}>
            <div className="head">
              <strong>{format.date(day, 'weekday')}</strong>
              {status === 'present' && (
                <HoursChoice
                  id={`hours-${day}`}
                  label={t('report.hours')}
                  labelHidden
                  value={hours}
                  onChange={(next) => patch(day, { hours: next })}
                />
              )}
            </div>
            <div className="statuses">
              {ATTENDANCE_STATUSES.map((one) => (
                <label key={one}>
                  <input
                    className="visually-hidden"
                    type="radio"
                    name={`status-${day}`}
                    checked={status === one}
                    onChange={() => patch(day, { status: one })}
                  />
                  {t(`attendance.${one}`)}
                </label>
              ))}
            </div>
          </div>
        ))}
      </div>
      {shown.length < days.length && <Button onClick={() => setWhole(true)}>{t('report.weekend')}</Button>}
    </Root>
  );
}
