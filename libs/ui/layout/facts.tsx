import { styled } from '@mui/material/styles';
import { type ReactNode } from 'react';

const Root = styled('dl', { shouldForwardProp: (prop) => prop !== 'columns' })<{ columns: number }>(
  ({ theme, columns }) => ({
    display: 'grid',
    gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
    gap: '10px 24px',
    '& > div': columns === 1 ? { display: 'grid', gridTemplateColumns: 'minmax(96px, 32%) 1fr', gap: 12 } : {},
    '& dt': { color: theme.palette.text.secondary, fontSize: '0.875rem' },
    '& dd': { overflowWrap: 'anywhere' },
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
);

export interface Fact {
  label: string;
  value: ReactNode;
}

export interface FactsProps {
  items: readonly Fact[];
  columns?: 1 | 2 | 3;
}

/** Names and values, as in a record. */
export function Facts({ items, columns = 1 }: FactsProps) {
  return (
    <Root columns={columns}>
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </Root>
  );
}
