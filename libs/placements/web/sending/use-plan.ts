import { useCallback, useState } from 'react';
import { type Plan } from '../shared/board';

const keyOf = (flowId: string) => `softmob:placement-plan:${flowId}`;

function read(flowId: string): Plan {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(flowId)) ?? '{}') as Plan;
  } catch {
    return {};
  }
}

/** What is chosen but not sent: it survives back and reload in this tab. */
export function usePlan(flowId: string) {
  const [plan, setPlan] = useState<Plan>(() => read(flowId));
  const change = useCallback(
    (next: (before: Plan) => Plan) =>
      setPlan((before) => {
        const after = next(before);
        sessionStorage.setItem(keyOf(flowId), JSON.stringify(after));
        return after;
      }),
    [flowId],
  );
  const place = useCallback(
    (mobilityIds: readonly string[], capacityId: string) =>
      change((before) => ({ ...before, ...Object.fromEntries(mobilityIds.map((id) => [id, capacityId])) })),
    [change],
  );
  const clear = useCallback(
    (mobilityId: string) =>
      change((before) => Object.fromEntries(Object.entries(before).filter(([id]) => id !== mobilityId))),
    [change],
  );
  const reset = useCallback(() => change(() => ({})), [change]);
  return { plan, place, clear, reset };
}
