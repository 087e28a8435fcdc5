import { type HomeMobility } from './home.operations';
import { doneTasks, openSteps, ownViewDue } from './next-steps';

const task = (stepKey: string, state: string, more: object = {}) => ({
  id: stepKey,
  title: stepKey,
  stepKey,
  role: 'participant',
  dueOn: '2027-03-01',
  state,
  closesOn: null,
  doneAt: state === 'done' ? `2027-02-0${String(stepKey.length % 9)}T10:00:00Z` : null,
  needs: [],
  version: 1,
  ...more,
});
const mobility = (tasks: object[], documents: object[] = []) => ({ tasks, documents }) as unknown as HomeMobility;

describe('the next thing to do', () => {
  it('is one’s own, with the place where it is done', () => {
    const steps = openSteps(
      mobility([task('confirm-placement', 'late', { role: 'hostCoordinator' }), task('evaluate', 'soon')]),
      'participant',
    );
    expect(steps.map(({ task: { stepKey }, to, state }) => [stepKey, to, state])).toEqual([
      ['evaluate', '/evaluation', 'atRisk'],
    ]);
  });

  it('steps back while the school looks at a document, and says why one came back', () => {
    const tasks = [task('identity-document', 'late'), task('health-card', 'later')];
    const documents = [
      { kind: 'identity', status: 'uploaded', reason: null },
      { kind: 'ehic', status: 'returned', reason: 'Blurred' },
    ];
    const steps = openSteps(mobility(tasks, documents), 'participant');
    expect(steps.map(({ task: { stepKey }, waiting, reason }) => [stepKey, waiting, reason])).toEqual([
      ['health-card', null, 'Blurred'],
      ['identity-document', 'school', null],
    ]);
  });

  it('waits for what comes before it, and not for steps that do not exist', () => {
    const tasks = [
      task('confirm-arrival', 'late'),
      task('first-diary-week', 'soon', { needs: ['confirm-arrival'] }),
      task('evaluate', 'later', { needs: ['no-such-step'] }),
    ];
    expect(
      openSteps(mobility(tasks), 'participant').map(({ task: { stepKey }, waiting }) => [stepKey, waiting]),
    ).toEqual([
      ['confirm-arrival', null],
      ['evaluate', null],
      ['first-diary-week', 'earlier'],
    ]);
  });
});

describe('after the return', () => {
  it('the evaluation comes before what was left over', () => {
    const tasks = [
      task('insurance', 'late', { dueOn: '2027-01-10' }),
      task('evaluate', 'soon', { dueOn: '2027-04-17' }),
    ];
    const back = { ...mobility(tasks), stage: 'back', endsOn: '2027-04-03' } as HomeMobility;
    expect(openSteps(back, 'participant').map(({ task: { stepKey } }) => stepKey)).toEqual(['evaluate', 'insurance']);
  });
});

describe('what is done', () => {
  it('stands with the newest first', () => {
    const tasks = [
      task('a', 'done', { doneAt: '2027-01-01' }),
      task('b', 'done', { doneAt: '2027-02-01' }),
      task('c', 'soon'),
    ];
    expect(doneTasks(mobility(tasks)).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('the learner’s own view', () => {
  const stay = (week: number, given: number | null, more: object = {}) =>
    ({
      stage: 'abroad',
      startsOn: '2027-03-01',
      endsOn: '2027-03-28',
      week,
      recognisedAt: null,
      agreement: { inForce: { id: '1' } },
      assessments: given === null ? [] : [{ kind: 'self', week: given, submittedAt: '2027-03-10T10:00:00Z' }],
      ...more,
    }) as unknown as HomeMobility;

  it('is asked from the second week on, and once more in the last', () => {
    expect(ownViewDue(stay(1, null), '2027-03-03')).toBeNull();
    expect(ownViewDue(stay(2, null), '2027-03-08')).toBe('midterm');
    expect(ownViewDue(stay(3, 2), '2027-03-17')).toBeNull();
    expect(ownViewDue(stay(4, 2), '2027-03-23')).toBe('final');
    expect(ownViewDue(stay(4, 4), '2027-03-23')).toBeNull();
    expect(ownViewDue(stay(4, null, { stage: 'back' }), '2027-04-20')).toBe('final');
  });

  it('needs an agreement in force, and nothing that was recognised already', () => {
    expect(ownViewDue(stay(2, null, { agreement: { inForce: null } }), '2027-03-08')).toBeNull();
    expect(ownViewDue(stay(2, null, { stage: 'confirmed' }), '2027-03-08')).toBeNull();
    expect(ownViewDue(stay(4, null, { recognisedAt: '2027-04-10T10:00:00Z' }), '2027-04-20')).toBeNull();
  });
});
