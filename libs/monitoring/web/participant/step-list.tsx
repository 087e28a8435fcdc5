import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useSubmit, useToast, useToday } from '@softmob/portal-kit';
import { Notice, TaskCard } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DoTaskDocument } from './home.operations';
import { type Step } from './next-steps';

const FIRST_SHOWN = 4;

function StepCard({ step, level }: { step: Step; level: 2 | 3 }) {
  const { t } = useTranslation('monitoring');
  const today = useToday();
  const toast = useToast();
  const { task, to, state, waiting, reason } = step;
  const { submit, saving } = useSubmit(DoTaskDocument, { refetchQueries: ['Home'] });
  const byHand = !task.closesOn && !waiting;
  const detail = waiting ? t(`step.waiting.${waiting}`) : reason ? t('step.returned', { reason }) : undefined;
  const tick = async () => {
    if (await submit({ id: task.id, version: task.version })) toast(t('step.ticked'));
  };
  return (
    <TaskCard
      level={level}
      title={task.title}
      by={task.dueOn}
      today={today}
      state={state}
      {...(detail ? { detail } : {})}
      {...(to && !waiting ? { to } : {})}
      {...(byHand && !to
        ? {
            action: (
              <Button variant="outlined" loading={saving} onClick={() => void tick()}>
                {t('step.tick')}
              </Button>
            ),
          }
        : {})}
    />
  );
}

/** What there is to do: the next thing large and first, the rest in order. */
export function StepList({ steps: all }: { steps: readonly Step[] }) {
  const { t } = useTranslation('monitoring');
  const [whole, setWhole] = useState(false);
  // Arrival has a button of its own on its day.
  const steps = all.filter(({ task }) => task.stepKey !== 'confirm-arrival');
  const [next, ...rest] = steps;
  if (!next) {
    return (
      <Notice tone="done" title={t('home.nothing')}>
        {t('home.nothingHint')}
      </Notice>
    );
  }
  const shown = whole ? rest : rest.slice(0, FIRST_SHOWN - 1);
  return (
    <section aria-labelledby="next-title">
      <Stack spacing={3}>
        <Typography variant="h2" id="next-title">
          {t(next.waiting ? 'home.waiting' : 'home.next')}
        </Typography>
        <StepCard step={next} level={3} />
        {shown.length > 0 && (
          <Typography variant="h3" sx={{ pt: 2 }}>
            {t('home.then')}
          </Typography>
        )}
        {shown.map((step) => (
          <StepCard key={step.task.id} step={step} level={3} />
        ))}
        {rest.length > shown.length && (
          <div>
            <Button onClick={() => setWhole(true)}>{t('home.showAll', { count: rest.length - shown.length })}</Button>
          </div>
        )}
      </Stack>
    </section>
  );
}
