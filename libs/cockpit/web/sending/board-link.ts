/** What a link into the board narrows it to. */
export interface BoardLink {
  project?: string;
  flow?: readonly string[];
  stage?: readonly string[];
  step?: readonly string[];
  late?: boolean;
  notReady?: boolean;
  open?: string;
}

/** The address of the board with these filters, as the board itself writes it. */
export function boardLink({ project, flow, stage, step, late, notReady, open }: BoardLink): string {
  const params = new URLSearchParams();
  if (project) params.set('project', project);
  if (flow?.length) params.set('flow', flow.join(','));
  if (stage?.length) params.set('stage', stage.join(','));
  if (step?.length) params.set('step', step.join(','));
  if (late) params.set('late', '1');
  if (notReady) params.set('notReady', '1');
  if (open) params.set('open', open);
  const query = params.toString();
  return query ? `/board?${query}` : '/board';
}
