import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Form, useForm, useSession, useSubmit } from '@softmob/portal-kit';
import { ConfirmDialog, FormActions, Notice, Section, TextInput, useFormat } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type WithdrawFacts, WithdrawOwnDocument } from './withdraw.operations';

const SHORTEST = 3;
const LONGEST = 1_000;

/** What follows from a withdrawal, as it stands: who takes the place, what ends, who is told. */
function useConsequences(mobility: WithdrawFacts): string[] {
  const { t } = useTranslation('projects');
  const format = useFormat();
  const { today } = useSession();
  const { startsOn, sendingOrganisation, hostOrganisation, company } = mobility;
  const told = [sendingOrganisation.name, hostOrganisation?.name, company?.name].filter((name) => name !== undefined);
  return [
    t(startsOn <= today ? 'giveUp.placeStaysEmpty' : 'giveUp.placePasses'),
    t('giveUp.agreementEnds'),
    t('giveUp.told', { names: format.list([...new Set(told)]) }),
    t('giveUp.nothingDeleted'),
  ];
}

function Consequences({ mobility }: { mobility: WithdrawFacts }) {
  const consequences = useConsequences(mobility);
  return (
    <Stack component="ul" spacing={2} sx={{ m: 0, pl: 5 }}>
      {consequences.map((text) => (
        <Typography component="li" key={text}>
          {text}
        </Typography>
      ))}
    </Stack>
  );
}

/** Abroad there is often another way than going home. */
function TalkFirst() {
  const { t } = useTranslation('projects');
  return (
    <Notice
      tone="atRisk"
      title={t('giveUp.abroad')}
      action={
        <Button variant="outlined" href="/people">
          {t('giveUp.people')}
        </Button>
      }
    >
      {t('giveUp.abroadText')}
    </Notice>
  );
}

/** Asks why, says what follows, and asks once more. */
export function WithdrawForm({ mobility, onDone }: { mobility: WithdrawFacts; onDone: () => void }) {
  const { t } = useTranslation(['projects', 'kit']);
  const { audience } = useSession();
  const [asking, setAsking] = useState(false);
  const { submit, saving, errors } = useSubmit(WithdrawOwnDocument, { refetchQueries: ['MyMobilities'] });
  const form = useForm({
    initial: { reason: '' },
    draftKey: `withdraw-${mobility.id}`,
    validate: ({ reason }) => ({ ...(reason.trim().length < SHORTEST ? { reason: t('giveUp.reasonMissing') } : {}) }),
  });
  const withdraw = async () => {
    const { id: mobilityId, version } = mobility;
    const done = await submit({ input: { mobilityId, version, reason: form.values.reason.trim() } });
    setAsking(false);
    if (!done) return;
    form.done();
    onDone();
  };
  const who = audience === 'guardian' ? 'theirs' : 'own';
  const names = { name: mobility.participant.firstName ?? '', town: mobility.flow.town };
  return (
    <>
      {mobility.stage === 'abroad' && <TalkFirst />}
      <Section title={t('giveUp.follows')}>
        <Consequences mobility={mobility} />
      </Section>
      <Form
        form={form}
        errors={errors}
        ns="projects"
        label={t(`giveUp.title.${who}`, names)}
        onSubmit={() => setAsking(true)}
      >
        <TextInput
          {...form.field('reason', { hint: t('giveUp.reasonHint') })}
          label={t('giveUp.reason')}
          multiline
          minRows={3}
          maxLength={LONGEST}
        />
        <FormActions>
          <Button type="submit" variant="outlined" color="error" size="large" loading={saving}>
            {t(`giveUp.confirm.${who}`, names)}
          </Button>
          <Button size="large" href="/">
            {t('giveUp.stay')}
          </Button>
        </FormActions>
      </Form>
      <ConfirmDialog
        open={asking}
        danger
        title={t(`giveUp.ask.${who}`, names)}
        confirmLabel={t(`giveUp.confirm.${who}`, names)}
        cancelLabel={t('giveUp.stay')}
        onConfirm={withdraw}
        onClose={() => setAsking(false)}
      >
        <Consequences mobility={mobility} />
      </ConfirmDialog>
    </>
  );
}
