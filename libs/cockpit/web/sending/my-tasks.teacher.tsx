import { graphql } from '@softmob/gql/sending-teacher';
import { FinishGroup } from './finish-group';
import { MyTasks } from './my-tasks';

const FinishDocument = graphql(`
  mutation TeacherFinishesTasks($ids: [ID!]!) {
    completeTasks(ids: $ids) {
      id
      state
      version
    }
  }
`);

/** The teacher's own steps; those that do not close by themselves are ticked here. */
export function TeacherTasks() {
  return (
    <MyTasks action={(group) => (group.closesOn ? null : <FinishGroup group={group} document={FinishDocument} />)} />
  );
}
