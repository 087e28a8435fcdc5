import { addDays, type Cohort, moveFlows } from './cohort';
import { gather, learnFlows, openSchool, welcomeColleagues } from './gather';
import { signAll, seatTutors } from './agree';
import { companyCloses } from './closing';
import { replaceOne } from './place';
import { type Act, actsOf, type Diligence, EVERYBODY, playUntil } from './timeline';
import { type Scene, Troupe } from './troupe';

export const AGREEMENT_NUMBER = '2026-1-IT01-KA121-VET-000123456';

/** The flows of the cohort in the order in which they depart. */
export const FLOW_CODES = ['BER-1', 'SEV-1', 'LYO-1', 'BER-2', 'SEV-2'] as const;
export type FlowCode = (typeof FLOW_CODES)[number];

/** Flows with a departure each, one week apart, the first on this day. */
export function departuresFrom(first: string, daysApart = 7): Record<FlowCode, string> {
  return Object.fromEntries(FLOW_CODES.map((code, index) => [code, addDays(first, index * daysApart)])) as Record<
    FlowCode,
    string
  >;
}

/** Opens school and project, brings everybody in, and returns the troupe with its flows. */
export async function raiseCurtain(scene: Scene, title: string, callYear: number): Promise<Troupe> {
  const troupe = new Troupe(scene);
  await openSchool(troupe);
  await gather(troupe, { title, agreementNumber: AGREEMENT_NUMBER, callYear });
  await welcomeColleagues(troupe);
  await learnFlows(troupe);
  return troupe;
}

/** Two learners of a flow withdraw after they were placed: the first reserves go instead. */
export function withdrawals(troupe: Troupe, code: string, seats: readonly number[]): Act {
  return {
    day: addDays(troupe.flow(code).startsOn, -7 * 12),
    name: 'withdrawals',
    play: async () => {
      const travellers = await troupe.travellers(code);
      for (const seat of seats) {
        const traveller = travellers[seat];
        if (traveller) await replaceOne(troupe, traveller, 'Takes up a job at home in the same weeks.');
      }
    },
  };
}

/** The hours of one learner change after everybody has signed: only the difference is new, version 1 stays. */
export function amendment(troupe: Troupe, code: string): Act {
  return {
    day: addDays(troupe.flow(code).startsOn, -7 * 4),
    name: 'amendment',
    play: async () => {
      const [traveller] = await troupe.travellers(code);
      if (!traveller) throw new Error(`Nobody goes with ${code}`);
      const { mobility } = await troupe.coordinator.ask<{
        mobility: { agreement: { current: { content: { context: object } } } };
      }>('query Content($id: ID!) { mobility(id: $id) { agreement { current { content } } } }', {
        id: traveller.mobilityId,
      });
      await troupe.mailbox.catchUp();
      await troupe.coordinator.ask(
        'mutation Amend($input: AmendAgreementInput!) { amendAgreement(input: $input) { number status } }',
        {
          input: {
            mobilityId: traveller.mobilityId,
            reason: 'The company changed its opening hours.',
            patch: { context: { ...mobility.agreement.current.content.context, hoursPerWeek: 36 } },
          },
        },
      );
      await troupe.coordinator.ask(
        'mutation Open($input: WhichMobilities!) { openAgreements(input: $input) { done } }',
        {
          input: { mobilityIds: [traveller.mobilityId] },
        },
      );
      await signAll(troupe, [traveller], await seatTutors(troupe, [traveller]));
      troupe.scene.say(`${traveller.email}: version 2 is signed, version 1 is kept`);
    },
  };
}

/** The whole story of 100 learners, everybody doing their part. */
export async function playStory(scene: Scene, until: string, callYear: number): Promise<Troupe> {
  const troupe = await raiseCurtain(scene, 'Work-based learning in three countries', callYear);
  const acts = FLOW_CODES.flatMap((code) => actsOf(troupe, code));
  acts.push(withdrawals(troupe, 'LYO-1', [3, 8]), amendment(troupe, 'BER-1'), companyCloses(troupe, 'SEV-1', 5));
  await playUntil(troupe, acts, until);
  return troupe;
}

const DEMO_WEEKS: Readonly<Record<FlowCode, number>> = {
  'BER-1': -9,
  'SEV-1': -2,
  'LYO-1': 3,
  'BER-2': 11,
  'SEV-2': 20,
};

/** What people have not done yet, in each flow of the demo. */
const DEMO_DILIGENCE: Readonly<Record<FlowCode, Diligence>> = {
  'BER-1': EVERYBODY,
  'SEV-1': EVERYBODY,
  'LYO-1': {
    ...EVERYBODY,
    uploads: (index) => (index % 5 === 0 ? ['identity', 'ehic'] : ['identity', 'ehic', 'insurance']),
    verified: (index) => index % 4 !== 3,
    signs: (index) => index % 5 !== 2,
  },
  'BER-2': {
    ...EVERYBODY,
    accepts: (index) => index % 10 !== 7,
    placed: (index) => (index % 7 === 4 ? 'requested' : index % 7 === 6 ? 'proposed' : 'confirmed'),
  },
  'SEV-2': { ...EVERYBODY, accepts: (index) => index % 3 !== 1 },
};

/**
 * The cohort with a flow in every phase relative to today: back, abroad, three, eleven and twenty weeks before. The demo
 * begins half a year before today, so adults are half a year older: nobody comes of age without a guardian on record.
 */
export function demoCohort(cohort: Cohort, today: string): Cohort {
  const departures = FLOW_CODES.map((code) => [code, addDays(today, DEMO_WEEKS[code] * 7)] as const);
  const moved = moveFlows(cohort, Object.fromEntries(departures));
  const older = (row: Readonly<Record<string, string>>) =>
    row['Guardian e-mail'] ? row : { ...row, 'Date of birth': addDays(row['Date of birth'] ?? today, -26 * 7) };
  return { ...moved, learners: moved.learners.map(older), reserves: moved.reserves.map(older) };
}

/** Plays the demo up to today. */
export async function playDemo(scene: Scene, today: string): Promise<void> {
  const first = scene.cohort.learners.map((row) => row['Start date'] ?? today).sort()[0] ?? today;
  await scene.moveTo?.(addDays(first, -7 * 24));
  const troupe = await raiseCurtain(scene, 'Monteverde in Europe', Number(today.slice(0, 4)));
  const acts = FLOW_CODES.flatMap((code) => actsOf(troupe, code, DEMO_DILIGENCE[code]));
  acts.push(withdrawals(troupe, 'LYO-1', [3]), amendment(troupe, 'SEV-1'));
  await playUntil(troupe, acts, today);
  await scene.moveTo?.(today);
}
