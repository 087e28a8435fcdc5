import UndoOutlined from '@mui/icons-material/UndoOutlined';
import IconButton from '@mui/material/IconButton';
import { useSubmit, useToast } from '@softmob/portal-kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardLearner } from '../shared/board';
import { ReasonDialog } from '../shared/reason-dialog';
import { TakeBackDocument } from './board.operations.coordinator';

/** Takes one placement back, with a reason for the host and the tutor. */
export function TakeBack({ learner, onDone }: { learner: BoardLearner; onDone: () => void }) {
  const { t } = useTranslation('placements');
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { submit, errors } = useSubmit(TakeBackDocument);
  const label = t('takeBack.action', { name: learner.name });
  return (
    <>
      <IconButton size="small" aria-label={label} title={label} onClick={() => setOpen(true)}>
        <UndoOutlined fontSize="small" />
      </IconButton>
      {open && (
        <ReasonDialog
          title={t('takeBack.title', { name: learner.name })}
          text={t(learner.status === 'confirmed' ? 'takeBack.textConfirmed' : 'takeBack.text')}
          confirmLabel={t('takeBack.confirm')}
          errors={errors}
          onClose={() => setOpen(false)}
          onConfirm={async (reason) => {
            if (!learner.placementId || !(await submit({ id: learner.placementId, reason }))) return;
            setOpen(false);
            toast(t('takeBack.done', { name: learner.name }));
            onDone();
          }}
        />
      )}
    </>
  );
}
