import { styled } from '@mui/material/styles';
import { Initials } from '@softmob/ui';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session';

const loadPopover = () => import('./account-panel');
const AccountPopover = lazy(loadPopover);

const Trigger = styled('button')(({ theme }) => ({
  all: 'unset',
  boxSizing: 'border-box',
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 40,
  minWidth: 40,
  padding: '4px 10px 4px 6px',
  borderRadius: 20,
  cursor: 'pointer',
  fontSize: '0.875rem',
  fontWeight: 550,
  '&:hover': { backgroundColor: theme.palette.surface.hover },
  '&:focus-visible': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: 2, borderRadius: 20 },
  '& .name': { maxWidth: 180, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  [theme.breakpoints.down('md')]: { padding: 4, justifyContent: 'center', '& .name': { display: 'none' } },
}));
/** Who acts; leads to what they may change about it. */
export function AccountMenu() {
  const { t } = useTranslation('kit');
  const { viewer } = useSession();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Trigger
        type="button"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={t('shell.account', { name: viewer.displayName })}
        onPointerEnter={() => void loadPopover()}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Initials name={viewer.displayName} size={30} />
        <span className="name">{viewer.displayName}</span>
      </Trigger>
      {anchor && (
        <Suspense>
          <AccountPopover anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  );
}
