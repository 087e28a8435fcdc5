import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { type CoordinatorMobilityQuery, type WithdrawMutation } from '@softmob/gql/sending-coordinator/graphql';
import { Form, useForm, useSubmit, useToday } from '@softmob/portal-kit';
import { ChoiceField, FormActions, Notice, Receipt } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WaitingReservesDocument, WithdrawDocument } from './mobility-documents.coordinator';

interface WithdrawDialogProps {
  mobility: CoordinatorMobilityQuery['mobility'];
  name: string;
  onClose: () => void;
  onDone: () => Promise<void>;
}

interface Reserve {
  status: string;
  rank: number;
  participant: { firstName: string | null; lastName: string | null; occupation: string };
}

/** Who would take the place under each rule. */
function useNext(mobility: WithdrawDialogProps['mobility']) {
  const { data } = useQuery(WaitingReservesDocument, {
    variables: { projectId: mobility.flow.project.id },
    fetchPolicy: 'network-only',
  });
  const waiting: Reserve[] = (data?.reserves ?? []).filter(({ status }) => status === 'waiting');
  const same = waiting.find(({ participant }) => participant.occupation === mobility.participant.occupation);
  return { first: waiting[0] ?? null, same: same ?? waiting[0] ?? null };
}

/** Asks why, says who takes the place, and ends in a receipt of who was told. */
export function WithdrawDialog({ mobility, name, onClose, onDone }: WithdrawDialogProps) {
  const { t } = useTranslation('projects');
  const today = useToday();
  const { first, same } = useNext(mobility);
  const form = useForm({ initial: { reason: '', promotion: 'SAME_OCCUPATION_FIRST' } });
  const { submit, saving, errors } = useSubmit(WithdrawDocument);
  const [done, setDone] = useState<WithdrawMutation['withdraw'] | null>(null);
  const left = mobility.startsOn <= today;
  const label = (reserve: Reserve | null) =>
    reserve
      ? t('withdraw.reserve', {
          name: `${reserve.participant.firstName ?? ''} ${reserve.participant.lastName ?? ''}`,
          rank: reserve.rank,
          occupation: reserve.participant.occupation,
        })
      : t('withdraw.noReserve');
  return (
    <Dialog
      open
      onClose={saving ? undefined : onClose}
      maxWidth="sm"
      fullWidth
      aria-label={t('withdraw.title', { name })}
    >
      {!done && <DialogTitle>{t('withdraw.title', { name })}</DialogTitle>}
      <DialogContent>
        {done ? (
          <Receipt
            title={t('withdraw.done', { name })}
            next={
              done.replacement
                ? [
                    {
                      who: `${done.replacement.participant.firstName ?? ''} ${done.replacement.participant.lastName ?? ''}`,
                      what: t('withdraw.nextAccept'),
                      by: mobility.startsOn,
                    },
                    { mine: true, what: t('withdraw.nextCheck'), by: mobility.startsOn },
                  ]
                : [{ mine: true, what: t('withdraw.nextEmpty') }]
            }
            actions={
              <>
                {done.replacement && (
                  <Button variant="contained" href={`/mobilities/${done.replacement.id}`} onClick={onClose}>
                    {t('withdraw.openReplacement')}
                  </Button>
                )}
                <Button onClick={onClose}>{t('kit:action.close')}</Button>
              </>
            }
          >
            {t('withdraw.told')}
          </Receipt>
        ) : (
          <Form
            form={form}
            errors={errors}
            ns="projects"
            onSubmit={async ({ reason, promotion }) => {
              const result = await submit({
                input: { mobilityId: mobility.id, reason, promotion, version: mobility.version },
              });
              if (!result) return;
              form.done();
              setDone(result.withdraw);
              await onDone();
            }}
          >
            <p>{t('withdraw.text')}</p>
            <TextField
              {...form.field('reason', { hint: t('withdraw.reasonHint') })}
              label={t('withdraw.reason')}
              multiline
              minRows={2}
            />
            {left ? (
              <Notice tone="brand">{t('withdraw.alreadyLeft')}</Notice>
            ) : (
              <ChoiceField
                {...form.field('promotion')}
                label={t('withdraw.who')}
                options={[
                  { value: 'SAME_OCCUPATION_FIRST', label: t('withdraw.sameOccupation'), hint: label(same) },
                  { value: 'BY_RANK', label: t('withdraw.byRank'), hint: label(first) },
                  { value: 'NOBODY', label: t('withdraw.nobody') },
                ]}
              />
            )}
            <FormActions>
              <Button type="submit" variant="contained" color="error" loading={saving}>
                {t('withdraw.confirm', { name })}
              </Button>
              <Button onClick={onClose}>{t('kit:action.cancel')}</Button>
            </FormActions>
          </Form>
        )}
      </DialogContent>
    </Dialog>
  );
}
