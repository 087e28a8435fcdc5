import { type Components, type Theme } from '@mui/material/styles';
import { type Look } from './look';

const quiet = {
  animationDuration: '0.01ms !important',
  animationIterationCount: '1 !important',
  transitionDuration: '0.01ms !important',
  scrollBehavior: 'auto !important',
};

const paper = {
  '@page': { margin: '16mm 14mm' },
  '.no-print, nav, [role="dialog"], [role="status"]:empty': { display: 'none !important' },
  '.print-only': { display: 'revert !important' },
  'html, body': { backgroundColor: '#ffffff', fontSize: '10.5pt' },
  'h1, h2, h3': { breakAfter: 'avoid' },
  'tr, li, section > header': { breakInside: 'avoid' },
  thead: { display: 'table-header-group' },
  'a[href^="http"]::after': { content: '" (" attr(href) ")"', fontSize: '0.85em' },
};

/** The ground under everything: body, focus ring, selection, tabular figures, reduced motion, paper. */
export function baseline({ neutral, brand, mode }: Look): Components<Omit<Theme, 'components'>> {
  return {
    MuiCssBaseline: {
      styleOverrides: {
        html: { colorScheme: mode, WebkitTextSizeAdjust: '100%', scrollPaddingTop: 72 },
        body: { backgroundColor: neutral.page, color: neutral.text, fontOpticalSizing: 'auto', minWidth: 320 },
        'body, button, input, select, textarea': { fontFeatureSettings: '"calt", "kern"' },
        'table, time, .num, input[type="number"], input[type="date"]': { fontFeatureSettings: '"tnum", "calt"' },
        ':focus-visible': { outline: `2px solid ${brand.main}`, outlineOffset: 2, borderRadius: 4 },
        ':target': { scrollMarginTop: 72 },
        '[tabindex="-1"]:focus': { outline: 'none' },
        '::selection': { backgroundColor: brand.soft, color: neutral.text },
        'input, textarea, select': { accentColor: brand.main },
        'p, ul, ol, dl, dd, figure, h1, h2, h3': { margin: 0 },
        'ul[role="list"], ol[role="list"]': { padding: 0, listStyle: 'none' },
        '.print-only': { display: 'none !important' },
        '.visually-hidden': {
          position: 'absolute',
          width: 1,
          height: 1,
          margin: -1,
          padding: 0,
          overflow: 'hidden',
          clipPath: 'inset(50%)',
          whiteSpace: 'nowrap',
          border: 0,
        },
        '@media (prefers-reduced-motion: reduce)': { '*, *::before, *::after': quiet },
        '@media print': paper,
      },
    },
  };
}
