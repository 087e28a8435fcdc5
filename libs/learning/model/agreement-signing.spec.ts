import { composeContent } from './agreement-compose';
import { type Party } from './agreement-content';
import { ADULT_COOK, MINOR_IN_BERLIN } from './agreement-fixture';
import {
  isComplete,
  partiesOf,
  requiredNow,
  requiredParties,
  signingObstacle,
  type SigningQuestion,
  unsigned,
} from './agreement-signing';
import { AGREEMENT_ACTIONS, AGREEMENT_STATUSES, agreementStep, STEP_NEEDS } from './agreement-status';

const content = composeContent(MINOR_IN_BERLIN);
const signed = (...parties: Party[]) => parties.map((party) => ({ party, hash: 'h' }));
const ask = (question: Partial<SigningQuestion>) =>
  signingObstacle({
    audience: 'guardian',
    party: 'guardian',
    content,
    status: 'open',
    signatures: [],
    minorNow: true,
    hash: 'h',
    readHash: 'h',
    before: [],
    ...question,
  });

describe('the life of a version', () => {
  it('allows exactly the steps of the table, each with what it needs', () => {
    const allowed = AGREEMENT_STATUSES.flatMap((status) =>
      AGREEMENT_ACTIONS.flatMap((action) => {
        const step = agreementStep(status, action, STEP_NEEDS);
        return step.allowed ? [`${status} ${action} ${String(step.to)}`] : [];
      }),
    );
    expect(allowed).toEqual([
      'draft edit draft',
      'draft open open',
      'draft supersede superseded',
      'open sign open',
      'open revoke open',
      'open decline declined',
      'open withdraw withdrawn',
      'open lock locked',
      'open amend null',
      'open supersede superseded',
      'locked amend null',
      'locked supersede superseded',
      'declined amend null',
      'withdrawn amend null',
    ]);
  });

  it('says what is missing for a step, or from where it would be possible', () => {
    expect(agreementStep('open', 'lock')).toEqual({
      allowed: false,
      reason: 'NEEDS_MISSING',
      missing: ['ALL_SIGNATURES'],
    });
    expect(agreementStep('locked', 'edit')).toEqual({ allowed: false, reason: 'WRONG_STATUS', missing: ['draft'] });
  });
});

describe('who signs', () => {
  it('asks one of company and host in any case', () => {
    const settings = { companySigns: false, hostSigns: false };
    expect(requiredParties({ minor: false, hasSupporting: true, settings })).toContain('hosting');
    expect(requiredParties({ minor: false, hasSupporting: false, settings })).toContain('hosting');
    const hostOnly = requiredParties({ minor: false, hasSupporting: true, settings: { ...settings, hostSigns: true } });
    expect(hostOnly).toEqual(['participant', 'sending', 'supporting']);
  });

  it('lets each sign for their own party and for no other', () => {
    expect(partiesOf('companyTutor', content)).toEqual(['hosting']);
    expect(partiesOf('hostCoordinator', content)).toEqual(['supporting']);
    expect(partiesOf('sendingTeacher', content)).toEqual([]);
    expect(ask({ audience: 'companyTutor', party: 'supporting' })).toBe('NOT_A_PARTY');
    expect(ask({ audience: 'participant', party: 'guardian' })).toBe('NOT_A_PARTY');
    expect(ask({ audience: 'guardian' })).toBeNull();
  });

  it('lets the host sign as hosting where no company stands between', () => {
    expect(partiesOf('hostCoordinator', composeContent(ADULT_COOK))).toEqual(['hosting']);
  });

  it('refuses a guardian once the learner is of age, and asks them no longer', () => {
    expect(ask({ minorNow: false })).toBe('NOT_A_MINOR');
    expect(requiredNow(content.requiredParties, [], false)).not.toContain('guardian');
    expect(requiredNow(content.requiredParties, signed('guardian'), false)).toContain('guardian');
  });

  it('refuses a second signature, a closed version and a text that is not the one that was read', () => {
    expect(ask({ signatures: signed('guardian') })).toBe('ALREADY_SIGNED');
    expect(ask({ status: 'draft' })).toBe('NOT_OPEN');
    expect(ask({ readHash: 'another' })).toBe('CONTENT_CHANGED');
    expect(ask({ before: ['participant'] })).toBe('NOT_YOUR_TURN');
  });

  it('is complete only when all have signed the same text', () => {
    const all = signed(...content.requiredParties);
    expect(isComplete(content.requiredParties, all)).toBe(true);
    expect(isComplete(content.requiredParties, all.slice(1))).toBe(false);
    expect(unsigned(content.requiredParties, all.slice(1))).toEqual(['participant']);
    expect(isComplete(content.requiredParties, [...all.slice(1), { party: 'participant', hash: 'other' }])).toBe(false);
  });
});
