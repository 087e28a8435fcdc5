import { type Agent } from './http';

export const TASKS = `query ($filter: TaskFilter, $first: Int, $after: String) {
  tasks(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id stepKey title state role dueOn doneAt doneHow doneBy cancelledAt version flow { code } mobility { id } }
  }
}`;
export interface Node {
  id: string;
  stepKey: string;
  title: string;
  state: string;
  role: string;
  dueOn: string;
  doneHow: string | null;
  doneBy: string | null;
  cancelledAt: string | null;
  version: number;
  mobility: { id: string } | null;
}
export interface TasksAnswer {
  tasks: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: Node[] };
}

export const tasksOf = async (who: Agent, filter: object) =>
  (await who.ask<TasksAnswer>(TASKS, { filter, first: 500 })).tasks.nodes;
export const step = async (who: Agent, mobilityId: string, stepKey: string): Promise<Node> => {
  const [found] = await tasksOf(who, {
    mobilityIds: [mobilityId],
    stepKeys: [stepKey],
    states: ['open', 'done', 'cancelled'],
  });
  if (!found) throw new Error(`No task ${stepKey}`);
  return found;
};
