import { styled } from '@mui/material/styles';
import { type ReactNode } from 'react';
import { useUiText } from '../use-format';

const Root = styled('footer')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '8px 16px',
  padding: '16px 0',
  marginTop: 32,
  borderTop: `1px solid ${theme.palette.divider}`,
  fontSize: '0.75rem',
  lineHeight: 1.5,
  color: theme.palette.text.secondary,
  '& .emblem': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 10,
    fontWeight: 600,
    color: theme.palette.text.primary,
  },
  '& .emblem svg': { flex: 'none', outline: '1px solid rgb(255 255 255 / 25%)' },
  '& p': { flex: '1 1 320px', textWrap: 'pretty' },
  '& .links': { display: 'flex', gap: 16 },
}));

const STARS = Array.from({ length: 12 }, (_, index) => {
  const angle = (index * Math.PI) / 6;
  return { x: 27 + 12 * Math.sin(angle), y: 18 - 12 * Math.cos(angle) };
});

/** A five-pointed star of radius 2 around the origin, one point up. */
const STAR = Array.from({ length: 10 }, (_, index) => {
  const radius = index % 2 === 0 ? 2 : 0.764;
  const angle = (index * Math.PI) / 5;
  return `${(radius * Math.sin(angle)).toFixed(3)},${(-radius * Math.cos(angle)).toFixed(3)}`;
}).join(' ');

/** The emblem of the European Union after its graphics guide: twelve upright stars on Reflex Blue, 3:2. */
export function EuropeanEmblem({ width = 42 }: { width?: number }) {
  const t = useUiText();
  return (
    <svg width={width} height={(width * 2) / 3} viewBox="0 0 54 36" role="img" aria-label={t('footer.emblem')}>
      <rect width="54" height="36" fill="#003399" />
      {STARS.map(({ x, y }) => (
        <polygon key={`${x},${y}`} points={STAR} transform={`translate(${x} ${y})`} fill="#ffcc00" />
      ))}
    </svg>
  );
}

export interface FundingFooterProps {
  /** "Co-funded by the European Union" unless the grant asks for other words. */
  statement?: string;
  /** That it reflects only the author's view. */
  disclaimer: string;
  links?: ReactNode;
}

/** The funding line that every screen and printed page carries. */
export function FundingFooter({ statement, disclaimer, links }: FundingFooterProps) {
  const t = useUiText();
  return (
    <Root>
      <span className="emblem">
        <EuropeanEmblem />
        {statement ?? t('footer.cofunded')}
      </span>
      <p>{disclaimer}</p>
      {links !== undefined && <span className="links">{links}</span>}
    </Root>
  );
}
