import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { EmptyState, TaskCard } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session';
import { PublicLayout } from './public-layout';

/** Which of several memberships acts in this tab. */
export function MembershipChoice() {
  const { t } = useTranslation('kit');
  const { viewer, chooseMembership } = useSession();
  return (
    <PublicLayout title={t('membership.title')}>
      <Typography variant="h1" tabIndex={-1}>
        {t('membership.title')}
      </Typography>
      <Typography color="textSecondary">{t('membership.text')}</Typography>
      {viewer.memberships.map(({ id, audience, organisationName }) => (
        <TaskCard
          key={id}
          state="draft"
          title={t(`audience.${audience}`)}
          detail={organisationName ?? undefined}
          onClick={() => void chooseMembership(id)}
        />
      ))}
    </PublicLayout>
  );
}

/** An account that has nothing to do in this portal any more. */
export function NoMembership() {
  const { t } = useTranslation('kit');
  const { viewer, signOut } = useSession();
  return (
    <PublicLayout title={t('membership.noneTitle')}>
      <EmptyState
        title={t('membership.noneTitle')}
        level={1}
        action={
          <Button variant="contained" onClick={() => void signOut()}>
            {t('shell.signOut')}
          </Button>
        }
      >
        {t('membership.noneText', { email: viewer.email })}
      </EmptyState>
    </PublicLayout>
  );
}
