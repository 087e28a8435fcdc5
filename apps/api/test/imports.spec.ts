import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toXlsx } from '@softmob/participants-model';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';

const demo = (file: string) => readFileSync(path.resolve('libs/participants/model/demo', file));
const DAY_MS = 86_400_000;

let harness: Harness;
let coordinator: Agent;
let projectId: string;
/** A project with the whole cohort in it. */
let twiceId: string;

/** The demo files speak of 2026 and 2027: business time stands still there. */
function standAt(day: string): void {
  const { clock } = harness.api.runtime;
  clock.moveTo(Math.round((Date.parse(day) - Date.parse(new Date().toISOString().slice(0, 10))) / DAY_MS));
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

async function newProject(title = 'Cohort'): Promise<string> {
  const { createProject } = await coordinator.ask<{ createProject: { id: string } }>(PROJECT, {
    input: project(title),
  });
  return createProject.id;
}

async function upload(who: Agent, kind: string, name: string, bytes: Buffer, into: string | null = projectId) {
  const query = into ? `kind=${kind}&projectId=${into}` : `kind=${kind}`;
  return who
    .post(`/api/imports?${query}`)
    .set('content-type', 'text/csv')
    .set('x-file-name', encodeURIComponent(name))
    .send(bytes);
}

async function uploaded(kind: string, name: string, bytes: Buffer = demo(name), into: string | null = projectId) {
  const response = await upload(coordinator, kind, name, bytes, into);
  if (response.status !== 201) throw new Error(JSON.stringify(response.body));
  return (response.body as { id: string }).id;
}

interface Batch {
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
const BATCH = `encoding separator appliedAt counts { total added changed unchanged waiting errors }
  newFlows { code rows problem } findings(severity: "error") { row column code message mend }
  receipt { added updated unchanged waiting flowsCreated } columns { index header field by }`;
const LOOK = `query ($id: ID!, $choices: ImportChoicesInput) { importBatch(id: $id, choices: $choices) {
  ${BATCH} rows(first: 500) { row status cells changes { field before after } } } }`;
const APPLY = `mutation ($input: ApplyImportInput!) { applyImport(input: $input) { ${BATCH} } }`;

async function look(id: string, choices: object = {}): Promise<Batch> {
  return (await coordinator.ask<{ importBatch: Batch }>(LOOK, { id, choices })).importBatch;
}
async function apply(id: string, input: object = {}): Promise<Batch> {
  return (await coordinator.ask<{ applyImport: Batch }>(APPLY, { input: { id, ...input } })).applyImport;
}
const count = async (sql: string, values: unknown[] = []) => {
  const { rows } = await harness.api.runtime.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, values);
  return rows[0]?.n;
};

beforeAll(async () => {
  harness = await startHarness();
  standAt('2026-11-22');
  coordinator = await harness.as(harness.world.own.people.coordinator, 'sendingCoordinator');
  projectId = await newProject();
  await apply(await uploaded('organisations', 'organisations.csv', undefined, null));
});
afterAll(() => harness.close());

describe('organisations', () => {
  it('come in as partners with their coordinators; another school is left alone', async () => {
    const id = await uploaded('organisations', 'organisations.csv', undefined, null);
    const { counts, findings } = await look(id);
    expect(findings.map(({ code }) => code)).toEqual(['school.foreign', 'school.foreign', 'school.foreign']);
    expect(counts).toMatchObject({ added: 0, unchanged: 3, waiting: 3 });
    expect(await count(`partnership WHERE sending_id = $1`, [harness.world.own.schoolId])).toBe(4);
    expect(await count(`membership m JOIN person p ON p.id = m.person_id WHERE m.role = 'hostCoordinator'`)).toBe(5);
  });

  it('are not changed by a stranger, who only becomes their partner', async () => {
    const stranger = await harness.as(harness.world.foreign.people.coordinator, 'sendingCoordinator');
    const file = Buffer.from(
      'Role,Organisation,Country,Town,Street,Contact,Function,E-mail\nhost,Host own,DE,Paris,Elsewhere 9,Eve,host coordinator,eve@foreign.example\n',
    );
    const { body } = (await upload(stranger, 'organisations', 'h.csv', file, null)) as unknown as {
      body: { id: string };
    };
    await stranger.ask(APPLY, { input: { id: body.id, acceptAll: true } });
    const { rows } = await harness.api.runtime.pool.query(
      `SELECT o.town, o.street, (SELECT count(*)::int FROM membership m WHERE m.organisation_id = o.id) AS people FROM organisation o WHERE name = 'Host own'`,
    );
    expect(rows).toEqual([{ town: 'Berlin', street: 'Street 1', people: 1 }]);
  });
});

describe('learners', () => {
  it('show the ten faults of the file by row and column while good rows may go in', async () => {
    const id = await uploaded('learners', 'monteverde-30-with-faults.csv');
    const plain = await look(id);
    expect(plain.newFlows.map(({ code }) => code)).toEqual(['BER-1', 'BER-2', 'NOPE']);
    const { counts, findings } = await look(id, { createFlows: true });
    expect(findings.map(({ code }) => code)).not.toContain('flow.unknown');
    expect(counts).toMatchObject({ total: 30, added: 21, waiting: 9 });
  });

  it('find all ten faults where the flows exist, and let a corrected cell bring its row in', async () => {
    const into = await newProject('Faults');
    await createFlows(into);
    const id = await uploaded('learners', 'monteverde-30-with-faults.csv', undefined, into);
    const { findings, counts } = await look(id);
    const places = new Map(findings.map(({ row, column, code }) => [row, [column, code]]));
    expect([...places]).toEqual([
      [2, ['Guardian e-mail', 'guardian.missing']],
      [4, ['E-mail', 'email.form']],
      [7, ['Date of birth', 'date.none']],
      [10, ['End date', 'stay.reversed']],
      [13, ['Country', 'country.unknown']],
      [16, ['E-mail', 'email.duplicate']],
      [19, ['End date', 'stay.short']],
      [22, ['Last name', 'value.missing']],
      [25, ['ISCED-F', 'isced.unknown']],
      [28, ['Flow', 'flow.unknown']],
    ]);
    expect(findings.every(({ message, mend }) => message !== '' && mend !== '')).toBe(true);
    expect(counts).toMatchObject({ added: 20, waiting: 10 });
    const correct = `mutation ($input: CorrectImportCellInput!) { correctImportCell(input: $input) { counts { waiting } findings(severity: "error") { row } } }`;
    const input = { id, row: 4, field: 'email', value: 'mended@monteverde.example' };
    const { correctImportCell } = await coordinator.ask<{ correctImportCell: Batch }>(correct, { input });
    expect(correctImportCell.findings.map(({ row }) => row)).not.toContain(4);
    const refused = await coordinator.refused(correct, { input: { ...input, row: 999 } });
    expect(refused.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'row', code: 'ROW_UNKNOWN' }] });
  });

  it('go in with their flows in one action, and importing again adds nobody', async () => {
    const into = await newProject('Twice');
    twiceId = into;
    const first = await apply(await uploaded('learners', 'monteverde-100.csv', undefined, into), { createFlows: true });
    expect(first.receipt).toEqual({ added: 100, updated: 0, unchanged: 0, waiting: 0, flowsCreated: 5 });
    expect(
      await count('mobility WHERE project_id = $1 AND stage = $2 AND host_organisation_id IS NULL', [into, 'selected']),
    ).toBe(100);
    expect(await count('mobility WHERE project_id = $1 AND guardian_person_id IS NOT NULL', [into])).toBe(35);
    expect(
      await count(
        `event WHERE type = 'mobility.selected' AND mobility_id IN (SELECT id FROM mobility WHERE project_id = $1)`,
        [into],
      ),
    ).toBe(100);
    const again = await uploaded('learners', 'monteverde-100.csv', undefined, into);
    expect((await look(again)).counts).toMatchObject({ added: 0, unchanged: 100 });
    expect((await apply(again)).receipt).toMatchObject({ added: 0, unchanged: 100 });
    expect(await count('mobility WHERE project_id = $1', [into])).toBe(100);
    const elsewhere = await look(
      await uploaded('learners', 'monteverde-100.csv', undefined, await newProject('Same days')),
      {
        createFlows: true,
      },
    );
    expect(elsewhere.findings.map(({ code }) => code)).toEqual(Array(100).fill('stay.overlap'));
  });

  it('offer changed rows as updates, and take only those that are accepted', async () => {
    const changed = demo('monteverde-100.csv')
      .toString('utf8')
      .replace('+39 323 1214741', '+39 06 555')
      .replace('Via Mazzini 122', 'Via Nuova 1');
    const id = await uploaded('learners', 'changed.csv', Buffer.from(changed), twiceId);
    const { counts, rows } = await look(id);
    expect(counts).toMatchObject({ added: 0, changed: 2, unchanged: 98 });
    expect(rows.find(({ row }) => row === 2)?.changes).toEqual([
      { field: 'phone', before: '+39 323 1214741', after: '+39 06 555' },
    ]);
    expect((await apply(id, { acceptRows: [2] })).receipt).toMatchObject({ updated: 1, waiting: 1 });
    expect(await count(`participant WHERE phone = '+39 06 555'`)).toBe(1);
    expect(await count(`participant WHERE street = 'Via Nuova 1'`)).toBe(0);
    expect(await count(`event WHERE type = 'participant.changed' AND after->>'phone' = '+39 06 555'`)).toBe(1);
    expect((await apply(id, { acceptAll: true })).receipt).toMatchObject({ updated: 1, unchanged: 99, waiting: 0 });
  });

  it('come from XLSX with Italian headers, and a column is matched by hand', async () => {
    const columns = ['Cognome', 'Nome', 'Data di nascita', 'Posta', 'Mestiere'].map((header) => ({ header }));
    const sheet = await toXlsx('Studenti', columns, [['=SUM(A1)', 'Ada', '14/01/2007', 'ada@own.example', 'cook']]);
    const into = await newProject('Sheet');
    await createFlows(into);
    const id = await uploaded('learners', 'studenti.xlsx', sheet, into);
    const before = await look(id);
    expect(before.columns.map(({ field }) => field)).toEqual([
      'lastName',
      'firstName',
      'birthDate',
      null,
      'occupation',
    ]);
    const { remapImport } = await coordinator.ask<{ remapImport: Batch }>(
      `mutation ($id: ID!, $mapping: [ColumnChoice!]!) { remapImport(id: $id, mapping: $mapping) { columns { field by } findings(severity: "error") { code } } }`,
      { id, mapping: [{ column: 3, field: 'email' }] },
    );
    expect(remapImport.columns[3]).toEqual({ field: 'email', by: 'hand' });
    expect(remapImport.findings.map(({ code }) => code)).toEqual(['flow.undecided']);
    const { rows } = await harness.api.runtime.pool.query<{ id: string }>(
      `SELECT id FROM flow WHERE project_id = $1 AND code = 'LYO-1'`,
      [into],
    );
    expect((await apply(id, { flowId: rows[0]?.id })).receipt).toMatchObject({ added: 1 });
    expect(await count(`participant WHERE last_name = '=SUM(A1)' AND email = 'ada@own.example'`)).toBe(1);
  });

  it('are added once by two who press at the same time', async () => {
    const into = await newProject('Both');
    await createFlows(into);
    const file = Buffer.from(
      `Last name,First name,Date of birth,E-mail,Flow\n${Array.from({ length: 30 }, (_row, at) => `Twin,No${String(at)},2007-01-14,twin${String(at)}@own.example,SEV-1`).join('\n')}\n`,
    );
    const ids = await Promise.all([
      uploaded('learners', 'a.csv', file, into),
      uploaded('learners', 'b.csv', file, into),
    ]);
    const receipts = await Promise.all(ids.map(async (id) => (await apply(id)).receipt));
    expect(receipts.map((receipt) => receipt?.added).sort()).toEqual([0, 30]);
    expect(await count('mobility WHERE project_id = $1', [into])).toBe(30);
  });

  it('cost the same number of statements, ten or a hundred', async () => {
    const statements = async (rows: number, mark: string) => {
      const into = await newProject(`Cost ${mark}`);
      await createFlows(into);
      const lines = Array.from(
        { length: rows },
        (_row, at) => `Cost,${mark}${String(at)},2007-01-14,${mark}${String(at)}@own.example,LYO-1`,
      );
      const id = await uploaded(
        'learners',
        'c.csv',
        Buffer.from(`Last name,First name,Date of birth,E-mail,Flow\n${lines.join('\n')}\n`),
        into,
      );
      const looked = await coordinator.send(LOOK, { id });
      const applied = await coordinator.send<{ applyImport: Batch }>(APPLY, { input: { id } });
      expect(applied.data.applyImport.receipt?.added).toBe(rows);
      return [looked.statements, applied.statements];
    };
    expect(await statements(100, 'hundred')).toEqual(await statements(10, 'ten'));
  });

  it('are nobody else’s business: teachers, hosts and another school are refused', async () => {
    const { own, foreign } = harness.world;
    const id = await uploaded('learners', 'monteverde-100.csv', undefined, twiceId);
    const stranger = await harness.as(foreign.people.coordinator, 'sendingCoordinator');
    expect((await stranger.refused(LOOK, { id })).extensions.code).toBe('NOT_FOUND');
    expect((await stranger.refused(APPLY, { input: { id } })).extensions.code).toBe('NOT_FOUND');
    expect((await upload(stranger, 'learners', 'x.csv', demo('monteverde-100.csv'))).status).toBe(404);
    const teacher = await harness.as(own.people.teacher, 'sendingTeacher');
    expect((await upload(teacher, 'learners', 'x.csv', demo('monteverde-100.csv'))).status).toBe(403);
    expect((await teacher.refused(APPLY, { input: { id } })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const host = await harness.as(own.people.host, 'hostCoordinator');
    expect((await upload(host, 'learners', 'x.csv', demo('monteverde-100.csv'))).status).toBe(403);
    expect((await upload(host, 'organisations', 'x.csv', demo('organisations.csv'), null)).status).toBe(403);
    expect((await upload(harness.stranger, 'learners', 'x.csv', demo('monteverde-100.csv'))).status).toBe(403);
  });

  it('leave a sentence behind where the file cannot be read', async () => {
    const response = await upload(coordinator, 'learners', 'old.csv', Buffer.from(''));
    expect(response.status).toBe(400);
    expect(response.body).toMatchObject({
      errors: [{ extensions: { fields: [{ path: 'file', code: 'EMPTY_FILE' }] } }],
    });
    const large = await upload(coordinator, 'learners', 'large.csv', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'));
    expect(large.status).toBe(413);
  });
});

describe('reserves, accompanying persons and companies', () => {
  it('reserves come in by rank, and ranks may change places', async () => {
    expect((await apply(await uploaded('reserves', 'reserves-20.csv', undefined, twiceId))).receipt).toMatchObject({
      added: 20,
    });
    const swapped = demo('reserves-20.csv')
      .toString('utf8')
      .replace(/,cook,1(\r?\n)/, ',cook,2$1')
      .replace(/(MV2801.*),2(\r?\n)/, '$1,1$2');
    const id = await uploaded('reserves', 'swapped.csv', Buffer.from(swapped), twiceId);
    expect((await look(id)).counts).toMatchObject({ changed: 2, unchanged: 18, waiting: 0 });
    expect((await apply(id, { acceptAll: true })).receipt).toMatchObject({ updated: 2 });
    expect(
      await count(
        `reserve r JOIN participant p ON p.id = r.participant_id WHERE p.student_number = 'MV2801' AND r.rank = 1`,
      ),
    ).toBe(1);
  });

  it('accompanying persons join their flows as teachers', async () => {
    expect(
      (await apply(await uploaded('accompanying', 'accompanying-10.csv', undefined, twiceId))).receipt,
    ).toMatchObject({ added: 10 });
    expect(
      (await apply(await uploaded('accompanying', 'accompanying-10.csv', undefined, twiceId))).receipt,
    ).toMatchObject({ added: 0, unchanged: 10 });
  });

  it('companies come in under their host with a tutor, and tell their places', async () => {
    const id = await uploaded('companies', 'companies-60.csv', undefined, null);
    expect((await apply(id)).receipt).toMatchObject({ added: 60, waiting: 0 });
    expect(
      await count(`organisation WHERE kind = 'company' AND manager_id IS NOT NULL AND owner_id = $1`, [
        harness.world.own.schoolId,
      ]),
    ).toBe(60);
    const { rows } = await harness.api.runtime.pool.query<{ places: number }>(
      `SELECT (after->'companies'->0->>'places')::int AS places FROM event WHERE type = 'companies.imported' AND jsonb_array_length(after->'companies') = 60`,
    );
    expect(rows[0]?.places).toBeGreaterThan(0);
    const again = await uploaded('companies', 'companies-60.csv', undefined, null);
    expect((await look(again)).counts).toMatchObject({ added: 0, unchanged: 60 });
  });
});

const FLOW = `mutation ($input: CreateFlowInput!) { createFlow(input: $input) { id } }`;

/** The five flows of the demo cohort. */
async function createFlows(into: string): Promise<void> {
  const flows = [
    ['BER-1', 'DE', 'Berlin', '2027-03-07', '2027-04-03'],
    ['BER-2', 'DE', 'Berlin', '2027-04-11', '2027-05-08'],
    ['SEV-1', 'ES', 'Sevilla', '2027-03-14', '2027-04-10'],
    ['SEV-2', 'ES', 'Sevilla', '2027-05-02', '2027-05-29'],
    ['LYO-1', 'FR', 'Lyon', '2027-04-04', '2027-05-01'],
  ];
  for (const [code, country, town, startsOn, endsOn] of flows) {
    await coordinator.ask(FLOW, {
      input: { projectId: into, activityType: 'VET_SHORT', code, country, town, startsOn, endsOn },
    });
  }
}
