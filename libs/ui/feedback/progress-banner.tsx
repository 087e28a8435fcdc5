import LinearProgress from '@mui/material/LinearProgress';
import { styled } from '@mui/material/styles';
import { type ReactNode, useId } from 'react';
import { useFormat, useUiText } from '../use-format';
import { StateIcon } from './state-chip';

const STATE = { running: 'waiting', done: 'done', failed: 'blocked' } as const;

const Root = styled('section', { shouldForwardProp: (prop) => prop !== 'tone' })<{ tone: keyof typeof STATE }>(
  ({ theme, tone }) => ({
    display: 'grid',
    gap: 10,
    padding: '14px 16px',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    backgroundColor: theme.palette.background.paper,
    '& header': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px' },
    '& header > svg': { fontSize: 20, color: theme.palette.state[STATE[tone]].fg },
    '& header strong': { fontWeight: 600, flex: '1 1 auto' },
    '& small': { fontSize: '0.875rem', color: theme.palette.text.secondary },
  }),
);

export interface ProgressBannerProps {
  /** What is being done: "Making 100 learning agreements". */
  title: string;
  done: number;
  total: number;
  state: 'running' | 'done' | 'failed';
  /** The item at work, or what remains. */
  detail?: ReactNode;
  action?: ReactNode;
  /** The report at the end: what failed and why. */
  children?: ReactNode;
}

/** Long work that can be left: how far it is, and in the end what failed and why. */
export function ProgressBanner({ title, done, total, state, detail, action, children }: ProgressBannerProps) {
  const t = useUiText();
  const format = useFormat();
  const titleId = useId();
  const said = detail ?? (state === 'running' && t('progress.leave'));
  const count = t('progress.of', { done: format.number(done), total: format.number(total) });
  return (
    <Root tone={state} aria-labelledby={titleId}>
      <header>
        <StateIcon state={STATE[state]} />
        <strong id={titleId}>{title}</strong>
        <span className="num" role="status">
          {count}
        </span>
        {action}
      </header>
      {state === 'running' && (
        <LinearProgress
          variant={total > 0 ? 'determinate' : 'indeterminate'}
          value={total > 0 ? (100 * done) / total : 0}
          aria-labelledby={titleId}
        />
      )}
      {said && <small>{said}</small>}
      {children}
    </Root>
  );
}
