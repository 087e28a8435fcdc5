import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import { styled } from '@mui/material/styles';
import { type ReactNode } from 'react';
import { StateIcon } from '../feedback/state-chip';
import { daysBetween } from '../format';
import { type StateKey } from '../theme/tokens';
import { useUiText } from '../use-format';
import { AppLink } from './app-link';

const Root = styled('article', { shouldForwardProp: (prop) => prop !== 'tone' })<{ tone: StateKey }>(
  ({ theme, tone }) => ({
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '36px 1fr auto',
    alignItems: 'center',
    gap: '4px 14px',
    minHeight: 72,
    padding: '14px 16px',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 12,
    backgroundColor: theme.palette.background.paper,
    '& .mark': {
      display: 'grid',
      placeItems: 'center',
      width: 36,
      height: 36,
      borderRadius: 10,
      fontSize: 20,
      color: theme.palette.state[tone].fg,
      backgroundColor: theme.palette.state[tone].bg,
    },
    '& .task-title': { fontSize: '1rem', fontWeight: 600, lineHeight: 1.35 },
    '& .task-title a, & .task-title button': { all: 'unset', cursor: 'pointer' },
    '& .task-title a::after, & .task-title button::after': {
      content: '""',
      position: 'absolute',
      inset: 0,
      borderRadius: 12,
    },
    '& .detail': { color: theme.palette.text.secondary, fontSize: '0.875rem' },
    '& .late': { color: theme.palette.state.blocked.fg, fontWeight: 550 },
    '&:has(a:hover), &:has(.task-title button:hover)': { backgroundColor: theme.palette.surface.hover },
    '&:has(a:focus-visible), &:has(.task-title button:focus-visible)': {
      outline: `2px solid ${theme.palette.brand.main}`,
      outlineOffset: 2,
    },
    '& > svg': { color: theme.palette.text.secondary },
    '& .own-action': { position: 'relative', zIndex: 1 },
  }),
);

export interface TaskCardProps {
  title: string;
  detail?: ReactNode;
  /** Until when, and the day it is compared with: business dates. */
  by?: string | undefined;
  today?: string;
  state: StateKey;
  to?: string;
  onClick?: () => void;
  /** Instead of leading somewhere: a control of its own. */
  action?: ReactNode;
  level?: 2 | 3;
}

/** The words of a due date and whether it has passed. */
function useDue(by: string | undefined, today: string | undefined) {
  const t = useUiText();
  if (by === undefined || today === undefined) return null;
  const days = daysBetween(today, by);
  if (days === 0) return { text: t('due.today'), late: false };
  return days > 0
    ? { text: t('due.in', { count: days }), late: false }
    : { text: t('due.late', { count: -days }), late: true };
}

/** A thing to do, as one big target. */
export function TaskCard({ title, detail, by, today, state, to, onClick, action, level = 2 }: TaskCardProps) {
  const due = useDue(by, today);
  const Heading = level === 2 ? 'h2' : 'h3';
  const leads = to !== undefined || onClick !== undefined;
  return (
    <Root tone={state}>
      <span className="mark">
        <StateIcon state={state} />
      </span>
      <div>
        <Heading className="task-title">
          {to !== undefined ? (
            <AppLink href={to}>{title}</AppLink>
          ) : onClick ? (
            <button type="button" onClick={onClick}>
              {title}
            </button>
          ) : (
            title
          )}
        </Heading>
        {(detail !== undefined || (due && state !== 'done')) && (
          <div className="detail">
            {due && state !== 'done' && <span className={due.late ? 'late' : undefined}>{due.text}</span>}
            {due && state !== 'done' && detail !== undefined && ' · '}
            {detail}
          </div>
        )}
      </div>
      {action !== undefined ? (
        <div className="own-action">{action}</div>
      ) : (
        leads && <ChevronRightOutlined aria-hidden />
      )}
    </Root>
  );
}
