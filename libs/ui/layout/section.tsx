import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

const Root = styled('section', { shouldForwardProp: (prop) => prop !== 'flush' && prop !== 'tone' })<{
  flush: boolean;
  tone: 'plain' | 'brand';
}>(({ theme, flush, tone }) => ({
  border: `1px solid ${tone === 'brand' ? theme.palette.brand.soft : theme.palette.divider}`,
  borderRadius: 10,
  backgroundColor: tone === 'brand' ? theme.palette.brand.soft : theme.palette.background.paper,
  overflow: 'clip',
  '& > header': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: flush ? '14px 16px' : '16px 20px 0',
    borderBottom: flush ? `1px solid ${theme.palette.divider}` : 0,
  },
  '& > header > div:first-of-type': { flex: '1 1 auto', minWidth: 0 },
  '& > .body': { padding: flush ? 0 : '12px 20px 20px' },
  '& > .body:empty': { padding: '0 0 16px' },
  '& > .body:first-of-type': { paddingTop: flush ? 0 : 20 },
  [theme.breakpoints.down('sm')]: {
    '& > header': { padding: flush ? '12px 16px' : '16px 16px 0' },
    '& > .body': { padding: flush ? 0 : '12px 16px 16px' },
  },
  '@media print': { border: 0, '& > header, & > .body': { paddingInline: 0 } },
}));

export interface SectionProps {
  title?: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** The content reaches the edges, as a table does. */
  flush?: boolean;
  id?: string;
  /** `brand`: the one part of a screen that greets. */
  tone?: 'plain' | 'brand';
  level?: 2 | 3;
}

/** A part of a screen in a hairline frame, named by its heading. */
export function Section({
  title,
  description,
  actions,
  children,
  flush = false,
  id,
  level = 2,
  tone = 'plain',
}: SectionProps) {
  const headingId = useId();
  return (
    <Root flush={flush} tone={tone} id={id} aria-labelledby={title === undefined ? undefined : headingId}>
      {title !== undefined && (
        <header>
          <div>
            <Typography variant="h3" component={level === 2 ? 'h2' : 'h3'} id={headingId}>
              {title}
            </Typography>
            {description !== undefined && (
              <Typography variant="body2" component="div" color="textSecondary">
                {description}
              </Typography>
            )}
          </div>
          {actions}
        </header>
      )}
      <div className="body">{children}</div>
    </Root>
  );
}
