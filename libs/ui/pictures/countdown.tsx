import { styled } from '@mui/material/styles';
import { daysBetween } from '../format';
import { useFormat, useUiText } from '../use-format';

const Root = styled('div')(({ theme }) => ({
  display: 'grid',
  alignContent: 'start',
  gap: 2,
  '& .figure': { fontSize: '2rem', lineHeight: 1.1, fontWeight: 660, letterSpacing: '-0.025em' },
  '& .label': { color: theme.palette.text.secondary },
  '& .bar': { height: 6, marginTop: 10, borderRadius: 3, backgroundColor: theme.palette.divider, overflow: 'hidden' },
  '& .bar > span': { display: 'block', height: '100%', borderRadius: 3, backgroundColor: theme.palette.brand.main },
}));

export interface CountdownProps {
  /** The day counted down to (business date). */
  to: string;
  /** Today's business date. */
  today: string;
  /** What happens on that day: "until you leave for Dublin". */
  label: string;
  /** The last day of what begins on `to`: between the two it counts the days passed. */
  until?: string | undefined;
}

/** Days to go; during the stay, the day it is. */
export function Countdown({ to, today, label, until }: CountdownProps) {
  const t = useUiText();
  const format = useFormat();
  const days = daysBetween(today, to);
  const inside = until !== undefined && days <= 0 && today <= until;
  const total = until === undefined ? 0 : daysBetween(to, until) + 1;
  const figure = inside
    ? t('countdown.dayOf', { day: 1 - days, total })
    : days > 0
      ? t('countdown.days', { count: days })
      : days === 0
        ? t('countdown.today')
        : t('countdown.past', { count: -days });
  return (
    <Root>
      <span className="figure num">{figure}</span>
      <span className="label">
        {label} <time dateTime={to}>({format.date(to, 'weekday')})</time>
      </span>
      {inside && (
        <span className="bar" aria-hidden>
          <span style={{ width: `${(100 * (1 - days)) / total}%` }} />
        </span>
      )}
    </Root>
  );
}
