import { type Slice } from '@softmob/api-kit';
import { IdentityResolver } from './identity.resolver';
import { OperatorResolver } from './operator.resolver';
import { identityMails } from './mails';
import { Membership } from './membership.entity';
import { GivenUpJob } from './queue/given-up-job.entity';
import { QueueResolver } from './queue/queue.resolver';
import { Person } from './person.entity';
import { Invitation, Seat, Session } from './session.entity';

export const identity: Slice = {
  name: 'identity',
  entities: [Person, Membership, Session, Invitation, Seat, GivenUpJob],
  resolvers: [IdentityResolver, OperatorResolver, QueueResolver],
  mails: identityMails,
  topics: {
    'identity:invitation': 'security',
    'identity:reminder': 'security',
    'identity:reset': 'security',
    'identity:code': 'security',
  },
};

export { coordinatorOf } from './coordinator-of';
export { confirmSeat } from './auth.service';
export { InvitationType, MembershipType } from './identity.type';
export { Membership } from './membership.entity';
export { hashPassword } from './password';
export { ensureOperator } from './operator.service';
export * from './people.service';
export { Person } from './person.entity';
export { actorName, personName } from './person.loaders';
export { actorOfMembership, cookieName, ENDINGS, findGone, identify, type StillThere } from './session.service';
export { memberships, people } from './sources';
