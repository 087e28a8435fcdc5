import { styled } from '@mui/material/styles';

/** The row above a board: how far the flow is, and what to do next. */
export const Tools = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  marginBottom: 16,
  '& > .facts': { display: 'flex', flexWrap: 'wrap', gap: 6, marginRight: 'auto' },
});

/** What went wrong, above the board. */
export const Notices = styled('div')({ display: 'grid', gap: 8, '&:not(:empty)': { marginBottom: 16 } });
