import { together, type Traveller, type Troupe } from './troupe';

const QUESTIONS = [
  'preparation-information',
  'preparation-language',
  'host-welcome',
  'host-lodging',
  'company-tasks',
  'company-tutor',
  'company-safety',
  'learning-outcomes',
  'learning-confidence',
  'support-reachable',
  'support-recommend',
];
const EVALUATE = 'mutation Evaluate($input: EvaluationInput!) { submitEvaluation(input: $input) { id } }';
const RECOGNISE = `mutation Recognise($input: RecogniseLearningInput!) {
  recogniseLearning(input: $input) { done refused { mobilityId message } }
}`;
const ISSUE =
  'mutation Issue($ids: [ID!]!) { issueEuropass(mobilityIds: $ids) { done refused { mobilityId message } } }';

const idsOf = (travellers: readonly Traveller[]) => travellers.map((traveller) => traveller.mobilityId);

/** The school confirms that a flow has come back. */
export async function comeBack(troupe: Troupe, travellers: readonly Traveller[], returnedOn: string): Promise<void> {
  await troupe.coordinator.ask(
    'mutation Return($ids: [ID!]!, $on: Day) { confirmReturn(mobilityIds: $ids, returnedOn: $on) { id } }',
    { ids: idsOf(travellers), on: returnedOn },
  );
  troupe.scene.say(`${travellers[0]?.flow ?? ''}: ${String(travellers.length)} are back`);
}

/** Participants judge their stay. */
export async function evaluate(troupe: Troupe, travellers: readonly Traveller[]): Promise<void> {
  await together([...travellers.entries()], async ([index, { email, mobilityId }]) => {
    const answers = QUESTIONS.map((question, at) => ({ question, score: 3 + ((index + at) % 3) }));
    await troupe
      .person(email)
      .ask(EVALUATE, { input: { mobilityId, answers, comment: 'I would go again.', private: index % 9 === 0 } });
  });
  troupe.scene.say(`${String(travellers.length)} evaluations are in`);
}

interface Bulk {
  done: string[];
  refused: { mobilityId: string; message: string }[];
}

/** The school recognises what was learnt, for a whole flow. */
export async function recognise(troupe: Troupe, travellers: readonly Traveller[]): Promise<void> {
  const { recogniseLearning } = await troupe.coordinator.ask<{ recogniseLearning: Bulk }>(RECOGNISE, {
    input: { mobilityIds: idsOf(travellers), note: 'Recognised as work-based learning of the school year.' },
  });
  if (recogniseLearning.refused.length > 0) throw new Error(JSON.stringify(recogniseLearning.refused.slice(0, 3)));
}

/** The school issues Europass Mobility, for a whole flow. */
export async function certify(troupe: Troupe, travellers: readonly Traveller[]): Promise<void> {
  const { issueEuropass } = await troupe.coordinator.ask<{ issueEuropass: Bulk }>(ISSUE, { ids: idsOf(travellers) });
  if (issueEuropass.refused.length > 0) throw new Error(JSON.stringify(issueEuropass.refused.slice(0, 3)));
  troupe.scene.say(`${String(issueEuropass.done.length)} Europass Mobility documents are issued`);
}
