import { defineMachine } from './state-machine';

const door = defineMachine<'locked' | 'shut' | 'open' | 'gone', 'unlock' | 'open' | 'shut' | 'remove'>({
  unlock: { from: ['locked'], to: 'shut' },
  open: { from: ['shut'], to: 'open' },
  shut: { from: ['open'], to: 'shut' },
  remove: { from: ['open'], to: 'gone' },
});

describe('a state machine', () => {
  it('moves along its table and names what is allowed', () => {
    expect(door.next('locked', 'unlock')).toEqual({ ok: true, state: 'shut' });
    expect(door.allowed('open')).toEqual(['shut', 'remove']);
  });

  it('says what is missing for a step that comes too early', () => {
    expect(door.next('locked', 'remove')).toEqual({
      ok: false,
      code: 'ILLEGAL_STATE',
      from: 'locked',
      step: 'remove',
      allowedFrom: ['open'],
      missing: ['unlock', 'open'],
      final: false,
    });
  });

  it('says where nothing leads on', () => {
    expect(door.next('gone', 'open')).toMatchObject({ ok: false, missing: [], final: true });
  });
});
