import Button from '@mui/material/Button';
import { type NextStep, Receipt } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type ImportView } from './import-types';

interface ImportReceiptProps {
  file: Pick<ImportView, 'kind' | 'fileName'> & { receipt: NonNullable<ImportView['receipt']> };
  next: readonly NextStep[];
  actions: React.ReactNode;
  onBack: () => void;
}

/** What came of it, what waits, and what happens next. */
export function ImportReceipt({ file, next, actions, onBack }: ImportReceiptProps) {
  const { t } = useTranslation('projects');
  const { added, updated, unchanged, waiting, flowsCreated } = file.receipt;
  return (
    <Receipt
      level={2}
      title={t(`import.done.${file.kind}`, { count: added })}
      facts={[
        { label: t('import.file'), value: file.fileName },
        { label: t('import.tile.new'), value: added },
        { label: t('import.tile.updated'), value: updated },
        { label: t('import.tile.unchanged'), value: unchanged },
        { label: t('import.tile.waiting'), value: waiting },
        ...(flowsCreated > 0 ? [{ label: t('import.flowsCreated'), value: flowsCreated }] : []),
      ]}
      next={waiting > 0 ? [{ mine: true, what: t('import.mendNext', { count: waiting }) }, ...next] : next}
      actions={
        <>
          {actions}
          {waiting > 0 && (
            <Button variant="outlined" onClick={onBack}>
              {t('import.backToWaiting', { count: waiting })}
            </Button>
          )}
        </>
      }
    />
  );
}
