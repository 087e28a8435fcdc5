import Button from '@mui/material/Button';
import { Form, useErrorText, useForm, useSubmit, useToast } from '@softmob/portal-kit';
import { FormActions, Notice, SidePanel, TextInput } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignPanel } from '../shared/sign-panel';
import { ReasonPanel, RevokeAct } from '../shared/sign-acts';
import {
  AmendDocument,
  OpenDocument,
  SchoolRevokeDocument,
  SchoolSignDocument,
  WithdrawDocument,
} from './acts.coordinator';
import { AgreementPage } from './agreement-page';
import { OpenDialog } from './order-choice.coordinator';
import { PaperSection } from './papers.coordinator';
import { type AgreementMobility, AgreementPageDocument, type CurrentVersion } from './reads.teacher';

const again = { refetchQueries: [AgreementPageDocument], awaitRefetchQueries: true };

/** Opens a complete draft for signature. */
function OpenButton({ mobility, version }: { mobility: AgreementMobility; version: CurrentVersion }) {
  const { t } = useTranslation('learning');
  const toast = useToast();
  const text = useErrorText('learning');
  const [asking, setAsking] = useState(false);
  const { submit, saving, errors } = useSubmit(OpenDocument, again);
  return (
    <>
      <Button variant="contained" disabled={version.missing.length > 0} onClick={() => setAsking(true)}>
        {t('open.start')}
      </Button>
      <OpenDialog
        count={asking ? 1 : 0}
        saving={saving}
        onClose={() => setAsking(false)}
        onOpen={async (order) => {
          const result = await submit({ input: { mobilityIds: [mobility.id] }, order });
          setAsking(false);
          if (result?.openAgreements.done.length) toast(t('report.opened', { count: 1 }));
        }}
      />
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
    </>
  );
}

/** Takes a version back that is open for signature. */
function WithdrawButton({ mobility, version }: { mobility: AgreementMobility; version: CurrentVersion }) {
  const { t } = useTranslation('learning');
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const act = useSubmit(WithdrawDocument, again);
  return (
    <>
      <Button color="error" onClick={() => setAsking(true)}>
        {t('withdraw.start')}
      </Button>
      {asking && (
        <ReasonPanel
          title={t('withdraw.start')}
          hint={t('withdraw.hint')}
          label={t('withdraw.reason')}
          confirm={t('withdraw.submit')}
          act={act}
          onClose={() => setAsking(false)}
          onReason={async (reason) => {
            const done = await act.submit({
              input: { mobilityId: mobility.id, versionNumber: version.number, reason },
            });
            if (done) toast(t('withdraw.done'));
            return done;
          }}
        />
      )}
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

function SchoolRevoke({ mobility, version }: { mobility: AgreementMobility; version: CurrentVersion }) {
  const revoke = useSubmit(SchoolRevokeDocument, again);
  return <RevokeAct mobilityId={mobility.id} version={version} revoke={revoke} />;
}

/** One agreement for who answers for it: open, sign, take back, amend. */
export function CoordinatorAgreementPage() {
  return (
    <AgreementPage
      actions={(mobility, version) =>
        version.status === 'draft' ? (
          <OpenButton mobility={mobility} version={version} />
        ) : (
          <>
            {version.status === 'open' && <WithdrawButton mobility={mobility} version={version} />}
            <AmendButton mobility={mobility} />
          </>
        )
      }
      signing={(mobility, version) => (
        <>
          {version.mySignature && <SchoolSignature mobility={mobility} version={version} />}
          {version.mayRevoke && <SchoolRevoke mobility={mobility} version={version} />}
          <PaperSection mobilityId={mobility.id} version={version} />
        </>
      )}
    />
  );
}
