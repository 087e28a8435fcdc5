import { styled } from '@mui/material/styles';
import { AppLink, Initials } from '@softmob/ui';
import { type ThreadsQuery } from '@softmob/gql/conversing/graphql';
import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ShortTime } from './message-time';
import { useThreadTitle } from './use-title';

export type ThreadRow = ThreadsQuery['threads']['edges'][number]['node'];

const List = styled('ul')(({ theme }) => ({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& li': {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '40px minmax(0, 1fr) auto',
    columnGap: 12,
    alignItems: 'start',
    padding: '12px 16px',
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  '& li:first-of-type': { borderTop: 0 },
  '& li:hover': { backgroundColor: theme.palette.surface.hover },
  '& li[data-here]': {
    backgroundColor: theme.palette.surface.sunken,
    boxShadow: `inset 3px 0 ${theme.palette.brand.main}`,
  },
  '& li:has(a:focus-visible)': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: -2 },
  '& a': { color: theme.palette.text.primary, textDecoration: 'none', fontWeight: 550, outline: 'none' },
  '& a::after': { content: '""', position: 'absolute', inset: 0 },
  '& [data-unread] a': { fontWeight: 700 },
  '& .words': { minWidth: 0, display: 'grid', gap: 1 },
  '& .words > *': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& .detail, & .when': { fontSize: '0.8125rem', color: theme.palette.text.secondary },
  '& .last': { fontSize: '0.875rem', color: theme.palette.text.secondary },
  '& [data-unread] .last': { color: theme.palette.text.primary },
  '& .side': { display: 'grid', justifyItems: 'end', gap: 6 },
  '& .count': {
    minWidth: 20,
    padding: '0 6px',
    borderRadius: 10,
    fontSize: '0.75rem',
    fontWeight: 660,
    lineHeight: '20px',
    textAlign: 'center',
    color: theme.palette.brand.on,
    backgroundColor: theme.palette.brand.main,
  },
}));

/** Conversations, each with its newest words. */
export function ThreadList({ threads, here }: { threads: readonly ThreadRow[]; here?: string | undefined }) {
  const { t } = useTranslation('conversations');
  return (
    <List aria-label={t('nav.messages')}>
      {threads.map((thread) => (
        <li key={thread.id} data-unread={thread.unread > 0 || undefined} data-here={thread.id === here || undefined}>
          <ThreadItem thread={thread} here={thread.id === here} />
        </li>
      ))}
    </List>
  );
}

function ThreadItem({ thread, here }: { thread: ThreadRow; here: boolean }) {
  const { t } = useTranslation('conversations');
  const { nameOf, detailOf } = useThreadTitle();
  const { lastMessage: last, unread } = thread;
  const name = nameOf(thread);
  return (
    <>
      <Initials name={name} size={40} />
      <span className="words">
        <AppLink href={`/messages/${thread.id}`} aria-current={here ? 'page' : undefined}>
          {name}
        </AppLink>
        <span className="detail">{detailOf(thread)}</span>
        {last && <span className="last">{previewOf(last, t)}</span>}
      </span>
      <span className="side">
        {last && (
          <span className="when">
            <ShortTime at={last.sentAt} />
          </span>
        )}
        {unread > 0 && (
          <span className="count num">
            {unread}
            <span className="visually-hidden"> {t('list.unread', { count: unread })}</span>
          </span>
        )}
      </span>
    </>
  );
}

function previewOf(last: NonNullable<ThreadRow['lastMessage']>, t: TFunction<'conversations'>): string {
  const who = last.mine ? t('list.you') : (last.sender?.name ?? '');
  const words = last.removedAt ? t('message.removed') : last.text || t('list.files', { count: last.files.length });
  return `${who}: ${words}`;
}
