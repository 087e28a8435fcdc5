import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

type Row = Record<string, string>;

/** The invented cohort of the Istituto Professionale Monteverde, its flows moved to where the story needs them. */
export interface Cohort {
  readonly learners: readonly Row[];
  readonly reserves: readonly Row[];
  readonly accompanying: readonly Row[];
  readonly companies: readonly Row[];
  readonly organisations: readonly Row[];
}

const DAY = 86_400_000;
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

function read(folder: string, name: string): Row[] {
  return parse(fs.readFileSync(path.join(folder, name)), { columns: true, skip_empty_lines: true, bom: true });
}

/** Reads the cohort's files as they are. */
export function readCohort(folder: string): Cohort {
  return {
    learners: read(folder, 'monteverde-100.csv'),
    reserves: read(folder, 'reserves-20.csv'),
    accompanying: read(folder, 'accompanying-10.csv'),
    companies: read(folder, 'companies-60.csv'),
    organisations: read(folder, 'organisations.csv'),
  };
}

/**
 * Moves each flow by whole weeks so that it departs in the week of its new departure, births with it, so that who was a
 * minor stays one.
 */
export function moveFlows(cohort: Cohort, departures: Readonly<Record<string, string>>): Cohort {
  const days = new Map<string, number>();
  for (const { Flow: flow = '', 'Start date': start = '' } of cohort.learners) {
    const wanted = departures[flow];
    if (wanted) days.set(flow, Math.floor(daysBetween(start, wanted) / 7) * 7);
  }
  const move = (row: Row): Row => {
    const by = days.get(row.Flow ?? '') ?? 0;
    const moved = { ...row };
    for (const column of ['Start date', 'End date', 'Date of birth']) {
      if (moved[column]) moved[column] = addDays(moved[column], by);
    }
    return moved;
  };
  return { ...cohort, learners: cohort.learners.map(move), accompanying: cohort.accompanying.map(move) };
}

/** The whole cohort in one flow to one host, all companies in its town. */
export function inOneFlow(cohort: Cohort, code: string, startsOn: string, endsOn: string): Cohort {
  const host = cohort.learners[0]?.['Host organisation'] ?? '';
  const there = { Country: 'DE', City: 'Berlin', 'Host organisation': host };
  const stay = { ...there, Flow: code, 'Start date': startsOn, 'End date': endsOn, 'Main language': 'de' };
  return {
    ...cohort,
    learners: cohort.learners.map((row) => ({ ...row, ...stay })),
    companies: cohort.companies.map((row) => ({ ...row, ...there })),
    organisations: cohort.organisations.filter((row) => row.Role !== 'host' || row.Organisation === host),
  };
}

/** Gives everybody an identity of their own, so that the same story can be played again beside the first. */
export function renameCohort(cohort: Cohort, mark: string): Cohort {
  const digits = mark.replace(/\D/g, '').padStart(5, '0').slice(-5);
  const rename = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => {
        if (value.includes('@')) return [column, value.replace('@', `@${mark}.`)];
        if (column === 'Organisation' || column === 'Host organisation') return [column, `${value} ${mark}`];
        if (column.startsWith('OID')) return [column, `E${digits}${value.slice(-3)}`];
        return [column, value];
      }),
    );
  return {
    learners: cohort.learners.map(rename),
    reserves: cohort.reserves.map(rename),
    accompanying: cohort.accompanying.map(rename),
    companies: cohort.companies.map(rename),
    organisations: cohort.organisations.map(rename),
  };
}

/** Rows as a CSV file, the way a school's spreadsheet saves them. */
export function toFile(rows: readonly Row[]): Buffer {
  const columns = Object.keys(rows[0] ?? {});
  const quote = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return Buffer.from(`${lines.map((line) => line.map(quote).join(',')).join('\r\n')}\r\n`, 'utf8');
}
