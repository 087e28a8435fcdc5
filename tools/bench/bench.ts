import { type AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hash } from '@node-rs/argon2';
import { startApi, startGenerator, startReference, type Side } from './children';
import { firstDifference } from './compare';
import { cpuOf, cpuPer } from './cpu';
import { benchServer, databaseName, databaseNamed, makeDatabase, markFilled, withClient } from './database';
import { FULL_SIZE, generate } from './generate';
import { applyLoad, type LoadOrder } from './load';
import { type Operation, type OperationName, OPERATIONS, operations, REOPEN, SCHOOL } from './operations';
import { type ReferenceOrder, referenceServer } from './reference';
import { type Measured, reportOf, type Round } from './report';
import { PASSWORD, type Session, signIn } from './session';

const CONNECTIONS = 16;
const WARM_UP = { requests: 1_000, rounds: 6 };
const self = fileURLToPath(import.meta.url);
const root = path.join(path.dirname(self), '..', '..', '..');
const rounds = Number(process.env.BENCH_ROUNDS ?? 6);
const seconds = Number(process.env.BENCH_SECONDS ?? 3);

/** The first run of the API migrates the database; then the generator fills it. */
async function filledDatabase(serverUrl: string): Promise<string> {
  const name = databaseName(root);
  const url = databaseNamed(serverUrl, name);
  if (!(await makeDatabase(serverUrl, name))) return url;
  console.log('Generating 20,000 mobilities…');
  await (await startApi(root, url)).stop();
  const made = await withClient(url, async (client) => generate(client, FULL_SIZE, await hash(PASSWORD)));
  await withClient(url, (client) => client.query('VACUUM ANALYZE'));
  await markFilled(serverUrl, name);
  console.log(
    Object.entries(made)
      .map(([table, count]) => `${table} ${String(count)}`)
      .join(', '),
  );
  return url;
}

interface Bench {
  readonly databaseUrl: string;
  readonly postgresPid: number | null;
  readonly api: Side;
  readonly reference: Side;
  readonly session: Session;
  readonly generator: ReturnType<typeof startGenerator>;
}

/** Whose rows are asked for, school by the coordinator; what an earlier round completed is open again. */
function subjectsOf(databaseUrl: string, operation: Operation): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    await client.query(REOPEN);
    const school = await client.query<{ id: string }>(SCHOOL);
    const { rows } = await client.query<{ subject: string }>(operation.subjects, [school.rows[0]?.id]);
    return rows.map(({ subject }) => subject);
  });
}

async function askReference(port: number, name: string, subject: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${String(port)}/${name}`, {
    method: 'POST',
    body: JSON.stringify({ subject }),
  });
  return response.json();
}

/** Both sides must say the same before anybody is measured. */
async function checkSame(bench: Bench, operation: Operation): Promise<{ statements: number; bytes: number }> {
  const [subject = ''] = await subjectsOf(bench.databaseUrl, operation);
  const answer = await bench.session.ask(operation.document, operation.variables(subject));
  await subjectsOf(bench.databaseUrl, operation);
  const expected = await askReference(bench.reference.port, operation.name, subject);
  const wanted = operation.answer({ [operation.root]: expected } as never);
  const difference = firstDifference(operation.answer(answer.data as never), wanted);
  if (difference) throw new Error(`${operation.name}: the two sides differ: ${difference}`);
  return answer;
}

/** One round of load on one side. */
async function round(
  bench: Bench,
  operation: Operation,
  side: 'api' | 'reference',
  forSeconds: number,
): Promise<Round> {
  const subjects = await subjectsOf(bench.databaseUrl, operation);
  const common = { once: operation.name === 'write', seconds: forSeconds, connections: CONNECTIONS };
  const order: LoadOrder =
    side === 'reference'
      ? {
          ...common,
          port: bench.reference.port,
          path: `/${operation.name}`,
          headers: {},
          bodies: subjects.map((subject) => JSON.stringify({ subject })),
        }
      : {
          ...common,
          port: bench.api.port,
          path: '/graphql',
          headers: bench.session.headers,
          bodies: subjects.map((subject) =>
            JSON.stringify({ query: operation.document, variables: operation.variables(subject) }),
          ),
        };
  const before = cpuOf(bench[side].pid, bench.postgresPid);
  const result = await bench.generator.run(order);
  const cpu = cpuPer(result.requests, before, cpuOf(bench[side].pid, bench.postgresPid));
  if (result.failures > 0) throw new Error(`${operation.name}: ${String(result.failures)} failures on the ${side}`);
  return { ...result, cpu };
}

/** Code runs at its full speed only after some hundred calls; a busy machine takes longer over them. */
async function warmUp(bench: Bench, operation: Operation, side: 'api' | 'reference'): Promise<void> {
  let requests = 0;
  for (let at = 0; at < WARM_UP.rounds && requests < WARM_UP.requests; at += 1) {
    requests += (await round(bench, operation, side, 2)).requests;
  }
}

/** Pairs of rounds, the order turned each time, so that what drifts on the machine hits both sides alike. */
async function measure(bench: Bench, operation: Operation): Promise<Measured> {
  const { statements, bytes } = await checkSame(bench, operation);
  const pairs: Measured['rounds'][number][] = [];
  for (const side of ['api', 'reference'] as const) await warmUp(bench, operation, side);
  for (let at = 0; at < rounds; at += 1) {
    if (at % 2) {
      const reference = await round(bench, operation, 'reference', seconds);
      pairs.push({ api: await round(bench, operation, 'api', seconds), reference });
    } else {
      const api = await round(bench, operation, 'api', seconds);
      pairs.push({ api, reference: await round(bench, operation, 'reference', seconds) });
    }
  }
  return { operation, statements, bytes, rounds: pairs };
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2) as OperationName[];
  const server = await benchServer(root);
  const running: { stop(): Promise<void> }[] = [server];
  try {
    const databaseUrl = await filledDatabase(server.url);
    const statements = Object.fromEntries(OPERATIONS.map((name) => [name, operations[name].sql]));
    const reference = await startReference(self, databaseUrl, statements, CONNECTIONS);
    running.unshift(reference);
    const api = await startApi(root, databaseUrl);
    running.unshift(api);
    const generator = startGenerator(self);
    running.unshift(generator);
    const session = await signIn(`http://127.0.0.1:${String(api.port)}`);
    const bench: Bench = { databaseUrl, postgresPid: server.pid, api, reference, session, generator };
    const measured: Measured[] = [];
    for (const name of OPERATIONS.filter((one) => asked.length === 0 || asked.includes(one))) {
      measured.push(await measure(bench, operations[name]));
    }
    console.log(reportOf(measured));
  } finally {
    for (const one of running) await one.stop();
  }
}

/** This file is three processes: the measurement itself, the reference, and the load generator. */
function play(part: string | undefined): void {
  if (part === 'reference') {
    process.once('message', ({ databaseUrl, statements, poolSize }: ReferenceOrder) => {
      const server = referenceServer(databaseUrl, statements, poolSize).listen(0, '127.0.0.1', () => {
        process.send?.((server.address() as AddressInfo).port);
      });
    });
  } else if (part === 'load') {
    process.on('message', (order: LoadOrder) => void applyLoad(order).then((result) => process.send?.(result)));
  } else {
    main().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    });
  }
}

play(process.argv[2]);
