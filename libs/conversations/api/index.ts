import { type Slice } from '@softmob/api-kit';
import { Broadcast } from './broadcast.entity';
import { broadcastJob } from './broadcast.service';
import { BroadcastResolver, ConversationResolver } from './conversation.resolver';
import { THREAD_CHANNEL } from './deliver';
import { conversationMails } from './mails';
import { messageThumbnails } from './message-file.service';
import { messageFileRoutes } from './message-file.routes';
import { Message, MessageFile, MessageTaker, MessageVersion } from './message.entity';
import { sweepJob } from './sweep.job';
import { Thread, ThreadMember } from './thread.entity';

export const conversationsSlice: Slice = {
  name: 'conversations',
  entities: [Thread, ThreadMember, Message, MessageTaker, MessageVersion, MessageFile, Broadcast],
  resolvers: [ConversationResolver, BroadcastResolver],
  jobs: {
    'conversations:broadcast': broadcastJob,
    'conversations:sweep': sweepJob,
    'conversations:thumbnails': messageThumbnails.job,
  },
  daily: ['conversations:sweep', 'conversations:thumbnails'],
  mails: conversationMails,
  topics: {
    'conversations:message': 'messages',
    'conversations:mention': 'messages',
    'conversations:announcement': 'messages',
  },
  channels: [THREAD_CHANNEL],
  routes: messageFileRoutes,
};
