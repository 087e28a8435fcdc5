import { styled } from '@mui/material/styles';
import { type ReactNode } from 'react';

const Root = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 20,
  '& > .list': { flex: '1 1 0', minWidth: 0 },
  [theme.breakpoints.down('md')]: { display: 'block' },
}));

/** A list with a `SidePanel` beside it: both stay usable. */
export function SplitView({ panel, children }: { panel: ReactNode; children: ReactNode }) {
  return (
    <Root>
      <div className="list">{children}</div>
      {panel}
    </Root>
  );
}
