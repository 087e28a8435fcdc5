import { type Components, type Theme } from '@mui/material/styles';
import { AppLink } from '../layout/app-link';
import { type Look } from './look';

type Parts = Components<Omit<Theme, 'components'>>;

/** Fingers need more than a mouse, whichever portal it is. */
const coarse = '@media (pointer: coarse)';

/** Buttons and links. */
export function buttons({ neutral, brand, control, roomy }: Look): Parts {
  return {
    MuiButtonBase: { defaultProps: { disableRipple: true, LinkComponent: AppLink } },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: {
          minHeight: control,
          minWidth: 0,
          padding: roomy ? '8px 20px' : '4px 14px',
          whiteSpace: 'nowrap',
          [coarse]: { minHeight: 44 },
          '&:active': { transform: 'translateY(0.5px)' },
          variants: [
            { props: { size: 'small' }, style: { minHeight: 28, padding: '2px 10px', fontSize: '0.875rem' } },
            { props: { size: 'large' }, style: { minHeight: 48, padding: '8px 24px', fontSize: '1rem' } },
            {
              props: { variant: 'outlined', color: 'primary' },
              style: {
                color: neutral.text,
                backgroundColor: neutral.surface,
                borderColor: neutral.edge,
                '&:hover': { backgroundColor: neutral.hover, borderColor: neutral.outline },
              },
            },
            {
              props: { variant: 'text', color: 'primary' },
              style: { padding: roomy ? '8px 12px' : '4px 10px', '&:hover': { backgroundColor: brand.soft } },
            },
          ],
        },
        startIcon: { marginRight: 6, '& > *:nth-of-type(1)': { fontSize: 18 } },
        endIcon: { marginLeft: 6, '& > *:nth-of-type(1)': { fontSize: 18 } },
      },
    },
    MuiIconButton: {
      styleOverrides: {
        root: {
          width: roomy ? 44 : 36,
          height: roomy ? 44 : 36,
          padding: 0,
          borderRadius: 8,
          color: neutral.muted,
          '&:hover': { backgroundColor: neutral.hover, color: neutral.text },
          [coarse]: { width: 44, height: 44 },
          variants: [
            { props: { size: 'small' }, style: { width: 28, height: 28, '& svg': { fontSize: 18 } } },
            { props: { color: 'primary' }, style: { color: brand.main } },
          ],
        },
      },
    },
    MuiLink: {
      defaultProps: { component: AppLink, underline: 'always' },
      styleOverrides: {
        root: {
          fontWeight: 500,
          textUnderlineOffset: 3,
          textDecorationThickness: 1,
          textDecorationColor: 'color-mix(in srgb, currentColor 45%, transparent)',
          '&:hover': { textDecorationColor: 'currentColor' },
        },
      },
    },
    MuiToggleButton: {
      styleOverrides: {
        root: {
          minHeight: control,
          padding: '4px 12px',
          color: neutral.muted,
          borderColor: neutral.outline,
          textTransform: 'none',
          '&.Mui-selected, &.Mui-selected:hover': { color: brand.strong, backgroundColor: brand.soft },
        },
      },
    },
  };
}

/** What one types into: the label stands above the box and is never cut. */
export function fields({ neutral, brand, states, control, roomy }: Look): Parts {
  return {
    MuiTextField: { defaultProps: { variant: 'outlined', fullWidth: true, size: 'small' } },
    MuiFormControl: { styleOverrides: { root: { minWidth: 0 } } },
    MuiFormLabel: {
      styleOverrides: {
        root: { color: neutral.text, '&.Mui-focused': { color: neutral.text }, '&.Mui-error': { color: neutral.text } },
        asterisk: { display: 'none' },
      },
    },
    MuiInputLabel: {
      defaultProps: { shrink: true, disableAnimation: true },
      styleOverrides: {
        root: {
          '&&': { position: 'static', transform: 'none', maxWidth: '100%' },
          marginBottom: 6,
          fontSize: roomy ? '1rem' : '0.875rem',
          fontWeight: 550,
          lineHeight: 1.4,
          whiteSpace: 'normal',
          pointerEvents: 'auto',
        },
      },
    },
    MuiOutlinedInput: {
      defaultProps: { notched: false },
      styleOverrides: {
        root: {
          minHeight: control,
          backgroundColor: neutral.surface,
          fontSize: roomy ? '1rem' : '0.875rem',
          [coarse]: { minHeight: 44, fontSize: '1rem' },
          '&.Mui-focused': { boxShadow: `0 0 0 3px ${brand.soft}` },
          '&.Mui-error.Mui-focused': { boxShadow: `0 0 0 3px ${states.blocked.bg}` },
          '&.Mui-disabled': { backgroundColor: neutral.sunken },
          '&.MuiInputBase-multiline': { padding: 0, '&.MuiInputBase-adornedEnd': { paddingRight: 14 } },
        },
        input: {
          height: 'auto',
          padding: roomy ? '11px 12px' : '7px 12px',
          '&::placeholder': { color: neutral.muted, opacity: 1 },
        },
        notchedOutline: { top: 0, borderColor: neutral.outline, '& legend': { display: 'none' } },
      },
    },
    MuiFormHelperText: {
      styleOverrides: {
        root: {
          margin: '4px 0 0',
          fontSize: '0.875rem',
          lineHeight: 1.4,
          color: neutral.muted,
          '&.Mui-error': { color: states.blocked.fg, fontWeight: 550 },
        },
      },
    },
    MuiNativeSelect: { styleOverrides: { icon: { color: neutral.muted, right: 8 } } },
    MuiAutocomplete: {
      styleOverrides: {
        paper: { border: `1px solid ${neutral.hairline}`, marginTop: 4 },
        option: { minHeight: roomy ? 44 : 36 },
        inputRoot: { '&&': { padding: '2px 8px' } },
      },
    },
  };
}

/** What one ticks, and the small labels that say what something is. */
export function marks({ neutral, brand, roomy }: Look): Parts {
  const box = {
    padding: 8,
    color: neutral.outline,
    '&:hover': { backgroundColor: 'transparent', color: neutral.muted },
    '&.Mui-checked, &.MuiCheckbox-indeterminate': { color: brand.main },
  };
  return {
    MuiCheckbox: { styleOverrides: { root: box } },
    MuiRadio: { styleOverrides: { root: box } },
    MuiFormControlLabel: {
      styleOverrides: {
        root: {
          marginLeft: -8,
          alignItems: 'flex-start',
          // A switch is lower than a box, and its words stand beside its middle.
          '&:has(> .MuiSwitch-root)': {
            marginLeft: -4,
            gap: 4,
            alignItems: 'center',
            minHeight: roomy ? 44 : 36,
            '& .MuiFormControlLabel-label': { paddingTop: 0 },
          },
        },
        label: { paddingTop: roomy ? 6 : 7, lineHeight: 1.5 },
      },
    },
    MuiSwitch: {
      styleOverrides: {
        root: { width: 44, height: 28, padding: 4 },
        switchBase: {
          padding: 7,
          color: neutral.surface,
          '&:hover': { backgroundColor: 'transparent' },
          '&.Mui-checked': { transform: 'translateX(16px)', color: brand.on },
          '&.Mui-checked + .MuiSwitch-track': { opacity: 1, backgroundColor: brand.main },
        },
        thumb: { width: 14, height: 14, boxShadow: 'none' },
        track: { borderRadius: 10, backgroundColor: neutral.outline, opacity: 1 },
      },
    },
    MuiChip: {
      styleOverrides: {
        root: {
          height: 26,
          borderRadius: 6,
          fontSize: '0.8125rem',
          fontWeight: 550,
          backgroundColor: neutral.sunken,
          variants: [
            {
              props: { variant: 'outlined' },
              style: { backgroundColor: 'transparent', borderColor: neutral.hairline },
            },
            { props: { color: 'primary' }, style: { backgroundColor: brand.soft, color: brand.strong } },
          ],
        },
        label: { paddingInline: 8 },
        deleteIcon: { fontSize: 16, color: neutral.muted, '&:hover': { color: neutral.text } },
      },
    },
    MuiBadge: { styleOverrides: { badge: { fontWeight: 600, fontFeatureSettings: '"tnum"' } } },
  };
}
