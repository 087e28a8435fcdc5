import { policy } from '@softmob/access';
import { conflict, type Ctx, illegalState, invalid, validate, write } from '@softmob/api-kit';
import {
  EVALUATION_QUESTIONS,
  type EvaluationAnswer,
  HIGHEST_SCORE,
  LOWEST_SCORE,
  QUESTIONNAIRE,
  unanswered,
} from '@softmob/monitoring-model';
import { mobilities } from '@softmob/projects-api';
import { z } from 'zod';
import { type Evaluation } from './evaluation.entity';
import { type EvaluationInput } from './evaluation.type';
import { evaluations } from './monitoring.loaders';
import { factsOf } from './stay.service';

const KEYS = EVALUATION_QUESTIONS.map(({ key }) => key);
const scoreError = { error: 'Choose 1 to 5.' };
const optionalWords = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, { error: `Use at most ${String(longest)} characters.` })
    .nullish()
    .transform((text) => text || null);
const evaluationInput = z.object({
  mobilityId: z.string(),
  answers: z
    .array(
      z.object({
        question: z.enum(KEYS, { error: 'There is no such question.' }),
        score: z.number().int().min(LOWEST_SCORE, scoreError).max(HIGHEST_SCORE, scoreError),
        text: optionalWords(1_000),
      }),
    )
    .refine((answers) => new Set(answers.map(({ question }) => question)).size === answers.length, {
      error: 'Answer each question once.',
    }),
  comment: optionalWords(4_000),
  private: z.boolean(),
});

function inOrder(answers: readonly EvaluationAnswer[]): EvaluationAnswer[] {
  const [open] = unanswered(answers);
  if (open) throw invalid(`answers.${open}`, 'REQUIRED', 'Answer this question.');
  return KEYS.flatMap((key) => answers.find(({ question }) => question === key) ?? []);
}

/**
 * Takes a participant’s evaluation of the stay, once. Its words stay out of the history.
 * @throws VALIDATION naming an open question, ILLEGAL_STATE before the return or the second time
 */
export function submitEvaluation(ctx: Ctx, input: EvaluationInput): Promise<Evaluation> {
  const { mobilityId, answers, ...rest } = validate(evaluationInput, input);
  return write(ctx, policy.monitoring.submitEvaluation, async (tx) => {
    const mobility = await tx.load(mobilities, mobilityId);
    if (mobility.stage !== 'back') {
      throw illegalState('A stay is evaluated after the return.', 'NOT_BACK', ['confirmReturn']);
    }
    const earlier = await tx.loadAll(
      evaluations,
      (parameters) => `x.mobility_id = ${parameters.add(mobilityId)}::uuid`,
    );
    if (earlier.length > 0) throw illegalState('This stay is evaluated already.', 'EVALUATION_DONE');
    const [stored] = await tx.insert(evaluations, [
      {
        ...rest,
        id: tx.newId(),
        mobilityId,
        questionnaire: QUESTIONNAIRE,
        answers: inOrder(answers),
        submittedAt: ctx.clock.now(),
      },
    ]);
    if (!stored) throw conflict();
    await tx.event({
      type: 'evaluation.submitted',
      subjectType: 'mobility',
      subjectId: mobility.id,
      ...factsOf(mobility),
      after: { questionnaire: QUESTIONNAIRE, private: stored.private },
    });
    return stored;
  });
}
