import { createTheme, type Theme } from '@mui/material/styles';
import { type PortalKey } from '@softmob/access';
import { baseline } from './baseline';
import { buttons, fields, marks } from './controls';
import { palette, shadows, typography } from './foundation';
import { lookOf } from './look';
import { floating, lying } from './surfaces';
import { type ColourMode } from './tokens';

/** The theme of one portal in one mode: the same language everywhere, one brand hue each. Spacing unit 4 px. */
export function createPortalTheme(portal: PortalKey, mode: ColourMode): Theme {
  const look = lookOf(portal, mode);
  return createTheme({
    palette: palette(look),
    typography: typography(look),
    shadows: shadows(look),
    shape: { borderRadius: 8 },
    spacing: 4,
    breakpoints: { values: { xs: 0, sm: 600, md: 900, lg: 1200, xl: 1440 } },
    motion: { reducedMotion: 'system' },
    focusVisible: { outlineColor: look.brand.main, outlineWidth: 2, outlineOffset: 2 },
    transitions: {
      duration: {
        shortest: 90,
        shorter: 110,
        short: 130,
        standard: 160,
        complex: 180,
        enteringScreen: 160,
        leavingScreen: 120,
      },
    },
    components: {
      ...baseline(look),
      ...buttons(look),
      ...fields(look),
      ...marks(look),
      ...lying(look),
      ...floating(look),
    },
  });
}
