import { graphql } from '@softmob/gql/sending-coordinator';
import { useSubmit } from '@softmob/portal-kit';
import { type PanelTask } from './board-documents';
import { StepButton } from './step-button';

const CompleteDocument = graphql(`
  mutation CoordinatorCompletesTask($id: ID!, $version: Int) {
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

const ReopenDocument = graphql(`
  mutation CoordinatorReopensTask($id: ID!, $version: Int) {
    reopenTask(id: $id, expectedVersion: $version) {
      id
      state
      doneAt
      doneHow
      doneBy
      version
    }
  }
`);

const AFTERWARDS = { refetchQueries: ['Board', 'BoardSteps', 'DepartureRadar'] };

/** The coordinator may tick every step, and take back what was ticked by hand. */
export function StepAction({ task }: { task: PanelTask }) {
  const complete = useSubmit(CompleteDocument, AFTERWARDS);
  const reopen = useSubmit(ReopenDocument, AFTERWARDS);
  const variables = { id: task.id, version: task.version };
  return (
    <StepButton
      task={task}
      saving={complete.saving || reopen.saving}
      errors={complete.errors ?? reopen.errors}
      onComplete={() => void complete.submit(variables)}
      onReopen={task.doneHow === 'hand' ? () => void reopen.submit(variables) : undefined}
    />
  );
}
