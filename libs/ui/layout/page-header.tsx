import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { type ReactNode } from 'react';
import { type Crumb, Crumbs } from './crumbs';

const Root = styled('header')(({ theme }) => ({
  display: 'grid',
  gap: 8,
  marginBottom: 20,
  '& .title-row': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  '& h1': { flex: '0 1 auto', minWidth: 0, overflowWrap: 'anywhere' },
  '& .actions': { display: 'flex', flexWrap: 'wrap', gap: 8, marginInlineStart: 'auto' },
  [theme.breakpoints.down('sm')]: { marginBottom: 16, '& .actions': { marginInlineStart: 0, width: '100%' } },
}));

export interface PageHeaderProps {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  /** Small things beside the title, such as a state. */
  meta?: ReactNode;
  crumbs?: readonly Crumb[];
}

/** The head of a screen: where one is, what this is, what one can do. */
export function PageHeader({ title, description, actions, meta, crumbs = [] }: PageHeaderProps) {
  return (
    <Root>
      {crumbs.length > 0 && <Crumbs items={crumbs} here={title} />}
      <div className="title-row">
        <Typography variant="h1" tabIndex={-1}>
          {title}
        </Typography>
        {meta}
        {actions !== undefined && <div className="actions no-print">{actions}</div>}
      </div>
      {description !== undefined && (
        <Typography component="div" color="textSecondary" sx={{ maxWidth: 720, textWrap: 'pretty' }}>
          {description}
        </Typography>
      )}
    </Root>
  );
}
