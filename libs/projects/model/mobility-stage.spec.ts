import { isCurrent, mobilityMachine, type MobilityStage, mobilityStages, type MobilityStep, transition } from './index';

describe('the stages of a mobility', () => {
  it('are passed in their order', () => {
    const steps: MobilityStep[] = ['propose', 'confirm', 'depart', 'return'];
    const reached = steps.reduce<MobilityStage>((stage, step) => {
      const result = transition(stage, step);
      if (!result.ok) throw new Error(`${step} was refused from ${stage}`);
      return result.state;
    }, 'selected');
    expect(reached).toBe('back');
  });

  it('go back to selected when the host declines or the placement is cancelled', () => {
    expect(transition('proposed', 'decline')).toEqual({ ok: true, state: 'selected' });
    expect(transition('confirmed', 'cancelPlacement')).toEqual({ ok: true, state: 'selected' });
    expect(transition('confirmed', 'decline')).toMatchObject({ ok: false, allowedFrom: ['proposed'] });
  });

  it('a step that comes too early says what is missing', () => {
    expect(transition('selected', 'depart')).toMatchObject({
      ok: false,
      code: 'ILLEGAL_STATE',
      missing: ['propose', 'confirm'],
    });
  });

  it('anybody may withdraw until they are back, and nothing follows', () => {
    const from = mobilityStages.filter((stage) => transition(stage, 'withdraw').ok);
    expect(from).toEqual(['selected', 'proposed', 'confirmed', 'abroad']);
    expect(mobilityMachine.allowed('withdrawn')).toEqual([]);
    expect(transition('back', 'withdraw')).toMatchObject({ ok: false, final: true, missing: [] });
    expect(mobilityStages.filter((stage) => !isCurrent(stage))).toEqual(['withdrawn']);
  });
});
