import { type Slice } from '@softmob/api-kit';
import { acceptanceReaction } from './acceptance.reaction';
import { FlowPlan, HostAsk } from './clone/clone.entity';
import { CloneResolver, FlowPlanResolver, HostAskResolver } from './clone/clone.resolver';
import { PlannedFlowResolver, PlannedHostResolver } from './clone/clone.type';
import { hostAskMails } from './clone/host-ask.mails';
import { cohortRoutes } from './cohort.routes';
import { FlowProcessResolver } from './flow-process.resolver';
import { FlowResolver, ProjectResolver } from './flow.resolver';
import { ImportBatch } from './imports/import-batch.entity';
import { ImportResolver } from './imports/import.resolver';
import { importRoutes } from './imports/import.routes';
import { InvitationResolver } from './invitation.resolver';
import { Mobility } from './mobility.entity';
import { MobilityResolver } from './mobility.resolver';
import { participantChangesReaction } from './participant-changes.reaction';
import { ProjectWritingResolver } from './project-writing.resolver';
import { ReserveResolver } from './reserve.resolver';
import { withdrawalMails } from './withdrawal.mails';
import { successionReaction } from './succession.reaction';
import { WithdrawalResolver } from './withdrawal.resolver';
import { AccompanyingPerson, Flow, Project, Reserve } from './project.entity';

export const projectsSlice: Slice = {
  name: 'projects',
  entities: [Project, Flow, AccompanyingPerson, Reserve, Mobility, ImportBatch, FlowPlan, HostAsk],
  resolvers: [
    ProjectResolver,
    FlowResolver,
    FlowProcessResolver,
    MobilityResolver,
    ProjectWritingResolver,
    ImportResolver,
    InvitationResolver,
    ReserveResolver,
    WithdrawalResolver,
    CloneResolver,
    FlowPlanResolver,
    HostAskResolver,
    PlannedFlowResolver,
    PlannedHostResolver,
  ],
  reactions: [acceptanceReaction, participantChangesReaction, successionReaction],
  mails: { ...withdrawalMails, ...hostAskMails },
  topics: {
    'projects:withdrawn-school': 'withdrawals',
    'projects:promoted': 'withdrawals',
    'projects:withdrawn-self': 'withdrawals',
    'projects:same-again': 'placements',
    'projects:same-again-answered': 'placements',
    'projects:same-again-withdrawn': 'deletions',
  },
  routes: (router, runtime) => {
    importRoutes(router, runtime);
    cohortRoutes(router, runtime);
  },
};

export { Mobility } from './mobility.entity';
export { AccompanyingPerson, Flow, Project, Reserve } from './project.entity';
export * from './project.loaders';
export { AccompanyingPersonType, FlowType, MobilityType, ProjectType, ReserveType } from './project.type';
export * from './stage.service';
export { addMobilities } from './mobility.service';
export { successionsOf } from './succession.reaction';
