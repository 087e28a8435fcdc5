import { styled } from '@mui/material/styles';
import { addDays, Section, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type ReplaceSubject } from './replace';

const Steps = styled('ul')(({ theme }) => ({
  margin: 0,
  paddingInlineStart: 20,
  display: 'grid',
  gap: 8,
  '& li::marker': { color: theme.palette.text.secondary },
}));

export interface ReplacePreviewProps {
  subject: ReplaceSubject;
  from: string;
  today: string;
  /** The company that takes over; null while none is chosen. */
  company: string | null;
  reader: 'school' | 'host';
}

/** What will happen, in words, before anything happens. */
export function ReplacePreview({ subject, from, today, company, reader }: ReplacePreviewProps) {
  const { t } = useTranslation('placements');
  const format = useFormat();
  const day = (iso: string) => format.date(iso, 'long');
  const { name, startsOn, endsOn } = subject;
  const ended = from > startsOn;
  const told = [
    name,
    subject.minor ? t('replace.guardian') : null,
    t('replace.formerTutor'),
    t('replace.newTutor'),
    reader === 'host' ? t('replace.theSchool') : subject.hostId && t('replace.theHost'),
  ].filter((one) => typeof one === 'string' && one !== '') as string[];
  return (
    <Section title={t('replace.preview')} tone="brand">
      <Steps aria-live="polite">
        <li>
          {t(ended ? 'replace.willEnd' : 'replace.willCancel', {
            company: subject.company,
            last: day(addDays(from, -1)),
          })}
        </li>
        <li>
          {t('replace.willTakeOver', { company: company ?? t('replace.theCompany'), from: day(from), to: day(endsOn) })}
        </li>
        <li>{t('replace.willAmend')}</li>
        <li>{t(ended && from > today ? 'replace.seesUntil' : 'replace.seesNoMore', { name, from: day(from) })}</li>
        <li>{t('replace.willTell', { who: format.list(told) })}</li>
      </Steps>
    </Section>
  );
}
