import LinearProgress from '@mui/material/LinearProgress';
import { styled } from '@mui/material/styles';
import { FundingFooter, Notice, useFormat } from '@softmob/ui';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from 'react-router';
import { useSession } from '../session/session';
import { useShell } from './shell-context';

const Skip = styled('a')(({ theme }) => ({
  position: 'fixed',
  top: 8,
  left: 8,
  zIndex: theme.zIndex.tooltip,
  padding: '10px 16px',
  borderRadius: 8,
  fontWeight: 600,
  color: theme.palette.brand.on,
  backgroundColor: theme.palette.brand.main,
  transform: 'translateY(-200%)',
  '&:focus': { transform: 'none' },
}));

/** The first stop of the Tab key: past the navigation. */
export function SkipLink() {
  const { t } = useTranslation('kit');
  return (
    <Skip href="#main" className="no-print">
      {t('shell.skip')}
    </Skip>
  );
}

const Bar = styled(LinearProgress)(({ theme }) => ({
  position: 'fixed',
  inset: '0 0 auto 0',
  height: 3,
  borderRadius: 0,
  zIndex: theme.zIndex.tooltip,
}));

/** A thin line while the next screen is on its way. */
export function NavigationProgress() {
  const { state } = useNavigation();
  return state === 'idle' ? null : <Bar aria-hidden className="no-print" />;
}

/** The funding line of every screen. */
export function PortalFooter() {
  const { t } = useTranslation('kit');
  return <FundingFooter disclaimer={t('funding.disclaimer')} />;
}

/** What features put beside the account. */
export function Tools() {
  const { features } = useShell();
  return features.map(
    ({ key, tool: Tool }) =>
      Tool && (
        <Suspense key={key} fallback={<span style={{ width: 44 }} />}>
          <Tool />
        </Suspense>
      ),
  );
}

const Tag = styled('span')(({ theme }) => ({
  padding: '2px 8px',
  borderRadius: 6,
  fontSize: '0.75rem',
  fontWeight: 600,
  color: theme.palette.state.abroad.fg,
  backgroundColor: theme.palette.state.abroad.bg,
  whiteSpace: 'nowrap',
}));

/** Says that people and dates are invented, where they are. */
export function DemoTag() {
  const { t } = useTranslation('kit');
  const { viewer, today } = useSession();
  const format = useFormat();
  if (!viewer.demo) return null;
  return <Tag title={t('shell.demoDetail', { date: format.date(today, 'long') })}>{t('shell.demo')}</Tag>;
}

/** Whose page it is, for those who came by a personal link. */
export function SeatNotice() {
  const { t } = useTranslation('kit');
  const { viewer, membership } = useSession();
  if (!viewer.isSeat) return null;
  const name = [viewer.displayName, membership?.organisationName].filter(Boolean).join(', ');
  return (
    <div style={{ marginBottom: 16 }} className="no-print">
      <Notice tone="brand" title={t('shell.seat', { name })}>
        {t('shell.seatDetail')}
      </Notice>
    </div>
  );
}
