import Button from '@mui/material/Button';
import { type FormErrors, useErrorText } from '@softmob/portal-kit';
import { Notice } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type PanelTask } from './board-documents';

interface StepButtonProps {
  task: PanelTask;
  saving: boolean;
  errors: FormErrors | null;
  onComplete: () => void;
  onReopen?: (() => void) | undefined;
}

/** Ticks one step, or takes it back. */
export function StepButton({ task, saving, errors, onComplete, onReopen }: StepButtonProps) {
  const { t } = useTranslation('cockpit');
  const text = useErrorText('cockpit');
  const act = task.doneAt ? onReopen : onComplete;
  return (
    <>
      {act && (
        <div>
          <Button
            size="small"
            disabled={saving}
            onClick={act}
            aria-label={t(task.doneAt ? 'steps.reopenOf' : 'steps.completeOf', { title: task.title })}
            sx={{ ml: -1.5 }}
          >
            {t(task.doneAt ? 'steps.reopen' : 'steps.complete')}
          </Button>
        </div>
      )}
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
    </>
  );
}
