import Skeleton from '@mui/material/Skeleton';
import { styled } from '@mui/material/styles';
import { useUiText } from '../use-format';

const Rows = styled('div')(({ theme }) => ({
  '& > div': {
    display: 'grid',
    gridTemplateColumns: '20px minmax(120px, 2fr) 1fr 1fr 72px',
    gap: 16,
    alignItems: 'center',
    height: 40,
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  [theme.breakpoints.down('sm')]: {
    '& > div': {
      gridTemplateColumns: '20px 1fr 72px',
      '& > :nth-of-type(3), & > :nth-of-type(4)': { display: 'none' },
    },
  },
}));

export interface SkeletonListProps {
  rows?: number;
  /** The shape of what will come, so that nothing jumps. */
  kind?: 'rows' | 'cards' | 'form' | 'page';
}

function Shape({ kind, rows }: Required<SkeletonListProps>) {
  const each = Array.from({ length: rows }, (_, index) => index);
  if (kind === 'rows') {
    return (
      <Rows>
        {each.map((index) => (
          <div key={index}>
            <Skeleton width={16} height={16} />
            <Skeleton width={`${88 - ((index * 13) % 40)}%`} height={14} />
            <Skeleton width="70%" height={14} />
            <Skeleton width="50%" height={14} />
            <Skeleton height={20} />
          </div>
        ))}
      </Rows>
    );
  }
  if (kind === 'cards') {
    return (
      <div
        style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))' }}
      >
        {each.map((index) => (
          <Skeleton key={index} height={104} variant="rounded" />
        ))}
      </div>
    );
  }
  return (
    <div style={{ display: 'grid', gap: 20, maxWidth: kind === 'form' ? 640 : undefined }}>
      {kind === 'page' && <Skeleton width="min(320px, 60%)" height={28} />}
      {each.map((index) => (
        <div key={index} style={{ display: 'grid', gap: 8 }}>
          <Skeleton width={120 + ((index * 37) % 80)} height={14} />
          <Skeleton height={40} />
        </div>
      ))}
    </div>
  );
}

/** The outline of what is loading; says "Loading" to those who do not see it. */
export function SkeletonList({ rows = 6, kind = 'rows' }: SkeletonListProps) {
  const t = useUiText();
  return (
    <div role="status" aria-busy="true">
      <span className="visually-hidden">{t('loading')}</span>
      <div aria-hidden>
        <Shape kind={kind} rows={rows} />
      </div>
    </div>
  );
}
