import { type Browser } from './browser';
import { arrive, assess, collectDocuments, reportWeek, workingDays, writeDiaries } from './abroad';
import { compose, openForSignature, seatTutors, signAll, tutorsOf } from './agree';
import { certify, comeBack, evaluate, recognise } from './back';
import { addDays } from './cohort';
import { invite } from './gather';
import { matchAndConfirm, type Placed, requestPlaces } from './place';
import { type Troupe } from './troupe';

/** One thing that happens to a flow, on the business day it belongs to. */
export interface Act {
  readonly day: string;
  readonly name: string;
  play(): Promise<void>;
}

/** How much of a flow's answers come in: in a demo some people are late, in the proof nobody is. */
export interface Diligence {
  /** Whether the nth learner has accepted the invitation. */
  accepts(index: number): boolean;
  /** How far the host has come with the nth learner's place. */
  readonly placed: Placed;
  /** Which papers the nth learner has uploaded. */
  uploads(index: number): readonly string[];
  /** Whether the nth learner's papers are verified. */
  verified(index: number): boolean;
  /** Whether the nth learner (and those who sign with them) has signed. */
  signs(index: number): boolean;
}

export const EVERYBODY: Diligence = {
  accepts: () => true,
  placed: () => 'confirmed',
  uploads: () => ['identity', 'ehic', 'insurance'],
  verified: () => true,
  signs: () => true,
};

interface Steps {
  tasks: {
    nodes: { id: string; closesOn: string | null }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
const LATE = `query Late($flowId: ID!, $after: String) {
  tasks(filter: { flowIds: [$flowId], states: ["late"] }, first: 200, after: $after) {
    nodes { id closesOn } pageInfo { hasNextPage endCursor }
  }
}`;

/** What is ticked in the story: what nothing closes by itself, and the decision on departure, which is made by telephone. */
const BY_HAND: readonly (string | null)[] = [null, 'departure.decided'];

/** The coordinator ticks what a flow's people have done outside the system and what is due by now. */
async function tickByHand(troupe: Troupe, code: string): Promise<void> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { tasks }: Steps = await troupe.coordinator.ask<Steps>(LATE, { flowId: troupe.flow(code).id, after });
    ids.push(...tasks.nodes.filter(({ closesOn }) => BY_HAND.includes(closesOn)).map(({ id }) => id));
    after = tasks.pageInfo.hasNextPage ? tasks.pageInfo.endCursor : null;
  } while (after);
  for (let at = 0; at < ids.length; at += 200) {
    await troupe.coordinator.ask('mutation Tick($ids: [ID!]!) { completeTasks(ids: $ids) { id } }', {
      ids: ids.slice(at, at + 200),
    });
  }
}

/** Everything that happens to one flow, from the invitation to the certificate, by its day. */
export function actsOf(troupe: Troupe, code: string, diligence: Diligence = EVERYBODY): Act[] {
  const { startsOn, endsOn } = troupe.flow(code);
  let tutors: ReadonlyMap<string, Browser> = new Map();
  const all = () => troupe.travellers(code);
  const weeks = [0, 1, 2, 3].map((week) => workingDays(startsOn, endsOn, week)).filter((days) => days.length > 0);
  const tick = (day: string): Act => ({ day, name: 'tick', play: () => tickByHand(troupe, code) });
  const before = (weeksBefore: number) => addDays(startsOn, -7 * weeksBefore);
  return [
    {
      day: before(22),
      name: 'invite',
      play: () => invite(troupe, [code], (_traveller, index) => diligence.accepts(index)),
    },
    { day: before(18), name: 'request places', play: () => requestPlaces(troupe, code) },
    { day: before(14), name: 'match', play: () => matchAndConfirm(troupe, code, diligence.placed) },
    {
      day: before(11),
      name: 'compose agreements',
      play: async () => {
        const placed = (await all()).filter((_traveller, index) => diligence.placed(index) === 'confirmed');
        await compose(troupe, placed);
      },
    },
    {
      day: before(7),
      name: 'open for signature',
      play: async () => {
        await troupe.mailbox.catchUp();
        await openForSignature(troupe, code);
        tutors = await seatTutors(troupe, await all());
      },
    },
    {
      day: before(6),
      name: 'papers',
      play: async () => collectDocuments(troupe, await all(), { ...diligence, expiresOn: addDays(endsOn, 200) }),
    },
    {
      day: before(5),
      name: 'sign',
      play: async () => {
        const signing = (await all()).filter((_traveller, index) => diligence.signs(index));
        const theirs = await tutorsOf(troupe, signing);
        await signAll(troupe, signing, new Map([...tutors].filter(([email]) => theirs.has(email))));
      },
    },
    tick(addDays(startsOn, -2)),
    { day: addDays(startsOn, 1), name: 'arrive', play: async () => arrive(troupe, await all(), startsOn) },
    ...weeks.map((days, week) => ({
      day: days.at(-1) ?? endsOn,
      name: `week ${String(week + 1)}`,
      play: async () => {
        const travellers = await all();
        const begun = troupe.successors.filter(({ from }) => from <= (days[0] ?? startsOn));
        const there = new Map([
          ...tutors,
          ...begun.map(({ tutor, from }) => [`successor from ${from}`, tutor] as const),
        ]);
        await writeDiaries(troupe, travellers, days);
        await reportWeek(troupe, travellers, there, days);
        if (week === 1) await assess(troupe, travellers, tutors, 'midtermAssessment');
        if (week === weeks.length - 1) await assess(troupe, travellers, there, 'finalAssessment');
      },
    })),
    tick(addDays(startsOn, 4)),
    { day: addDays(endsOn, 1), name: 'come back', play: async () => comeBack(troupe, await all(), endsOn) },
    { day: addDays(endsOn, 8), name: 'evaluate', play: async () => evaluate(troupe, await all()) },
    { day: addDays(endsOn, 15), name: 'recognise', play: async () => recognise(troupe, await all()) },
    { day: addDays(endsOn, 22), name: 'certify', play: async () => certify(troupe, await all()) },
    tick(addDays(endsOn, 28)),
    tick(addDays(endsOn, 35)),
  ];
}

/** Plays acts in the order of their days, as far as `until`; moves business time along where the scene lets it. */
export async function playUntil(troupe: Troupe, acts: readonly Act[], until: string): Promise<void> {
  const due = acts.filter((act) => act.day <= until).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  let today = '';
  for (const act of due) {
    if (act.day !== today) await troupe.scene.moveTo?.((today = act.day));
    await act.play();
  }
}
