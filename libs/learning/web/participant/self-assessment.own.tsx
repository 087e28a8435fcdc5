import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Form, QueryError, useForm, useSubmit, useToday } from '@softmob/portal-kit';
import { EmptyState, FormActions, Notice, Receipt, Section, SkeletonList, TextInput, useFormat } from '@softmob/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OutcomeGrid, type Ratings, ScaleHint } from '../shared/outcome-grid';
import {
  GiveSelfAssessmentDocument,
  type SelfAssessed,
  SelfAssessmentDocument,
} from './self-assessment.operations.own';

interface Answers {
  ratings: Ratings;
  comment: string;
}

const ownOf = ({ assessments }: SelfAssessed) => assessments.find(({ kind }) => kind === 'self');

function SelfAssessmentForm({ mobility, onDone }: { mobility: SelfAssessed; onDone: () => void }) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  const given = ownOf(mobility);
  const initial = useMemo<Answers>(
    () => ({
      ratings: Object.fromEntries(
        (given?.outcomes ?? []).map(({ outcomeKey, attainment }) => [outcomeKey, attainment]),
      ),
      comment: given?.comment ?? '',
    }),
    [given],
  );
  const form = useForm<Answers>({
    initial,
    draftKey: `self-assessment-${mobility.id}`,
    validate: ({ ratings }): Record<string, string> =>
      Object.keys(ratings).length > 0 ? {} : { ratings: t('self.missing') },
  });
  const { submit, saving, errors } = useSubmit(GiveSelfAssessmentDocument, { refetchQueries: ['Home'] });
  const send = async ({ ratings, comment }: Answers) => {
    const outcomes = Object.entries(ratings).map(([outcomeKey, attainment]) => ({ outcomeKey, attainment }));
    if (!(await submit({ input: { mobilityId: mobility.id, outcomes, comment } }))) return;
    form.done();
    onDone();
  };
  return (
    <Form form={form} errors={errors} ns="learning" label={t('self.title')} onSubmit={send}>
      {given?.submittedAt && (
        <Notice tone="brand">
          {t('self.given', { week: given.week ?? 1, date: format.date(given.submittedAt, 'long') })}
        </Notice>
      )}
      <Section title={t('assess.scale')}>
        <ScaleHint />
      </Section>
      <OutcomeGrid
        outcomes={mobility.outcomes}
        ratings={form.values.ratings}
        onChange={(ratings) => form.patch({ ratings })}
      />
      <TextInput
        {...form.field('comment')}
        label={t('self.comment')}
        optional
        multiline
        minRows={3}
        maxLength={4_000}
      />
      <FormActions>
        <Button type="submit" variant="contained" size="large" loading={saving}>
          {t(given?.submittedAt ? 'self.sendAgain' : 'self.send')}
        </Button>
      </FormActions>
    </Form>
  );
}

/** The learner’s own look at the outcomes of the agreement: half-way, and again at the end. */
export function OwnAssessment({ id }: { id: string }) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  const today = useToday();
  const [sent, setSent] = useState(false);
  const { data, error, refetch } = useQuery(SelfAssessmentDocument, { variables: { id } });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} ns="learning" />;
  if (!data) return <SkeletonList kind="form" />;
  const { mobility } = data;
  const { company, sendingOrganisation, startsOn, endsOn, outcomes } = mobility;
  if (sent) {
    return (
      <Receipt
        title={t('self.sent')}
        next={[
          { who: company?.name ?? t('party.hosting'), what: t('self.nextTutor') },
          { who: sendingOrganisation.name, what: t('self.nextSchool') },
          ...(today < endsOn ? [{ mine: true, what: t('self.nextMine'), by: endsOn }] : []),
        ]}
        actions={
          <Button variant="contained" href="/">
            {t('receipt.home')}
          </Button>
        }
      >
        {t('self.sentText')}
      </Receipt>
    );
  }
  if (outcomes.length === 0) {
    return <EmptyState title={t('assess.noAgreement')}>{t('assess.noAgreementText')}</EmptyState>;
  }
  if (today < startsOn) {
    return (
      <EmptyState title={t('assess.notStarted')}>
        {t('self.notStarted', { date: format.date(startsOn, 'long') })}
      </EmptyState>
    );
  }
  return (
    <Stack spacing={5}>
      <SelfAssessmentForm
        mobility={mobility}
        onDone={() => {
          setSent(true);
          void refetch();
        }}
      />
    </Stack>
  );
}
