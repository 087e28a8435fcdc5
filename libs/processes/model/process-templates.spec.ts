import { closingEvents, lateness, processTemplates, tasksFor, templateFor, vetShortTemplate } from './index';

const stay = { startsOn: '2027-03-07', endsOn: '2027-04-03' };

describe.each(processTemplates)('the template $key', (template) => {
  const tasks = tasksFor(template, stay);
  const byKey = new Map(tasks.map((task) => [task.key, task]));

  it('has each step once, with words in both languages', () => {
    expect(byKey.size).toBe(template.steps.length);
    for (const { key, title } of template.steps) expect([key, title.en !== '' && title.it !== '']).toEqual([key, true]);
  });

  it('needs only steps that exist and are not due later', () => {
    for (const { key, needs = [], dueOn } of tasks) {
      for (const before of needs) {
        const needed = byKey.get(before);
        expect([key, before, needed !== undefined && needed.dueOn <= dueOn]).toEqual([key, before, true]);
      }
    }
  });

  it('closes no two steps of a mobility by the same event', () => {
    const events = template.steps.flatMap(({ closesOn }) => closesOn ?? []);
    expect(new Set(events).size).toBe(events.length);
  });

  it('asks guardians only where there is a minor', () => {
    const ofGuardians = template.steps.filter(({ role }) => role === 'guardian');
    expect(ofGuardians.every(({ minorsOnly }) => minorsOnly === true)).toBe(true);
  });
});

describe('the tasks of a flow', () => {
  it('are due relative to departure and return, the earliest first', () => {
    const tasks = tasksFor(vetShortTemplate, stay);
    const due = Object.fromEntries(tasks.map(({ key, dueOn }) => [key, dueOn]));
    expect(due).toMatchObject({
      'accept-place': '2026-09-20',
      'lock-agreement': '2027-02-14',
      'confirm-arrival': '2027-03-08',
      'final-assessment': '2027-04-03',
      recognise: '2027-04-24',
    });
    expect(tasks.map(({ dueOn }) => dueOn)).toEqual(tasks.map(({ dueOn }) => dueOn).sort());
  });

  it('of learners in companies use every closing event', () => {
    const used = new Set(vetShortTemplate.steps.flatMap(({ closesOn }) => closesOn ?? []));
    expect(closingEvents.filter((event) => !used.has(event))).toEqual([]);
  });

  it('come from the template of the activity type', () => {
    expect(templateFor('VET_SHORT')?.key).toBe('vet-short');
    expect(templateFor('VET_LONG')?.key).toBe('erasmus-pro');
    expect(templateFor('VET_GROUP')?.key).toBe('vet-group');
    expect(templateFor('STAFF_COURSE')?.key).toBe('staff-course');
    expect(templateFor('STAFF_SHADOW')?.key).toBe('staff-shadow');
    expect(templateFor('UNKNOWN')).toBeNull();
  });
});

describe('lateness', () => {
  it.each([
    ['2027-03-06', 1, 'late'],
    ['2027-03-07', 0, 'today'],
    ['2027-03-08', -1, 'soon'],
    ['2027-03-14', -7, 'soon'],
    ['2027-03-15', -8, 'later'],
  ] as const)('due on %s is %i days on 7 March: %s', (dueOn, days, state) => {
    expect(lateness(dueOn, '2027-03-07')).toEqual({ days, state });
  });
});
