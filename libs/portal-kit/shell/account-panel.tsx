import LogoutOutlined from '@mui/icons-material/LogoutOutlined';
import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { styled } from '@mui/material/styles';
import { Initials, LanguageSwitch, ModeSwitch } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isLocale, LANGUAGES } from '../i18n/languages';
import { type ViewerMembership } from '../session/identity.operations';
import { useChooseLocale, useSession } from '../session/session';
import { useAppearance } from './appearance';
import { useShell } from './shell-context';

const Panel = styled('div')(({ theme }) => ({
  width: 340,
  maxWidth: '100%',
  display: 'grid',
  gap: 12,
  padding: 16,
  fontSize: '0.875rem',
  '& .who': { display: 'flex', gap: 12, alignItems: 'center', minWidth: 0 },
  '& .who > div': { minWidth: 0, overflowWrap: 'anywhere' },
  '& strong': { fontWeight: 600 },
  '& .muted': { color: theme.palette.text.secondary },
  '& .setting': { display: 'grid', gap: 6 },
  '& hr': { width: '100%', border: 0, borderTop: `1px solid ${theme.palette.divider}`, margin: 0 },
  '& ul': { display: 'grid', gap: 4, padding: 0, listStyle: 'none' },
  '& .MuiButton-root': { justifyContent: 'flex-start', textAlign: 'start', whiteSpace: 'normal' },
}));

/** Who acts, and what they may change about it: role, language, appearance, signing out. */
export default function AccountPopover({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) {
  const { t } = useTranslation('kit');
  const { viewer } = useSession();
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{
        paper: { role: 'dialog', 'aria-label': t('shell.account', { name: viewer.displayName }), sx: { mt: 1 } },
      }}
    >
      <AccountPanel onLeave={onClose} />
    </Popover>
  );
}

/** A membership in words: the role and the organisation. */
function useMembershipText() {
  const { t } = useTranslation('kit');
  return ({ audience, organisationName }: ViewerMembership) =>
    [t(`audience.${audience}`), organisationName].filter(Boolean).join(' · ');
}

function AccountPanel({ onLeave }: { onLeave: () => void }) {
  const { t, i18n } = useTranslation('kit');
  const { viewer, membership, signOut } = useSession();
  const chooseLocale = useChooseLocale();
  const { choice, choose } = useAppearance();
  const text = useMembershipText();
  return (
    <Panel>
      <div className="who">
        <Initials name={viewer.displayName} size={40} />
        <div>
          <strong>{viewer.displayName}</strong>
          <div className="muted">{viewer.isSeat ? t('shell.seatDetail') : viewer.email}</div>
        </div>
      </div>
      {membership && (
        <div className="muted">
          {t('shell.actsAs')} <strong>{text(membership)}</strong>
        </div>
      )}
      <OtherMemberships onChosen={onLeave} />
      <hr />
      <div className="setting">
        <span className="muted" aria-hidden>
          {t('shell.language')}
        </span>
        <LanguageSwitch
          value={i18n.language}
          languages={LANGUAGES}
          onChange={(locale) => isLocale(locale) && void chooseLocale(locale)}
        />
      </div>
      <div className="setting">
        <span className="muted" aria-hidden>
          {t('shell.appearance')}
        </span>
        <ModeSwitch value={choice} onChange={choose} />
      </div>
      <hr />
      <AccountPlaces onGo={onLeave} />
      <Button startIcon={<LogoutOutlined />} onClick={() => void signOut()}>
        {t('shell.signOut')}
      </Button>
    </Panel>
  );
}

/** What features let one set for oneself. */
function AccountPlaces({ onGo }: { onGo: () => void }) {
  const { features } = useShell();
  const { t } = useTranslation();
  return features.flatMap(({ key, account = [] }) =>
    account.map(({ to, labelKey, icon: Icon }) => (
      <Button key={to} href={to} startIcon={<Icon aria-hidden />} onClick={onGo}>
        {t(`${key}:${labelKey}`)}
      </Button>
    )),
  );
}

function OtherMemberships({ onChosen }: { onChosen: () => void }) {
  const { t } = useTranslation('kit');
  const { viewer, chooseMembership } = useSession();
  const text = useMembershipText();
  const navigate = useNavigate();
  const others = viewer.memberships.filter(({ id }) => id !== viewer.membershipId);
  if (others.length === 0) return null;
  const choose = async (id: string) => {
    onChosen();
    await navigate('/');
    await chooseMembership(id);
  };
  return (
    <ul aria-label={t('shell.switchTo')}>
      {others.map((membership) => (
        <li key={membership.id}>
          <Button fullWidth startIcon={<SwapHorizOutlined />} onClick={() => void choose(membership.id)}>
            {text(membership)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
