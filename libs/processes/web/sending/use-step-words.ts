import { type ProcessStep } from '@softmob/processes-model';
import { useTranslation } from 'react-i18next';

/** What a step says in the reader's language: its title, who holds it and when it is due. */
export function useStepWords(steps: readonly ProcessStep[]) {
  const { t, i18n } = useTranslation('processes');
  const inItalian = i18n.language.startsWith('it');
  const titleOf = ({ title }: ProcessStep) => (inItalian ? title.it : title.en) || t('step.untitled');
  const titleOfKey = (key: string) => {
    const step = steps.find((one) => one.key === key);
    return step ? titleOf(step) : key;
  };
  const dueOf = ({ due }: ProcessStep) => {
    const count = Math.abs(due.offsetDays);
    const step = due.anchor === 'step' ? titleOfKey(due.step ?? '') : '';
    if (count === 0) return t(`due.on.${due.anchor}`, { step });
    const days = t(due.workingDays ? 'due.workingDays' : 'due.days', { count });
    return t(`due.${due.offsetDays < 0 ? 'before' : 'after'}.${due.anchor}`, { days, step });
  };
  const roleOf = (role: string) => t(`kit:audience.${role}`);
  const eventOf = (event: string | null) => (event ? t(`event.${event.replaceAll('.', '-')}`) : t('event.hand'));
  return { titleOf, titleOfKey, dueOf, roleOf, eventOf };
}
