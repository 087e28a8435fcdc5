import { styled } from '@mui/material/styles';
import { type StateKey } from '../theme/tokens';
import { useFormat } from '../use-format';

/** Below this width in px the figure stands beside the ring. */
const LEAST_FOR_TEXT = 40;

const Root = styled('span', { shouldForwardProp: (prop) => prop !== 'tone' && prop !== 'beside' })<{
  tone: StateKey | 'brand';
  beside: boolean;
}>(({ theme, tone, beside }) => ({
  display: 'inline-grid',
  gridAutoFlow: beside ? 'column' : 'row',
  placeItems: 'center',
  verticalAlign: 'middle',
  gap: beside ? 6 : 4,
  '& svg': { display: 'block' },
  '& .track': { stroke: theme.palette.divider },
  '& .share': {
    stroke: tone === 'brand' ? theme.palette.brand.main : theme.palette.state[tone].fg,
    transition: 'stroke-dashoffset 180ms ease-out',
  },
  '& text': {
    fill: theme.palette.text.primary,
    fontWeight: 640,
    fontFeatureSettings: '"tnum"',
    letterSpacing: '-0.02em',
  },
  '& small': { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

export interface ShareRingProps {
  /** A share from 0 to 1. */
  value: number;
  /** What it is a share of: "Ready to leave". */
  label: string;
  /** Width in px. */
  size?: number;
  tone?: StateKey | 'brand';
  caption?: string;
}

/** A share as a ring with its percentage. */
export function ShareRing({ value, label, size = 56, tone = 'brand', caption }: ShareRingProps) {
  const format = useFormat();
  const share = Math.min(1, Math.max(0, value));
  const stroke = Math.max(4, size * 0.1);
  const radius = (size - stroke) / 2;
  const round = 2 * Math.PI * radius;
  const text = format.percent(share);
  const inside = size >= LEAST_FOR_TEXT;
  return (
    <Root tone={tone} beside={!inside}>
      <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={`${label}: ${text}`}>
        <g fill="none" strokeWidth={stroke} transform={`rotate(-90 ${size / 2} ${size / 2})`}>
          <circle className="track" cx={size / 2} cy={size / 2} r={radius} />
          {share > 0 && (
            <circle
              className="share"
              cx={size / 2}
              cy={size / 2}
              r={radius}
              strokeLinecap={share < 1 ? 'round' : 'butt'}
              strokeDasharray={round}
              strokeDashoffset={round * (1 - share)}
            />
          )}
        </g>
        {inside && (
          <text x="50%" y="50%" dy="0.36em" textAnchor="middle" fontSize={Math.max(11, size * 0.25)}>
            {text}
          </text>
        )}
      </svg>
      {!inside && (
        <span className="num" aria-hidden>
          {text}
        </span>
      )}
      {caption !== undefined && <small aria-hidden>{caption}</small>}
    </Root>
  );
}
