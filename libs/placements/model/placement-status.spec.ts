import { transition } from '@softmob/projects-model';
import { mobilityStepOf, peakTaken, placementMachine, placementTransition, staysOverlap } from './index';

describe('a placement', () => {
  it('is requested, proposed, confirmed; another company may be proposed until then', () => {
    expect(placementTransition('requested', 'propose')).toEqual({ ok: true, state: 'proposed' });
    expect(placementTransition('proposed', 'propose')).toEqual({ ok: true, state: 'proposed' });
    expect(placementTransition('proposed', 'confirm')).toEqual({ ok: true, state: 'confirmed' });
    expect(placementTransition('confirmed', 'propose')).toMatchObject({ ok: false });
  });

  it('cannot be confirmed without a company, nor declined once it is confirmed', () => {
    expect(placementTransition('requested', 'confirm')).toMatchObject({ ok: false, missing: ['propose'] });
    expect(placementTransition('confirmed', 'decline')).toMatchObject({ ok: false, missing: [], final: false });
    expect(placementMachine.allowed('declined')).toEqual([]);
    expect(placementMachine.allowed('cancelled')).toEqual([]);
  });

  it('takes its mobility along', () => {
    expect(transition('selected', mobilityStepOf.propose)).toEqual({ ok: true, state: 'proposed' });
    expect(transition('proposed', mobilityStepOf.confirm)).toEqual({ ok: true, state: 'confirmed' });
    expect(transition('proposed', mobilityStepOf.decline)).toEqual({ ok: true, state: 'selected' });
    expect(transition('confirmed', mobilityStepOf.cancel)).toEqual({ ok: true, state: 'selected' });
  });
});

describe('stays', () => {
  const march = { starts: '2027-03-01', ends: '2027-03-31' };

  it('overlap from one shared day on', () => {
    expect(staysOverlap(march, { starts: '2027-03-31', ends: '2027-04-30' })).toBe(true);
    expect(staysOverlap(march, { starts: '2027-04-01', ends: '2027-04-30' })).toBe(false);
  });

  it('are counted on the day on which most are there', () => {
    const stays = [march, { starts: '2027-03-10', ends: '2027-03-12' }, { starts: '2027-03-12', ends: '2027-03-20' }];
    expect(peakTaken(stays, '2027-03-01', '2027-03-31')).toBe(3);
    expect(peakTaken(stays, '2027-03-13', '2027-03-31')).toBe(2);
    expect(peakTaken(stays, '2027-03-21', '2027-03-31')).toBe(1);
    expect(peakTaken(stays, '2027-04-01', '2027-04-30')).toBe(0);
  });
});
