import { actor, all, any, equals, isNull, linked, through, withinSeat } from '../condition';
import { reach } from '../reach';
import { grant, rule } from '../rule';
import { actors } from './groups';

const mine = equals('membershipId', actor('membershipId'));
const ofSchool = equals('schoolId', actor('organisationId'));
/** What is said about a mobility is seen only by whoever sees the mobility. */
const subjectSeen = all(withinSeat('mobilityId'), any(isNull('mobilityId'), through('mobilityId', 'mobility')));

/**
 * A conversation is for those who got a message of it. The school's coordinators take part in each of their school's,
 * also whoever became one later.
 */
export const reachThread = reach('thread', 'thread', {
  ...grant(actors, all(linked('thread_member', 'id', 'threadId', mine), subjectSeen)),
  sendingCoordinator: ofSchool,
});
/** Each message is for exactly those to whom it was delivered: whoever joins or leaves sees what was said in between. */
export const reachMessage = reach('message', 'message', {
  ...grant(actors, all(linked('message_taker', 'id', 'messageId', mine), subjectSeen)),
  sendingCoordinator: ofSchool,
});
/** A file is reached through its message, and by its sender alone before it is sent. */
export const reachMessageFile = reach(
  'messageFile',
  'message_file',
  grant(
    actors,
    any(
      all(through('messageId', 'message'), linked('message', 'messageId', 'id', isNull('removedAt'))),
      all(isNull('messageId'), equals('membershipId', actor('membershipId'))),
    ),
  ),
);
export const reachBroadcast = reach('broadcast', 'broadcast', {
  sendingCoordinator: equals('schoolId', actor('organisationId')),
});

/** Conversations, messages, who read them, and their files. */
export const read = rule('message:read', actors);
/** Writing a message, with files, in a conversation that exists or a new one. */
export const send = rule('message:send', actors);
/** Changing or taking back one's own message, for a quarter of an hour. */
export const change = rule('message:change', grant(actors, equals('senderMembershipId', actor('membershipId'))));
/** Saying that one has read. */
export const markRead = rule('message:mark-read', actors);
/** One message to everybody of a flow, each in a conversation of their own; and how far it is. */
export const sendToFlow = rule('flow:message', ['sendingCoordinator']);
