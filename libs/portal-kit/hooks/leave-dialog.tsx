import { ConfirmDialog } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

/** Asks before something typed and not sent is left behind. */
export default function LeaveDialog({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) {
  const { t } = useTranslation('kit');
  return (
    <ConfirmDialog
      open
      title={t('unsaved.title')}
      confirmLabel={t('unsaved.leave')}
      cancelLabel={t('unsaved.stay')}
      danger
      onConfirm={onLeave}
      onClose={onStay}
    >
      {t('unsaved.text')}
    </ConfirmDialog>
  );
}
