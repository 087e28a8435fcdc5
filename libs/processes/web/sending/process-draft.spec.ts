import { checkTemplate, differenceOf, vetShortTemplate } from '@softmob/processes-model';
import { addStep, moveStep, removeStep } from './process-draft';

const { steps } = vetShortTemplate;

describe('the steps of a draft', () => {
  const name = { en: 'Name', it: 'Nome' };

  it('change places only within their phase', () => {
    const moved = moveStep(steps, 'accept-place', 1);
    expect(moved.slice(0, 2).map(({ key }) => key)).toEqual(['accept-as-guardian', 'accept-place']);
    expect(moveStep(moved, 'accept-place', 1)).toBe(moved);
  });

  it('stay sound when one is taken away that others wait for or count from', () => {
    const counting = steps.map((step) =>
      step.key === 'decide-departure'
        ? { ...step, due: { anchor: 'step', step: 'book-travel', offsetDays: 10 } as const }
        : step,
    );
    const fewer = removeStep(counting, 'book-travel');
    expect(checkTemplate({ name, steps: fewer })).toEqual([]);
    expect(fewer.find(({ key }) => key === 'decide-departure')).toMatchObject({
      due: { anchor: 'departure', offsetDays: -46 },
      needs: ['prepare-participants'],
    });
  });

  it('take a new one with a key that nobody has', () => {
    const once = addStep(steps, 'evaluation', name);
    const twice = addStep(once.steps, 'application', name);
    expect(differenceOf(steps, twice.steps).added.map(({ key }) => key)).toEqual([once.key, twice.key]);
    expect(checkTemplate({ name, steps: twice.steps })).toEqual([]);
  });
});
