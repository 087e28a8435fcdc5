import { styled } from '@mui/material/styles';
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
  stay: Stay;
  onStay: (stay: Stay) => void;
}

/** The stay to try a process with: business days, as they were typed. */
export interface Stay {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** A stay of four weeks in half a year, until somebody tries another one. */
export function useTrialStay() {
  const today = useToday();
  return useState<Stay>({ startsOn: addDays(today, 180), endsOn: addDays(today, 207) });
}

/** Beside the steps where there is room for both, else below them. */
export const Beside = styled('aside')(({ theme }) => ({
  [theme.breakpoints.up('md')]: {
    flex: '0 0 clamp(340px, 32%, 440px)',
    position: 'sticky',
    top: 72,
    maxHeight: 'calc(100dvh - 88px)',
    overflowY: 'auto',
  },
  [theme.breakpoints.down('md')]: { marginTop: 20 },
}));

/** When everything would be due for a departure that one chooses. */
export function TimelinePreview({ steps, faults, country, stay, onStay }: TimelinePreviewProps) {
  const { t } = useTranslation('processes');
  const today = useToday();
  const format = useFormat();
  const { titleOf, roleOf } = useStepWords(steps);
  const { startsOn, endsOn } = stay;
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
          label={t('preview.departure')}
          value={startsOn}
          onChange={(event) => onStay({ ...stay, startsOn: event.target.value })}
        />
        <DateField
          id="preview-end"
          name="preview-end"
          label={t('preview.return')}
          value={endsOn}
          onChange={(event) => onStay({ ...stay, endsOn: event.target.value })}
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
