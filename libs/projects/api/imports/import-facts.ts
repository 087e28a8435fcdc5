import { reachSql, SqlParameters } from '@softmob/access';
import { type Ctx, type Db, notFound, type Source, type Where } from '@softmob/api-kit';
import { type Organisation, organisations } from '@softmob/organisations-api';
import { knownOccupations } from '@softmob/participants-api';
import { type CheckContext, type FlowFacts } from '@softmob/participants-model';
import { durationRule } from '@softmob/projects-model';
import { type QueryResultRow } from 'pg';
import { type Flow, type Project } from '../project.entity';
import { flows, projects } from '../project.loaders';
import { type ImportBatch } from './import-batch.entity';

/** Who looks at a file, over which connection: inside a transaction it must be the transaction's own. */
export interface Reading {
  readonly ctx: Ctx;
  readonly db: Db;
}

/** Rows within the reader's reach, over the given connection. */
export async function readWithin<Row extends object>(
  { ctx, db }: Reading,
  of: Source<Row>,
  where: Where,
  orderBy = 'x.id',
): Promise<Row[]> {
  const parameters = new SqlParameters();
  const wanted = where(parameters);
  const reached = of.reach ? reachSql(of.reach, ctx.actor, parameters, 'x') : 'TRUE';
  return db.query<Row & QueryResultRow>(
    `SELECT ${of.select('x')} FROM ${of.table} x WHERE ${wanted} AND ${reached} ORDER BY ${orderBy}`,
    parameters.values,
  );
}

/** What rows are compared with, whatever they hold. */
export interface ImportFacts {
  /** Null for files that belong to no project: companies and organisations. */
  readonly project: Project | null;
  readonly flows: readonly Flow[];
  /** Host organisations that the reader works with, or is. */
  readonly hosts: readonly Organisation[];
}

/** Loads the facts of a file in three statements. @throws NOT_FOUND where its project is out of reach */
export async function factsOf(reading: Reading, batch: ImportBatch): Promise<ImportFacts> {
  const { projectId } = batch;
  const hosts = await readWithin(reading, organisations, () => `x.kind = 'host'`, 'x.name');
  if (!projectId) return { project: null, flows: [], hosts };
  const [project] = await readWithin(reading, projects, (parameters) => `x.id = ${parameters.add(projectId)}::uuid`);
  if (!project) throw notFound('project');
  const ofProject = await readWithin(
    reading,
    flows,
    (parameters) => `x.project_id = ${parameters.add(projectId)}::uuid`,
    'x.starts_on, x.code',
  );
  return { project, flows: ofProject, hosts };
}

/** A stored flow as rows are checked against it. */
function flowFacts(facts: ImportFacts, flow: Flow): FlowFacts {
  const host = facts.hosts.find(({ id }) => id === flow.hostOrganisationId);
  return {
    code: flow.code,
    startsOn: flow.startsOn,
    endsOn: flow.endsOn,
    country: flow.country,
    city: flow.town,
    hosts: host ? [host.name] : [],
    duration: facts.project ? durationRule(flow.activityType, facts.project.callYear) : null,
  };
}

/** The context in which the model checks the rows of a batch. */
export function checkContext(
  ctx: Ctx,
  batch: ImportBatch,
  facts: ImportFacts,
  more: { chosenFlow: string | null; newFlows: readonly FlowFacts[] },
): CheckContext {
  const organisationNames = facts.hosts.map(({ name }) => name);
  const base = { today: ctx.clock.today(), organisations: organisationNames, occupations: knownOccupations };
  if (!facts.project || batch.kind === 'companies' || batch.kind === 'organisations') return base;
  return {
    ...base,
    flows: [...facts.flows.map((flow) => flowFacts(facts, flow)), ...more.newFlows],
    chosenFlow: more.chosenFlow,
  };
}
