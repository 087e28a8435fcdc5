import { policy } from '@softmob/access';
import { source } from '@softmob/api-kit';
import { Broadcast } from './broadcast.entity';
import { Message, MessageFile } from './message.entity';
import { Thread } from './thread.entity';

const { reachBroadcast, reachMessage, reachMessageFile, reachThread } = policy.conversations;

export const threads = source(Thread, { name: 'conversation', reach: reachThread });
export const messages = source(Message, { name: 'message', reach: reachMessage, secret: ['body'] });
export const messageFiles = source(MessageFile, { name: 'file', reach: reachMessageFile });
export const broadcasts = source(Broadcast, { name: 'broadcast', reach: reachBroadcast, secret: ['body'] });
