import { styled } from '@mui/material/styles';

/** Words that end where their column does; the whole stands in their title. */
export const Cut = styled('span')({
  display: 'inline-block',
  maxWidth: '100%',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  verticalAlign: 'bottom',
});
