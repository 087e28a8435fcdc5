import { styled } from '@mui/material/styles';
import { type ReactNode } from 'react';
import { StateIcon } from '../feedback/state-chip';
import { DateText } from '../layout/text';
import { type StateKey } from '../theme/tokens';
import { useUiText } from '../use-format';

const Root = styled('ol')(({ theme }) => ({
  padding: 0,
  listStyle: 'none',
  '& > li': { position: 'relative', display: 'grid', gridTemplateColumns: '28px 1fr', gap: 12, paddingBottom: 20 },
  '& > li:last-of-type': { paddingBottom: 0 },
  '& > li:not(:last-of-type)::before': {
    content: '""',
    position: 'absolute',
    left: 13,
    top: 30,
    bottom: 2,
    width: 2,
    borderRadius: 1,
    backgroundColor: theme.palette.divider,
  },
  '& .head': { display: 'flex', flexWrap: 'wrap', gap: '0 10px', alignItems: 'baseline' },
  '& .head strong': { fontWeight: 600 },
  '& time, & .who': { fontSize: '0.875rem', color: theme.palette.text.secondary },
  '& .detail': { color: theme.palette.text.secondary, fontSize: '0.875rem' },
}));
const Dot = styled('span', { shouldForwardProp: (prop) => prop !== 'tone' })<{ tone: StateKey }>(({ theme, tone }) => ({
  display: 'grid',
  placeItems: 'center',
  width: 28,
  height: 28,
  borderRadius: 14,
  fontSize: 16,
  color: theme.palette.state[tone].fg,
  backgroundColor: theme.palette.state[tone].bg,
}));

export interface TimelineItem {
  id: string;
  title: string;
  state: StateKey;
  /** Business date or moment. */
  date?: string | null;
  detail?: ReactNode;
  /** Who did it or has to. */
  who?: string | null;
}

/** What has happened and what comes, in order. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  const t = useUiText();
  return (
    <Root aria-label={label}>
      {items.map(({ id, title, state, date, detail, who }) => (
        <li key={id}>
          <Dot tone={state}>
            <StateIcon state={state} />
          </Dot>
          <div>
            <div className="head">
              <strong>{title}</strong>
              <span className="visually-hidden">{t(`state.${state}`)}</span>
              {date && <DateText value={date} style="medium" />}
              {who && <span className="who">{who}</span>}
            </div>
            {detail !== undefined && <div className="detail">{detail}</div>}
          </div>
        </li>
      ))}
    </Root>
  );
}
