import { type Db } from '@softmob/api-kit';
import {
  differenceOf,
  type PlannedTask,
  planSteps,
  type ProcessStep,
  type TemplateDifference,
} from '@softmob/processes-model';
import { type ProcessTemplateVersion } from './process-template.entity';

/** A flow, as far as its process is concerned. */
export interface FlowFrame {
  readonly id: string;
  readonly organisationId: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

interface Person {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly minor: boolean;
}

interface TaskNow {
  readonly id: string;
  readonly mobilityId: string | null;
  readonly stepKey: string;
  readonly dueOn: string;
  readonly done: boolean;
  readonly cancelled: boolean;
}

/** A step that a task is to follow from now on. */
export interface Fitted {
  readonly id: string;
  readonly from: string;
  readonly step: PlannedTask;
}

/** What becomes of each task when a flow follows another version. */
export interface MovePlan {
  readonly difference: TemplateDifference;
  readonly added: readonly { mobilityId: string | null; step: PlannedTask }[];
  readonly fitted: readonly Fitted[];
  /** Fell away in an earlier move, and are asked for again. */
  readonly revived: readonly Fitted[];
  /** Open tasks of steps that are no more. */
  readonly dropped: readonly { id: string; stepKey: string }[];
  /** Tasks that are done and stay so. */
  readonly done: number;
}

async function factsOf(db: Db, flow: FlowFrame, today: string) {
  const [[school], people, tasks] = await Promise.all([
    db.query<{ country: string }>('SELECT country FROM organisation WHERE id = $1::uuid', [flow.organisationId]),
    db.query<Person & Record<string, unknown>>(
      `SELECT id, starts_on AS "startsOn", ends_on AS "endsOn", adult_on > LEAST(starts_on, $2::date) AS minor
       FROM mobility WHERE flow_id = $1::uuid AND stage <> 'withdrawn' ORDER BY id`,
      [flow.id, today],
    ),
    db.query<TaskNow & Record<string, unknown>>(
      `SELECT x.id, x.mobility_id AS "mobilityId", x.step_key AS "stepKey", x.due_on AS "dueOn", x.done_at IS NOT NULL AS done,
              x.cancelled_at IS NOT NULL AS cancelled
       FROM task x LEFT JOIN mobility m ON m.id = x.mobility_id
       WHERE x.flow_id = $1::uuid AND (m.id IS NULL OR m.stage <> 'withdrawn') ORDER BY x.id`,
      [flow.id],
    ),
  ]);
  return { country: school?.country ?? '', people, tasks };
}

/** The steps of everybody and of the whole flow, each different stay planned once. */
function wantedOf(steps: readonly ProcessStep[], flow: FlowFrame, people: readonly Person[], country: string) {
  const plans = new Map<string, PlannedTask[]>();
  const planFor = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => {
    const key = `${startsOn} ${endsOn}`;
    const plan = plans.get(key) ?? planSteps(steps, { startsOn, endsOn }, country);
    plans.set(key, plan);
    return plan;
  };
  const ofFlow = planFor(flow)
    .filter(({ scope }) => scope === 'flow')
    .map((step) => ({ mobilityId: null as string | null, step }));
  const ofPeople = people.flatMap((person) =>
    planFor(person)
      .filter(({ scope, minorsOnly }) => scope === 'mobility' && (!minorsOnly || person.minor))
      .map((step) => ({ mobilityId: person.id as string | null, step })),
  );
  return [...ofFlow, ...ofPeople];
}

const taskKey = (mobilityId: string | null, stepKey: string) => `${mobilityId ?? ''} ${stepKey}`;
const keyOf = ({ mobilityId, stepKey }: TaskNow) => taskKey(mobilityId, stepKey);

/** Works out what following another version means for each task. What is done stays done. */
export async function planMove(
  db: Db,
  today: string,
  flow: FlowFrame,
  from: ProcessTemplateVersion | null,
  to: ProcessTemplateVersion,
): Promise<MovePlan> {
  const { country, people, tasks } = await factsOf(db, flow, today);
  const [before, wanted] = [from?.steps ?? [], to.steps].map((steps) => wantedOf(steps, flow, people, country));
  const daysBefore = new Map(before?.map(({ mobilityId, step }) => [taskKey(mobilityId, step.key), step.dueOn]));
  const stepNow = new Map(wanted?.map(({ mobilityId, step }) => [taskKey(mobilityId, step.key), step]));
  const have = new Set(tasks.map(keyOf));
  const difference = differenceOf(from?.steps ?? [], to.steps);
  const changed = new Set(difference.changed.map(({ after }) => after.key));
  const follow = (task: TaskNow): Fitted[] => {
    const step = stepNow.get(keyOf(task));
    if (!step) return [];
    // A day that was put off, or given once more, stays unless the step's own day differs.
    const dueOn = task.cancelled || daysBefore.get(keyOf(task)) !== step.dueOn ? step.dueOn : task.dueOn;
    return [{ id: task.id, from: task.dueOn, step: { ...step, dueOn } }];
  };
  const open = tasks.filter(({ done, cancelled }) => !done && !cancelled);
  return {
    difference,
    added: (wanted ?? []).filter(({ mobilityId, step }) => !have.has(taskKey(mobilityId, step.key))),
    fitted: open.flatMap(follow).filter(({ step, from: day }) => changed.has(step.key) || step.dueOn !== day),
    revived: tasks.filter((task) => task.cancelled && !daysBefore.has(keyOf(task))).flatMap(follow),
    dropped: open.filter((task) => !stepNow.has(keyOf(task))),
    done: tasks.filter(({ done }) => done).length,
  };
}
