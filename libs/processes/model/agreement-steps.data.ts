import { type ClosingEvent, type ProcessRole, type ProcessStep } from './process-template';
import { departure, weeks } from './shared-steps.data';

/** Host and company are found fifteen to twelve weeks before departure. */
export const placementSteps: readonly ProcessStep[] = [
  {
    key: 'propose-placement',
    title: { en: 'Propose a placement', it: 'Proporre un tirocinio' },
    phase: 'preparation',
    role: 'hostCoordinator',
    scope: 'mobility',
    due: departure(weeks(-15)),
    closesOn: 'placement.proposed',
    needs: ['accept-place'],
  },
  {
    key: 'confirm-placement',
    title: { en: 'Confirm the placement', it: 'Confermare il tirocinio' },
    phase: 'preparation',
    role: 'hostCoordinator',
    scope: 'mobility',
    due: departure(weeks(-12)),
    closesOn: 'placement.confirmed',
    needs: ['propose-placement'],
  },
];

export const composeAgreement: ProcessStep = {
  key: 'compose-agreement',
  title: { en: 'Compose the learning agreement', it: 'Comporre l’accordo di apprendimento' },
  phase: 'preparation',
  role: 'sendingTeacher',
  scope: 'mobility',
  due: departure(weeks(-11)),
  closesOn: 'agreement.composed',
  needs: ['confirm-placement'],
};

/** One signature of the learning agreement. */
export function sign(
  party: 'participant' | 'guardian' | 'sending' | 'host' | 'company',
  role: ProcessRole,
  week: number,
): ProcessStep {
  const closesOn: ClosingEvent = `agreement.signed.${party}`;
  return {
    key: `sign-${party}`,
    title: { en: 'Sign the learning agreement', it: 'Firmare l’accordo di apprendimento' },
    phase: 'preparation',
    role,
    scope: 'mobility',
    due: departure(weeks(week)),
    closesOn,
    needs: ['compose-agreement'],
    ...(party === 'guardian' ? { minorsOnly: true } : {}),
  };
}

/** All signatures are there three weeks before departure. */
export function lockAgreement(parties: readonly string[]): ProcessStep {
  return {
    key: 'lock-agreement',
    title: {
      en: 'See the learning agreement signed by all',
      it: 'Ottenere l’accordo di apprendimento firmato da tutti',
    },
    phase: 'preparation',
    role: 'sendingCoordinator',
    scope: 'mobility',
    due: departure(weeks(-3)),
    closesOn: 'agreement.locked',
    needs: parties.map((party) => `sign-${party}`),
  };
}
