import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { EmptyState, FormActions, PasswordField, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { toFormErrors } from '../data/errors';
import { useSubmit } from '../data/use-submit';
import { Form } from '../forms/form';
import { useForm } from '../forms/use-form';
import { AcceptInvitationDocument, InvitationDocument, type InvitationDetails } from '../session/identity.operations';
import { useSessionStore } from '../session/session';
import { QueryError } from '../shell/query-error';
import { PublicLayout } from './public-layout';

const LEAST_CHARACTERS = 12;

/** What a mailed link leads to: whose it is, and a password to set. Both for invitations and forgotten passwords. */
export function SetPasswordScreen() {
  const { t } = useTranslation('kit');
  const { token = '' } = useParams();
  const { data, error, refetch } = useQuery(InvitationDocument, { variables: { token }, fetchPolicy: 'network-only' });
  const invitation = data?.invitation;
  const reset = invitation?.purpose === 'password';
  const title = !invitation
    ? t('invitation.resetTitle')
    : reset
      ? t('invitation.resetTitle')
      : t('invitation.title', { name: invitation.displayName });
  if (error && toFormErrors(error)?.code === 'NOT_FOUND') return <Gone />;
  return (
    <PublicLayout title={title}>
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} backTo="/sign-in" backLabel={t('forgot.toSignIn')} />
      ) : invitation ? (
        <>
          <Typography variant="h1" tabIndex={-1}>
            {title}
          </Typography>
          <Whose invitation={invitation} reset={reset} />
          <PasswordForm token={token} email={invitation.email} reset={reset} />
        </>
      ) : (
        <SkeletonList kind="form" rows={2} />
      )}
    </PublicLayout>
  );
}

function Whose({ invitation, reset }: { invitation: InvitationDetails; reset: boolean }) {
  const { t } = useTranslation('kit');
  const { displayName: name, email, organisationName: organisation } = invitation;
  if (reset) return <Typography color="textSecondary">{t('invitation.resetText', { name, email })}</Typography>;
  const role = t(`audience.${invitation.role ?? 'participant'}`);
  return (
    <Typography component="div" color="textSecondary">
      <p>
        {organisation ? t('invitation.text', { organisation, role }) : t('invitation.textNoOrganisation', { role })}
      </p>
      <p>{t('invitation.account', { email })}</p>
    </Typography>
  );
}

function PasswordForm({ token, email, reset }: { token: string; email: string; reset: boolean }) {
  const { t, i18n } = useTranslation('kit');
  const store = useSessionStore();
  const navigate = useNavigate();
  const { submit, saving, errors } = useSubmit(AcceptInvitationDocument);
  const form = useForm({
    initial: { password: '' },
    validate: ({ password }): Record<string, string> =>
      password.length >= LEAST_CHARACTERS ? {} : { password: t('validate.passwordShort', { count: password.length }) },
  });
  return (
    <Form
      form={form}
      errors={errors}
      onSubmit={async ({ password }) => {
        if (!(await submit({ input: { token, password, locale: i18n.language } }))) return;
        await store.entered();
        await navigate('/', { replace: true });
      }}
    >
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        {...form.field('password', { hint: t('invitation.hint') })}
        label={t('invitation.password')}
        autoComplete="new-password"
      />
      <FormActions>
        <Button type="submit" variant="contained" size="large" fullWidth loading={saving}>
          {t(reset ? 'invitation.resetSubmit' : 'invitation.submit')}
        </Button>
      </FormActions>
    </Form>
  );
}

function Gone() {
  const { t } = useTranslation('kit');
  return (
    <PublicLayout title={t('invitation.goneTitle')}>
      <EmptyState
        title={t('invitation.goneTitle')}
        level={1}
        action={
          <FormActions sx={{ justifyContent: 'center' }}>
            <Button variant="contained" href="/sign-in">
              {t('signIn.submit')}
            </Button>
            <Button variant="outlined" href="/forgot">
              {t('invitation.newLink')}
            </Button>
          </FormActions>
        }
      >
        {t('invitation.goneText')}
      </EmptyState>
    </PublicLayout>
  );
}
