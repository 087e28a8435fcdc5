import {
  checkTemplate,
  differenceOf,
  planSteps,
  processTemplates,
  type ProcessStep,
  tasksFor,
  vetShortTemplate,
} from './index';

const step = (key: string, more: Partial<ProcessStep> = {}): ProcessStep => ({
  key,
  title: { en: key, it: key },
  phase: 'preparation',
  role: 'sendingCoordinator',
  scope: 'mobility',
  due: { anchor: 'departure', offsetDays: -10 },
  closesOn: null,
  ...more,
});
const name = { en: 'Name', it: 'Nome' };
const faults = (...steps: ProcessStep[]) =>
  checkTemplate({ name, steps }).map(({ path, step: key, code }) => [path, key, code]);
const after = (other: string, offsetDays = 5): Partial<ProcessStep> => ({
  due: { anchor: 'step', step: other, offsetDays },
});

describe('a template', () => {
  it.each(processTemplates)('that is shipped is sound: $key', (template) => {
    expect(checkTemplate(template)).toEqual([]);
  });

  it('has a name and a step', () => {
    expect(checkTemplate({ name: { en: '', it: ' ' }, steps: [] }).map(({ path, code }) => [path, code])).toEqual([
      ['name.en', 'NAME_MISSING'],
      ['name.it', 'NAME_MISSING'],
      ['steps', 'STEPS_NONE'],
    ]);
  });

  it('names step and field of what is wrong with its words', () => {
    const wrong = step('Not a key', { title: { en: 'Title', it: '' } });
    expect(faults(step('one'), wrong)).toEqual([
      ['steps.1.key', 'Not a key', 'KEY_FORM'],
      ['steps.1.title.it', 'Not a key', 'TITLE_MISSING'],
    ]);
    expect(faults(step('one'), step('one'))).toEqual([['steps.1.key', 'one', 'KEY_TAKEN']]);
  });

  it('has no steps that wait for each other, for themselves or for none', () => {
    const circle = [step('a', { needs: ['b'] }), step('b', { needs: ['c'] }), step('c', { needs: ['a'] })];
    expect(faults(...circle, step('d', { needs: ['a'] })).map(([path, , code]) => [path, code])).toEqual([
      ['steps.0.needs', 'NEEDS_CIRCLE'],
      ['steps.1.needs', 'NEEDS_CIRCLE'],
      ['steps.2.needs', 'NEEDS_CIRCLE'],
    ]);
    expect(faults(step('a', { needs: ['a', 'gone'] })).map(([, , code]) => code)).toEqual([
      'STEP_UNKNOWN',
      'STEP_UNKNOWN',
    ]);
    expect(faults(step('a', { scope: 'flow' }), step('b', { needs: ['a'] }))).toEqual([
      ['steps.1.needs', 'b', 'STEP_OTHER_SCOPE'],
    ]);
  });

  it('has no days that count from each other, from themselves or from nothing', () => {
    expect(faults(step('a', after('b')), step('b', after('a')), step('c', after('a')))).toEqual([
      ['steps.0.due.step', 'a', 'DUE_CIRCLE'],
      ['steps.1.due.step', 'b', 'DUE_CIRCLE'],
    ]);
    expect(faults(step('a', after('a')))).toEqual([['steps.0.due.step', 'a', 'STEP_UNKNOWN']]);
    expect(faults(step('a', after('gone')))).toEqual([['steps.0.due.step', 'a', 'STEP_UNKNOWN']]);
    expect(faults(step('a'), step('b', { ...after('a'), scope: 'flow' }))).toEqual([
      ['steps.1.due.step', 'b', 'STEP_OF_PERSON'],
    ]);
  });

  it('closes only on events that are known, a step of the whole flow on what happens to the flow, one of a participant on what happens to them', () => {
    expect(faults(step('a', { closesOn: 'moon.full' as never }))).toEqual([['steps.0.closesOn', 'a', 'EVENT_UNKNOWN']]);
    expect(faults(step('a', { closesOn: 'mobility.arrived', scope: 'flow' }))).toEqual([
      ['steps.0.closesOn', 'a', 'EVENT_OF_PERSON'],
    ]);
    expect(faults(step('a', { closesOn: 'departure.decided', scope: 'flow' }))).toEqual([]);
    expect(faults(step('a', { closesOn: 'departure.decided' }))).toEqual([['steps.0.closesOn', 'a', 'EVENT_OF_FLOW']]);
  });

  it('reminds and escalates within reason, and asks guardians of minors alone', () => {
    expect(faults(step('a', { reminders: [7, 1, 0], escalation: { afterDays: 3, role: 'sendingTeacher' } }))).toEqual(
      [],
    );
    expect(faults(step('a', { reminders: [3, 3] }))).toEqual([['steps.0.reminders', 'a', 'DAYS_RANGE']]);
    expect(faults(step('a', { escalation: { afterDays: 0, role: 'operator' as never } }))).toEqual([
      ['steps.0.escalation.afterDays', 'a', 'DAYS_RANGE'],
      ['steps.0.escalation.role', 'a', 'ROLE_UNKNOWN'],
    ]);
    expect(faults(step('a', { role: 'guardian' }))).toEqual([['steps.0.minorsOnly', 'a', 'GUARDIAN_OF_ADULT']]);
    expect(faults(step('a', { minorsOnly: true, scope: 'flow' }))).toEqual([
      ['steps.0.minorsOnly', 'a', 'MINORS_OF_FLOW'],
    ]);
  });
});

describe('due days', () => {
  const stay = { startsOn: '2027-03-31', endsOn: '2027-04-27' };

  it('count from another step, through as many as lie between', () => {
    const steps = [
      step('c', after('b', 2)),
      step('b', after('a', -1)),
      step('a', { due: { anchor: 'return', offsetDays: 7 } }),
    ];
    expect(
      planSteps(steps, stay, 'IT').map(({ key, dueOn, dueAnchor, dueOffset }) => [key, dueOn, dueAnchor, dueOffset]),
    ).toEqual([
      ['c', '2027-05-05', 'return', 8],
      ['b', '2027-05-03', 'return', 6],
      ['a', '2027-05-04', 'return', 7],
    ]);
  });

  it('count working days of the country that sends', () => {
    const due = { anchor: 'departure', offsetDays: -2, workingDays: true } as const;
    const [italian, german] = ['IT', 'DE'].map(
      (country) => tasksFor({ steps: [step('a', { due })] }, stay, country)[0],
    );
    expect([italian?.dueOn, italian?.dueOffset]).toEqual(['2027-03-26', -5]);
    expect(german?.dueOn).toBe('2027-03-25');
  });

  it('are refused where they go in a circle', () => {
    expect(() => planSteps([step('a', after('b')), step('b', after('a'))], stay, 'IT')).toThrow('cannot be told');
  });
});

describe('the difference of two versions', () => {
  it('names what came, what went and which fields changed', () => {
    const [first, second, ...rest] = vetShortTemplate.steps;
    if (!first || !second) throw new Error('No steps');
    const difference = differenceOf(vetShortTemplate.steps, [
      { ...first, due: { anchor: 'departure', offsetDays: -100 }, reminders: [7] },
      ...rest,
      step('new'),
    ]);
    expect(difference.added.map(({ key }) => key)).toEqual(['new']);
    expect(difference.removed.map(({ key }) => key)).toEqual([second.key]);
    expect(difference.changed.map(({ before, fields }) => [before.key, fields])).toEqual([
      [first.key, ['due', 'reminders']],
    ]);
  });

  it('is none for another spelling of the same, in another order', () => {
    const one = step('one', { needs: ['two', 'three'], reminders: [1, 7], minorsOnly: false });
    const same = { ...one, needs: ['three', 'two'], reminders: [7, 1], due: { ...one.due, workingDays: false } };
    expect(differenceOf([one, step('two')], [step('two'), same])).toEqual({ added: [], removed: [], changed: [] });
  });
});
