import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { type ReactNode } from 'react';
import { type Crumb, Crumbs } from './crumbs';

const Root = styled('header')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '8px 16px',
  alignItems: 'center',
  marginBottom: 20,
  '& > nav': { gridColumn: '1 / -1' },
  '& > .title': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', minWidth: 0 },
  '& h1': { minWidth: 0, overflowWrap: 'anywhere' },
  '& > .actions': { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 8, justifyContent: 'flex-end' },
  '& > .description': { gridColumn: '1 / -1', maxWidth: 720, textWrap: 'pretty' },
  [theme.breakpoints.down('sm')]: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    marginBottom: 16,
    '& > .actions': { order: 1, justifyContent: 'flex-start' },
    // Words that are pressed begin where the words above them do.
    '& > .actions > .MuiButton-text:not(* + *)': { marginInlineStart: -11 },
  },
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
      <div className="title">
        <Typography variant="h1" tabIndex={-1}>
          {title}
        </Typography>
        {meta}
      </div>
      {actions !== undefined && <div className="actions no-print">{actions}</div>}
      {description !== undefined && (
        <Typography component="div" color="textSecondary" className="description">
          {description}
        </Typography>
      )}
    </Root>
  );
}
