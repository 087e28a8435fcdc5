import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { FormActions, Receipt, TextInput } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubmit } from '../data/use-submit';
import { Form } from '../forms/form';
import { useForm } from '../forms/use-form';
import { RequestPasswordResetDocument } from '../session/identity.operations';
import { PublicLayout } from './public-layout';

/** Asks for a link to set a new password; the answer does not tell whether the address is known. */
export function ForgotScreen() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  return sentTo === null ? <Asking onSent={setSentTo} /> : <Sent to={sentTo} />;
}

function Asking({ onSent }: { onSent: (email: string) => void }) {
  const { t } = useTranslation('kit');
  const { submit, saving, errors } = useSubmit(RequestPasswordResetDocument);
  const form = useForm({
    initial: { email: '' },
    validate: ({ email }): Record<string, string> =>
      /^\S+@\S+$/.test(email.trim()) ? {} : { email: t('validate.email') },
  });
  const send = async ({ email }: { email: string }) => {
    if (await submit({ input: { email: email.trim() } })) onSent(email.trim());
  };
  return (
    <PublicLayout title={t('forgot.title')}>
      <Typography variant="h1" tabIndex={-1}>
        {t('forgot.title')}
      </Typography>
      <Typography color="textSecondary">{t('forgot.text')}</Typography>
      <Form form={form} errors={errors} onSubmit={send}>
        <TextInput
          {...form.field('email')}
          label={t('signIn.email')}
          type="email"
          inputMode="email"
          autoComplete="username"
        />
        <FormActions>
          <Button type="submit" variant="contained" size="large" fullWidth loading={saving}>
            {t('forgot.submit')}
          </Button>
        </FormActions>
      </Form>
      <Typography variant="body2">
        <Link href="/sign-in">{t('forgot.toSignIn')}</Link>
      </Typography>
    </PublicLayout>
  );
}

function Sent({ to }: { to: string }) {
  const { t } = useTranslation('kit');
  return (
    <PublicLayout title={t('forgot.sentTitle')}>
      <Receipt
        level={1}
        title={t('forgot.sentTitle')}
        next={[{ mine: true, what: t('forgot.step') }]}
        actions={
          <Button variant="outlined" href="/sign-in">
            {t('forgot.toSignIn')}
          </Button>
        }
      >
        {t('forgot.sentText', { email: to })}
      </Receipt>
    </PublicLayout>
  );
}
