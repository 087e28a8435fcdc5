import { hashPassword } from '@softmob/identity-api';
import { firstDifference } from '../../../tools/bench/compare';
import { COORDINATOR, generate, type Size } from '../../../tools/bench/generate';
import { type OperationName, OPERATIONS, operations, REOPEN, SCHOOL } from '../../../tools/bench/operations';
import { type Agent } from './http';
import { type Harness, PASSWORD, startHarness } from './harness';

const SIZE: Size = { projects: 2, mobilitiesPerProject: 100 };

let harness: Harness;
let coordinator: Agent;

beforeAll(async () => {
  harness = await startHarness();
  const client = await harness.api.runtime.pool.connect();
  await generate(client, SIZE, await hashPassword(PASSWORD));
  client.release();
  coordinator = await harness.as(COORDINATOR, 'sendingCoordinator');
}, 120_000);
afterAll(() => harness.close());

async function subjectOf(name: OperationName): Promise<string> {
  const { pool } = harness.api.runtime;
  await pool.query(REOPEN);
  const school = await pool.query<{ id: string }>(SCHOOL);
  const { rows } = await pool.query<{ subject: string }>(operations[name].subjects, [school.rows[0]?.id]);
  return rows[0]?.subject ?? '';
}

/** Asks for `rows` rows where the operation would ask for a whole board or page. */
const sized = (name: OperationName, rows: number) =>
  operations[name].document.replace(/first: \d+/, `first: ${String(rows)}`);

describe('the measured operations', () => {
  it.each(OPERATIONS)('say in "%s" what the reference says', async (name) => {
    const operation = operations[name];
    const subject = await subjectOf(name);
    const data = await coordinator.ask<never>(operation.document, operation.variables(subject));
    await harness.api.runtime.pool.query(REOPEN);
    const { rows } = await harness.api.runtime.pool.query<{ json: string }>(operation.sql, [subject]);
    const expected = { [operation.root]: JSON.parse(rows[0]?.json ?? 'null') as unknown } as never;
    expect(firstDifference(operation.answer(data), operation.answer(expected))).toBeNull();
    expect(rows[0]?.json.length).toBeGreaterThan(100);
  });

  it.each(['board', 'page'] as const)('cost in "%s" as many statements for 10 rows as for 50', async (name) => {
    const variables = operations[name].variables(await subjectOf(name));
    const few = await coordinator.send(sized(name, 10), variables);
    const many = await coordinator.send(sized(name, 50), variables);
    expect(JSON.stringify(many.data).length).toBeGreaterThan(4 * JSON.stringify(few.data).length);
    expect(many.statements).toBe(few.statements);
  });
});
