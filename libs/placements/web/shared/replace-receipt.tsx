import Button from '@mui/material/Button';
import { Receipt, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type Replaced, type ReplaceSubject } from './replace';

export interface ReplaceReceiptProps {
  subject: ReplaceSubject;
  replaced: Replaced;
  reader: 'school' | 'host';
  backTo: string;
}

/** What was changed, and who does what next. */
export function ReplaceReceipt({ subject, replaced, reader, backTo }: ReplaceReceiptProps) {
  const { t } = useTranslation('placements');
  const format = useFormat();
  const { company, tutor, from, agreement } = replaced;
  const mine = { who: t('receipt.you'), mine: true };
  const after =
    agreement === 'open'
      ? [
          { who: t('replace.everybody'), what: t('replace.signs') },
          { ...mine, what: t('replace.youSign') },
        ]
      : [
          reader === 'school'
            ? { ...mine, what: t(agreement === 'draft' ? 'replace.youFinish' : 'replace.youCompose') }
            : { who: t('replace.school'), what: t('replace.schoolFinishes') },
        ];
  return (
    <Receipt
      title={t('replace.done', { name: subject.name, company })}
      facts={[
        { label: t('replace.from'), value: format.date(from, 'long') },
        { label: t('column.tutor'), value: tutor },
      ]}
      next={[
        { who: tutor, what: t('replace.tutorDoes') },
        ...after,
        reader === 'school' && subject.hostId
          ? { who: t('replace.host'), what: t('replace.hostCloses', { company: subject.company }) }
          : { ...mine, what: t('replace.youClose', { company: subject.company }) },
      ]}
      actions={
        <>
          <Button variant="contained" href="/agreements">
            {t('replace.toAgreements')}
          </Button>
          <Button href={backTo}>{t('kit:action.back')}</Button>
        </>
      }
    />
  );
}
