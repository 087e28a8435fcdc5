import { styled } from '@mui/material/styles';
import { PortalMark } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { AccountMenu } from './account-menu';
import { usePlaces } from './navigation';
import { useShell } from './shell-context';
import { DemoTag, NavigationProgress, PortalFooter, SeatNotice, SkipLink, Tools } from './shell-parts';

const MOST_PLACES = 4;
const COLUMN = 760;

const Top = styled('header')(({ theme }) => ({
  position: 'sticky',
  top: 0,
  zIndex: theme.zIndex.appBar,
  borderBottom: `1px solid ${theme.palette.divider}`,
  backgroundColor: theme.palette.background.default,
  '& > div': {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    minHeight: 56,
    maxWidth: 1200,
    margin: '0 auto',
    padding: '0 8px 0 16px',
  },
  '& .brand': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 10,
    minHeight: 44,
    marginInlineEnd: 'auto',
    fontWeight: 660,
    letterSpacing: '-0.015em',
    color: theme.palette.text.primary,
    textDecoration: 'none',
  },
}));
const Content = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  maxWidth: COLUMN + 32,
  minHeight: 'calc(100dvh - 57px)',
  margin: '0 auto',
  padding: '20px 16px 8px',
  '& > main': { flex: '1 0 auto', outline: 'none' },
  [theme.breakpoints.down('md')]: {
    '--bottom-bar': '68px',
    paddingBottom: 'calc(72px + env(safe-area-inset-bottom))',
  },
  '@media print': { padding: 0 },
}));
const Places = styled('nav')(({ theme }) => ({
  '& ul': { display: 'flex', padding: 0, listStyle: 'none' },
  '& li': { flex: '1 1 0', minWidth: 0 },
  '& a': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: 3,
    color: theme.palette.text.secondary,
    textDecoration: 'none',
    fontWeight: 550,
    lineHeight: 1.2,
  },
  '& a:hover': { color: theme.palette.text.primary },
  '& a[aria-current="page"]': { color: theme.palette.brand.main },
  [theme.breakpoints.down('md')]: {
    position: 'fixed',
    inset: 'auto 0 0 0',
    zIndex: theme.zIndex.appBar,
    paddingBottom: 'env(safe-area-inset-bottom)',
    borderTop: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.background.paper,
    '& a': { flexDirection: 'column', minHeight: 64, padding: '8px 4px', fontSize: '0.75rem', textAlign: 'center' },
    '& .icon': { display: 'grid', placeItems: 'center', width: 56, height: 28, borderRadius: 14, fontSize: 22 },
    '& a[aria-current="page"] .icon': { backgroundColor: theme.palette.brand.soft },
    '& a:focus-visible': { outlineOffset: -3 },
  },
  [theme.breakpoints.up('md')]: {
    '& ul': { gap: 4 },
    '& li': { flex: '0 0 auto' },
    '& a': { minHeight: 40, padding: '6px 12px', gap: 8, borderRadius: 8, fontSize: '0.875rem', whiteSpace: 'nowrap' },
    '& a:hover': { backgroundColor: theme.palette.surface.hover },
    '& a[aria-current="page"]': { backgroundColor: theme.palette.brand.soft, color: theme.palette.brand.strong },
    '& .icon': { display: 'grid', fontSize: 20 },
  },
}));

/** The shell of those who come with a phone: one column, at most four places at the thumb. */
export default function PhoneShell() {
  const { t } = useTranslation('kit');
  const { portal } = useShell();
  return (
    <>
      <SkipLink />
      <NavigationProgress />
      <Top className="no-print">
        <div>
          <NavLink to="/" end className="brand" aria-label={t(`portal.${portal}`)}>
            <PortalMark portal={portal} />
            <span>{t('product')}</span>
          </NavLink>
          <PlaceList />
          <DemoTag />
          <Tools />
          <AccountMenu />
        </div>
      </Top>
      <Content>
        <main id="main" tabIndex={-1}>
          <SeatNotice />
          <Outlet />
        </main>
        <PortalFooter />
      </Content>
    </>
  );
}

function PlaceList() {
  const { t } = useTranslation('kit');
  const places = usePlaces('bottom', MOST_PLACES);
  if (places.length < 2) return null;
  return (
    <Places aria-label={t('shell.navigation')}>
      <ul>
        {places.map(({ to, label, icon: Icon, end = false }) => (
          <li key={to}>
            <NavLink to={to} end={end}>
              <span className="icon">
                <Icon aria-hidden fontSize="inherit" />
              </span>
              <span>{label}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </Places>
  );
}
