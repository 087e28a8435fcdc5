import { graphql } from '@softmob/gql/sending-teacher';
import { useSubmit } from '@softmob/portal-kit';
import { type PanelTask } from './board-documents';
import { StepButton } from './step-button';

const CompleteDocument = graphql(`
  mutation TeacherCompletesTask($id: ID!, $version: Int) {
    completeTask(id: $id, expectedVersion: $version) {
      id
      state
      doneAt
      doneHow
      doneBy
      version
    }
  }
`);

/** A teacher ticks the teachers' own steps, where they do not close by themselves. */
export function StepAction({ task }: { task: PanelTask }) {
  const { submit, saving, errors } = useSubmit(CompleteDocument, { refetchQueries: ['Board', 'BoardSteps'] });
  if (task.role !== 'sendingTeacher' || task.closesOn) return null;
  return (
    <StepButton
      task={task}
      saving={saving}
      errors={errors}
      onComplete={() => void submit({ id: task.id, version: task.version })}
    />
  );
}
