import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  RECOGNITION_LABELS,
  RECOGNITION_RESULTS,
  type RecognitionResult,
  UNIT_RESULT_LABELS,
  type UnitResult,
} from '@softmob/learning-model';
import { fileUrl, Form, QueryError, useForm, useSubmit, useToast, useToday } from '@softmob/portal-kit';
import {
  EmptyState,
  Facts,
  FormActions,
  Section,
  SelectField,
  SidePanel,
  SkeletonList,
  TextInput,
  useFormat,
} from '@softmob/ui';
import { type OutcomePanelQuery } from '@softmob/gql/sending-teacher/graphql';
import { useTranslation } from 'react-i18next';
import { byUnit } from '../shared/outcome-grid';
import { OutcomeTable } from '../shared/outcome-table';
import { useSay } from '../shared/use-say';
import { RecogniseDocument } from './acts.teacher';
import { nameOf, OutcomeListDocument, OutcomePanelDocument } from './reads.teacher';

type Mobility = OutcomePanelQuery['mobility'];

/** Decides for one learner: as assessed, or the same for all units. */
function RecogniseForm({ mobility }: { mobility: Mobility }) {
  const { t } = useTranslation('learning');
  const { say } = useSay();
  const toast = useToast();
  const { recognition, id } = mobility;
  const { submit, saving, errors } = useSubmit(RecogniseDocument, {
    refetchQueries: [OutcomeListDocument, OutcomePanelDocument],
  });
  const form = useForm({
    initial: { result: '', credits: String(recognition?.credits ?? ''), note: recognition?.note ?? '' },
    validate: ({ credits }): Record<string, string> =>
      /^\d{0,3}$/.test(credits) ? {} : { credits: t('outcomes.creditsNumber') },
  });
  return (
    <Form
      form={form}
      errors={errors}
      ns="learning"
      label={t('outcomes.decide')}
      onSubmit={async ({ result, credits, note }) => {
        const input = { mobilityIds: [id], result: result || null, credits: credits ? Number(credits) : null, note };
        const done = await submit({ input });
        if (!done) return;
        form.done();
        toast(t('report.recognised', { count: done.recogniseLearning.done.length }));
      }}
    >
      <SelectField
        {...form.field('result')}
        label={t('outcomes.recognition')}
        empty={t('outcomes.asAssessed')}
        options={RECOGNITION_RESULTS.map((value) => ({ value, label: say(RECOGNITION_LABELS[value]) }))}
      />
      <TextInput {...form.field('credits')} label={t('outcomes.credits')} inputMode="numeric" optional />
      <TextInput {...form.field('note')} label={t('outcomes.note')} multiline minRows={2} maxLength={2000} optional />
      <FormActions>
        <Button type="submit" variant="outlined" loading={saving}>
          {t(recognition ? 'outcomes.decideAgain' : 'outcomes.decide')}
        </Button>
      </FormActions>
    </Form>
  );
}

/** Results and recognition by unit, side by side. */
function UnitResults({ mobility }: { mobility: Mobility }) {
  const { t } = useTranslation('learning');
  const { say } = useSay();
  const final = mobility.assessments.find(({ kind }) => kind === 'final');
  const titles = new Map(byUnit(mobility.outcomes).map((unit) => [unit.key, unit.title]));
  if (!final?.units) return null;
  return (
    <Facts
      items={final.units.map(({ unitKey, result, grade }) => {
        const granted = mobility.recognition?.units.find((unit) => unit.unitKey === unitKey);
        return {
          label: say(titles.get(unitKey)) || unitKey,
          value: [
            say(UNIT_RESULT_LABELS[result as UnitResult]),
            ...(grade === null ? [] : [`${String(grade)}/10`]),
            ...(granted
              ? [
                  `${say(RECOGNITION_LABELS[granted.result as RecognitionResult])} (${t('week.hours', { hours: granted.hours })})`,
                ]
              : []),
          ].join(' · '),
        };
      })}
    />
  );
}

function Documents({ mobility }: { mobility: Mobility }) {
  const { t } = useTranslation('learning');
  const { locale } = useSay();
  const today = useToday();
  const { id, certificates, endsOn, outcomes } = mobility;
  const file = (kind: string) => fileUrl(`/api/${kind}/${id}.pdf?locale=${locale}`);
  return (
    <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap' }}>
      {certificates[0] && (
        <Button variant="outlined" href={file('europass')} target="_blank" rel="noopener">
          {t('pdf.europass')} {certificates[0].number}
        </Button>
      )}
      {outcomes.length > 0 && today >= endsOn && (
        <Button variant="outlined" href={file('attendance')} target="_blank" rel="noopener">
          {t('pdf.attendance')}
        </Button>
      )}
    </Stack>
  );
}

/** One learner's outcomes beside the list. */
export function OutcomePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  const { data, error, refetch } = useQuery(OutcomePanelDocument, { variables: { id } });
  const mobility = data?.mobility;
  const comments = mobility?.assessments.filter(({ comment }) => comment) ?? [];
  return (
    <SidePanel
      open
      onClose={onClose}
      title={mobility ? nameOf(mobility.participant) : '…'}
      subtitle={mobility?.company?.name}
    >
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : !mobility ? (
        <SkeletonList kind="form" />
      ) : mobility.outcomes.length === 0 ? (
        <EmptyState compact title={t('assess.noAgreement')}>
          {t('assess.noAgreementText')}
        </EmptyState>
      ) : (
        <Stack spacing={4}>
          <Documents mobility={mobility} />
          <UnitResults mobility={mobility} />
          {mobility.finalAssessedAt && (
            <Section title={t('outcomes.decide')} level={3}>
              {mobility.recognition && (
                <Typography variant="body2" color="textSecondary" sx={{ mb: 3 }}>
                  {t('outcomes.decidedBy', {
                    name: mobility.recognition.deciderName,
                    date: format.date(mobility.recognition.decidedAt, 'medium'),
                  })}
                </Typography>
              )}
              <RecogniseForm key={mobility.recognition?.decidedAt ?? 'new'} mobility={mobility} />
            </Section>
          )}
          {comments.map(({ id: key, kind, comment, assessorName }) => (
            <Section key={key} title={`${t(`outcome.${kind}`)} · ${assessorName}`} level={3}>
              <Typography sx={{ whiteSpace: 'pre-line' }}>{comment}</Typography>
            </Section>
          ))}
          <OutcomeTable outcomes={mobility.outcomes} />
        </Stack>
      )}
    </SidePanel>
  );
}
