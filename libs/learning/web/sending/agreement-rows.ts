import { type AgreementRow, nameOf } from './reads.teacher';

/** The version people work on; none where its placement was taken back or has changed. */
export function currentOf({ agreement }: Pick<AgreementRow, 'agreement'>) {
  return agreement?.current && !agreement.current.outdated ? agreement.current : null;
}

/** Where an agreement stands, seen from the list: before it is composed for this placement, the placement matters. */
export function stateOf(row: AgreementRow): string {
  const { stage, company } = row;
  const current = currentOf(row);
  if (current) return current.status;
  return company && ['confirmed', 'abroad', 'back'].includes(stage) ? 'toCompose' : 'noPlacement';
}

export interface AgreementFilters {
  q: string;
  state: string[];
  party: string[];
}

/** The rows that fit the filters. */
export function shownRows(rows: readonly AgreementRow[], { q, state, party }: AgreementFilters): AgreementRow[] {
  const word = q.trim().toLowerCase();
  return rows.filter((row) => {
    const missing = currentOf(row)?.missingParties ?? [];
    return (
      (state.length === 0 || state.includes(stateOf(row))) &&
      (party.length === 0 || party.some((one) => missing.includes(one))) &&
      `${nameOf(row.participant)} ${row.company?.name ?? ''}`.toLowerCase().includes(word)
    );
  });
}

/** How many rows stand where. */
export function countStates(rows: readonly AgreementRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(stateOf(row), (counts.get(stateOf(row)) ?? 0) + 1);
  return counts;
}
