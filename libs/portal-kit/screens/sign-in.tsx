import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { FormActions, Notice, PasswordField, TextInput } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { useSubmit } from '../data/use-submit';
import { Form } from '../forms/form';
import { useForm } from '../forms/use-form';
import { SignInDocument } from '../session/identity.operations';
import { useSessionState, useSessionStore } from '../session/session';
import { safeNext } from '../session/ways-in';
import { PublicLayout } from './public-layout';

/** Signing in by e-mail and password; goes on where the person wanted to go. */
export function SignInScreen() {
  const { t } = useTranslation('kit');
  const [params] = useSearchParams();
  const state = useSessionState();
  const store = useSessionStore();
  const { submit, saving, errors } = useSubmit(SignInDocument);
  const form = useForm({
    initial: { email: '', password: '' },
    validate: ({ email, password }) => ({
      ...(/^\S+@\S+$/.test(email.trim()) ? {} : { email: t('validate.email') }),
      ...(password === '' ? { password: t('validate.password') } : {}),
    }),
  });
  if (state.status === 'signedIn') return <Navigate to={safeNext(params.get('next'))} replace />;
  const ended = state.status === 'signedOut' && state.why === 'ended';
  return (
    <PublicLayout title={t('signIn.title')}>
      <Typography variant="h1" tabIndex={-1}>
        {t('signIn.title')}
      </Typography>
      {ended && <Notice tone="waiting">{t('signIn.again')}</Notice>}
      <Form
        form={form}
        errors={errors}
        onSubmit={async ({ email, password }) => {
          if (await submit({ input: { email: email.trim(), password } })) await store.entered();
        }}
      >
        <TextInput
          {...form.field('email')}
          label={t('signIn.email')}
          type="email"
          inputMode="email"
          autoComplete="username"
        />
        <PasswordField {...form.field('password')} label={t('signIn.password')} autoComplete="current-password" />
        <FormActions>
          <Button type="submit" variant="contained" size="large" fullWidth loading={saving}>
            {t('signIn.submit')}
          </Button>
        </FormActions>
      </Form>
      <Typography variant="body2" color="textSecondary">
        <Link href="/forgot">{t('signIn.forgot')}</Link>
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('signIn.noAccount')}
      </Typography>
    </PublicLayout>
  );
}
