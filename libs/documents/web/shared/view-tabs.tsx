import { styled } from '@mui/material/styles';

const Root = styled('div')(({ theme }) => ({
  display: 'flex',
  gap: 6,
  marginBottom: 12,
  overflowX: 'auto',
  '& button': {
    all: 'unset',
    flex: 'none',
    display: 'inline-flex',
    alignItems: 'center',
    gap: 8,
    minHeight: 34,
    padding: '0 14px',
    borderRadius: 17,
    border: `1px solid ${theme.palette.divider}`,
    boxSizing: 'border-box',
    fontSize: '0.875rem',
    fontWeight: 550,
    color: theme.palette.text.secondary,
    cursor: 'pointer',
    '@media (pointer: coarse)': { minHeight: 44, borderRadius: 22 },
  },
  '& button:hover': { color: theme.palette.text.primary, backgroundColor: theme.palette.surface.hover },
  '& button[aria-pressed="true"]': {
    color: theme.palette.brand.strong,
    backgroundColor: theme.palette.brand.soft,
    borderColor: theme.palette.brand.soft,
  },
  '& button:focus-visible': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: -2 },
}));

export interface ViewTabsProps<View extends string> {
  label: string;
  views: readonly { value: View; label: string; count?: number | undefined }[];
  value: string;
  onChange: (value: View) => void;
}

/** The ways to look at a list, one of them chosen, each with how much it holds. */
export function ViewTabs<View extends string>({ label, views, value, onChange }: ViewTabsProps<View>) {
  return (
    <Root role="group" aria-label={label} className="no-print">
      {views.map((view) => (
        <button key={view.value} type="button" aria-pressed={view.value === value} onClick={() => onChange(view.value)}>
          {view.label}
          {view.count !== undefined && <span className="num">{view.count}</span>}
        </button>
      ))}
    </Root>
  );
}
