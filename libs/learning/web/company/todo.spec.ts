import { type HomeMobility, type HomeTask } from './home.operations';
import { todosOf } from './todo';

const learner = (patch: Partial<HomeMobility> = {}): HomeMobility => ({
  id: 'm1',
  stage: 'abroad',
  startsOn: '2027-03-01',
  endsOn: '2027-03-28',
  week: 3,
  finalAssessedAt: null,
  participant: { id: 'p1', firstName: 'Ana', lastName: 'Ruiz', occupation: 'cook' },
  sendingOrganisation: { id: 's1', name: 'School' },
  company: { id: 'c1', name: 'Company', checkedAt: null },
  agreement: {
    id: 'a1',
    current: { id: 'v1', number: 1, status: 'locked', mySignature: null },
    inForce: { id: 'v1', number: 1 },
  },
  assessments: [],
  ...patch,
});
const task = (patch: Partial<HomeTask>): HomeTask => ({
  id: 't1',
  title: 'Give the induction',
  stepKey: 'induction',
  closesOn: null,
  dueOn: '2027-03-16',
  state: 'soon',
  version: 1,
  mobility: { id: 'm1' },
  ...patch,
});
const open = (mobility: HomeMobility, tasks: HomeTask[] = [], today = '2027-03-15') =>
  todosOf([mobility], tasks, today)
    .filter(({ done }) => !done)
    .map(({ kind }) => kind);

describe('what a tutor has to do', () => {
  it('is to sign while the signature is missing, and not before there is an agreement', () => {
    const unsigned = { id: 'v1', number: 1, status: 'open', mySignature: 'hosting' };
    const early = learner({ stage: 'confirmed', week: 1, agreement: { id: 'a1', current: unsigned, inForce: null } });
    expect(open(early, [], '2027-02-01')).toEqual(['company', 'sign']);
    expect(open(learner({ stage: 'confirmed', agreement: null }), [], '2027-02-01')).toEqual(['company']);
  });

  it('is the mid-term look from the second week on, and the final assessment in the last', () => {
    expect(open(learner())).toEqual(['company', 'midterm']);
    expect(open(learner({ week: 4 }), [], '2027-03-26')).toEqual(['company', 'midterm', 'final']);
    const assessed = learner({ stage: 'back', week: 4, finalAssessedAt: '2027-03-27T10:00:00Z' });
    expect(open(assessed, [], '2027-03-29')).toEqual(['company']);
  });

  it('takes due dates from the flow’s tasks, shows those that are said by hand, and none twice', () => {
    const midterm = task({ id: 't2', closesOn: 'assessment.midterm', dueOn: '2027-03-17' });
    const todos = todosOf([learner()], [task({}), midterm], '2027-03-15');
    expect(todos.find(({ kind }) => kind === 'midterm')?.by).toBe('2027-03-17');
    expect(todos.filter(({ kind }) => kind === 'task').map(({ key }) => key)).toEqual(['t1']);
  });

  it('names the step that is taken on another screen', () => {
    const attendance = task({ id: 't3', closesOn: 'attendance.complete', title: 'Confirm the attendance' });
    const [todo] = todosOf([learner()], [attendance], '2027-03-15').filter(({ kind }) => kind === 'task');
    expect(todo).toMatchObject({ to: '/reports', task: { title: 'Confirm the attendance' } });
  });
});
