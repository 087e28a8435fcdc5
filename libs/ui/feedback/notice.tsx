import InfoOutlined from '@mui/icons-material/InfoOutlined';
import { styled } from '@mui/material/styles';
import { type ReactNode } from 'react';
import { type StateKey } from '../theme/tokens';
import { StateIcon } from './state-chip';

export type NoticeTone = StateKey | 'brand';

const Root = styled('div', { shouldForwardProp: (prop) => prop !== 'tone' })<{ tone: NoticeTone }>(({
  theme,
  tone,
}) => {
  const { fg, bg, line } =
    tone === 'brand'
      ? { fg: theme.palette.brand.strong, bg: theme.palette.brand.soft, line: theme.palette.brand.soft }
      : theme.palette.state[tone];
  return {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr auto',
    columnGap: 10,
    alignItems: 'start',
    padding: '10px 14px',
    border: `1px solid ${line}`,
    borderRadius: 8,
    backgroundColor: bg,
    color: theme.palette.text.primary,
    fontSize: theme.typography.body1.fontSize,
    lineHeight: 1.5,
    '& > svg': { marginTop: 2, fontSize: 18, color: fg },
    '& strong': { fontWeight: 600 },
    [theme.breakpoints.down('sm')]: { '& > .notice-action': { gridColumn: '2 / -1', marginTop: 8 } },
  };
});

export interface NoticeProps {
  tone: NoticeTone;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** Something the reader should know here and now, beside the content, not above it all. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  return (
    <Root tone={tone}>
      {tone === 'brand' ? <InfoOutlined aria-hidden fontSize="inherit" /> : <StateIcon state={tone} />}
      <div>
        {title !== undefined && <strong>{title}</strong>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {action !== undefined && <div className="notice-action">{action}</div>}
    </Root>
  );
}
