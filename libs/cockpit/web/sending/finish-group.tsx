import { type TypedDocumentNode } from '@graphql-typed-document-node/core';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useErrorText, useSubmit } from '@softmob/portal-kit';
import { ConfirmDialog, Notice } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TaskGroup } from './my-tasks-documents';

interface FinishGroupProps<Data> {
  group: TaskGroup;
  document: TypedDocumentNode<Data, { ids: string | string[] }>;
}

/** Says that a step is done for everybody of a flow who has it open; asks first, since it is many at once. */
export function FinishGroup<Data>({ group, document }: FinishGroupProps<Data>) {
  const { t } = useTranslation('cockpit');
  const text = useErrorText('cockpit');
  const [asking, setAsking] = useState(false);
  const { submit, saving, errors } = useSubmit(document, { refetchQueries: ['MyTaskGroups', 'DepartureRadar'] });
  const finish = async () => {
    if (await submit({ ids: [...group.taskIds] })) setAsking(false);
  };
  return (
    <>
      <Button
        size="small"
        loading={saving}
        aria-label={t('tasks.finishOf', { title: group.title, flow: group.flow.code })}
        onClick={() => setAsking(true)}
      >
        {t('tasks.finish')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('tasks.finishTitle', { title: group.title, flow: group.flow.code })}
        confirmLabel={t('tasks.finishConfirm')}
        onConfirm={finish}
        onClose={() => setAsking(false)}
      >
        <Typography variant="body2" sx={{ mb: errors ? 3 : 0 }}>
          {t(group.wholeFlow ? 'tasks.finishFlow' : 'tasks.finishPeople', { count: group.open, flow: group.flow.code })}
        </Typography>
        {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
      </ConfirmDialog>
    </>
  );
}
