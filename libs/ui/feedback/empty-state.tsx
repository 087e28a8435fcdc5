import InboxOutlined from '@mui/icons-material/InboxOutlined';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { type ReactNode } from 'react';

const Root = styled('div', { shouldForwardProp: (prop) => prop !== 'compact' })<{ compact: boolean }>(
  ({ theme, compact }) => ({
    display: 'grid',
    justifyItems: 'center',
    textAlign: 'center',
    gap: 8,
    padding: compact ? '24px 16px' : '56px 24px',
    color: theme.palette.text.secondary,
  }),
);
const Medallion = styled('span')(({ theme }) => ({
  display: 'grid',
  placeItems: 'center',
  width: 48,
  height: 48,
  marginBottom: 4,
  borderRadius: 14,
  color: theme.palette.brand.main,
  backgroundColor: theme.palette.brand.soft,
  '& svg': { fontSize: 24 },
}));

export interface EmptyStateProps {
  title: string;
  /** What would stand here and how it gets here. */
  children?: ReactNode;
  icon?: ReactNode;
  /** The next step: usually one button. */
  action?: ReactNode;
  compact?: boolean;
  /** Where it is the whole screen, its title is the screen's heading. */
  level?: 1 | 2;
}

/** What stands where a list has nothing yet: it says why, and offers the next step. */
export function EmptyState({ title, children, icon, action, compact = false, level }: EmptyStateProps) {
  return (
    <Root compact={compact}>
      <Medallion aria-hidden>{icon ?? <InboxOutlined />}</Medallion>
      <Typography
        variant={level === 1 ? 'h2' : 'subtitle1'}
        component={level === undefined ? 'p' : `h${level}`}
        color="textPrimary"
        tabIndex={level === 1 ? -1 : undefined}
      >
        {title}
      </Typography>
      {children !== undefined && (
        <Typography component="div" variant="body2" sx={{ maxWidth: 440, textWrap: 'pretty' }}>
          {children}
        </Typography>
      )}
      {action !== undefined && <div style={{ marginTop: 12 }}>{action}</div>}
    </Root>
  );
}
