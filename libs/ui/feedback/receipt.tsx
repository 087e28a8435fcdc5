import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useRef } from 'react';
import { type Fact, Facts } from '../layout/facts';
import { useFormat, useUiText } from '../use-format';

const Root = styled('section')(({ theme }) => ({
  display: 'grid',
  gap: 20,
  maxWidth: 640,
  padding: 24,
  border: `1px solid ${theme.palette.state.done.line}`,
  borderRadius: 12,
  backgroundColor: theme.palette.background.paper,
  '& > header': { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '4px 12px', alignItems: 'center' },
  '& > header svg': { fontSize: 32, color: theme.palette.state.done.fg },
  '& ol': { listStyle: 'none', padding: 0, display: 'grid', gap: 12, counterReset: 'step' },
  '& ol > li': { display: 'grid', gridTemplateColumns: '28px 1fr', gap: 12, counterIncrement: 'step' },
  '& ol > li::before': {
    content: 'counter(step)',
    display: 'grid',
    placeItems: 'center',
    width: 28,
    height: 28,
    borderRadius: 14,
    fontSize: '0.8125rem',
    fontWeight: 600,
    color: theme.palette.text.secondary,
    border: `1px solid ${theme.palette.divider}`,
  },
  '& ol > li[data-mine]::before': {
    color: theme.palette.brand.strong,
    backgroundColor: theme.palette.brand.soft,
    borderColor: theme.palette.brand.soft,
  },
  '& ol strong': { fontWeight: 600 },
  '& time': { color: theme.palette.text.secondary, whiteSpace: 'nowrap' },
  [theme.breakpoints.down('sm')]: { padding: 16 },
}));

export interface NextStep {
  /** Who holds the ball: a person or a role. Left out when it is the reader's turn (`mine`). */
  who?: string;
  /** What they do: "signs the learning agreement". */
  what: string;
  /** Until when, as a business date. */
  by?: string | undefined;
  mine?: boolean;
}

export interface ReceiptProps {
  title: string;
  children?: ReactNode;
  facts?: readonly Fact[];
  next: readonly NextStep[];
  actions?: ReactNode;
  /** 1 where it is the whole screen. */
  level?: 1 | 2;
}

/** The end of every submission: what was done, what happens next, and who holds the ball. */
export function Receipt({ title, children, facts, next, actions, level = 2 }: ReceiptProps) {
  const t = useUiText();
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Root>
      <header>
        <CheckCircleOutlined aria-hidden />
        <Typography variant="h2" component={`h${level}`} ref={heading} tabIndex={-1}>
          {title}
        </Typography>
        {children !== undefined && <div style={{ gridColumn: '2' }}>{children}</div>}
      </header>
      {facts && <Facts items={facts} />}
      {next.length > 0 && (
        <div>
          <Typography variant="h3" component={level === 1 ? 'h2' : 'h3'} sx={{ mb: 3 }}>
            {t('receipt.next')}
          </Typography>
          <ol role="list">
            {next.map((step) => (
              <li key={`${step.who ?? ''}${step.what}`} data-mine={step.mine || undefined}>
                <span>
                  <strong>{step.mine ? t('receipt.you') : step.who}</strong> {step.what}{' '}
                  {step.by !== undefined && (
                    <time dateTime={step.by}>{t('receipt.by', { date: format.date(step.by, 'short') })}</time>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
      {actions !== undefined && <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>{actions}</div>}
    </Root>
  );
}
