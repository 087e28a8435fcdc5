import { diffRow, planImport, sameIdentity } from './import-plan';

const ana = { studentNo: 'MV1', email: 'ana@school.example', phone: '+39 1', diet: null as string | null };

describe('identity', () => {
  it('is the student number where both have one, else the e-mail address', () => {
    expect(sameIdentity({ studentNo: 'mv1', email: 'a@x.example' }, { studentNo: 'MV1 ', email: 'b@x.example' })).toBe(
      true,
    );
    expect(sameIdentity({ studentNo: 'MV1', email: 'a@x.example' }, { studentNo: 'MV2', email: 'a@x.example' })).toBe(
      false,
    );
    expect(sameIdentity({ email: 'A@x.example' }, { studentNo: 'MV2', email: 'a@x.example' })).toBe(true);
  });
});

describe('changes', () => {
  it('are the fields that differ; empty cells and unknown fields change nothing', () => {
    expect(diffRow(ana, { ...ana, phone: '+39 2', diet: 'vegetarian', extra: 'x' })).toEqual([
      { field: 'phone', before: '+39 1', after: '+39 2' },
      { field: 'diet', before: null, after: 'vegetarian' },
    ]);
    expect(diffRow({ ...ana, diet: 'vegan' }, { ...ana, phone: null })).toEqual([]);
  });
});

describe('importing again', () => {
  const existing = [
    { id: 'p1', values: ana },
    { id: 'p2', values: { ...ana, studentNo: null, email: 'bo@school.example' } },
  ];
  const plan = (...values: (typeof ana)[]) =>
    planImport(
      values.map((value, at) => ({ row: at + 2, values: value })),
      existing,
    ).map(({ action }) => action);

  it('adds nobody twice', () => {
    expect(plan(ana, { ...ana, studentNo: 'MV9', email: 'cy@school.example' })).toEqual(['same', 'add']);
  });

  it('offers what changed as an update, also where the number is new', () => {
    const [planned] = planImport(
      [{ row: 2, values: { ...ana, studentNo: 'MV2', email: 'bo@school.example' } }],
      existing,
    );
    expect(planned).toMatchObject({
      action: 'update',
      existingId: 'p2',
      changes: [{ field: 'studentNo', before: null, after: 'MV2' }],
    });
    expect(plan({ ...ana, email: 'new@school.example' })).toEqual(['update']);
  });

  it('does not give one person’s address to another', () => {
    expect(plan({ ...ana, studentNo: 'MV7' })).toEqual(['clash']);
    expect(plan({ ...ana, email: 'bo@school.example' })).toEqual(['clash']);
  });

  it('does not let two rows be the same person', () => {
    expect(plan(ana, { ...ana, phone: '+39 3' })).toEqual(['same', 'clash']);
  });
});
