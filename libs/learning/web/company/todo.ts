import { type HomeMobility, type HomeTask } from './home.operations';

/** One thing to do, or done. */
export interface Todo {
  key: string;
  kind: 'company' | 'meet' | 'sign' | 'midterm' | 'final' | 'task';
  mobility: HomeMobility | null;
  done: boolean;
  by: string | undefined;
  to: string | null;
  /** The step of the process that this is, where it is one. */
  task: HomeTask | null;
}

const addDays = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};
const DAYS_BEFORE_END = 7;
const MIDTERM_FROM_WEEK = 2;

/** Where a step of another slice is taken: attendance goes with the weekly report. */
const ELSEWHERE: Readonly<Record<string, string>> = { 'tutor.report': '/reports', 'attendance.complete': '/reports' };
/** What the list says by itself, from the facts. */
const OWN = ['agreement.signed.company', 'assessment.midterm', 'assessment.final'];

function ofLearner(mobility: HomeMobility, tasks: readonly HomeTask[], today: string): Todo[] {
  const dueOf = (event: string) =>
    tasks.find((task) => task.closesOn === event && task.mobility?.id === mobility.id)?.dueOn;
  const submitted = (kind: string) =>
    mobility.assessments.some((assessment) => assessment.kind === kind && assessment.submittedAt !== null);
  const { agreement, id, startsOn, endsOn, week, finalAssessedAt } = mobility;
  const began = today >= startsOn && agreement?.inForce != null;
  const todo = (kind: Todo['kind'], done: boolean, by: string | undefined, to: string): Todo => ({
    key: `${kind}-${id}`,
    ...{ kind, mobility, done, by, to },
    task: null,
  });
  return [
    ...(agreement?.current
      ? [
          todo(
            'sign',
            agreement.current.mySignature === null,
            dueOf('agreement.signed.company') ?? addDays(startsOn, -21),
            `/agreements/${id}`,
          ),
        ]
      : []),
    ...(began && (week >= MIDTERM_FROM_WEEK || submitted('midterm'))
      ? [
          todo(
            'midterm',
            submitted('midterm') || finalAssessedAt !== null,
            dueOf('assessment.midterm') ?? addDays(startsOn, 14),
            `/learners/${id}/midterm`,
          ),
        ]
      : []),
    ...(began && today >= addDays(endsOn, -DAYS_BEFORE_END)
      ? [todo('final', finalAssessedAt !== null, dueOf('assessment.final') ?? endsOn, `/learners/${id}/final`)]
      : []),
  ];
}

function ofTask(task: HomeTask, mobilities: readonly HomeMobility[], today: string): Todo[] {
  const mobility = mobilities.find(({ id }) => id === task.mobility?.id);
  const far = task.dueOn > addDays(today, 14);
  if (!mobility || far || (task.closesOn !== null && OWN.includes(task.closesOn))) return [];
  const to = task.closesOn === null ? null : (ELSEWHERE[task.closesOn] ?? null);
  if (task.closesOn !== null && !to) return [];
  return [{ key: task.id, kind: 'task', mobility, done: false, by: task.dueOn, to, task }];
}

/** Everything a tutor has to do, what is due first on top; what is done comes after. */
export function todosOf(mobilities: readonly HomeMobility[], tasks: readonly HomeTask[], today: string): Todo[] {
  const current = mobilities.filter(({ stage, finalAssessedAt }) => stage !== 'back' || finalAssessedAt === null);
  const company = (current[0] ?? mobilities[0])?.company;
  const list: Todo[] = [
    ...(company
      ? [
          {
            key: 'company',
            kind: 'company' as const,
            mobility: null,
            done: company.checkedAt !== null,
            by: undefined,
            to: '/company-data',
            task: null,
          },
        ]
      : []),
    ...mobilities.flatMap((mobility) => ofLearner(mobility, tasks, today)),
    ...tasks.flatMap((task) => ofTask(task, current, today)),
  ];
  return list.sort((a, b) => (a.by ?? '').localeCompare(b.by ?? ''));
}
