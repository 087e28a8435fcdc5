import { useApolloClient, useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Page, QueryError, useAutosave, useErrorText, useSession, useSubmit } from '@softmob/portal-kit';
import {
  AutosaveBadge,
  EmptyState,
  ErrorSummary,
  FormActions,
  Receipt,
  Section,
  SkeletonList,
  TextInput,
} from '@softmob/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { OutcomeGrid, outcomeFieldId, type Ratings, ScaleHint } from '../shared/outcome-grid';
import { useSay } from '../shared/use-say';
import {
  type AssessedMobility,
  AssessmentDocument,
  type AssessmentKind,
  FinalDocument,
  MidtermDocument,
  SaveFinalDocument,
  SaveMidtermDocument,
} from './assessment.operations';
import { CompanyHomeDocument, nameOf } from './home.operations';

interface Answers {
  ratings: Ratings;
  comment: string;
}

const inputOf = (mobilityId: string, { ratings, comment }: Answers) => ({
  input: {
    mobilityId,
    outcomes: Object.entries(ratings).map(([outcomeKey, attainment]) => ({ outcomeKey, attainment })),
    comment,
  },
});

/** What stands already: what was saved; the final one begins from what was seen at mid-term. */
function begun(mobility: AssessedMobility, kind: AssessmentKind): Answers {
  const saved = mobility.assessments.find((assessment) => assessment.kind === kind);
  return {
    ratings: Object.fromEntries((saved?.outcomes ?? []).map(({ outcomeKey, attainment }) => [outcomeKey, attainment])),
    comment: saved?.comment ?? '',
  };
}

function Submitted({ mobility, kind }: { mobility: AssessedMobility; kind: AssessmentKind }) {
  const { t } = useTranslation('learning');
  const learner = nameOf(mobility.participant);
  const atRisk = mobility.assessments.find((assessment) => assessment.kind === 'midterm')?.atRisk ?? 0;
  const next =
    kind === 'midterm'
      ? [
          { who: t('party.sending'), what: t(atRisk > 0 ? 'assess.nextAtRisk' : 'assess.nextFine', { count: atRisk }) },
          { what: t('assess.nextFinal', { learner }), by: mobility.endsOn, mine: true },
        ]
      : [
          { who: t('party.sending'), what: t('assess.nextRecognise') },
          { who: t('party.participant'), what: t('assess.nextEuropass') },
        ];
  return (
    <Receipt
      title={t(`assess.${kind}Done`)}
      level={1}
      next={next}
      actions={
        <Button variant="contained" href="/">
          {t('receipt.toList')}
        </Button>
      }
    >
      {t(`assess.${kind}DoneText`, { learner })}
    </Receipt>
  );
}

/** A phone shows so many missing outcomes before the grid gets out of sight. */
const MOST_LISTED = 5;

interface AssessmentFormProps {
  mobility: AssessedMobility;
  kind: AssessmentKind;
  onDone: () => void;
}

/** Saves as one goes; submits when every outcome of a final assessment is judged. */
function useAssessment({ mobility, kind, onDone }: AssessmentFormProps) {
  const client = useApolloClient();
  const [answers, setAnswers] = useState<Answers>(() => begun(mobility, kind));
  const [tried, setTried] = useState(0);
  const submitted = mobility.assessments.some((one) => one.kind === kind && one.submittedAt !== null);
  const { submit, saving, errors } = useSubmit(kind === 'final' ? FinalDocument : MidtermDocument, {
    refetchQueries: [CompanyHomeDocument, AssessmentDocument],
    awaitRefetchQueries: true,
  });
  const autosave = useAutosave({
    value: answers,
    enabled: !submitted && !saving,
    save: async (value) => {
      const mutation = kind === 'final' ? SaveFinalDocument : SaveMidtermDocument;
      await client.mutate({ mutation, variables: inputOf(mobility.id, value) });
    },
  });
  const missing = useMemo(
    () => mobility.outcomes.filter(({ key }) => !answers.ratings[key]),
    [mobility.outcomes, answers.ratings],
  );
  const send = async () => {
    setTried((count) => count + 1);
    if (kind === 'final' && missing.length > 0) return;
    await autosave.flush();
    if (await submit(inputOf(mobility.id, answers))) onDone();
  };
  return { answers, setAnswers, missing, tried, autosave, submitted, send, saving, errors };
}

function AssessmentForm(props: AssessmentFormProps) {
  const { mobility, kind } = props;
  const { t } = useTranslation('learning');
  const { say } = useSay();
  const text = useErrorText('learning');
  const { answers, setAnswers, missing, tried, autosave, submitted, send, saving, errors } = useAssessment(props);
  const marked = kind === 'final' && tried > 0 ? missing : [];
  const listed = marked.slice(0, MOST_LISTED);
  const more = marked.length - listed.length;
  const faults = [
    ...listed.map(({ key, text: words }) => ({ fieldId: outcomeFieldId(key), message: say(words) })),
    ...(more > 0 ? [{ message: t('assess.more', { count: more }) }] : []),
  ];
  const whole = errors && marked.length === 0 ? [{ message: text.of(errors) }] : [];
  return (
    <Stack spacing={4}>
      <ErrorSummary
        errors={[...whole, ...faults]}
        attempt={tried}
        title={t('assess.missing', { count: marked.length })}
      />
      <Section title={t('assess.scale')}>
        <ScaleHint />
      </Section>
      <OutcomeGrid
        outcomes={mobility.outcomes}
        ratings={answers.ratings}
        onChange={(ratings) => setAnswers({ ...answers, ratings })}
        missing={new Set(marked.map(({ key }) => key))}
      />
      <Section title={t('assess.comment')}>
        <TextInput
          label={t('assess.commentLabel')}
          value={answers.comment}
          onChange={({ target }) => setAnswers({ ...answers, comment: target.value })}
          multiline
          minRows={3}
          maxLength={4000}
          optional
        />
      </Section>
      <FormActions>
        <Button variant="contained" size="large" loading={saving} onClick={() => void send()}>
          {t(submitted ? 'assess.submitAgain' : `assess.${kind}Submit`)}
        </Button>
        {!submitted && <AutosaveBadge {...autosave} />}
      </FormActions>
    </Stack>
  );
}

/** The mid-term look or the final assessment: each outcome with four big answers, saved as one goes. */
export function AssessmentScreen() {
  const { t } = useTranslation('learning');
  const { today } = useSession();
  const { id = '', kind: wanted } = useParams();
  const kind: AssessmentKind = wanted === 'final' ? 'final' : 'midterm';
  const [done, setDone] = useState(false);
  const { data, error, refetch } = useQuery(AssessmentDocument, { variables: { id } });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} backTo="/" />;
  if (!data) return <SkeletonList kind="page" />;
  const { mobility } = data;
  const learner = nameOf(mobility.participant);
  if (done) return <Submitted mobility={mobility} kind={kind} />;
  const obstacle = mobility.finalAssessedAt
    ? 'finished'
    : mobility.outcomes.length === 0
      ? 'noAgreement'
      : today < mobility.startsOn
        ? 'notStarted'
        : null;
  return (
    <Page
      title={t(`assess.${kind}`, { learner })}
      description={t(`assess.${kind}Text`, { week: mobility.week })}
      width="form"
      crumbs={[{ label: t('nav.todo'), to: '/' }]}
    >
      {obstacle ? (
        <EmptyState
          title={t(`assess.${obstacle}`)}
          action={
            <Button variant="outlined" href={`/learners/${id}`}>
              {learner}
            </Button>
          }
        >
          {t(`assess.${obstacle}Text`)}
        </EmptyState>
      ) : (
        <AssessmentForm key={kind} mobility={mobility} kind={kind} onDone={() => setDone(true)} />
      )}
    </Page>
  );
}
