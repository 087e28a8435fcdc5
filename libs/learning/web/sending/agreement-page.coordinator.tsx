import Button from '@mui/material/Button';
import { Form, useErrorText, useForm, useSubmit, useToast } from '@softmob/portal-kit';
import { FormActions, Notice, SidePanel, TextInput } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignPanel } from '../shared/sign-panel';
import { AmendDocument, OpenDocument, SchoolSignDocument } from './acts.coordinator';
import { AgreementPage } from './agreement-page';
import { type AgreementMobility, AgreementPageDocument, type CurrentVersion } from './reads.teacher';

const again = { refetchQueries: [AgreementPageDocument], awaitRefetchQueries: true };

/** Opens a complete draft for signature. */
function OpenButton({ mobility, version }: { mobility: AgreementMobility; version: CurrentVersion }) {
  const { t } = useTranslation('learning');
  const toast = useToast();
  const text = useErrorText('learning');
  const { submit, saving, errors } = useSubmit(OpenDocument, again);
  return (
    <>
      <Button
        variant="contained"
        disabled={version.missing.length > 0}
        loading={saving}
        onClick={async () => {
          const result = await submit({ input: { mobilityIds: [mobility.id] } });
          if (result?.openAgreements.done.length) toast(t('report.opened', { count: 1 }));
        }}
      >
        {t('open.start')}
      </Button>
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
    </>
  );
}

/** Begins a new version, with the reason that will stand on it. */
function AmendButton({ mobility }: { mobility: AgreementMobility }) {
  const { t } = useTranslation('learning');
  const [open, setOpen] = useState(false);
  const { submit, saving, errors } = useSubmit(AmendDocument, again);
  const form = useForm({
    initial: { reason: '' },
    validate: ({ reason }): Record<string, string> =>
      reason.trim().length < 3 ? { reason: t('amend.reasonNeeded') } : {},
  });
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {t('amend.start')}
      </Button>
      {open && (
        <SidePanel open onClose={() => setOpen(false)} title={t('amend.start')} subtitle={t('amend.hint')}>
          <Form
            form={form}
            errors={errors}
            ns="learning"
            onSubmit={async ({ reason }) => {
              if (!(await submit({ input: { mobilityId: mobility.id, reason } }))) return;
              form.done();
              setOpen(false);
            }}
          >
            <TextInput {...form.field('reason')} label={t('amend.reason')} multiline minRows={2} maxLength={500} />
            <FormActions>
              <Button type="submit" variant="contained" loading={saving}>
                {t('amend.submit')}
              </Button>
            </FormActions>
          </Form>
        </SidePanel>
      )}
    </>
  );
}

function SchoolSignature({ mobility, version }: { mobility: AgreementMobility; version: CurrentVersion }) {
  const { t } = useTranslation('learning');
  const toast = useToast();
  const { submit, saving, errors } = useSubmit(SchoolSignDocument, again);
  return (
    <SignPanel
      mobilityId={mobility.id}
      version={version}
      sign={async (input) => {
        const done = await submit({ input });
        if (done) toast(t('receipt.signed'));
        return done;
      }}
      saving={saving}
      errors={errors}
    />
  );
}

/** One agreement for who answers for it: open, sign, amend. */
export function CoordinatorAgreementPage() {
  return (
    <AgreementPage
      actions={(mobility, version) =>
        version.status === 'draft' ? (
          <OpenButton mobility={mobility} version={version} />
        ) : (
          <AmendButton mobility={mobility} />
        )
      }
      signing={(mobility, version) => version.mySignature && <SchoolSignature mobility={mobility} version={version} />}
    />
  );
}
