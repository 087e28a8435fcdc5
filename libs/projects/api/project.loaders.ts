import { policy } from '@softmob/access';
import { loaderById, loaderOfChildren, source } from '@softmob/api-kit';
import { Mobility } from './mobility.entity';
import { AccompanyingPerson, Flow, Project, Reserve } from './project.entity';

export const projects = source(Project, { name: 'project', reach: policy.projects.reachProject });
export const flows = source(Flow, { name: 'flow', reach: policy.projects.reachFlow });
export const mobilities = source(Mobility, { name: 'mobility', reach: policy.projects.reachMobility });
export const reserves = source(Reserve, { name: 'reserve', reach: policy.projects.reachReserve });
/** Reached through the flow. */
export const accompanyingPersons = source(AccompanyingPerson, { name: 'accompanying_person', reach: null });

export const projectById = loaderById(projects);
export const flowById = loaderById(flows);
export const mobilityById = loaderById(mobilities);
export const flowsOfProject = loaderOfChildren(flows, 'projectId', {
  established: 'project',
  orderBy: 'x.starts_on, x.code',
});
export const accompanyingOfFlow = loaderOfChildren(accompanyingPersons, 'flowId', {
  established: 'flow',
  orderBy: 'x.last_name, x.first_name',
});
