import Typography from '@mui/material/Typography';
import { useFormat } from '@softmob/portal-kit';
import { Timeline, type TimelineItem } from '@softmob/ui';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type PanelTask } from './board-documents';
import { dueState } from '../shared/due-state';

interface MobilityStepsProps {
  tasks: readonly PanelTask[];
  action?: ((task: PanelTask) => ReactNode) | undefined;
}

const PHASES = ['application', 'preparation', 'implementation', 'evaluation', 'finalisation'];

/** Everything done and to be done, phase by phase. */
export function MobilitySteps({ tasks, action }: MobilityStepsProps) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const open = new Set(tasks.filter(({ doneAt }) => !doneAt).map(({ stepKey }) => stepKey));
  const titles = new Map(tasks.map(({ stepKey, title }) => [stepKey, title]));

  const itemOf = (task: PanelTask): TimelineItem => {
    const waitsFor = task.doneAt ? [] : task.needs.filter((key) => open.has(key));
    const when = task.doneAt
      ? [
          t(task.doneHow === 'hand' ? 'steps.byHand' : 'steps.done', { date: format.date(task.doneAt, 'short') }),
          task.doneBy,
        ]
      : [
          t('steps.until', { date: format.date(task.dueOn, 'medium') }),
          waitsFor.length > 0 &&
            t('steps.waits', { steps: format.list(waitsFor.map((key) => titles.get(key) ?? key)) }),
        ];
    const detail = when.filter(Boolean).join(' · ');
    return {
      id: task.id,
      title: task.title,
      state: waitsFor.length > 0 ? 'draft' : dueState(task.state),
      who: t(`kit:audience.${task.role}`),
      detail: (
        <>
          {detail}
          {action?.(task)}
        </>
      ),
    };
  };

  return (
    <div style={{ display: 'grid', gap: 20 }}>
      {PHASES.map((phase) => {
        const those = tasks.filter((task) => task.phase === phase);
        if (those.length === 0) return null;
        return (
          <section key={phase} aria-labelledby={`phase-${phase}`}>
            <Typography variant="subtitle2" component="h3" id={`phase-${phase}`} sx={{ mb: 2 }}>
              {t(`phase.${phase}`)}
            </Typography>
            <Timeline label={t(`phase.${phase}`)} items={those.map(itemOf)} />
          </section>
        );
      })}
    </div>
  );
}
