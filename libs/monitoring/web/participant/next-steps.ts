import { daysBetween } from '@softmob/processes-model';
import { type StateKey } from '@softmob/ui';
import { type HomeMobility, type HomeTask } from './home.operations';

/** Where a task is done; null where it closes by what others do. */
const PLACES: Readonly<Record<string, string>> = {
  'accept-place': '/me',
  'accept-as-guardian': '/me',
  'identity-document': '/documents?add=identity',
  'health-card': '/documents?add=ehic',
  insurance: '/documents?add=insurance',
  'sign-participant': '/agreements',
  'sign-guardian': '/agreements',
  'first-diary-week': '/diary',
  evaluate: '/evaluation',
};
const KIND_OF_STEP: Readonly<Record<string, string>> = {
  'identity-document': 'identity',
  'health-card': 'ehic',
  insurance: 'insurance',
};

const DAYS_A_WEEK = 7;

/** A task as its holder sees it: what to do, where, and whether it is their turn. */
export interface Step {
  readonly task: HomeTask;
  readonly to: string | null;
  readonly state: StateKey;
  /** Whether it waits for somebody else now. */
  readonly waiting: 'school' | 'earlier' | null;
  /** Why the school sent it back. */
  readonly reason: string | null;
}

function stateOf({ state }: HomeTask, waiting: Step['waiting']): StateKey {
  if (state === 'done') return 'done';
  if (waiting) return 'waiting';
  return state === 'late' ? 'blocked' : state === 'later' ? 'draft' : 'atRisk';
}

/** The reader’s own open tasks: their turn first, then what waits for others, each by its day. */
export function openSteps({ tasks, documents, stage, endsOn }: HomeMobility, role: string): Step[] {
  const open = new Set(tasks.filter(({ state }) => state !== 'done').map(({ stepKey }) => stepKey));
  const steps = tasks
    .filter((task) => task.role === role && task.state !== 'done')
    .map((task): Step => {
      const kind = KIND_OF_STEP[task.stepKey];
      const sent = documents.filter((document) => document.kind === kind);
      const withSchool = sent.some(({ status }) => status === 'uploaded');
      const returned = sent.find(({ status }) => status === 'returned');
      const early = task.needs.some((need) => open.has(need));
      const waiting = withSchool ? 'school' : early ? 'earlier' : null;
      return {
        task,
        waiting,
        to: PLACES[task.stepKey] ?? null,
        state: stateOf(task, waiting),
        reason: withSchool ? null : (returned?.reason ?? null),
      };
    });
  // Once back, what belongs to the time after comes before what was left over.
  const rank = ({ waiting, task }: Step) => (waiting ? 2 : stage === 'back' && task.dueOn < endsOn ? 1 : 0);
  return steps.sort((a, b) => rank(a) - rank(b));
}

/** From this week of the stay on a first look back makes sense. */
const FIRST_LOOK_WEEK = 2;

/**
 * Whether the learner’s own view of the outcomes is wanted now: half-way, and again from the last week on, until the
 * school has recognised what was learnt.
 */
export function ownViewDue(mobility: HomeMobility, today: string): 'midterm' | 'final' | null {
  const { stage, startsOn, endsOn, week, recognisedAt, agreement, assessments } = mobility;
  if (!agreement?.inForce || recognisedAt || (stage !== 'abroad' && stage !== 'back')) return null;
  const lastWeek = Math.ceil((daysBetween(startsOn, endsOn) + 1) / DAYS_A_WEEK);
  const given = assessments.find(({ kind, submittedAt }) => kind === 'self' && submittedAt !== null)?.week ?? 0;
  if (today >= endsOn || week >= lastWeek) return given < lastWeek ? 'final' : null;
  return week >= FIRST_LOOK_WEEK && given === 0 ? 'midterm' : null;
}

/** What the reader has done, the newest first. */
export function doneTasks({ tasks }: HomeMobility): HomeTask[] {
  return tasks.filter(({ doneAt }) => doneAt != null).sort((a, b) => (b.doneAt ?? '').localeCompare(a.doneAt ?? ''));
}
