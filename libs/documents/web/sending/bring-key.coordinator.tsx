import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Form, useForm, useSubmit, useToast } from '@softmob/portal-kit';
import { FileDrop, FormActions, PasswordField, Section } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportSealKeyDocument, SealKeyDocument } from './seal.operations.coordinator';

const MAX_BYTES = 40_000;

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** A key from elsewhere, such as a trust service: its file and the password that opens it. */
export function BringKey() {
  const { t } = useTranslation('documents');
  const toast = useToast();
  const [file, setFile] = useState<File | null>(null);
  const { submit, saving, errors } = useSubmit(ImportSealKeyDocument, {
    refetchQueries: [SealKeyDocument],
    awaitRefetchQueries: true,
  });
  const fault = errors?.fields.find(({ path }) => path === 'file');
  const form = useForm({ initial: { password: '' } });
  return (
    <Section title={t('seal.bring')} description={t('seal.bringHint')}>
      <Form
        form={form}
        errors={errors}
        ns="documents"
        label={t('seal.bring')}
        onSubmit={async ({ password }) => {
          if (!file) return;
          if (!(await submit({ input: { file: await base64Of(file), password } }))) return;
          form.reset();
          setFile(null);
          toast(t('seal.brought'));
        }}
      >
        <FileDrop
          id="file"
          label={t('seal.file')}
          accept=".p12,.pfx"
          maxBytes={MAX_BYTES}
          error={fault ? t(`errors.${fault.code}`) : null}
          onFiles={([first]) => setFile(first ?? null)}
        />
        {file && <Typography variant="body2">{file.name}</Typography>}
        <PasswordField {...form.field('password')} label={t('seal.password')} autoComplete="current-password" />
        <FormActions>
          <Button type="submit" variant="outlined" loading={saving} disabled={!file}>
            {t('seal.take')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
