import { type Slice } from '@softmob/api-kit';
import { acceptanceReaction } from './acceptance.reaction';
import { FlowResolver, ProjectResolver } from './flow.resolver';
import { Mobility } from './mobility.entity';
import { MobilityResolver } from './mobility.resolver';
import { ProjectWritingResolver } from './project-writing.resolver';
import { AccompanyingPerson, Flow, Project, Reserve } from './project.entity';

export const projectsSlice: Slice = {
  name: 'projects',
  entities: [Project, Flow, AccompanyingPerson, Reserve, Mobility],
  resolvers: [ProjectResolver, FlowResolver, MobilityResolver, ProjectWritingResolver],
  reactions: [acceptanceReaction],
};

export { Mobility } from './mobility.entity';
export { AccompanyingPerson, Flow, Project, Reserve } from './project.entity';
export * from './project.loaders';
export { AccompanyingPersonType, FlowType, MobilityType, ProjectType, ReserveType } from './project.type';
export * from './stage.service';
