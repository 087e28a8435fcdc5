import Button from '@mui/material/Button';
import { Receipt } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

export interface ConfirmedReceiptProps {
  count: number;
  tutors: number;
  school: string;
  /** Whether other requests still wait. */
  more: boolean;
  onClose: () => void;
}

/** What was confirmed, and who does what next. */
export function ConfirmedReceipt({ count, tutors, school, more, onClose }: ConfirmedReceiptProps) {
  const { t } = useTranslation('placements');
  return (
    <Receipt
      title={t('receipt.title', { count })}
      next={[
        { who: t('receipt.tutors', { count: tutors }), what: t('receipt.tutorsDo') },
        { who: school, what: t('receipt.schoolDoes') },
        { who: t('receipt.you'), what: t('receipt.youDo'), mine: true },
      ]}
      actions={
        <>
          <Button variant="contained" href="/arrivals">
            {t('receipt.arrivals')}
          </Button>
          {more && <Button onClick={onClose}>{t('receipt.more')}</Button>}
        </>
      }
    >
      {t('receipt.text')}
    </Receipt>
  );
}
