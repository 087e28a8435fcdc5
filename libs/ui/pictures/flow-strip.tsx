import { styled } from '@mui/material/styles';
import { StateIcon } from '../feedback/state-chip';
import { addDays } from '../format';
import { AppLink } from '../layout/app-link';
import { type StateKey } from '../theme/tokens';
import { useFormat, useUiText } from '../use-format';
import { flowScale, type Scale } from './flow-scale';

const LABEL = 'minmax(140px, 22%)';

const Root = styled('figure')(({ theme }) => ({
  position: 'relative',
  '& .months, & li': { display: 'grid', gridTemplateColumns: `${LABEL} 1fr`, columnGap: 16 },
  '& .axis': { position: 'relative', height: 48, fontSize: '0.75rem', color: theme.palette.text.secondary },
  '& .axis > span': {
    position: 'absolute',
    bottom: 0,
    paddingLeft: 6,
    whiteSpace: 'nowrap',
    lineHeight: '24px',
  },
  '& .axis i': { fontStyle: 'normal' },
  '& ol': { padding: 0, listStyle: 'none' },
  '& li': {
    alignItems: 'center',
    minHeight: 48,
    borderTop: `1px solid ${theme.palette.divider}`,
    position: 'relative',
  },
  '& .track': { position: 'relative', alignSelf: 'stretch', minHeight: 48 },
  '& .tick': { position: 'absolute', top: 0, bottom: 0, width: 1, backgroundColor: theme.palette.divider },
  '& .name': { display: 'grid', minWidth: 0, padding: '6px 0', lineHeight: 1.35 },
  '& .name > *': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& .name a, & .name strong': { color: 'inherit', fontWeight: 600, textDecoration: 'none' },
  '& .name a::after': { content: '""', position: 'absolute', inset: 0, borderRadius: 6 },
  '& .name a:focus-visible': { outline: 'none' },
  '& li:has(a:focus-visible)': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: -2, borderRadius: 6 },
  '& li:has(a:hover)': { backgroundColor: theme.palette.surface.hover },
  '& .name small': { fontSize: '0.8125rem', color: theme.palette.text.secondary },
  '& .today': {
    position: 'absolute',
    top: -1,
    bottom: 0,
    width: 2,
    marginLeft: -1,
    backgroundColor: theme.palette.brand.main,
  },
  '& .axis > .today-word': {
    bottom: 26,
    padding: '0 8px',
    borderRadius: 6,
    lineHeight: '20px',
    fontWeight: 600,
    color: theme.palette.brand.on,
    backgroundColor: theme.palette.brand.main,
    transform: 'translateX(-50%)',
  },
  [theme.breakpoints.down('sm')]: {
    '& .months, & li': { gridTemplateColumns: '1fr' },
    '& li': { paddingBottom: 8 },
    '& .track': { minHeight: 30 },
    '& .axis i': { display: 'none' },
  },
}));
const Bar = styled('span', { shouldForwardProp: (prop) => prop !== 'tone' })<{ tone: StateKey }>(({ theme, tone }) => ({
  position: 'absolute',
  top: '50%',
  height: 26,
  marginTop: -13,
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  minWidth: 26,
  borderRadius: 6,
  border: `1px solid ${theme.palette.state[tone].line}`,
  color: theme.palette.state[tone].fg,
  backgroundColor: theme.palette.state[tone].bg,
  fontSize: '0.75rem',
  fontWeight: 600,
  whiteSpace: 'nowrap',
  '& > i': {
    position: 'absolute',
    inset: '0 auto 0 0',
    borderRadius: 5,
    opacity: 0.16,
    backgroundColor: 'currentColor',
  },
  '& > span': { position: 'relative' },
  '& svg': { position: 'relative', flex: 'none', marginLeft: 4, fontSize: 16 },
}));

/** One departure: people who leave and return on the same days. */
export interface FlowBar {
  id: string;
  label: string;
  detail?: string;
  /** First and last day, business dates. */
  start: string;
  end: string;
  /** Share ready, from 0 to 1. */
  share?: number;
  state: StateKey;
  to?: string;
}

export interface FlowStripProps {
  flows: readonly FlowBar[];
  today: string;
  /** What the picture shows, for those who do not see it. */
  caption: string;
  from?: string;
  until?: string;
}

/** Flows on a strip of time, one under the other, with today drawn through. */
export function FlowStrip({ flows, today, caption, from, until }: FlowStripProps) {
  const t = useUiText();
  const format = useFormat();
  const scale = flowScale(flows, today, from, until);
  const now = scale.at(today);
  return (
    <Root aria-label={caption}>
      <div className="months" aria-hidden>
        <span />
        <div className="axis">
          {scale.months.map(({ date, at }, index) => (
            <span key={date} style={{ left: `${at}%`, width: `${(scale.months[index + 1]?.at ?? 100) - at}%` }}>
              {format.date(date, 'monthShort')}
              {(index === 0 || date.slice(5, 7) === '01') && <i>{` ${date.slice(0, 4)}`}</i>}
            </span>
          ))}
          <span className="today-word" style={{ left: `${now}%` }}>
            {t('flow.today')}
          </span>
        </div>
      </div>
      <ol>
        {flows.map((flow) => (
          <li key={flow.id}>
            <Name flow={flow} />
            <Track flow={flow} scale={scale} now={now} />
          </li>
        ))}
      </ol>
    </Root>
  );
}

function Name({ flow }: { flow: FlowBar }) {
  return (
    <span className="name">
      {flow.to === undefined ? <strong>{flow.label}</strong> : <AppLink href={flow.to}>{flow.label}</AppLink>}
      {flow.detail !== undefined && <small>{flow.detail}</small>}
    </span>
  );
}

function Track({ flow, scale, now }: { flow: FlowBar; scale: Scale; now: number }) {
  const t = useUiText();
  const format = useFormat();
  const left = scale.at(flow.start);
  const width = scale.at(addDays(flow.end, 1)) - left;
  const dates = format.dateRange(flow.start, flow.end);
  const share = flow.share === undefined ? undefined : t('flow.share', { percent: format.percent(flow.share) });
  const state = [t(`state.${flow.state}`), share].filter(Boolean).join(', ');
  return (
    <span className="track">
      {scale.months.map(({ date, at }) => (
        <span key={date} className="tick" style={{ left: `${at}%` }} aria-hidden />
      ))}
      <Bar tone={flow.state} style={{ left: `${left}%`, width: `${width}%` }} title={`${dates} · ${state}`} aria-hidden>
        {flow.share !== undefined && <i style={{ width: `${100 * flow.share}%` }} />}
        <StateIcon state={flow.state} />
        <span className="num">{flow.share === undefined ? '' : format.percent(flow.share)}</span>
      </Bar>
      <span className="today" style={{ left: `${now}%` }} aria-hidden />
      <span className="visually-hidden">{t('flow.bar', { label: flow.label, dates, state })}</span>
    </span>
  );
}
