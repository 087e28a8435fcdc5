import { toXlsx } from '@softmob/participants-model';
import { type Harness, startHarness } from './harness';
import { APPLY, type Batch, demo, ImportDesk, LOOK } from './import-desk';

let harness: Harness;
let desk: ImportDesk;
/** A project with the whole cohort in it. */
let twiceId: string;
beforeAll(async () => {
  harness = await startHarness();
  desk = await ImportDesk.open(harness);
});
afterAll(() => harness.close());

describe('organisations', () => {
  it('come in as partners with their coordinators; another school is left alone', async () => {
    const id = await desk.uploaded('organisations', 'organisations.csv', undefined, null);
    const { counts, findings } = await desk.look(id);
    expect(findings.map(({ code }) => code)).toEqual(['school.foreign', 'school.foreign', 'school.foreign']);
    expect(counts).toMatchObject({ added: 0, unchanged: 3, waiting: 3 });
    expect(await desk.count(`partnership WHERE sending_id = $1`, [harness.world.own.schoolId])).toBe(4);
    expect(await desk.count(`membership m JOIN person p ON p.id = m.person_id WHERE m.role = 'hostCoordinator'`)).toBe(
      5,
    );
  });

  it('are not changed by a stranger, who only becomes their partner', async () => {
    const stranger = await harness.as(harness.world.foreign.people.coordinator, 'sendingCoordinator');
    const file = Buffer.from(
      'Role,Organisation,Country,Town,Street,Contact,Function,E-mail\nhost,Host own,DE,Paris,Elsewhere 9,Eve,host desk.coordinator,eve@foreign.example\n',
    );
    const { body } = (await desk.upload(stranger, 'organisations', 'h.csv', file, null)) as unknown as {
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
    const id = await desk.uploaded('learners', 'monteverde-30-with-faults.csv');
    const plain = await desk.look(id);
    expect(plain.newFlows.map(({ code }) => code)).toEqual(['BER-1', 'BER-2', 'NOPE']);
    const { counts, findings } = await desk.look(id, { createFlows: true });
    expect(findings.map(({ code }) => code)).not.toContain('flow.unknown');
    expect(counts).toMatchObject({ total: 30, added: 21, waiting: 9 });
  });

  it('find all ten faults where the flows exist, and let a corrected cell bring its row in', async () => {
    const into = await desk.newProject('Faults');
    await desk.createFlows(into);
    const id = await desk.uploaded('learners', 'monteverde-30-with-faults.csv', undefined, into);
    const { findings, counts } = await desk.look(id);
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
    const { correctImportCell } = await desk.coordinator.ask<{ correctImportCell: Batch }>(correct, { input });
    expect(correctImportCell.findings.map(({ row }) => row)).not.toContain(4);
    const refused = await desk.coordinator.refused(correct, { input: { ...input, row: 999 } });
    expect(refused.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'row', code: 'ROW_UNKNOWN' }] });
  });

  it('go in with their flows in one action, and importing again adds nobody', async () => {
    const into = await desk.newProject('Twice');
    twiceId = into;
    const first = await desk.apply(await desk.uploaded('learners', 'monteverde-100.csv', undefined, into), {
      createFlows: true,
    });
    expect(first.receipt).toEqual({ added: 100, updated: 0, unchanged: 0, waiting: 0, flowsCreated: 5 });
    expect(
      await desk.count('mobility WHERE project_id = $1 AND stage = $2 AND host_organisation_id IS NULL', [
        into,
        'selected',
      ]),
    ).toBe(100);
    expect(await desk.count('mobility WHERE project_id = $1 AND guardian_person_id IS NOT NULL', [into])).toBe(35);
    expect(
      await desk.count(
        `event WHERE type = 'mobility.selected' AND mobility_id IN (SELECT id FROM mobility WHERE project_id = $1)`,
        [into],
      ),
    ).toBe(100);
    const again = await desk.uploaded('learners', 'monteverde-100.csv', undefined, into);
    expect((await desk.look(again)).counts).toMatchObject({ added: 0, unchanged: 100 });
    expect((await desk.apply(again)).receipt).toMatchObject({ added: 0, unchanged: 100 });
    expect(await desk.count('mobility WHERE project_id = $1', [into])).toBe(100);
    const elsewhere = await desk.look(
      await desk.uploaded('learners', 'monteverde-100.csv', undefined, await desk.newProject('Same days')),
      {
        createFlows: true,
      },
    );
    expect(elsewhere.findings.map(({ code }) => code)).toEqual(Array(100).fill('stay.overlap'));
  });

  it('with an occupation that nobody knows are named with near ones, and go in all the same', async () => {
    const whole = demo('monteverde-100.csv')
      .toString('utf8')
      .replaceAll('MV27', 'OD27')
      .replaceAll('@monteverde', '@odd');
    const [headers = '', first = '', second = ''] = whole.split('\n');
    const odd = [
      headers,
      first.replace(',cook,', ',hairdreser,'),
      second.replace(',mechatronics assembler,', ',Cuoco,'),
    ];
    const into = await desk.newProject('Odd occupations');
    const id = await desk.uploaded('learners', 'odd.csv', Buffer.from(odd.join('\n')), into);
    const WARNINGS = `query ($id: ID!, $choices: ImportChoicesInput) { importBatch(id: $id, choices: $choices) {
      counts { waiting } findings(severity: "warning") { row column code offers mend } } }`;
    type Warned = { importBatch: { counts: object; findings: { row: number; code: string; offers: string[] }[] } };
    const { importBatch } = await desk.coordinator.ask<Warned>(WARNINGS, { id, choices: { createFlows: true } });
    const found = importBatch.findings.filter(({ code }) => code === 'occupation.unknown');
    expect(found).toEqual([
      expect.objectContaining({ row: 2, column: 'Occupation', mend: expect.stringContaining('ESCO') as string }),
    ]);
    expect(found[0]?.offers[0]).toBe('hairdresser');
    expect(importBatch.counts).toEqual({ waiting: 0 });
  });

  it('offer changed rows as updates, and take only those that are accepted', async () => {
    const changed = demo('monteverde-100.csv')
      .toString('utf8')
      .replace('+39 323 1214741', '+39 06 555')
      .replace('Via Mazzini 122', 'Via Nuova 1');
    const id = await desk.uploaded('learners', 'changed.csv', Buffer.from(changed), twiceId);
    const { counts, rows } = await desk.look(id);
    expect(counts).toMatchObject({ added: 0, changed: 2, unchanged: 98 });
    expect(rows.find(({ row }) => row === 2)?.changes).toEqual([
      { field: 'phone', before: '+39 323 1214741', after: '+39 06 555' },
    ]);
    expect((await desk.apply(id, { acceptRows: [2] })).receipt).toMatchObject({ updated: 1, waiting: 1 });
    expect(await desk.count(`participant WHERE phone = '+39 06 555'`)).toBe(1);
    expect(await desk.count(`participant WHERE street = 'Via Nuova 1'`)).toBe(0);
    expect(await desk.count(`event WHERE type = 'participant.changed' AND after->>'phone' = '+39 06 555'`)).toBe(1);
    expect((await desk.apply(id, { acceptAll: true })).receipt).toMatchObject({
      updated: 1,
      unchanged: 99,
      waiting: 0,
    });
  });

  it('come from XLSX with Italian headers, and a column is matched by hand', async () => {
    const columns = ['Cognome', 'Nome', 'Data di nascita', 'Posta', 'Mestiere'].map((header) => ({ header }));
    const sheet = await toXlsx('Studenti', columns, [['=SUM(A1)', 'Ada', '14/01/2007', 'ada@own.example', 'cook']]);
    const into = await desk.newProject('Sheet');
    await desk.createFlows(into);
    const id = await desk.uploaded('learners', 'studenti.xlsx', sheet, into);
    const before = await desk.look(id);
    expect(before.columns.map(({ field }) => field)).toEqual([
      'lastName',
      'firstName',
      'birthDate',
      null,
      'occupation',
    ]);
    const { remapImport } = await desk.coordinator.ask<{ remapImport: Batch }>(
      `mutation ($id: ID!, $mapping: [ColumnChoice!]!) { remapImport(id: $id, mapping: $mapping) { columns { field by } findings(severity: "error") { code } } }`,
      { id, mapping: [{ column: 3, field: 'email' }] },
    );
    expect(remapImport.columns[3]).toEqual({ field: 'email', by: 'hand' });
    expect(remapImport.findings.map(({ code }) => code)).toEqual(['flow.undecided']);
    const { rows } = await harness.api.runtime.pool.query<{ id: string }>(
      `SELECT id FROM flow WHERE project_id = $1 AND code = 'LYO-1'`,
      [into],
    );
    expect((await desk.apply(id, { flowId: rows[0]?.id })).receipt).toMatchObject({ added: 1 });
    expect(await desk.count(`participant WHERE last_name = '=SUM(A1)' AND email = 'ada@own.example'`)).toBe(1);
  });

  it('are added once by two who press at the same time', async () => {
    const into = await desk.newProject('Both');
    await desk.createFlows(into);
    const file = Buffer.from(
      `Last name,First name,Date of birth,E-mail,Flow\n${Array.from({ length: 30 }, (_row, at) => `Twin,No${String(at)},2007-01-14,twin${String(at)}@own.example,SEV-1`).join('\n')}\n`,
    );
    const ids = await Promise.all([
      desk.uploaded('learners', 'a.csv', file, into),
      desk.uploaded('learners', 'b.csv', file, into),
    ]);
    const receipts = await Promise.all(ids.map(async (id) => (await desk.apply(id)).receipt));
    expect(receipts.map((receipt) => receipt?.added).sort()).toEqual([0, 30]);
    expect(await desk.count('mobility WHERE project_id = $1', [into])).toBe(30);
  });

  it('cost the same number of statements, ten or a hundred', async () => {
    const statements = async (rows: number, mark: string) => {
      const into = await desk.newProject(`Cost ${mark}`);
      await desk.createFlows(into);
      const lines = Array.from(
        { length: rows },
        (_row, at) => `Cost,${mark}${String(at)},2007-01-14,${mark}${String(at)}@own.example,LYO-1`,
      );
      const id = await desk.uploaded(
        'learners',
        'c.csv',
        Buffer.from(`Last name,First name,Date of birth,E-mail,Flow\n${lines.join('\n')}\n`),
        into,
      );
      const looked = await desk.coordinator.send(LOOK, { id });
      const applied = await desk.coordinator.send<{ applyImport: Batch }>(APPLY, { input: { id } });
      expect(applied.data.applyImport.receipt?.added).toBe(rows);
      return [looked.statements, applied.statements];
    };
    expect(await statements(100, 'hundred')).toEqual(await statements(10, 'ten'));
  });

  it('are nobody else’s business: teachers, hosts and another school are refused', async () => {
    const { own, foreign } = harness.world;
    const id = await desk.uploaded('learners', 'monteverde-100.csv', undefined, twiceId);
    const stranger = await harness.as(foreign.people.coordinator, 'sendingCoordinator');
    expect((await stranger.refused(LOOK, { id })).extensions.code).toBe('NOT_FOUND');
    expect((await stranger.refused(APPLY, { input: { id } })).extensions.code).toBe('NOT_FOUND');
    expect((await desk.upload(stranger, 'learners', 'x.csv', demo('monteverde-100.csv'))).status).toBe(404);
    const teacher = await harness.as(own.people.teacher, 'sendingTeacher');
    expect((await desk.upload(teacher, 'learners', 'x.csv', demo('monteverde-100.csv'))).status).toBe(403);
    expect((await teacher.refused(APPLY, { input: { id } })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const host = await harness.as(own.people.host, 'hostCoordinator');
    expect((await desk.upload(host, 'learners', 'x.csv', demo('monteverde-100.csv'))).status).toBe(403);
    expect((await desk.upload(host, 'organisations', 'x.csv', demo('organisations.csv'), null)).status).toBe(403);
    expect((await desk.upload(harness.stranger, 'learners', 'x.csv', demo('monteverde-100.csv'))).status).toBe(403);
  });

  it('leave a sentence behind where the file cannot be read', async () => {
    const response = await desk.upload(desk.coordinator, 'learners', 'old.csv', Buffer.from(''));
    expect(response.status).toBe(400);
    expect(response.body).toMatchObject({
      errors: [{ extensions: { fields: [{ path: 'file', code: 'EMPTY_FILE' }] } }],
    });
    const large = await desk.upload(desk.coordinator, 'learners', 'large.csv', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'));
    expect(large.status).toBe(413);
  });
});
