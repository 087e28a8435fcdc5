import { type IsoDay } from '@softmob/processes-model';
import { squash } from './text';

/** How long a stay may be, in days with the first and the last, travel not counted. */
export interface DurationRule {
  minDays: number;
  maxDays: number;
  /** Least days for participants with fewer opportunities, where the rule grants them fewer (to be justified). */
  fewerOpportunitiesMinDays?: number | null;
}

/** What is known of a flow when rows are checked against it. */
export interface FlowFacts {
  code: string;
  startsOn: IsoDay;
  endsOn: IsoDay;
  /** ISO 3166-1 alpha-2 of the destination. */
  country: string;
  city?: string | null;
  /** Names of the host organisations that coordinate it. */
  hosts?: readonly string[];
  duration?: DurationRule | null;
}

export interface OccupationFacts {
  uri: string;
  label: string;
  altLabels?: readonly string[];
}

/** What rows are checked against. What is left out is not checked. */
export interface CheckContext {
  /** Business day on which minority is judged. */
  today: IsoDay;
  flows?: readonly FlowFacts[];
  /** Code of the flow for rows that name none. */
  chosenFlow?: string | null;
  /** Rule for rows whose flow has none of its own. */
  duration?: DurationRule | null;
  occupations?: readonly OccupationFacts[];
  /** Names of the organisations that may be named as host. */
  organisations?: readonly string[];
}

/** The context with what is asked for in every row made quick to find. */
export interface PreparedContext extends CheckContext {
  flowByCode: ReadonlyMap<string, FlowFacts>;
  occupationByName: ReadonlyMap<string, OccupationFacts>;
  organisationByName: ReadonlyMap<string, string>;
}

export function prepareContext(context: CheckContext): PreparedContext {
  const occupationByName = new Map<string, OccupationFacts>();
  for (const occupation of context.occupations ?? []) {
    for (const label of occupation.altLabels ?? []) {
      const name = squash(label);
      if (!occupationByName.has(name)) occupationByName.set(name, occupation);
    }
  }
  // A preferred label goes before another occupation's alternative one.
  for (const occupation of context.occupations ?? []) occupationByName.set(squash(occupation.label), occupation);
  return {
    ...context,
    flowByCode: new Map((context.flows ?? []).map((flow) => [squash(flow.code), flow])),
    occupationByName,
    organisationByName: new Map((context.organisations ?? []).map((name) => [squash(name), name])),
  };
}
