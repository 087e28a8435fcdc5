import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import {
  ARRIVE,
  COME_BACK,
  WRITE,
  DELETE,
  DIARY,
  type Person,
  dayIn,
  TODAY,
  FIRST_MONDAY,
  dayOf,
  refusedView,
  everybodyOf,
  stayDesk,
} from './stay-desk';
import { setStage } from './world';

let harness: Harness;
let who: Record<Person, Agent>;
beforeAll(async () => {
  harness = await startHarness();
  who = await everybodyOf(harness);
}, 60_000);
afterAll(() => harness.close());

const { pool, adultId, minorId, place, eventsOf } = stayDesk(() => ({ harness }));

describe('an arrival', () => {
  beforeEach(async () => {
    await place(adultId(), 'confirmed', dayIn(-1), dayIn(26));
    await place(minorId(), 'confirmed', dayIn(-1), dayIn(26));
  });

  it.each(['adult', 'host', 'coordinator', 'teacher'] as const)('is confirmed by %s, with its day', async (name) => {
    const before = await eventsOf(adultId(), 'mobility.arrived');
    const { confirmArrival } = await who[name].ask<{ confirmArrival: unknown }>(ARRIVE, {
      ids: [adultId()],
      day: TODAY,
    });
    expect(confirmArrival).toEqual([{ id: adultId(), stage: 'abroad', arrivedOn: TODAY }]);
    expect(await eventsOf(adultId(), 'mobility.arrived')).toHaveLength(before.length + 1);
  });

  it('is not the guardian’s, the tutor’s or the finance office’s to confirm, nor a stranger’s', async () => {
    for (const name of ['guardian', 'tutor', 'finance'] as const) {
      expect((await who[name].refused(ARRIVE, { ids: [minorId()], day: TODAY })).extensions.code).toBe(refusedView);
    }
    for (const name of ['adult', 'foreignHost'] as const) {
      expect((await who[name].refused(ARRIVE, { ids: [minorId()], day: TODAY })).extensions.code).toBe('NOT_FOUND');
    }
  });

  it('of many is confirmed together, who had confirmed before keeps their day', async () => {
    await who.adult.ask(ARRIVE, { ids: [adultId()], day: dayIn(-1) });
    const { confirmArrival } = await who.host.ask<{ confirmArrival: { id: string; arrivedOn: string }[] }>(ARRIVE, {
      ids: [adultId(), minorId()],
      day: TODAY,
    });
    expect(new Map(confirmArrival.map(({ id, arrivedOn }) => [id, arrivedOn]))).toEqual(
      new Map([
        [adultId(), dayIn(-1)],
        [minorId(), TODAY],
      ]),
    );
  });

  it('of many happens for all or for none', async () => {
    await setStage(pool(), minorId(), 'selected');
    const refused = await who.coordinator.refused(ARRIVE, { ids: [adultId(), minorId()], day: TODAY });
    expect(refused.extensions).toMatchObject({
      code: 'ILLEGAL_STATE',
      missing: expect.arrayContaining(['confirm']) as unknown,
    });
    const { rows } = await pool().query('SELECT stage FROM mobility WHERE id = $1', [adultId()]);
    expect(rows).toEqual([{ stage: 'confirmed' }]);
  });

  it('lies neither in the future nor outside the stay', async () => {
    for (const [day, code] of [
      [dayIn(1), 'DAY_IN_FUTURE'],
      [dayIn(-9), 'DAY_OUTSIDE_STAY'],
    ]) {
      const refused = await who.adult.refused(ARRIVE, { ids: [adultId()], day });
      expect(refused.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'arrivedOn', code }] });
    }
  });
});

describe('a return', () => {
  it('is confirmed from the last day on, singly and for many', async () => {
    await place(adultId(), 'abroad', dayIn(-28), dayIn(1));
    await place(minorId(), 'abroad', dayIn(-28), TODAY);
    const early = await who.adult.refused(COME_BACK, { ids: [adultId()] });
    expect(early.extensions).toMatchObject({ code: 'ILLEGAL_STATE', reason: 'STAY_NOT_OVER' });
    await who.minor.ask(COME_BACK, { ids: [minorId()] });
    await place(adultId(), 'abroad', dayIn(-28), dayIn(-1));
    const { confirmReturn } = await who.teacher.ask<{ confirmReturn: { stage: string }[] }>(COME_BACK, {
      ids: [adultId(), minorId()],
      day: dayIn(-1),
    });
    expect(confirmReturn.map(({ stage }) => stage)).toEqual(['back', 'back']);
    expect((await eventsOf(adultId(), 'mobility.returned')).at(-1)?.after).toEqual({
      stage: 'back',
      returnedOn: dayIn(-1),
    });
    expect((await who.guardian.refused(COME_BACK, { ids: [minorId()] })).extensions.code).toBe(refusedView);
    expect((await who.foreignHost.refused(COME_BACK, { ids: [minorId()] })).extensions.code).toBe('NOT_FOUND');
  });

  it('needs an arrival before', async () => {
    await place(adultId(), 'confirmed', dayIn(-28), dayIn(-1));
    expect((await who.coordinator.refused(COME_BACK, { ids: [adultId()] })).extensions).toMatchObject({
      code: 'ILLEGAL_STATE',
      missing: ['depart'],
    });
  });
});

describe('a diary', () => {
  const entry = (mobilityId: string, day: string, more: object = {}) => ({
    input: {
      mobilityId,
      day,
      hours: 7.5,
      activities: `private words of ${day}`,
      learned: 'To sharpen a knife',
      shared: false,
      sharedWithGuardian: false,
      ...more,
    },
  });
  beforeEach(() => place(minorId(), 'abroad', FIRST_MONDAY, dayIn(7)));

  it('is written by its owner alone', async () => {
    await who.minor.ask(WRITE, entry(minorId(), dayOf(0)));
    expect((await who.adult.refused(WRITE, entry(minorId(), dayOf(1)))).extensions.code).toBe('NOT_FOUND');
    for (const name of ['guardian', 'tutor', 'host', 'coordinator', 'teacher', 'finance'] as const) {
      expect((await who[name].refused(WRITE, entry(minorId(), dayOf(1)))).extensions.code).toBe(refusedView);
    }
  });

  it('is read as far as it was shared, by exactly those whom the table names', async () => {
    await who.minor.ask(WRITE, entry(minorId(), dayOf(0)));
    await who.minor.ask(WRITE, entry(minorId(), dayOf(1), { shared: true }));
    await who.minor.ask(WRITE, entry(minorId(), dayOf(2), { sharedWithGuardian: true }));
    const read = async (name: Person) => {
      const { data, errors } = await who[name].send<{ mobility: { diary: { day: string }[] } } | null>(DIARY, {
        id: minorId(),
      });
      return data?.mobility.diary.map(({ day }) => day) ?? errors?.[0]?.extensions.code;
    };
    expect(await read('minor')).toEqual([dayOf(0), dayOf(1), dayOf(2)]);
    expect(await read('guardian')).toEqual([dayOf(2)]);
    for (const name of ['tutor', 'host', 'coordinator', 'teacher'] as const) {
      expect([name, await read(name)]).toEqual([name, [dayOf(1)]]);
    }
    expect(await read('finance')).toBe(refusedView);
    for (const name of ['adult', 'foreignHost', 'foreignTutor'] as const) {
      expect([name, await read(name)]).toEqual([name, 'NOT_FOUND']);
    }
    const list = '{ diaryEntries { nodes { day } } }';
    const { diaryEntries } = await who.guardian.ask<{ diaryEntries: { nodes: unknown } }>(list);
    expect(diaryEntries.nodes).toEqual([{ day: dayOf(2) }]);
    await setStage(pool(), minorId(), 'proposed');
    const host = await who.host.ask<{ mobility: { diary: unknown[] } }>(DIARY, { id: minorId() });
    expect(host.mobility.diary).toEqual([]);
  });

  it('shows a window of days', async () => {
    for (const offset of [0, 1, 2]) await who.minor.ask(WRITE, entry(minorId(), dayOf(offset)));
    const window = { id: minorId(), from: dayOf(1), to: dayOf(1) };
    const { mobility } = await who.minor.ask<{ mobility: { diary: { day: string }[] } }>(DIARY, window);
    expect(mobility.diary.map(({ day }) => day)).toEqual([dayOf(1)]);
  });

  it('takes days of the stay that have come, with 0 to 24 hours, once the arrival is confirmed', async () => {
    const faults: [string, object, string, string][] = [
      [dayOf(-1), {}, 'day', 'DAY_OUTSIDE_STAY'],
      [dayIn(8), {}, 'day', 'DAY_OUTSIDE_STAY'],
      [dayIn(1), {}, 'day', 'DAY_IN_FUTURE'],
      [dayOf(0), { hours: 24.5 }, 'hours', 'TOO_BIG'],
      [dayOf(0), { hours: -1 }, 'hours', 'TOO_SMALL'],
      [dayOf(0), { activities: 'x'.repeat(4_001) }, 'activities', 'TOO_BIG'],
    ];
    for (const [day, more, path, code] of faults) {
      const refused = await who.minor.refused(WRITE, entry(minorId(), day, more));
      expect(refused.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path, code }] });
    }
    await setStage(pool(), minorId(), 'confirmed');
    expect((await who.minor.refused(WRITE, entry(minorId(), dayOf(0)))).extensions).toMatchObject({
      code: 'ILLEGAL_STATE',
      missing: ['confirmArrival'],
    });
  });

  it('keeps one entry a day, and loses nothing to a second device', async () => {
    const { saveDiaryEntry: first } = await who.minor.ask<{ saveDiaryEntry: { id: string; version: number } }>(
      WRITE,
      entry(minorId(), dayOf(0)),
    );
    const blind = await who.minor.refused(WRITE, entry(minorId(), dayOf(0), { activities: 'other' }));
    expect(blind.extensions).toMatchObject({ code: 'CONFLICT', reason: 'DAY_WRITTEN' });
    const { saveDiaryEntry: second } = await who.minor.ask<{ saveDiaryEntry: { id: string; version: number } }>(
      WRITE,
      entry(minorId(), dayOf(0), { activities: 'longer', expectedVersion: first.version }),
    );
    expect(second).toMatchObject({ id: first.id, version: first.version + 1 });
    const stale = entry(minorId(), dayOf(0), { activities: 'stale', expectedVersion: first.version });
    expect((await who.minor.refused(WRITE, stale)).extensions.code).toBe('CONFLICT');
    const written = JSON.stringify(await eventsOf(minorId(), 'diary.changed'));
    expect(written).not.toContain('longer');
  });

  it('tells once when five days of a week are written', async () => {
    const before = (await eventsOf(minorId(), 'diary.week-complete')).length;
    for (const offset of [0, 1, 2, 3, 7]) await who.minor.ask(WRITE, entry(minorId(), dayOf(offset)));
    expect(await eventsOf(minorId(), 'diary.week-complete')).toHaveLength(before);
    await who.minor.ask(WRITE, entry(minorId(), dayOf(6)));
    await who.minor.ask(WRITE, entry(minorId(), dayOf(4)));
    const after = await eventsOf(minorId(), 'diary.week-complete');
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)?.after).toEqual({ weekStart: FIRST_MONDAY });
  });

  it('loses a day only by its owner', async () => {
    const { saveDiaryEntry } = await who.minor.ask<{ saveDiaryEntry: { id: string } }>(
      WRITE,
      entry(minorId(), dayOf(0), { shared: true }),
    );
    expect((await who.adult.refused(DELETE, { id: saveDiaryEntry.id })).extensions.code).toBe('NOT_FOUND');
    expect((await who.tutor.refused(DELETE, { id: saveDiaryEntry.id })).extensions.code).toBe(refusedView);
    await who.minor.ask(DELETE, { id: saveDiaryEntry.id });
    const { mobility } = await who.minor.ask<{ mobility: { diary: unknown[] } }>(DIARY, { id: minorId() });
    expect(mobility.diary).toEqual([]);
  });
});
