import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { type ReactNode } from 'react';
import { useUiText } from '../use-format';

const Root = styled('div')(({ theme }) => ({
  position: 'sticky',
  bottom: 'calc(12px + var(--bottom-bar, 0px))',
  zIndex: 5,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'start',
  gap: 8,
  width: 'fit-content',
  maxWidth: 'calc(100% - 16px)',
  margin: '12px auto 0',
  padding: '8px 8px 8px 16px',
  border: `1px solid ${theme.palette.divider}`,
  borderRadius: 12,
  backgroundColor: theme.palette.surface.raised,
  boxShadow: theme.shadows[1],
  animation: 'bar-in 140ms ease-out',
  '@keyframes bar-in': { from: { opacity: 0, transform: 'translateY(8px)' } },
  '& > div': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, minHeight: 36 },
  '& strong': { fontWeight: 600, marginRight: 8 },
}));

export interface SelectionBarProps {
  count: number;
  total?: number | undefined;
  onClear: () => void;
  onSelectAll?: (() => void) | undefined;
  /** The actions on what is selected. */
  children: ReactNode;
}

/** Rises when something is selected: how many, and what one can do with them. */
export function SelectionBar({ count, total, onClear, onSelectAll, children }: SelectionBarProps) {
  const t = useUiText();
  if (count === 0) return null;
  const more = total !== undefined && total > count;
  return (
    <Root role="region" aria-label={t('selection.bar')} className="no-print">
      <div>
        <strong className="num" role="status">
          {more ? t('selection.countOf', { count, total }) : t('selection.count', { count })}
        </strong>
        {more && onSelectAll && (
          <Button size="small" onClick={onSelectAll}>
            {t('selection.all', { total })}
          </Button>
        )}
        {children}
      </div>
      <IconButton aria-label={t('selection.clear')} title={t('selection.clear')} onClick={onClear}>
        <CloseOutlined />
      </IconButton>
    </Root>
  );
}
