import { graphql } from '@softmob/gql/sending-coordinator';
import { FinishGroup } from './finish-group';
import { MyTasks } from './my-tasks';

const FinishDocument = graphql(`
  mutation CoordinatorFinishesTasks($ids: [ID!]!) {
    completeTasks(ids: $ids) {
      id
      state
      version
    }
  }
`);

/** The coordinator's own steps; those that do not close by themselves are ticked here. */
export function CoordinatorTasks() {
  return (
    <MyTasks action={(group) => (group.closesOn ? null : <FinishGroup group={group} document={FinishDocument} />)} />
  );
}
