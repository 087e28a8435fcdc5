import Link from '@mui/material/Link';
import { useFormat, useSession, useToday } from '@softmob/portal-kit';
import { type Column, StateChip } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { Cut } from './board-cells';
import { boardLink } from './board-link';
import { dueState } from './flow-state';
import { type TaskGroup } from './my-tasks-documents';

/** Who holds a group: the person to whom it was given, else everybody of its function. */
export function useHolderName() {
  const { t } = useTranslation('cockpit');
  const { viewer } = useSession();
  return ({ assignee, role }: Pick<TaskGroup, 'assignee' | 'role'>): string =>
    !assignee ? t(`kit:audience.${role}`) : assignee.name === viewer.displayName ? t('holder.you') : assignee.name;
}

/** Whether it can be done now, and if not, what comes first and who holds that. */
function useStanding() {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  return ({ open, waiting, closesOn, waitsFor, snoozedUntil, snoozeReason }: TaskGroup) => {
    if (snoozedUntil) {
      const said = t('tasks.putOff', { date: format.date(snoozedUntil, 'short') });
      return { text: said, title: snoozeReason ? `${said}: ${snoozeReason}` : said };
    }
    if (waiting === 0) {
      const text = closesOn ? t('tasks.closes') : t('tasks.now');
      return { text, title: text };
    }
    const first = waitsFor[0];
    const text = !first
      ? t('tasks.waits')
      : waiting === open
        ? t('tasks.after', { step: first.title })
        : t('tasks.waitsFor', { count: waiting });
    const title = waitsFor.map((wait) => `${wait.title} (${t(`kit:audience.${wait.role}`)}, ${String(wait.count)})`);
    return { text, title: t('tasks.first', { steps: title.join('; ') }) };
  };
}

/** The columns of a list of steps; with who holds them where that differs. */
export function useTaskColumns(withHolder: boolean): Column<TaskGroup>[] {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const today = useToday();
  const holderName = useHolderName();
  const standing = useStanding();
  const holder: Column<TaskGroup> = { key: 'holder', header: t('tasks.holder'), cell: holderName };
  return [
    {
      key: 'title',
      header: t('tasks.step'),
      cell: (group) =>
        group.wholeFlow ? (
          <Cut style={{ maxWidth: 340 }} title={group.title}>
            {group.title}
          </Cut>
        ) : (
          <Link href={boardLink({ flow: [group.flow.id], step: [group.stepKey] })} color="inherit">
            {group.title}
          </Link>
        ),
    },
    { key: 'flow', header: t('board.flow'), cell: ({ flow }) => `${flow.code} · ${flow.town}` },
    {
      key: 'due',
      header: t('tasks.due'),
      cell: ({ dueOn, state, escalated }) => (
        <StateChip
          plain
          state={dueState(state)}
          label={`${format.date(dueOn, 'short')} · ${format.relativeDays(dueOn, today)}`}
          title={escalated > 0 ? t('tasks.escalated') : format.date(dueOn, 'long')}
        />
      ),
    },
    {
      key: 'open',
      header: t('tasks.for'),
      cell: ({ wholeFlow, open, done }) =>
        wholeFlow ? t('tasks.wholeFlow') : t('tasks.peopleOf', { count: open, total: open + done }),
    },
    ...(withHolder ? [holder] : []),
    {
      key: 'waiting',
      header: t('tasks.can'),
      cell: (group) => {
        const { text, title } = standing(group);
        return (
          <Cut style={{ maxWidth: 260 }} title={title}>
            {text}
          </Cut>
        );
      },
    },
  ];
}
