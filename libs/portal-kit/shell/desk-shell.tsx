import ChevronLeftOutlined from '@mui/icons-material/ChevronLeftOutlined';
import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import MenuOutlined from '@mui/icons-material/MenuOutlined';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { PortalMark } from '@softmob/ui';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { read, write } from '../data/storage';
import { NAV_GROUPS } from '../portal';
import { AccountMenu } from './account-menu';
import { type Place, usePlaces } from './navigation';
import { CrumbSlot, useShell } from './shell-context';
import { DemoTag, NavigationProgress, PortalFooter, SeatNotice, SkipLink, Tools } from './shell-parts';

const FOLDED_KEY = 'softmob.nav.folded';

const Frame = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  minHeight: '100dvh',
  [theme.breakpoints.down('md')]: { display: 'block' },
  '@media print': { display: 'block' },
}));
const Side = styled('nav')(({ theme }) => ({
  position: 'sticky',
  top: 0,
  height: '100dvh',
  width: 228,
  display: 'flex',
  flexDirection: 'column',
  gap: 16,
  padding: 12,
  borderRight: `1px solid ${theme.palette.divider}`,
  backgroundColor: theme.palette.surface.sunken,
  transition: 'width 140ms ease-out',
  overflow: 'hidden auto',
  '&[data-folded]': {
    width: 64,
    '& .word': { display: 'none' },
    '& .group': { height: 1, padding: 0, margin: '8px 12px', overflow: 'hidden', color: 'transparent' },
    '& .group::after': { content: '""', display: 'block', height: 1, backgroundColor: theme.palette.divider },
    '& a': { justifyContent: 'center', paddingInline: 0 },
  },
  [theme.breakpoints.down('md')]: { display: 'none' },
}));
const Brand = styled(NavLink)(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  minHeight: 40,
  padding: '0 4px',
  color: theme.palette.text.primary,
  textDecoration: 'none',
  borderRadius: 8,
  '& .word': { display: 'grid', lineHeight: 1.25 },
  '& strong': { fontWeight: 660, letterSpacing: '-0.015em' },
  '& small': { fontSize: '0.75rem', color: theme.palette.text.secondary },
}));
const Places = styled('div')(({ theme }) => ({
  '& ul': { display: 'grid', gap: 2, padding: 0, listStyle: 'none' },
  '& .group': {
    display: 'block',
    padding: '12px 10px 4px',
    fontSize: '0.75rem',
    fontWeight: 600,
    color: theme.palette.text.secondary,
  },
  '& a': {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    minHeight: 34,
    padding: '5px 10px',
    borderRadius: 8,
    fontSize: '0.875rem',
    fontWeight: 550,
    lineHeight: 1.3,
    color: theme.palette.text.secondary,
    textDecoration: 'none',
    '& svg': { fontSize: 20, flex: 'none' },
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  '& a:hover': { color: theme.palette.text.primary, backgroundColor: theme.palette.divider },
  '& a[aria-current="page"]': { color: theme.palette.brand.strong, backgroundColor: theme.palette.brand.soft },
}));
const Top = styled('header')(({ theme }) => ({
  position: 'sticky',
  top: 0,
  zIndex: theme.zIndex.appBar,
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  minHeight: 56,
  padding: '0 28px',
  borderBottom: `1px solid ${theme.palette.divider}`,
  backgroundColor: theme.palette.background.default,
  '& .crumbs': { flex: '1 1 auto', minWidth: 0 },
  '& .crumbs ol': { flexWrap: 'nowrap' },
  '& .crumbs a, & .crumbs [aria-current]': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& .crumbs [aria-current]': { display: 'block' },
  '& .crumbs [aria-current]::before': { marginRight: 6 },
  [theme.breakpoints.down('md')]: { padding: '0 12px' },
  // On a phone only the way back: the place above this one.
  [theme.breakpoints.down('sm')]: {
    '& .crumbs li:not(:nth-last-of-type(2))': { display: 'none' },
    '& .crumbs li:nth-last-of-type(2)::before': { content: '"‹"', color: 'inherit' },
  },
}));
const Content = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  minHeight: 'calc(100dvh - 56px)',
  maxWidth: 1440,
  padding: '24px 28px 0',
  '& > main': { flex: '1 0 auto', outline: 'none' },
  [theme.breakpoints.down('sm')]: { padding: '16px 16px 0' },
  '@media print': { padding: 0 },
}));

/** The shell of those who work at a desk: slim folding navigation, breadcrumb, account. */
export default function DeskShell() {
  const { t } = useTranslation('kit');
  const [folded, setFolded] = useState(() => read(localStorage, FOLDED_KEY) === '1');
  const [drawer, setDrawer] = useState(false);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const fold = () => {
    write(localStorage, FOLDED_KEY, folded ? null : '1');
    setFolded(!folded);
  };
  return (
    <Frame>
      <SkipLink />
      <NavigationProgress />
      <Side data-folded={folded || undefined} className="no-print" aria-label={t('shell.navigation')}>
        <BrandLink />
        <PlaceList folded={folded} />
        <IconButton
          aria-label={t(folded ? 'shell.unfold' : 'shell.fold')}
          title={t(folded ? 'shell.unfold' : 'shell.fold')}
          onClick={fold}
          sx={{ mt: 'auto', alignSelf: folded ? 'center' : 'flex-end' }}
        >
          {folded ? <ChevronRightOutlined /> : <ChevronLeftOutlined />}
        </IconButton>
      </Side>
      <div>
        <Top className="no-print">
          <IconButton aria-label={t('shell.menu')} onClick={() => setDrawer(true)} sx={{ display: { md: 'none' } }}>
            <MenuOutlined />
          </IconButton>
          <div className="crumbs" ref={setSlot} />
          <DemoTag />
          <Tools />
          <AccountMenu />
        </Top>
        <Content>
          <main id="main" tabIndex={-1}>
            <SeatNotice />
            <CrumbSlot.Provider value={slot}>{slot && <Outlet />}</CrumbSlot.Provider>
          </main>
          <PortalFooter />
        </Content>
      </div>
      <Drawer
        open={drawer}
        onClose={() => setDrawer(false)}
        slotProps={{ paper: { sx: { width: 280, p: 3 }, 'aria-label': t('shell.navigation') } }}
      >
        <nav aria-label={t('shell.navigation')}>
          <BrandLink />
          <PlaceList folded={false} onGo={() => setDrawer(false)} />
        </nav>
      </Drawer>
    </Frame>
  );
}

function BrandLink() {
  const { t } = useTranslation('kit');
  const { portal } = useShell();
  return (
    <Brand to="/" end title={t(`portal.${portal}`)} aria-label={t(`portal.${portal}`)}>
      <PortalMark portal={portal} />
      <span className="word">
        <strong>{t('product')}</strong>
        <small>{t(`portal.${portal}`)}</small>
      </span>
    </Brand>
  );
}

interface PlaceListProps {
  folded: boolean;
  onGo?: () => void;
}

/** The places, those of a group under its name. */
function PlaceList(props: PlaceListProps) {
  const { t } = useTranslation('kit');
  const id = useId();
  const places = usePlaces('side');
  return (
    <Places>
      <PlaceLinks {...props} places={places.filter(({ group }) => !group)} />
      {NAV_GROUPS.map((name) => {
        const those = places.filter(({ group }) => group === name);
        return (
          those.length > 0 && (
            <div key={name}>
              <span className="group" id={`${id}-${name}`}>
                {t(`shell.group.${name}`)}
              </span>
              <PlaceLinks {...props} places={those} labelledBy={`${id}-${name}`} />
            </div>
          )
        );
      })}
    </Places>
  );
}

interface PlaceLinksProps extends PlaceListProps {
  places: readonly Place[];
  labelledBy?: string;
}

function PlaceLinks({ places, labelledBy, folded, onGo }: PlaceLinksProps) {
  return (
    <ul aria-labelledby={labelledBy}>
      {places.map(({ to, label, icon: Icon, end = false }) => (
        <li key={to}>
          <NavLink
            to={to}
            end={end}
            title={folded ? label : undefined}
            aria-label={folded ? label : undefined}
            onClick={onGo}
          >
            <Icon aria-hidden fontSize="inherit" />
            <span className="word">{label}</span>
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
