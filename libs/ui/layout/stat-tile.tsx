import { styled } from '@mui/material/styles';
import { type ReactNode } from 'react';
import { ShareRing } from '../pictures/share-ring';
import { StateIcon } from '../feedback/state-chip';
import { type StateKey } from '../theme/tokens';
import { AppLink } from './app-link';

const Root = styled('div', { shouldForwardProp: (prop) => prop !== 'tone' })<{ tone: StateKey | undefined }>(
  ({ theme, tone }) => ({
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    alignItems: 'center',
    gap: '2px 12px',
    padding: '14px 16px',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 10,
    backgroundColor: theme.palette.background.paper,
    '& .label': { fontSize: '0.875rem', color: theme.palette.text.secondary, textDecoration: 'none' },
    '& .label::after': { content: '""', position: 'absolute', inset: 0, borderRadius: 10 },
    '& .value': { fontSize: '1.5rem', lineHeight: 1.2, fontWeight: 640, letterSpacing: '-0.02em' },
    '& .hint': {
      display: 'flex',
      gap: 4,
      alignItems: 'center',
      gridColumn: '1 / -1',
      fontSize: '0.8125rem',
      color: tone ? theme.palette.state[tone].fg : theme.palette.text.secondary,
      '& svg': { fontSize: 16 },
    },
    '&:has(a:hover)': { backgroundColor: theme.palette.surface.hover, borderColor: theme.palette.surface.outline },
    '&:has(a:focus-visible)': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: 2 },
    '& a:focus-visible': { outline: 'none' },
  }),
);

export interface StatTileProps {
  label: string;
  value: ReactNode;
  hint?: ReactNode;
  state?: StateKey;
  /** Where the figure comes from: the list behind it. */
  to?: string;
  /** A share from 0 to 1, drawn as a ring beside the figure. */
  share?: number;
}

/** One figure with its name; leads to the list it counts. */
export function StatTile({ label, value, hint, state, to, share }: StatTileProps) {
  return (
    <Root tone={state}>
      <div>
        {to === undefined ? (
          <div className="label">{label}</div>
        ) : (
          <AppLink className="label" href={to}>
            {label}
          </AppLink>
        )}
        <div className="value num">{value}</div>
      </div>
      {share !== undefined && <ShareRing value={share} label={label} size={44} />}
      {hint !== undefined && (
        <div className="hint">
          {state && <StateIcon state={state} />}
          <span>{hint}</span>
        </div>
      )}
    </Root>
  );
}
