import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Form, useErrorText, useForm, useToast } from '@softmob/portal-kit';
import { ConfirmDialog, FormActions, Notice, Section, SidePanel, TextInput } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PaperUpload } from './paper-upload';
import { type Act, type VersionActs, type VersionView } from './types';

interface ReasonPanelProps {
  title: string;
  hint: string;
  label: string;
  confirm: string;
  act: Pick<Act<never>, 'saving' | 'errors'>;
  onReason: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks why, before something is closed or sent back. */
export function ReasonPanel({ title, hint, label, confirm, act, onReason, onClose }: ReasonPanelProps) {
  const { t } = useTranslation('learning');
  const form = useForm({
    initial: { reason: '' },
    validate: ({ reason }): Record<string, string> =>
      reason.trim().length < 3 ? { reason: t('amend.reasonNeeded') } : {},
  });
  return (
    <SidePanel open onClose={onClose} title={title} subtitle={hint}>
      <Form
        form={form}
        errors={act.errors}
        ns="learning"
        label={title}
        onSubmit={async ({ reason }) => {
          if (!(await onReason(reason))) return;
          form.done();
          onClose();
        }}
      >
        <TextInput {...form.field('reason')} label={label} multiline minRows={3} maxLength={500} />
        <FormActions>
          <Button type="submit" variant="contained" color="error" loading={act.saving}>
            {confirm}
          </Button>
        </FormActions>
      </Form>
    </SidePanel>
  );
}

interface SignActsProps {
  mobilityId: string;
  version: VersionView;
  acts: VersionActs;
}

interface RevokeActProps extends Pick<VersionActs, 'revoke'> {
  mobilityId: string;
  version: Pick<VersionView, 'number'>;
  reload?: () => void;
}

/** Taking one's own signature back, until the last one is given. */
export function RevokeAct({ mobilityId, version, revoke, reload }: RevokeActProps) {
  const { t } = useTranslation('learning');
  const toast = useToast();
  const text = useErrorText('learning');
  const [asking, setAsking] = useState(false);
  return (
    <Section title={t('revoke.title')} description={t('revoke.hint')}>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('revoke.start')}
      </Button>
      {revoke.errors && <Notice tone="blocked">{text.of(revoke.errors)}</Notice>}
      <ConfirmDialog
        open={asking}
        danger
        title={t('revoke.ask')}
        confirmLabel={t('revoke.start')}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          const done = await revoke.submit({ mobilityId, versionNumber: version.number });
          setAsking(false);
          if (!done) return;
          toast(t('revoke.done'));
          reload?.();
        }}
      >
        {t('revoke.text')}
      </ConfirmDialog>
    </Section>
  );
}

/** For whoever would rather sign on paper, or not at all. */
export function OtherWays({ mobilityId, version, acts }: SignActsProps) {
  const { t } = useTranslation('learning');
  const toast = useToast();
  const [declining, setDeclining] = useState(false);
  const { decline, reload } = acts;
  const party = version.mySignature;
  return (
    <Section
      title={t(party ? 'otherWays.title' : 'otherWays.no')}
      description={t(party ? 'otherWays.hint' : 'decline.hint')}
    >
      <Stack spacing={4}>
        {party && (
          <PaperUpload
            mobilityId={mobilityId}
            number={version.number}
            parties={[party]}
            papers={acts.papers}
            onDone={reload}
          />
        )}
        <div>
          <Button color="error" variant="outlined" onClick={() => setDeclining(true)}>
            {t('decline.start')}
          </Button>
        </div>
      </Stack>
      {declining && (
        <ReasonPanel
          title={t('decline.start')}
          hint={t('decline.hint')}
          label={t('decline.reason')}
          confirm={t('decline.submit')}
          act={decline}
          onClose={() => setDeclining(false)}
          onReason={async (reason) => {
            const done = await decline.submit({ input: { mobilityId, versionNumber: version.number, reason } });
            if (!done) return done;
            toast(t('decline.done'));
            reload();
            return done;
          }}
        />
      )}
    </Section>
  );
}
