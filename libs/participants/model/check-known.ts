import { type PreparedContext } from './check-context';
import { fault } from './findings';
import { type RowReport } from './row-report';
import { nameList, type NameList, nearest, squash } from './text';

/** Looking for near names among thousands is done once for each unknown text of a file. */
export class Offers {
  private readonly found = new Map<string, string[]>();
  private list: NameList | null = null;

  constructor(private readonly names: readonly string[]) {}

  for(value: string): readonly string[] {
    const key = squash(value);
    const offers = this.found.get(key) ?? nearest(value, (this.list ??= nameList(this.names)));
    this.found.set(key, offers);
    return offers;
  }
}

/** Writes the known occupation's label and ESCO URI; an unknown one stays as text with a warning. */
export function checkOccupation(report: RowReport, context: PreparedContext, offers: Offers): void {
  report.values['occupationUri'] = null;
  const named = report.text('occupation');
  if (named === null || !context.occupations) return;
  const occupation = context.occupationByName.get(squash(named));
  if (!occupation) {
    report.add('occupation', fault('occupation.unknown', { value: named }, offers.for(named)));
    return;
  }
  report.values['occupation'] = occupation.label;
  report.values['occupationUri'] = occupation.uri;
}

export function checkHost(report: RowReport, context: PreparedContext, offers: Offers): void {
  const named = report.text('hostOrganisation');
  if (named === null || !context.organisations) return;
  const known = context.organisationByName.get(squash(named));
  if (known === undefined) report.add('hostOrganisation', fault('host.unknown', { value: named }, offers.for(named)));
  else report.values['hostOrganisation'] = known;
}
