/** What a participant judges after the stay, on a scale of 1 (not at all) to 5 (fully). */
export const EVALUATION_QUESTIONS = [
  { key: 'preparation-information', topic: 'preparation' },
  { key: 'preparation-language', topic: 'preparation' },
  { key: 'host-welcome', topic: 'host' },
  { key: 'host-lodging', topic: 'host' },
  { key: 'company-tasks', topic: 'company' },
  { key: 'company-tutor', topic: 'company' },
  { key: 'company-safety', topic: 'company' },
  { key: 'learning-outcomes', topic: 'learning' },
  { key: 'learning-confidence', topic: 'learning' },
  { key: 'support-reachable', topic: 'support' },
  { key: 'support-recommend', topic: 'support' },
] as const;

export type EvaluationQuestion = (typeof EVALUATION_QUESTIONS)[number];
export type EvaluationKey = EvaluationQuestion['key'];
export type EvaluationTopic = EvaluationQuestion['topic'];

/** Which questions an evaluation answered; another set of questions gets another name. */
export const QUESTIONNAIRE = 'stay-1';
export const LOWEST_SCORE = 1;
export const HIGHEST_SCORE = 5;

/** One answer: a score, and words where somebody likes to add some. */
export interface EvaluationAnswer {
  readonly question: EvaluationKey;
  readonly score: number;
  readonly text: string | null;
}

/** The questions that a set of answers leaves open, in their order. */
export function unanswered(answers: readonly { readonly question: string }[]): EvaluationKey[] {
  const given = new Set(answers.map(({ question }) => question));
  return EVALUATION_QUESTIONS.map(({ key }) => key).filter((key) => !given.has(key));
}
