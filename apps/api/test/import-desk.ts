import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Harness } from './harness';
import { type Agent } from './http';

const DAY_MS = 86_400_000;

/** A file of the demo cohort. */
export const demo = (file: string) => readFileSync(path.resolve('libs/participants/model/demo', file));

/** A file on its way in, as far as tests look at it. */
export interface Batch {
  encoding: string;
  separator: string | null;
  appliedAt: string | null;
  counts: Record<'total' | 'added' | 'changed' | 'unchanged' | 'waiting' | 'errors', number>;
  newFlows: { code: string; rows: number; problem: string | null }[];
  findings: { row: number; column: string | null; code: string; message: string; mend: string }[];
  receipt: Record<'added' | 'updated' | 'unchanged' | 'waiting' | 'flowsCreated', number> | null;
  columns: { index: number; header: string; field: string | null; by: string | null }[];
  rows: { row: number; status: string; cells: string[]; changes: { field: string; before: string; after: string }[] }[];
}

const PROJECT = `mutation ($input: CreateProjectInput!) { createProject(input: $input) { id } }`;

const project = (title: string) => ({
  title,
  action: 'KA121',
  agreementNumber: '2026-1-IT01-KA121-VET-000123456',
  callYear: 2026,
  startsOn: '2026-06-01',
  endsOn: '2027-08-31',
});

const BATCH = `encoding separator appliedAt counts { total added changed unchanged waiting errors }
  newFlows { code rows problem } findings(severity: "error") { row column code message mend }
  receipt { added updated unchanged waiting flowsCreated } columns { index header field by }`;

export const LOOK = `query ($id: ID!, $choices: ImportChoicesInput) { importBatch(id: $id, choices: $choices) {
  ${BATCH} rows(first: 500) { row status cells changes { field before after } } } }`;

export const APPLY = `mutation ($input: ApplyImportInput!) { applyImport(input: $input) { ${BATCH} } }`;

const FLOW = `mutation ($input: CreateFlowInput!) { createFlow(input: $input) { id } }`;

/** What a coordinator does with files: a project, uploads, looks and applications, on the demo files' own business day. */
export class ImportDesk {
  projectId = '';

  private constructor(
    private readonly harness: Harness,
    readonly coordinator: Agent,
  ) {}

  /** The demo files speak of 2026 and 2027: business time stands still there. Their organisations are in already. */
  static async open(harness: Harness): Promise<ImportDesk> {
    const today = Date.parse(new Date().toISOString().slice(0, 10));
    harness.api.runtime.clock.moveTo(Math.round((Date.parse('2026-11-22') - today) / DAY_MS));
    const { coordinator } = harness.world.own.people;
    const desk = new ImportDesk(harness, await harness.as(coordinator, 'sendingCoordinator'));
    desk.projectId = await desk.newProject();
    await desk.apply(await desk.uploaded('organisations', 'organisations.csv', undefined, null));
    return desk;
  }

  async newProject(title = 'Cohort'): Promise<string> {
    const { createProject } = await this.coordinator.ask<{ createProject: { id: string } }>(PROJECT, {
      input: project(title),
    });
    return createProject.id;
  }

  async upload(who: Agent, kind: string, name: string, bytes: Buffer, into: string | null = this.projectId) {
    const query = into ? `kind=${kind}&projectId=${into}` : `kind=${kind}`;
    return who
      .post(`/api/imports?${query}`)
      .set('content-type', 'text/csv')
      .set('x-file-name', encodeURIComponent(name))
      .send(bytes);
  }

  async uploaded(kind: string, name: string, bytes: Buffer = demo(name), into: string | null = this.projectId) {
    const response = await this.upload(this.coordinator, kind, name, bytes, into);
    if (response.status !== 201) throw new Error(JSON.stringify(response.body));
    return (response.body as { id: string }).id;
  }

  async look(id: string, choices: object = {}): Promise<Batch> {
    return (await this.coordinator.ask<{ importBatch: Batch }>(LOOK, { id, choices })).importBatch;
  }

  async apply(id: string, input: object = {}): Promise<Batch> {
    return (await this.coordinator.ask<{ applyImport: Batch }>(APPLY, { input: { id, ...input } })).applyImport;
  }
  /** How many rows a part of SQL finds. */
  async count(sql: string, values: unknown[] = []): Promise<number | undefined> {
    const { rows } = await this.harness.api.runtime.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${sql}`,
      values,
    );
    return rows[0]?.n;
  }

  /** The five flows of the demo cohort. */
  async createFlows(into: string): Promise<void> {
    const flows = [
      ['BER-1', 'DE', 'Berlin', '2027-03-07', '2027-04-03'],
      ['BER-2', 'DE', 'Berlin', '2027-04-11', '2027-05-08'],
      ['SEV-1', 'ES', 'Sevilla', '2027-03-14', '2027-04-10'],
      ['SEV-2', 'ES', 'Sevilla', '2027-05-02', '2027-05-29'],
      ['LYO-1', 'FR', 'Lyon', '2027-04-04', '2027-05-01'],
    ];
    for (const [code, country, town, startsOn, endsOn] of flows) {
      await this.coordinator.ask(FLOW, {
        input: { projectId: into, activityType: 'VET_SHORT', code, country, town, startsOn, endsOn },
      });
    }
  }
}
