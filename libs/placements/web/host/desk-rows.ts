import { styled } from '@mui/material/styles';

/** Rows of a desk: each a link, or a `.row` with something to press; dense, with what matters on the right. */
export const DeskRows = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  padding: 0,
  maxHeight: 360,
  overflowY: 'auto',
  '& > li + li': { borderTop: `1px solid ${theme.palette.divider}` },
  '& a, & .row': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '2px 12px',
    alignItems: 'center',
    padding: '10px 16px',
    color: 'inherit',
    textDecoration: 'none',
  },
  '& a:hover': { backgroundColor: theme.palette.surface.hover },
  '& a:focus-visible': { outlineOffset: -3 },
  '& strong': { fontWeight: 600 },
  '& small': { fontSize: '0.8125rem', color: theme.palette.text.secondary },
  '& .side': { display: 'grid', justifyItems: 'end', gap: 2, textAlign: 'end' },
  '& .side:has(button)': {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    alignItems: 'center',
    gap: '2px 12px',
  },
}));
