import { type Audience } from '@softmob/access';

/** What a conversation is about. */
export const THREAD_KINDS = ['mobility', 'placement', 'flow', 'organisation'] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];

/**
 * Who may be asked into a conversation, beside the school's coordinators, who take part in each. Which people these are
 * follows from what it is about; nobody is named by hand.
 */
export const CIRCLES: Readonly<Record<ThreadKind, readonly Audience[]>> = {
  mobility: ['participant', 'guardian', 'companyTutor', 'hostCoordinator', 'sendingTeacher', 'sendingFinance'],
  placement: ['hostCoordinator', 'companyTutor', 'sendingTeacher'],
  flow: ['hostCoordinator', 'sendingTeacher', 'sendingFinance'],
  organisation: ['hostCoordinator', 'companyTutor', 'sendingFinance'],
};

/** What is wrong with a choice of roles. */
export type CircleFault = 'CIRCLE_UNKNOWN' | 'CIRCLE_APART';

/** The roles in the order of the list, each once: the same choice is the same conversation. */
export function circleOf(kind: ThreadKind, roles: readonly string[]): Audience[] {
  return CIRCLES[kind].filter((role) => roles.includes(role));
}

/** A guardian and a company never learn of each other: there is no conversation with both. */
export function circleFault(kind: ThreadKind, roles: readonly string[]): CircleFault | null {
  const known: readonly string[] = [...CIRCLES[kind], 'sendingCoordinator'];
  if (roles.some((role) => !known.includes(role))) return 'CIRCLE_UNKNOWN';
  return roles.includes('guardian') && roles.includes('companyTutor') ? 'CIRCLE_APART' : null;
}
