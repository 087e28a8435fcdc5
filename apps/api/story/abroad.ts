import { type Browser } from './browser';
import { addDays } from './cohort';
import { together, type Traveller, type Troupe } from './troupe';

/** A one-page PDF that is as small as one can be: what a story's people scan and upload. */
export function scannedPage(words: string): Buffer {
  const content = `BT /F1 18 Tf 60 760 Td (${words.replace(/[^\x20-\x7e]|[()\\]/g, ' ')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${file}xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${table}trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R >>\nstartxref\n${String(file.length)}\n%%EOF\n`,
    'latin1',
  );
}

const KINDS = ['identity', 'ehic', 'insurance'] as const;

/** Learners upload their papers; the school verifies those that `verified` names and leaves the rest in the queue. */
export async function collectDocuments(
  troupe: Troupe,
  travellers: readonly Traveller[],
  options: { uploads?: (index: number) => readonly string[]; verified?: (index: number) => boolean; expiresOn: string },
): Promise<void> {
  const uploads = options.uploads ?? (() => KINDS);
  const verified = options.verified ?? (() => true);
  const toVerify: string[] = [];
  let done = 0;
  await together([...travellers.entries()], async ([index, { email, mobilityId }]) => {
    for (const kind of uploads(index)) {
      const path = `/documents?mobilityId=${mobilityId}&kind=${kind}&forHost=${String(kind === 'ehic')}&expiresOn=${options.expiresOn}`;
      const document = await troupe
        .person(email)
        .upload<{ id: string }>(path, `${kind}.pdf`, scannedPage(`${kind} of ${email}`));
      if (verified(index)) toVerify.push(document.id);
    }
    troupe.scene.say('papers come in', (done += 1), travellers.length);
  });
  if (toVerify.length > 0) {
    await troupe.coordinator.ask('mutation Verify($ids: [ID!]!) { verifyDocuments(ids: $ids) { id } }', {
      ids: toVerify,
    });
  }
}

/** The host confirms who has arrived, all at once. */
export async function arrive(troupe: Troupe, travellers: readonly Traveller[], arrivedOn: string): Promise<void> {
  const flow = troupe.flow(travellers[0]?.flow ?? '');
  await troupe
    .host(flow.hostName)
    .ask('mutation Arrive($ids: [ID!]!, $on: Day!) { confirmArrival(mobilityIds: $ids, arrivedOn: $on) { id } }', {
      ids: travellers.map((traveller) => traveller.mobilityId),
      on: arrivedOn,
    });
  troupe.scene.say(`${flow.code}: ${String(travellers.length)} have arrived`);
}

const DIARY = 'mutation Diary($input: DiaryEntryInput!) { saveDiaryEntry(input: $input) { id } }';
const WORK: readonly { readonly activities: string; readonly learned: string }[] = [
  {
    activities: 'Got to know the team, the work place and the safety rules.',
    learned: 'Who to ask for what, and the words for the tools.',
  },
  {
    activities: 'Worked beside a colleague and took over the simple steps.',
    learned: 'The order of work here differs from my school’s.',
  },
  { activities: 'Did a whole job alone, checked at the end.', learned: 'Checking my own work before I hand it over.' },
  {
    activities: 'Helped a customer and explained what I was doing.',
    learned: 'Speaking with people in their language.',
  },
  {
    activities: 'Prepared materials and planned tomorrow with my tutor.',
    learned: 'Planning a day so that nothing has to wait.',
  },
];

/** The days of the working week that begins `week` weeks after the start of a flow, as far as they lie within the stay. */
export function workingDays(startsOn: string, endsOn: string, week: number): string[] {
  const monday = mondayOf(addDays(startsOn, week * 7 + 1));
  return [0, 1, 2, 3, 4].map((offset) => addDays(monday, offset)).filter((day) => day >= startsOn && day <= endsOn);
}

function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** Learners write their diary for these days, and share it with school, host and tutor. */
export async function writeDiaries(
  troupe: Troupe,
  travellers: readonly Traveller[],
  days: readonly string[],
): Promise<void> {
  await together(travellers, async ({ email, mobilityId }) => {
    for (const [at, day] of days.entries()) {
      const words = WORK[at % WORK.length];
      const input = { mobilityId, day, hours: 8, ...words, shared: true, sharedWithGuardian: false };
      await troupe.person(email).ask(DIARY, { input });
    }
  });
}

interface Outcome {
  readonly key: string;
  readonly dueWeek: number;
}
interface TutorsLearners {
  mobilities: { nodes: { id: string; outcomes: Outcome[] }[] };
}
const LEARNERS = 'query Learners { mobilities(first: 100) { nodes { id outcomes { key dueWeek } } } }';
const REPORT = 'mutation Report($input: TutorReportInput!) { submitTutorReport(input: $input) { id } }';

async function eachLearner(
  tutors: ReadonlyMap<string, Browser>,
  wanted: ReadonlySet<string>,
  work: (tutor: Browser, learner: { id: string; outcomes: Outcome[] }, index: number) => Promise<void>,
): Promise<void> {
  let index = 0;
  await together([...tutors.values()], async (tutor) => {
    const { mobilities } = await tutor.ask<TutorsLearners>(LEARNERS);
    for (const learner of mobilities.nodes) if (wanted.has(learner.id)) await work(tutor, learner, (index += 1));
  });
}

const idsOf = (travellers: readonly Traveller[]) => new Set(travellers.map((traveller) => traveller.mobilityId));

/** Tutors report on a week and record who was there. */
export async function reportWeek(
  troupe: Troupe,
  travellers: readonly Traveller[],
  tutors: ReadonlyMap<string, Browser>,
  days: readonly string[],
): Promise<void> {
  const weekStart = days[0];
  if (!weekStart) return;
  await eachLearner(tutors, idsOf(travellers), async (tutor, { id }, index) => {
    const attendance = days.map((day, at) => {
      const away = index % 17 === 0 && at === 2;
      return { day, status: away ? 'excused' : 'present', hours: away ? 0 : 8 };
    });
    const input = {
      mobilityId: id,
      weekStart: mondayOf(weekStart),
      progress: 2 + (index % 3),
      attitude: 3 + (index % 2),
      comment: 'Asks when something is unclear, and works more and more alone.',
      attendance,
    };
    await tutor.ask(REPORT, { input });
  });
  troupe.scene.say(`tutors have reported on the week of ${weekStart}`);
}

const FINAL = ['withHelp', 'independently', 'independently', 'inNewSituations'];

/** How the nth learner does an outcome: half-way, what has had its weeks is mostly done, and few are behind. */
function attainmentOf(outcome: Outcome, at: number, index: number, final: boolean): string {
  if (final) return index % 11 === 0 && at === 0 ? 'notYet' : (FINAL[(index + at) % FINAL.length] ?? 'withHelp');
  if (outcome.dueWeek <= 2) return index % 6 === 0 && at % 3 === 0 ? 'withHelp' : 'independently';
  return outcome.dueWeek === 3 ? 'withHelp' : 'notYet';
}

/** Tutors look at the outcomes half-way (`midtermAssessment`) or judge each of them at the end (`finalAssessment`). */
export async function assess(
  troupe: Troupe,
  travellers: readonly Traveller[],
  tutors: ReadonlyMap<string, Browser>,
  kind: 'midtermAssessment' | 'finalAssessment',
): Promise<void> {
  const final = kind === 'finalAssessment';
  await eachLearner(tutors, idsOf(travellers), async (tutor, { id, outcomes }, index) => {
    const input = {
      mobilityId: id,
      comment: final ? 'A reliable colleague by the end.' : 'On the way; what comes next needs more practice.',
      outcomes: outcomes.map((outcome, at) => ({
        outcomeKey: outcome.key,
        attainment: attainmentOf(outcome, at, index, final),
      })),
    };
    await tutor.ask(`mutation Assess($input: AssessmentInput!) { ${kind}(input: $input) { id } }`, { input });
  });
  troupe.scene.say(final ? 'tutors have assessed every outcome' : 'tutors have looked at the outcomes half-way');
}
