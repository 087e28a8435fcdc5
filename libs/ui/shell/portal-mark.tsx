import { type PortalKey } from '@softmob/access';
import { useTheme } from '@mui/material/styles';

/** What sets one portal's mark apart: where the traveller stands on the way. */
const STOP: Record<PortalKey, readonly [number, number]> = {
  sending: [9, 22.5],
  host: [23, 9.5],
  company: [23, 9.5],
  participant: [16.4, 15.4],
};

export interface PortalMarkProps {
  portal: PortalKey;
  /** Width in px. */
  size?: number;
}

/** The mark of a portal: one way between two places, and where this portal's people stand on it. */
export function PortalMark({ portal, size = 32 }: PortalMarkProps) {
  const { main, on } = useTheme().palette.brand;
  const [x, y] = STOP[portal];
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="9" fill={main} />
      <path d="M9 22.5c7.5 0 5.5-13 14-13" fill="none" stroke={on} strokeOpacity="0.6" strokeWidth="2.4" />
      <circle cx="9" cy="22.5" r="2.6" fill={on} fillOpacity="0.75" />
      <circle cx="23" cy="9.5" r="2.6" fill={on} fillOpacity="0.75" />
      <circle cx={x} cy={y} r="4.2" fill={on} />
    </svg>
  );
}
