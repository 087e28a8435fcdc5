import Link from '@mui/material/Link';
import { useFormat, useSession, useToday } from '@softmob/portal-kit';
import { type Column, StateChip } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { Cut } from './cut';
import { dueState } from './due-state';
import { type PlaceOf } from './task-means';
import { type TaskGroup } from './my-tasks.documents.desk';

/** Who holds a group: the person to whom it was given, else everybody of its function. */
export function useHolderName() {
  const { t } = useTranslation('tasks');
  const { viewer } = useSession();
  return ({ assignee, role }: Pick<TaskGroup, 'assignee' | 'role'>): string =>
    !assignee ? t(`kit:audience.${role}`) : assignee.name === viewer.displayName ? t('list.you') : assignee.name;
}

/** Whether it can be done now, and if not, what comes first and who holds that. */
function useStanding() {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  return ({ open, waiting, closesOn, waitsFor, snoozedUntil, snoozeReason }: TaskGroup) => {
    if (snoozedUntil) {
      const said = t('list.putOff', { date: format.date(snoozedUntil, 'short') });
      return { text: said, title: snoozeReason ? `${said}: ${snoozeReason}` : said };
    }
    if (waiting === 0) {
      const text = closesOn ? t('list.closes') : t('list.now');
      return { text, title: text };
    }
    const first = waitsFor[0];
    const text = !first
      ? t('list.waits')
      : waiting === open
        ? t('list.after', { step: first.title })
        : t('list.waitsFor', { count: waiting });
    const title = waitsFor.map((wait) => `${wait.title} (${t(`kit:audience.${wait.role}`)}, ${String(wait.count)})`);
    return { text, title: t('list.first', { steps: title.join('; ') }) };
  };
}

/** The columns of a list of steps; with who holds them where that differs. */
export function useTaskColumns(placeOf: PlaceOf, withHolder: boolean): Column<TaskGroup>[] {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  const today = useToday();
  const holderName = useHolderName();
  const standing = useStanding();
  const holder: Column<TaskGroup> = { key: 'holder', header: t('list.holder'), cell: holderName };
  return [
    {
      key: 'title',
      header: t('list.step'),
      cell: (group) => {
        const place = placeOf(group);
        return (
          <Cut style={{ maxWidth: 340 }} title={group.title}>
            {place ? (
              <Link href={place} color="inherit">
                {group.title}
              </Link>
            ) : (
              group.title
            )}
          </Cut>
        );
      },
    },
    { key: 'flow', header: t('list.flow'), cell: ({ flow }) => `${flow.code} · ${flow.town}` },
    {
      key: 'due',
      header: t('list.due'),
      cell: ({ dueOn, state, escalated }) => (
        <StateChip
          plain
          state={dueState(state)}
          label={`${format.date(dueOn, 'short')} · ${format.relativeDays(dueOn, today)}`}
          title={escalated > 0 ? t('list.escalated') : format.date(dueOn, 'long')}
        />
      ),
    },
    {
      key: 'open',
      header: t('list.for'),
      cell: ({ wholeFlow, open, done }) =>
        wholeFlow ? t('list.wholeFlow') : t('list.peopleOf', { count: open, total: open + done }),
    },
    ...(withHolder ? [holder] : []),
    {
      key: 'waiting',
      header: t('list.can'),
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
