import { source } from '@softmob/api-kit';
import { Membership } from './membership.entity';
import { Person } from './person.entity';
import { Invitation, Seat, Session } from './session.entity';

/** Sources of identity have no reach: nobody lists people; services load them by what the caller proved. */
export const people = source(Person, { name: 'person', reach: null, secret: ['passwordHash'] });
export const memberships = source(Membership, { name: 'membership', reach: null });
export const sessions = source(Session, { name: 'session', reach: null, secret: ['tokenHash'] });
export const invitations = source(Invitation, { name: 'invitation', reach: null, secret: ['tokenHash'] });
export const seats = source(Seat, { name: 'seat', reach: null, secret: ['tokenHash', 'codeHash'] });
