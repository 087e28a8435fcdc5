import ReportGmailerrorredOutlined from '@mui/icons-material/ReportGmailerrorredOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { type ReactNode } from 'react';
import { useUiText } from '../use-format';

const Root = styled('div')(({ theme }) => ({
  display: 'grid',
  justifyItems: 'center',
  textAlign: 'center',
  gap: 8,
  padding: '48px 24px',
  '& > svg': { fontSize: 40, color: theme.palette.state.blocked.fg },
}));

export interface ErrorStateProps {
  title?: string | undefined;
  /** What went wrong in the reader's words, and what they can do. */
  children?: ReactNode;
  onRetry?: (() => void) | undefined;
  /** A way out: a path of this portal or a whole address. */
  backTo?: string | undefined;
  backLabel?: string | undefined;
  /** 1 where it is the whole screen. */
  level?: 1 | 2;
}

/** A failure with a way out: try again, or go somewhere that works. */
export function ErrorState({ title, children, onRetry, backTo, backLabel, level = 2 }: ErrorStateProps) {
  const t = useUiText();
  return (
    <Root role="alert">
      <ReportGmailerrorredOutlined aria-hidden />
      <Typography variant="h3" component={`h${level}`}>
        {title ?? t('error.title')}
      </Typography>
      <Typography component="div" color="textSecondary" sx={{ maxWidth: 480, textWrap: 'pretty' }}>
        {children ?? t('error.text')}
      </Typography>
      <div style={{ display: 'flex', gap: 8, marginTop: 12, flexWrap: 'wrap', justifyContent: 'center' }}>
        {onRetry && (
          <Button variant="contained" onClick={onRetry}>
            {t('error.retry')}
          </Button>
        )}
        {backTo !== undefined && (
          <Button variant="outlined" href={backTo}>
            {backLabel ?? t('error.back')}
          </Button>
        )}
      </div>
    </Root>
  );
}
