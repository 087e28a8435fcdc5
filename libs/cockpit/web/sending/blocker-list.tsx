import { styled } from '@mui/material/styles';
import { useFormat, useToday } from '@softmob/portal-kit';
import { AppLink, StateIcon } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { boardLink } from './board-link';
import { type Blocker } from './radar-documents';
import { useForecastText } from './use-forecast-text';
import { useHolder } from './use-holder';

const Root = styled('ul')(({ theme }) => ({
  display: 'grid',
  margin: '0 -8px',
  padding: 0,
  listStyle: 'none',
  fontSize: '0.875rem',
  lineHeight: 1.45,
  '& li': {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1.1fr) minmax(212px, 0.7fr) minmax(0, 0.7fr)',
    gap: '0 12px',
    alignItems: 'center',
    padding: '3px 8px',
    borderRadius: 6,
  },
  '& li > *': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& li:hover': { backgroundColor: theme.palette.surface.hover },
  '& svg': { display: 'block', fontSize: 16, color: theme.palette.state.waiting.fg },
  '& [data-late="true"] svg, & [data-late="true"] .when': { color: theme.palette.state.blocked.fg },
  '& a': { color: 'inherit', textDecoration: 'none', fontWeight: 550 },
  '& a::after': { content: '""', position: 'absolute', inset: 0, borderRadius: 6 },
  '& a:focus-visible': { outline: 'none' },
  '& li:has(a:focus-visible)': { outline: `2px solid ${theme.palette.brand.main}` },
  '& .when, & .who': { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  // Beside a narrow list of one's own work: what on the first line, when and who on the second.
  '@container (max-width: 600px)': {
    '& li': { gridTemplateColumns: '16px auto minmax(0, 1fr)', alignItems: 'start', padding: '5px 8px' },
    '& .what': { gridColumn: '2 / -1' },
    '& .when': { gridColumn: 2 },
  },
  '@container (max-width: 380px)': {
    '& li': { gridTemplateColumns: '16px minmax(0, 1fr)', padding: '7px 8px' },
    '& li > *': { whiteSpace: 'normal' },
    '& .when, & .who': { gridColumn: 2 },
  },
}));

/** What blocks a flow and who holds it; each line leads to exactly those people on the board. */
export function BlockerList({
  flowId,
  blockers,
  daysLeft,
}: {
  flowId: string;
  blockers: readonly Blocker[];
  daysLeft: number;
}) {
  const { t } = useTranslation('cockpit');
  const holder = useHolder(2);
  const format = useFormat();
  const today = useToday();
  const forecastText = useForecastText();
  return (
    <Root aria-label={t('radar.blockers')}>
      {blockers.map(({ id, stepKey, title, wholeFlow, dueOn, open, late, holder: held, forecast }) => {
        const to = wholeFlow ? `/tasks?flow=${flowId}` : boardLink({ flow: [flowId], step: [stepKey], late: late > 0 });
        const count = wholeFlow ? [] : [t(late > 0 ? 'radar.late' : 'radar.open', { count: late || open })];
        const risk = forecast && forecast.verdict !== 'on-time' ? [t(`forecast.short.${forecast.verdict}`)] : [];
        const why = forecast ? ` ${forecastText(forecast, daysLeft)}` : '';
        return (
          <li key={id} data-late={late > 0}>
            <span>
              <StateIcon state={late > 0 ? 'blocked' : 'waiting'} />
            </span>
            <span className="what" title={title}>
              <AppLink href={to}>{title}</AppLink>
            </span>
            <span className="when num" title={`${format.date(dueOn, 'long')}.${why}`}>
              {[...count, format.relativeDays(dueOn, today), ...risk].join(' · ')}
            </span>
            <span className="who" title={held.names.join(', ')}>
              {holder(held)}
            </span>
          </li>
        );
      })}
    </Root>
  );
}
