import { type Components, type Theme } from '@mui/material/styles';
import { type Look } from './look';
import { type StateTokens } from './tokens';

type Parts = Components<Omit<Theme, 'components'>>;

/** What lies: cards, tables, tabs. Hairlines, no shadow. */
export function lying({ neutral, brand, states, roomy }: Look): Parts {
  const alert = ({ fg, bg, line }: StateTokens) => ({
    backgroundColor: bg,
    color: neutral.text,
    border: `1px solid ${line}`,
    '& .MuiAlert-icon': { color: fg, padding: '9px 0' },
  });
  return {
    MuiAlert: {
      styleOverrides: {
        root: {
          padding: '2px 14px',
          fontSize: roomy ? '1rem' : '0.875rem',
          variants: [
            { props: { severity: 'info' }, style: alert(states.waiting) },
            { props: { severity: 'warning' }, style: alert(states.atRisk) },
            { props: { severity: 'error' }, style: alert(states.blocked) },
            { props: { severity: 'success' }, style: alert(states.done) },
          ],
        },
      },
    },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: {
      defaultProps: { variant: 'outlined' },
      styleOverrides: { root: { borderColor: neutral.hairline, borderRadius: roomy ? 12 : 8 } },
    },
    MuiDivider: { styleOverrides: { root: { borderColor: neutral.hairline } } },
    MuiTableCell: {
      styleOverrides: {
        root: { height: 40, padding: '6px 12px', borderColor: neutral.hairline, fontFeatureSettings: '"tnum"' },
        head: { color: neutral.muted, fontWeight: 550, fontSize: '0.8125rem', backgroundColor: neutral.surface },
      },
    },
    MuiTabs: {
      styleOverrides: {
        root: { minHeight: 44, boxShadow: `inset 0 -1px 0 ${neutral.hairline}` },
        indicator: { height: 2, borderRadius: '2px 2px 0 0', backgroundColor: brand.main },
      },
    },
    MuiTab: {
      styleOverrides: {
        root: {
          minHeight: 44,
          minWidth: 0,
          padding: '8px 2px',
          marginRight: 24,
          color: neutral.muted,
          '&:hover': { color: neutral.text },
          '&.Mui-selected': { color: neutral.text },
          '&:last-of-type': { marginRight: 0 },
        },
      },
    },
    MuiAccordion: {
      defaultProps: { disableGutters: true, variant: 'outlined' },
      styleOverrides: { root: { borderColor: neutral.hairline, '&::before': { display: 'none' } } },
    },
    MuiLinearProgress: {
      styleOverrides: {
        root: { height: 6, borderRadius: 3, backgroundColor: neutral.hairline },
        bar: { borderRadius: 3 },
      },
    },
    MuiSkeleton: {
      defaultProps: { animation: 'pulse' },
      styleOverrides: { root: { backgroundColor: neutral.hairline, borderRadius: 6, transform: 'none' } },
    },
    MuiListItemButton: {
      styleOverrides: {
        root: {
          borderRadius: 6,
          minHeight: roomy ? 48 : 36,
          '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: brand.soft, color: brand.strong },
        },
      },
    },
  };
}

/** What floats: dialogs, menus, drawers, hints. One shadow. */
export function floating({ neutral, shadow, roomy }: Look): Parts {
  const sheet = { border: `1px solid ${neutral.hairline}`, boxShadow: shadow, backgroundColor: neutral.raised };
  return {
    MuiBackdrop: {
      styleOverrides: {
        root: { backgroundColor: 'rgb(15 18 16 / 45%)', '&.MuiBackdrop-invisible': { backgroundColor: 'transparent' } },
      },
    },
    MuiDialog: {
      styleOverrides: { paper: { ...sheet, borderRadius: 12, margin: 16, width: 'calc(100% - 32px)' } },
    },
    MuiDialogTitle: { styleOverrides: { root: { padding: '20px 24px 8px', fontSize: '1.25rem', lineHeight: 1.3 } } },
    MuiDialogContent: { styleOverrides: { root: { padding: '8px 24px' } } },
    MuiDialogActions: { styleOverrides: { root: { padding: '16px 24px 20px', gap: 8, flexWrap: 'wrap' } } },
    MuiDrawer: { styleOverrides: { paper: { backgroundColor: neutral.surface, border: 0, boxShadow: shadow } } },
    MuiPopover: { styleOverrides: { paper: { ...sheet, borderRadius: 10 } } },
    MuiMenu: { styleOverrides: { list: { padding: 4 } } },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          minHeight: roomy ? 48 : 36,
          borderRadius: 6,
          padding: '6px 10px',
          gap: 10,
          fontSize: roomy ? '1rem' : '0.875rem',
          '& .MuiListItemIcon-root': { minWidth: 0 },
        },
      },
    },
    MuiTooltip: {
      defaultProps: { enterDelay: 400 },
      styleOverrides: {
        tooltip: {
          backgroundColor: neutral.text,
          color: neutral.surface,
          fontSize: '0.8125rem',
          fontWeight: 500,
          lineHeight: 1.4,
          padding: '6px 10px',
          borderRadius: 6,
        },
      },
    },
    MuiSnackbarContent: {
      styleOverrides: {
        root: { backgroundColor: neutral.text, color: neutral.surface, borderRadius: 8, boxShadow: shadow },
      },
    },
  };
}
