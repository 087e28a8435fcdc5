import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { StayChoice, useMyMobility } from '@softmob/documents-web/my-mobility';
import { graphql } from '@softmob/gql/participant-own';
import { EVALUATION_QUESTIONS } from '@softmob/monitoring-model';
import { Form, Page, QueryError, useForm, useSubmit, useUnsavedGuard } from '@softmob/portal-kit';
import { CheckField, EmptyState, FormActions, Receipt, SkeletonList, TextInput } from '@softmob/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EvaluationAnswers } from '../shared/evaluation-answers';
import { ScaleQuestion } from './scale-question';

const MyEvaluationDocument = graphql(`
  query MyEvaluation($id: ID!) {
    mobility(id: $id) {
      id
      stage
      evaluation {
        id
        comment
        private
        submittedAt
        answers {
          question
          score
          text
        }
      }
    }
  }
`);
const EvaluateDocument = graphql(`
  mutation Evaluate($input: EvaluationInput!) {
    submitEvaluation(input: $input) {
      id
    }
  }
`);

interface Values {
  scores: Record<string, string>;
  texts: Record<string, string>;
  comment: string;
  private: boolean;
}

const TOPICS = [...new Set(EVALUATION_QUESTIONS.map(({ topic }) => topic))];

function EvaluationForm({ mobilityId, onDone }: { mobilityId: string; onDone: () => void }) {
  const { t } = useTranslation('monitoring');
  const initial = useMemo<Values>(() => ({ scores: {}, texts: {}, comment: '', private: false }), []);
  const form = useForm<Values>({
    initial,
    draftKey: `evaluation-${mobilityId}`,
    draftOn: 'device',
    validate: ({ scores }) =>
      Object.fromEntries(
        EVALUATION_QUESTIONS.filter(({ key }) => !scores[key]).map(({ key }) => [
          `scores.${key}`,
          t('evaluation.missing', { question: t(`question.${key}`) }),
        ]),
      ),
  });
  const { submit, saving, errors } = useSubmit(EvaluateDocument, { refetchQueries: ['Home'] });
  useUnsavedGuard(form.dirty);
  const send = async ({ scores, texts, comment, private: isPrivate }: Values) => {
    const answers = EVALUATION_QUESTIONS.map(({ key }) => ({
      question: key,
      score: Number(scores[key]),
      text: texts[key]?.trim() || null,
    }));
    if (!(await submit({ input: { mobilityId, answers, comment, private: isPrivate } }))) return;
    form.done();
    onDone();
  };
  return (
    <Form form={form} errors={errors} onSubmit={send} ns="monitoring" label={t('evaluation.title')}>
      {TOPICS.map((topic) => (
        <Stack key={topic} spacing={5} component="section" aria-label={t(`topic.${topic}`)}>
          {EVALUATION_QUESTIONS.filter((question) => question.topic === topic).map(({ key }) => (
            <ScaleQuestion
              key={key}
              topic={t(`topic.${topic}`)}
              question={t(`question.${key}`)}
              field={form.field(`scores.${key}`)}
              words={form.field(`texts.${key}`)}
            />
          ))}
        </Stack>
      ))}
      <TextInput
        {...form.field('comment')}
        label={t('evaluation.comment')}
        optional
        multiline
        minRows={3}
        maxLength={4_000}
      />
      <CheckField {...form.check('private')} label={t('evaluation.private')} hint={t('evaluation.privateHint')} />
      <FormActions>
        <Button type="submit" variant="contained" size="large" loading={saving}>
          {t('evaluation.send')}
        </Button>
      </FormActions>
    </Form>
  );
}

/** What one thinks of the stay: eleven questions, once. */
export function EvaluationScreen() {
  const { t } = useTranslation('monitoring');
  const stay = useMyMobility();
  const id = stay.mobility?.id ?? '';
  const [sent, setSent] = useState(false);
  const { data, error, refetch } = useQuery(MyEvaluationDocument, { variables: { id }, skip: !id });
  const failure = stay.error ?? error;
  const mobility = data?.mobility;
  return (
    <Page title={t('evaluation.title')} description={t('evaluation.description')} width="form">
      <Stack spacing={4}>
        <StayChoice {...stay} />
        {failure && <QueryError error={failure} onRetry={() => void refetch()} />}
        {!failure && !mobility && stay.mobility && <SkeletonList kind="form" />}
        {sent && (
          <Receipt
            title={t('evaluation.sent')}
            next={[{ who: t('evaluation.nextWho'), what: t('evaluation.next') }]}
            actions={
              <Button variant="contained" href="/">
                {t('evaluation.home')}
              </Button>
            }
          >
            {t('evaluation.thanks')}
          </Receipt>
        )}
        {mobility && !sent && mobility.stage !== 'back' && (
          <EmptyState title={t('evaluation.notYet')}>{t('evaluation.notYetHint')}</EmptyState>
        )}
        {mobility?.evaluation && !sent && <EvaluationAnswers evaluation={mobility.evaluation} />}
        {mobility && !sent && mobility.stage === 'back' && !mobility.evaluation && (
          <EvaluationForm
            mobilityId={id}
            onDone={() => {
              setSent(true);
              void refetch();
            }}
          />
        )}
      </Stack>
    </Page>
  );
}
