import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/sending-coordinator';
import { SelectField } from '@softmob/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardStepsDocument } from './board-documents';
import { BulkDialog, type BulkProps } from './bulk-dialog';

const OpenTasksDocument = graphql(`
  query BoardOpenTasks($ids: [ID!]!, $step: String!) {
    tasks(filter: { mobilityIds: $ids, stepKeys: [$step], states: ["open"] }, first: 500) {
      nodes {
        id
      }
    }
  }
`);

const CompleteManyDocument = graphql(`
  mutation BoardCompletesTasks($ids: [ID!]!) {
    completeTasks(ids: $ids) {
      id
      state
      doneAt
      doneHow
      version
    }
  }
`);

/** Ticks one step for everybody selected who has it open. */
export function CompleteDialog({ projectId, ...props }: BulkProps & { projectId: string }) {
  const { t, i18n } = useTranslation('cockpit');
  const [step, setStep] = useState('');
  const { rows } = props;
  const { data: known } = useQuery(BoardStepsDocument, { variables: { projectId, locale: i18n.language } });
  const { data: found } = useQuery(OpenTasksDocument, {
    variables: { ids: rows.map(({ id }) => id), step },
    skip: step === '',
    fetchPolicy: 'network-only',
  });
  const options = useMemo(() => {
    const titles = new Map(known?.taskGroups.map((group) => [group.stepKey, group]));
    return [...new Set(rows.flatMap(({ progress }) => progress?.openSteps ?? []))].map((value) => {
      const group = titles.get(value);
      const label = group ? `${group.title} · ${t(`kit:audience.${group.role}`)}` : value;
      const count = rows.filter(({ progress }) => progress?.openSteps.includes(value)).length;
      return { value, label: `${label} (${String(count)})` };
    });
  }, [known, rows, t]);
  const taskIds = step === '' ? [] : (found?.tasks.nodes.map(({ id }) => id) ?? []);
  return (
    <BulkDialog
      {...props}
      words="complete"
      document={CompleteManyDocument}
      ids={taskIds}
      ready={taskIds.length > 0}
      resultOf={({ completeTasks }) => ({ count: completeTasks.length, refused: [] })}
    >
      <SelectField
        name="step"
        label={t('bulk.complete.step')}
        value={step}
        onChange={({ target }) => setStep(target.value)}
        helperText={t('bulk.complete.hint')}
        options={options}
      />
    </BulkDialog>
  );
}
