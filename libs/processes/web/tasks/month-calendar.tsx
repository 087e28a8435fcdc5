import ChevronLeftOutlined from '@mui/icons-material/ChevronLeftOutlined';
import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { addDays, useFormat, useToday } from '@softmob/portal-kit';
import { AppLink, StateIcon, type StateKey } from '@softmob/ui';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { monthOf, shiftMonth, weeksOf } from './month';

/** One thing that is due on a day. */
export interface MonthEntry {
  readonly id: string;
  readonly day: string;
  readonly title: string;
  readonly detail: string;
  readonly state: StateKey;
  readonly to: string;
}

interface MonthCalendarProps {
  /** Any day of the month that is shown. */
  month: string;
  onMonth: (day: string) => void;
  entries: readonly MonthEntry[];
  caption: string;
}

const Frame = styled('div')(({ theme }) => ({
  '& header': { display: 'flex', alignItems: 'center', gap: 8, marginBottom: 12 },
  '& h2': { margin: 0, minWidth: 170, fontSize: '1.125rem', '&::first-letter': { textTransform: 'uppercase' } },
  '& table': { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  '& th': { padding: '6px 8px', textAlign: 'start', fontSize: '0.75rem', color: theme.palette.text.secondary },
  '& td': {
    height: 104,
    padding: 4,
    verticalAlign: 'top',
    border: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.background.paper,
    '&:focus-visible': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: -2 },
    '&[data-outside]': { backgroundColor: theme.palette.surface.sunken },
    '&[data-today] > span': { color: theme.palette.brand.main, fontWeight: 700 },
    '& > span': { padding: '0 4px', fontSize: '0.75rem', color: theme.palette.text.secondary },
  },
  '& ul': { margin: 0, padding: 0, listStyle: 'none' },
  '& li > a': {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    gap: 4,
    padding: '2px 4px',
    borderRadius: 4,
    color: 'inherit',
    fontSize: '0.8125rem',
    lineHeight: 1.3,
    textDecoration: 'none',
    '& svg': { fontSize: 14, marginTop: 2 },
    '& strong, & small': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& strong': { fontWeight: 550 },
    '& small': { color: theme.palette.text.secondary },
    '&:hover': { backgroundColor: theme.palette.surface.hover },
  },
  '& .days': { display: 'none' },
  [theme.breakpoints.down('sm')]: {
    '& table': { display: 'none' },
    '& .days': { display: 'grid', gap: 16 },
    '& h3': { margin: '0 0 4px', fontSize: '0.875rem' },
    '& li > a': { padding: '10px 4px', fontSize: '0.9375rem', '& strong': { whiteSpace: 'normal' } },
  },
}));

const MOVES: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** What is due in a month: a sheet of weeks walked by the arrow keys, on a phone the days that hold something. */
export function MonthCalendar({ month, onMonth, entries, caption }: MonthCalendarProps) {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  const today = useToday();
  const root = useRef<HTMLDivElement>(null);
  const byDay = new Map<string, MonthEntry[]>();
  for (const entry of entries) byDay.set(entry.day, [...(byDay.get(entry.day) ?? []), entry]);
  const start = monthOf(today) === monthOf(month) ? today : `${monthOf(month)}-01`;
  const walk = (event: KeyboardEvent<HTMLTableCellElement>, day: string) => {
    if (event.target !== event.currentTarget) return;
    const target = event.key in MOVES ? addDays(day, MOVES[event.key] ?? 0) : null;
    if (event.key === 'PageUp' || event.key === 'PageDown') onMonth(shiftMonth(day, event.key === 'PageUp' ? -1 : 1));
    else if (!target) return;
    event.preventDefault();
    if (target) root.current?.querySelector<HTMLElement>(`[data-day="${target}"]`)?.focus();
  };
  return (
    <Frame ref={root}>
      <header>
        <IconButton aria-label={t('month.earlier')} onClick={() => onMonth(shiftMonth(month, -1))}>
          <ChevronLeftOutlined />
        </IconButton>
        <h2 aria-live="polite">{format.date(`${monthOf(month)}-01`, 'month')}</h2>
        <IconButton aria-label={t('month.later')} onClick={() => onMonth(shiftMonth(month, 1))}>
          <ChevronRightOutlined />
        </IconButton>
        <Button onClick={() => onMonth(today)}>{t('kit:word.today')}</Button>
      </header>
      <table aria-label={caption}>
        <caption className="visually-hidden">{t('month.keys')}</caption>
        <thead>
          <tr>
            {t('month.weekdays')
              .split(' ')
              .map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  data-day={day}
                  data-outside={monthOf(day) === monthOf(month) ? undefined : ''}
                  data-today={day === today ? '' : undefined}
                  aria-label={`${format.date(day, 'long')}: ${t('month.due', { count: byDay.get(day)?.length ?? 0 })}`}
                  tabIndex={day === start ? 0 : -1}
                  onKeyDown={(event) => walk(event, day)}
                >
                  <span className="num">{Number(day.slice(8))}</span>
                  <Entries entries={byDay.get(day) ?? []} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="days">
        {[...byDay]
          .filter(([day]) => monthOf(day) === monthOf(month))
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([day, due]) => (
            <section key={day}>
              <h3>{format.date(day, 'weekday')}</h3>
              <Entries entries={due} />
            </section>
          ))}
        {![...byDay.keys()].some((day) => monthOf(day) === monthOf(month)) && <p>{t('month.none')}</p>}
      </div>
    </Frame>
  );
}

function Entries({ entries }: { entries: readonly MonthEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <ul>
      {entries.map(({ id, title, detail, state, to }) => (
        <li key={id}>
          <AppLink href={to} title={`${title} · ${detail}`}>
            <StateIcon state={state} />
            <span>
              <strong>{title}</strong>
              <small className="num">{detail}</small>
            </span>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
