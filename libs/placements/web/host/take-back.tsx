import UndoOutlined from '@mui/icons-material/UndoOutlined';
import IconButton from '@mui/material/IconButton';
import { useSubmit, useToast } from '@softmob/portal-kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../shared/reason-dialog';
import { TakeBackDocument } from './companies.operations';

interface TakeBackProps {
  placementId: string;
  name: string;
  /** The school that is told and places the learner anew. */
  school: string;
}

/** The host takes a confirmed placement back before the stay, with a reason for school and tutor. */
export function TakeBack({ placementId, name, school }: TakeBackProps) {
  const { t } = useTranslation('placements');
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { submit, errors } = useSubmit(TakeBackDocument, {
    refetchQueries: ['HostCompany', 'HostCompanies', 'ArrivalSheet', 'HostHome'],
  });
  const label = t('takeBack.action', { name });
  return (
    <>
      <IconButton size="small" aria-label={label} title={label} onClick={() => setOpen(true)}>
        <UndoOutlined fontSize="small" />
      </IconButton>
      {open && (
        <ReasonDialog
          title={t('takeBack.title', { name })}
          text={t('takeBack.textHost', { school })}
          confirmLabel={t('takeBack.confirm')}
          errors={errors}
          onClose={() => setOpen(false)}
          onConfirm={async (reason) => {
            if (!(await submit({ id: placementId, reason }))) return;
            setOpen(false);
            toast(t('takeBack.doneHost', { name, school }));
          }}
        />
      )}
    </>
  );
}
