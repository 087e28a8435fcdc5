import { readUrlState, writeUrlState } from './url-state';

const defaults = { q: '', states: [] as string[], page: 1, late: false, sort: 'departure' };

describe('filters in the address', () => {
  test('an address without parameters means the defaults', () => {
    expect(readUrlState(new URLSearchParams(), defaults)).toEqual(defaults);
  });

  test('what is written is read back, each as its own type', () => {
    const patch = { q: 'Ruiz & söhne', states: ['blocked', 'atRisk'], page: 3, late: true };
    const params = writeUrlState(new URLSearchParams(), defaults, patch);
    expect(readUrlState(new URLSearchParams(params.toString()), defaults)).toEqual({ ...defaults, ...patch });
  });

  test('defaults leave the address, parameters of others stay', () => {
    const params = writeUrlState(new URLSearchParams('open=7&page=3&states=blocked'), defaults, {
      page: 1,
      states: [],
    });
    expect(params.toString()).toBe('open=7');
  });

  test('nonsense for a number falls back to the default', () => {
    expect(readUrlState(new URLSearchParams('page=many'), defaults).page).toBe(1);
  });

  test('a switch that is on by default can be switched off', () => {
    const on = { open: true };
    const params = writeUrlState(new URLSearchParams(), on, { open: false });
    expect(params.toString()).toBe('open=0');
    expect(readUrlState(params, on)).toEqual({ open: false });
  });
});
