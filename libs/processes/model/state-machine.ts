/** For each step: the states in which it is allowed, and where it leads. */
export type TransitionTable<State extends string, Step extends string> = Readonly<
  Record<Step, { readonly from: readonly State[]; readonly to: State }>
>;

export interface Moved<State extends string> {
  ok: true;
  state: State;
}

/** A step that is not allowed, and what is missing for it. */
export interface Refused<State extends string, Step extends string> {
  ok: false;
  code: 'ILLEGAL_STATE';
  from: State;
  step: Step;
  /** States in which the step would be allowed. */
  allowedFrom: readonly State[];
  /** The fewest steps that have to come before, in their order; empty where nothing leads there. */
  missing: Step[];
  /** Whether no step at all leads on from here. */
  final: boolean;
}

/** A state machine written down as its table of transitions. */
export interface Machine<State extends string, Step extends string> {
  readonly table: TransitionTable<State, Step>;
  /** Where the step leads, or why it is refused. */
  next(state: State, step: Step): Moved<State> | Refused<State, Step>;
  /** The steps that are allowed now, in the table's order. */
  allowed(state: State): Step[];
}

export function defineMachine<State extends string, Step extends string>(
  table: TransitionTable<State, Step>,
): Machine<State, Step> {
  const steps = Object.keys(table) as Step[];
  const allowed = (state: State): Step[] => steps.filter((step) => table[step].from.includes(state));

  /** Breadth first, so that the first way found is a shortest one. */
  const wayTo = (from: State, goals: readonly State[]): Step[] => {
    const seen = new Set([from]);
    const ways: { state: State; steps: Step[] }[] = [{ state: from, steps: [] }];
    for (const way of ways) {
      if (goals.includes(way.state)) return way.steps;
      for (const step of allowed(way.state)) {
        const state = table[step].to;
        if (seen.has(state)) continue;
        seen.add(state);
        ways.push({ state, steps: [...way.steps, step] });
      }
    }
    return [];
  };

  return {
    table,
    allowed,
    next: (state, step) => {
      const { from, to } = table[step];
      if (from.includes(state)) return { ok: true, state: to };
      const final = allowed(state).length === 0;
      return {
        ok: false,
        code: 'ILLEGAL_STATE',
        from: state,
        step,
        allowedFrom: from,
        missing: wayTo(state, from),
        final,
      };
    },
  };
}
