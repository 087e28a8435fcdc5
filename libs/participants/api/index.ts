import { type Slice } from '@softmob/api-kit';
import { Participant } from './participant.entity';
import { ParticipantResolver } from './participant.resolver';

export const participantsSlice: Slice = {
  name: 'participants',
  entities: [Participant],
  resolvers: [ParticipantResolver],
  loggedFields: [
    'Participant.diet',
    'Participant.healthNotes',
    'Participant.fewerOpportunities',
    'Participant.fewerOpportunitiesReason',
  ],
};

export { knownOccupations } from './known-occupations';
export { Participant } from './participant.entity';
export * from './participant.loaders';
export { nameFor, ParticipantType } from './participant.type';
export {
  addParticipants,
  type ParticipantChange,
  changeParticipants,
  type ParticipantFacts,
} from './participant.service';
