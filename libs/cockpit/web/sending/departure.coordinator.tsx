import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { graphql } from '@softmob/gql/sending-coordinator';
import { Form, useForm, useSubmit, useToast } from '@softmob/portal-kit';
import { FormActions, Notice, TextInput } from '@softmob/ui';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DepartureView } from './departure';
import { type DepartureRow, undecidedStage } from './departure-documents';

const DecideDocument = graphql(`
  mutation DecideDeparture($input: DecideDepartureInput!) {
    decideDeparture(input: $input) {
      id
      mobilityId
      decision
    }
  }
`);

type Decision = 'go' | 'no-go';

/** The coordinator's view: chosen people go or do not go, an override with a reason. */
export function CoordinatorDeparture() {
  return <DepartureView actions={(rows, done) => <Decide rows={rows} onDone={done} />} />;
}

function Decide({ rows, onDone }: { rows: readonly DepartureRow[]; onDone: () => void }) {
  const { t } = useTranslation('cockpit');
  const [decision, setDecision] = useState<Decision | null>(null);
  const open = rows.filter(({ mobility }) => undecidedStage(mobility.stage));
  return (
    <>
      <Button disabled={open.length === 0} onClick={() => setDecision('go')}>
        {t('departure.decide.go')}
      </Button>
      <Button disabled={open.length === 0} onClick={() => setDecision('no-go')}>
        {t('departure.decide.no-go')}
      </Button>
      {decision && <DecideDialog rows={open} decision={decision} onClose={() => setDecision(null)} onDone={onDone} />}
    </>
  );
}

interface DecideDialogProps {
  rows: readonly DepartureRow[];
  decision: Decision;
  onClose: () => void;
  onDone: () => void;
}

function DecideDialog({ rows, decision, onClose, onDone }: DecideDialogProps) {
  const { t } = useTranslation('cockpit');
  const titleId = useId();
  const toast = useToast();
  const lacking = rows.filter(({ missing }) => missing.length > 0).length;
  const needed = decision === 'no-go' || lacking > 0;
  const form = useForm({
    initial: { reason: '' },
    validate: ({ reason }): Record<string, string> =>
      needed && reason.trim() === '' ? { reason: t('errors.REASON_MISSING') } : {},
  });
  const { submit, saving, errors } = useSubmit(DecideDocument, {
    refetchQueries: ['Departure', 'MobilityHistory'],
    awaitRefetchQueries: true,
  });
  return (
    <Dialog open onClose={saving ? undefined : onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{t(`departure.ask.${decision}`, { count: rows.length })}</DialogTitle>
      <DialogContent>
        <Form
          form={form}
          errors={errors}
          ns="cockpit"
          onSubmit={async ({ reason }) => {
            const mobilityIds = rows.map(({ id }) => id);
            if (!(await submit({ input: { mobilityIds, decision, reason: reason || null } }))) return;
            form.done();
            toast(t('departure.decided', { count: rows.length }));
            onClose();
            onDone();
          }}
        >
          {decision === 'go' && lacking > 0 && (
            <Notice tone="atRisk">{t('departure.lacking', { count: lacking })}</Notice>
          )}
          <TextInput
            {...form.field('reason', { hint: t('departure.reasonHint') })}
            label={t('departure.reason')}
            optional={!needed}
            multiline
            minRows={2}
            maxLength={1000}
          />
          <FormActions>
            <Button type="submit" variant="contained" loading={saving}>
              {t(`departure.decide.${decision}`)}
            </Button>
            <Button onClick={onClose}>{t('kit:action.cancel')}</Button>
          </FormActions>
        </Form>
      </DialogContent>
    </Dialog>
  );
}
