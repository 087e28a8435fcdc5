import { styled } from '@mui/material/styles';
import { EVALUATION_QUESTIONS } from '@softmob/monitoring-model';
import { DateText, Notice } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

const Root = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 14,
  '& ul': { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 12 },
  '& li': { display: 'grid', gridTemplateColumns: '1fr auto', gap: '2px 12px' },
  '& li p': { gridColumn: '1 / -1', margin: 0, color: theme.palette.text.secondary, whiteSpace: 'pre-wrap' },
  '& .dots': { letterSpacing: 3, color: theme.palette.brand.main, whiteSpace: 'nowrap' },
  '& .dots i': { fontStyle: 'normal', color: theme.palette.divider },
}));

export interface GivenEvaluation {
  comment?: string | null | undefined;
  private: boolean;
  submittedAt: string;
  answers: readonly { question: string; score: number; text?: string | null | undefined }[];
}

/** An evaluation as it was sent. */
export function EvaluationAnswers({ evaluation }: { evaluation: GivenEvaluation }) {
  const { t } = useTranslation('monitoring');
  const byKey = new Map(evaluation.answers.map((answer) => [answer.question, answer]));
  return (
    <Root>
      <Notice tone="done">
        {t('evaluation.given')} <DateText value={evaluation.submittedAt} style="medium" />
        {evaluation.private && ` · ${t('evaluation.onlyYou')}`}
      </Notice>
      <ul>
        {EVALUATION_QUESTIONS.map(({ key }) => {
          const answer = byKey.get(key);
          if (!answer) return null;
          return (
            <li key={key}>
              <span>{t(`question.${key}`)}</span>
              <span className="dots" aria-label={t(`score.${answer.score}`)} role="img">
                {'●'.repeat(answer.score)}
                <i>{'●'.repeat(5 - answer.score)}</i>
              </span>
              {answer.text && <p>{answer.text}</p>}
            </li>
          );
        })}
      </ul>
      {evaluation.comment && <p>{evaluation.comment}</p>}
    </Root>
  );
}
