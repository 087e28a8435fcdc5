import { type PortalKey } from '@softmob/access';
import { type ColourMode, portalTokens, type PortalTokens } from './tokens';

/** What every part of the theme is drawn from. */
export interface Look extends PortalTokens {
  readonly portal: PortalKey;
  readonly mode: ColourMode;
  /** Company and participant are phone first: larger text and targets. */
  readonly roomy: boolean;
  /** Height of buttons and fields in px. */
  readonly control: number;
  /** The one shadow, for what floats. */
  readonly shadow: string;
}

/** Gathers the tokens of a portal in a mode with the sizes that follow from who uses it. */
export function lookOf(portal: PortalKey, mode: ColourMode): Look {
  const roomy = portal === 'company' || portal === 'participant';
  return {
    ...portalTokens(portal, mode),
    portal,
    mode,
    roomy,
    control: roomy ? 48 : 36,
    shadow:
      mode === 'light'
        ? '0 1px 2px rgb(24 28 25 / 6%), 0 8px 28px rgb(24 28 25 / 14%)'
        : '0 1px 2px rgb(0 0 0 / 40%), 0 8px 28px rgb(0 0 0 / 55%)',
  };
}
