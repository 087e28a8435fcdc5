import Typography from '@mui/material/Typography';
import { addDays, planSteps, type ProcessStep, type TemplateFault } from '@softmob/processes-model';
import { DateField, FormGroup, Notice, Section, Timeline, useFormat } from '@softmob/ui';
import { useToday } from '@softmob/portal-kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStepWords } from './use-step-words';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Faults of the due days themselves: without these every day can be told. */
const ofDays = ({ path }: TemplateFault) => path.includes('.due.') || path.endsWith('.key');

interface TimelinePreviewProps {
  steps: readonly ProcessStep[];
  faults: readonly TemplateFault[];
  /** Whose public holidays count. */
  country: string;
}

/** When everything would be due for a departure that one chooses. */
export function TimelinePreview({ steps, faults, country }: TimelinePreviewProps) {
  const { t } = useTranslation('processes');
  const today = useToday();
  const format = useFormat();
  const { titleOf, roleOf } = useStepWords(steps);
  const [startsOn, setStartsOn] = useState(addDays(today, 180));
  const [endsOn, setEndsOn] = useState(addDays(today, 207));
  const valid = DAY.test(startsOn) && DAY.test(endsOn) && startsOn <= endsOn;
  const plan = valid && !faults.some(ofDays) ? planSteps(steps, { startsOn, endsOn }, country) : null;
  const items = [...(plan ?? [])]
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn))
    .map((step) => ({
      id: step.key,
      title: titleOf(step),
      state: step.dueOn < today ? ('atRisk' as const) : ('waiting' as const),
      date: step.dueOn,
      who: roleOf(step.role),
    }));
  return (
    <Section title={t('preview.title')} description={t('preview.text')}>
      <FormGroup legend={t('preview.dates')}>
        <DateField
          id="preview-start"
          name="preview-start"
          label={t('anchor.departure')}
          value={startsOn}
          onChange={(event) => setStartsOn(event.target.value)}
        />
        <DateField
          id="preview-end"
          name="preview-end"
          label={t('anchor.return')}
          value={endsOn}
          onChange={(event) => setEndsOn(event.target.value)}
        />
      </FormGroup>
      {!valid && <Notice tone="atRisk">{t('preview.datesWrong')}</Notice>}
      {valid && !plan && <Notice tone="blocked">{t('preview.faults')}</Notice>}
      {plan && (
        <>
          <Typography variant="body2" color="text.secondary" sx={{ my: 3 }}>
            {t('preview.first', { date: format.date(items[0]?.date ?? startsOn, 'medium') })}
          </Typography>
          <Timeline items={items} label={t('preview.title')} />
        </>
      )}
    </Section>
  );
}
