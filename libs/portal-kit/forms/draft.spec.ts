import { draftsBelongTo, draftsBelongToNobody, readDraft, writeDraft } from './draft';

/** A browser's storage, as far as drafts use it: each key is a property of its own. */
function storage(): Storage {
  const kept: Record<string, string> = {};
  return Object.defineProperties(kept, {
    getItem: { value: (key: string) => kept[key] ?? null },
    setItem: { value: (key: string, value: string) => void (kept[key] = value) },
    removeItem: { value: (key: string) => Reflect.deleteProperty(kept, key) },
  }) as unknown as Storage;
}

const tutor = { portal: 'company', membershipId: 'tutor', seat: true };
const other = { portal: 'company', membershipId: 'other', seat: true };
const account = { portal: 'company', membershipId: 'tutor', seat: false };
const initial = { comment: '' };
const typed = { comment: 'Learns fast' };
const onDevice = () => readDraft('report', initial, 'device');

beforeEach(() => {
  Object.assign(globalThis, { localStorage: storage(), sessionStorage: storage() });
  jest.useFakeTimers({ now: new Date('2027-03-12') });
});
afterEach(() => jest.useRealTimers());

describe('a draft on the device', () => {
  test('is found again by the same person when the tab was closed, until it is sent', () => {
    draftsBelongTo(tutor);
    writeDraft('report', typed, 'device');
    Object.assign(globalThis, { sessionStorage: storage() });
    draftsBelongTo(tutor);
    expect(onDevice()).toEqual(typed);
    writeDraft('report', null, 'device');
    expect(onDevice()).toBeNull();
  });

  test('is nobody else’s: another seat clears it away', () => {
    draftsBelongTo(tutor);
    writeDraft('report', typed, 'device');
    draftsBelongTo(other);
    expect(onDevice()).toBeNull();
    draftsBelongTo(tutor);
    expect(onDevice()).toBeNull();
  });

  test('goes with signing out, and a seat’s as soon as its session has ended', () => {
    draftsBelongTo(account);
    writeDraft('report', typed, 'device');
    draftsBelongToNobody('company', false);
    draftsBelongTo(account);
    expect(onDevice()).toEqual(typed);
    draftsBelongToNobody('company', true);
    draftsBelongTo(tutor);
    writeDraft('report', typed, 'device');
    draftsBelongToNobody('company', false);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  test('is not kept for whoever is not signed in, nor longer than two weeks', () => {
    draftsBelongToNobody('company', false);
    writeDraft('report', typed, 'device');
    expect(Object.keys(localStorage)).toEqual([]);
    draftsBelongTo(account);
    writeDraft('report', typed, 'device');
    jest.setSystemTime(new Date('2027-03-27'));
    expect(onDevice()).toBeNull();
  });
});

test('a draft in the tab outlives an ended session, and goes with signing out', () => {
  draftsBelongTo(account);
  writeDraft('form', typed, 'tab');
  draftsBelongToNobody('company', false);
  expect(readDraft('form', initial, 'tab')).toEqual(typed);
  draftsBelongToNobody('company', true);
  expect(readDraft('form', initial, 'tab')).toBeNull();
});
