import { type Ctx, DomainError } from '@softmob/api-kit';
import { type CheckedRow, type FlowFacts } from '@softmob/participants-model';
import { daysOfStay, durationRule } from '@softmob/projects-model';
import { type Flow } from '../project.entity';
import { checkFlow } from '../flow.service';
import { localeOf } from '../rule-faults';
import { type ImportFacts } from './import-facts';

/** A flow that rows name and that does not exist yet. */
export interface NewFlow {
  readonly code: string;
  readonly country: string | null;
  readonly town: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly hostName: string | null;
  readonly hostOrganisationId: string | null;
  readonly activityType: string;
  /** How many rows name it. */
  readonly rows: number;
  /** Why it cannot be created; null where it can. */
  readonly problem: string | null;
}

type Values = Readonly<Record<string, string | number | boolean | null | undefined>>;
const textOf = (values: Values, key: string): string | null => {
  const value = values[key];
  return typeof value === 'string' ? value : null;
};

/** What most rows of a flow say of it. */
function mostSaid(
  rows: readonly Values[],
): Record<'country' | 'city' | 'startsOn' | 'endsOn' | 'hostOrganisation', string | null> {
  const most = (key: string): string | null => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const value = textOf(row, key);
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  };
  return {
    country: most('country'),
    city: most('city'),
    startsOn: most('startsOn'),
    endsOn: most('endsOn'),
    hostOrganisation: most('hostOrganisation'),
  };
}

const INCOMPLETE = {
  en: 'Its rows do not say country, city, first and last day.',
  it: 'Le sue righe non indicano paese, città, primo e ultimo giorno.',
};

function problemOf(ctx: Ctx, facts: ImportFacts, flow: Omit<NewFlow, 'problem'>): string | null {
  if (!facts.project) return null;
  if (!flow.country || !flow.town || !flow.startsOn || !flow.endsOn) return INCOMPLETE[localeOf(ctx)];
  try {
    checkFlow(ctx, facts.project, flow);
    return null;
  } catch (error) {
    if (error instanceof DomainError) {
      const [fault] = (error.extensions.fields ?? []) as { message: string }[];
      return fault?.message ?? error.message;
    }
    throw error;
  }
}

/** The flows that rows name in vain, with what the rows say of them. */
export function newFlowsIn(ctx: Ctx, facts: ImportFacts, rows: readonly CheckedRow[]): NewFlow[] {
  const groups = new Map<string, { code: string; rows: Values[] }>();
  const longFrom = durationRule('VET_LONG', facts.project?.callYear ?? 0)?.minDays ?? Infinity;
  for (const { findings, values } of rows) {
    const unknown = findings.find(({ code }) => code === 'flow.unknown');
    if (!unknown) continue;
    const code = String(unknown.params.value).trim();
    const group = groups.get(code.toLowerCase()) ?? { code, rows: [] };
    group.rows.push(values as Values);
    groups.set(code.toLowerCase(), group);
  }
  return [...groups.values()].map(({ code, rows: named }) => {
    const said = mostSaid(named);
    const host = facts.hosts.find(({ name }) => name === said.hostOrganisation);
    const days =
      said.startsOn && said.endsOn && said.endsOn >= said.startsOn ? daysOfStay(said.startsOn, said.endsOn) : 0;
    const flow = {
      code,
      country: said.country,
      town: said.city,
      startsOn: said.startsOn,
      endsOn: said.endsOn,
      hostName: said.hostOrganisation,
      hostOrganisationId: host?.id ?? null,
      activityType: days >= longFrom ? 'VET_LONG' : 'VET_SHORT',
      rows: named.length,
    };
    return { ...flow, problem: problemOf(ctx, facts, flow) };
  });
}

/** A flow to be created, as rows are checked against it. */
export function newFlowFacts(flow: NewFlow, callYear: number): FlowFacts {
  return {
    code: flow.code,
    startsOn: flow.startsOn ?? '',
    endsOn: flow.endsOn ?? '',
    country: flow.country ?? '',
    city: flow.town,
    hosts: flow.hostName && flow.hostOrganisationId ? [flow.hostName] : [],
    duration: durationRule(flow.activityType, callYear),
  };
}

/** Flows by their code as rows write it. */
export const flowsByCode = (flows: readonly Flow[]): ReadonlyMap<string, Flow> =>
  new Map(flows.map((flow) => [flow.code, flow]));
