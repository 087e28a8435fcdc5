import { daysOfStay } from '@softmob/processes-model';
import { type FlowFacts, type PreparedContext } from './check-context';
import { fault } from './findings';
import { type RowReport } from './row-report';
import { nameList, nearest, squash } from './text';

const offersShown = 12;

/** Flows to which destination and dates of the row lead. */
function flowsByStay(report: RowReport, flows: readonly FlowFacts[]): FlowFacts[] {
  const [startsOn, endsOn] = [report.text('startsOn'), report.text('endsOn')];
  const [country, city] = [report.text('country'), report.text('city')];
  if (startsOn === null || (country === null && city === null)) return [];
  return flows.filter(
    (flow) =>
      flow.startsOn === startsOn &&
      (endsOn === null || flow.endsOn === endsOn) &&
      (country === null || flow.country === country) &&
      (city === null || !flow.city || squash(flow.city) === squash(city)),
  );
}

/** Finds the row's flow: by its column, by the choice made for the file, or by destination and dates. */
export function findFlow(report: RowReport, context: PreparedContext): FlowFacts | null {
  const { flows, flowByCode } = context;
  if (!flows) return null;
  const codes = flows.map(({ code }) => code);
  const named = report.text('flow') ?? context.chosenFlow ?? null;
  if (named !== null) {
    const flow = flowByCode.get(squash(named)) ?? null;
    if (flow) report.values['flow'] = flow.code;
    else report.add('flow', fault('flow.unknown', { value: named }, nearest(named, nameList(codes), offersShown)));
    return flow;
  }
  const [only, ...others] = flowsByStay(report, flows);
  if (only && others.length === 0) {
    report.values['flow'] = only.code;
    report.add('flow', fault('flow.found', { flow: only.code }));
    return only;
  }
  report.add(
    'flow',
    fault(
      'flow.undecided',
      {},
      (only ? [only, ...others] : flows).slice(0, offersShown).map(({ code }) => code),
    ),
  );
  return null;
}

/** What the row leaves open, the flow says: dates, destination, its only host. */
export function takeFromFlow(report: RowReport, flow: FlowFacts): void {
  const [onlyHost, ...otherHosts] = flow.hosts ?? [];
  const facts = {
    startsOn: flow.startsOn,
    endsOn: flow.endsOn,
    country: flow.country,
    city: flow.city ?? null,
    hostOrganisation: otherHosts.length === 0 ? (onlyHost ?? null) : null,
  };
  for (const [field, value] of Object.entries(facts)) {
    if (field in report.values && report.isEmpty(field)) report.values[field] = value;
  }
}

export function checkOrder(
  report: RowReport,
  first: string,
  last: string,
  code: 'stay.reversed' | 'period.reversed',
): boolean {
  const [from, to] = [report.text(first), report.text(last)];
  const reversed = from !== null && to !== null && to < from;
  if (reversed) report.add(last, fault(code, { from, to }));
  return !reversed;
}

export function checkAgainstFlow(report: RowReport, flow: FlowFacts): void {
  const country = report.text('country');
  if (country !== null && country !== flow.country) {
    report.add(
      'country',
      fault('flow.otherCountry', { value: country, flow: flow.code, expected: flow.country }, [flow.country]),
    );
  }
  const host = report.text('hostOrganisation');
  if (host !== null && flow.hosts?.length && !flow.hosts.some((known) => squash(known) === squash(host))) {
    report.add('hostOrganisation', fault('flow.otherHost', { value: host, flow: flow.code }, flow.hosts));
  }
  const [startsOn, endsOn] = [report.text('startsOn') ?? flow.startsOn, report.text('endsOn') ?? flow.endsOn];
  if (endsOn < startsOn) return;
  if (endsOn < flow.startsOn || startsOn > flow.endsOn) {
    report.add('startsOn', fault('flow.outside', { flow: flow.code, from: flow.startsOn, to: flow.endsOn }));
    return;
  }
  for (const [field, value, expected] of [
    ['startsOn', startsOn, flow.startsOn],
    ['endsOn', endsOn, flow.endsOn],
  ] as const) {
    if (value !== expected)
      report.add(field, fault('flow.otherDates', { value, flow: flow.code, expected }, [expected]));
  }
}

/** The stay's days against the rule of its activity type; first and last day count, travel days do not. */
export function checkDuration(report: RowReport, context: PreparedContext, flow: FlowFacts | null): void {
  const rule = flow?.duration ?? context.duration;
  const [startsOn, endsOn] = [report.text('startsOn'), report.text('endsOn')];
  if (!rule || startsOn === null || endsOn === null || endsOn < startsOn) return;
  const days = daysOfStay(startsOn, endsOn);
  const { minDays: min, maxDays: max, fewerOpportunitiesMinDays: least } = rule;
  if (days > max) report.add('endsOn', fault('stay.long', { days, max }));
  if (days >= min) return;
  const justified = report.values['fewerOpportunities'] === true && typeof least === 'number' && days >= least;
  report.add('endsOn', fault(justified ? 'stay.shortJustified' : 'stay.short', { days, min }));
}
