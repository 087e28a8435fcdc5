import { type PaletteOptions, type Shadows, type TypographyVariantsOptions } from '@mui/material/styles';
import { type Look } from './look';
import { type StateKey } from './tokens';

/** The palette: neutral greys carry the page, the brand marks what one does next, states speak for themselves. */
export function palette({ mode, neutral, brand, states }: Look): PaletteOptions {
  const state = (key: StateKey) => ({
    main: states[key].fg,
    dark: states[key].fg,
    light: states[key].bg,
    contrastText: mode === 'light' ? '#ffffff' : neutral.sunken,
  });
  return {
    mode,
    primary: { main: brand.main, dark: brand.strong, light: brand.soft, contrastText: brand.on },
    secondary: { main: neutral.muted, dark: neutral.text, light: neutral.sunken, contrastText: neutral.surface },
    error: state('blocked'),
    warning: state('atRisk'),
    info: state('waiting'),
    success: state('done'),
    text: { primary: neutral.text, secondary: neutral.muted, disabled: neutral.outline },
    divider: neutral.hairline,
    background: { default: neutral.page, paper: neutral.surface },
    action: {
      active: neutral.muted,
      hover: neutral.hover,
      selected: brand.soft,
      disabled: neutral.outline,
      disabledBackground: neutral.hairline,
      focus: brand.soft,
    },
    brand,
    state: states,
    surface: { sunken: neutral.sunken, raised: neutral.raised, hover: neutral.hover, outline: neutral.outline },
  };
}

/** One variable family; headings by weight and space. Sizes 12, 14, 16, 20, 24, 32. */
export function typography({ roomy }: Look): TypographyVariantsOptions {
  const rem = (px: number) => `${px / 16}rem`;
  const heading = (px: number, lineHeight: number) => ({
    fontSize: rem(px),
    lineHeight,
    fontWeight: 640,
    letterSpacing: px >= 20 ? '-0.018em' : '-0.008em',
    textWrap: 'balance' as const,
  });
  const text = (px: number) => ({
    fontSize: rem(px),
    lineHeight: 1.5,
    letterSpacing: px >= 16 ? '-0.008em' : '-0.004em',
  });
  const body = text(roomy ? 16 : 14);
  return {
    fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
    fontWeightMedium: 550,
    fontWeightBold: 640,
    display: { ...heading(32, 1.15), fontWeight: 660 },
    h1: heading(24, 1.25),
    h2: heading(20, 1.3),
    h3: heading(16, 1.4),
    h4: heading(16, 1.4),
    h5: heading(14, 1.4),
    h6: heading(14, 1.4),
    subtitle1: { ...body, fontWeight: 550 },
    subtitle2: { ...text(14), fontWeight: 550 },
    body1: body,
    body2: text(14),
    caption: { ...text(12), letterSpacing: 0 },
    overline: { ...text(12), letterSpacing: 0, fontWeight: 550, textTransform: 'none' },
    button: { ...text(roomy ? 16 : 14), lineHeight: 1.25, fontWeight: 580, textTransform: 'none' },
  };
}

/** One soft shadow for everything that floats, none for what lies. */
export function shadows({ shadow }: Look): Shadows {
  return ['none', ...Array.from({ length: 24 }, () => shadow)] as unknown as Shadows;
}
