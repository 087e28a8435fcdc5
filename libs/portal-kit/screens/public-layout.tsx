import { styled } from '@mui/material/styles';
import { LanguageSwitch, PortalMark } from '@softmob/ui';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isLocale, LANGUAGES } from '../i18n/languages';
import { useChooseLocale } from '../session/session';
import { useDocumentTitle } from '../shell/page-title';
import { useShell } from '../shell/shell-context';
import { PortalFooter, SkipLink } from '../shell/shell-parts';
import { Journey } from './journey';

const Root = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)',
  minHeight: '100dvh',
  [theme.breakpoints.down('md')]: { display: 'block' },
}));
const Picture = styled('aside')(({ theme }) => ({
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'flex-end',
  gap: 12,
  padding: 48,
  overflow: 'hidden',
  color: theme.palette.mode === 'light' ? theme.palette.brand.on : theme.palette.brand.strong,
  backgroundColor: theme.palette.mode === 'light' ? theme.palette.brand.main : theme.palette.brand.soft,
  '& > p': {
    position: 'relative',
    maxWidth: 420,
    fontSize: '1.5rem',
    fontWeight: 600,
    lineHeight: 1.3,
    letterSpacing: '-0.015em',
    textWrap: 'balance',
  },
  [theme.breakpoints.down('md')]: { display: 'none' },
  '@media print': { display: 'none' },
}));
const Side = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  padding: '20px 48px 0',
  maxWidth: 720,
  width: '100%',
  boxSizing: 'border-box',
  margin: '0 auto',
  '& > header': { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 12, minHeight: 48 },
  '& .brand': { display: 'flex', alignItems: 'center', gap: 10, fontWeight: 660, letterSpacing: '-0.015em' },
  '& .brand small': {
    display: 'block',
    fontSize: '0.8125rem',
    fontWeight: 400,
    letterSpacing: 0,
    color: theme.palette.text.secondary,
  },
  '& > main': {
    flex: '1 0 auto',
    display: 'grid',
    alignContent: 'center',
    width: '100%',
    maxWidth: 440,
    margin: '0 auto',
    padding: '40px 0',
    gap: 20,
  },
  [theme.breakpoints.down('md')]: {
    padding: '12px 20px 0',
    minHeight: '100dvh',
    '& > main': { alignContent: 'start' },
  },
}));

/** The frame of screens for whoever is not signed in: what this is, one thing to do, the language. */
export function PublicLayout({ title, children }: { title: string; children: ReactNode }) {
  const { t, i18n } = useTranslation('kit');
  const { portal } = useShell();
  const chooseLocale = useChooseLocale();
  useDocumentTitle(title);
  return (
    <Root>
      <SkipLink />
      <Picture aria-label={t('product')}>
        <Journey />
        <p>{t(`welcome.${portal}`)}</p>
      </Picture>
      <Side>
        <header>
          <span className="brand">
            <PortalMark portal={portal} size={36} />
            <span>
              {t('product')}
              <small>{t(`portal.${portal}`)}</small>
            </span>
          </span>
          <LanguageSwitch
            value={i18n.language}
            languages={LANGUAGES}
            onChange={(locale) => isLocale(locale) && void chooseLocale(locale)}
          />
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <PortalFooter />
      </Side>
    </Root>
  );
}
