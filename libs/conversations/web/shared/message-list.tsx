import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useToday } from '@softmob/portal-kit';
import { useFormat } from '@softmob/ui';
import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MessageItem } from './message-item';
import { type MessageRow } from './use-messages';

const List = styled('ol')(({ theme }) => ({
  display: 'grid',
  gap: 12,
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& .day': {
    justifySelf: 'center',
    padding: '2px 10px',
    borderRadius: 10,
    fontSize: '0.75rem',
    fontWeight: 600,
    color: theme.palette.text.secondary,
    backgroundColor: theme.palette.surface.sunken,
  },
}));

export interface MessageListProps {
  /** The newest first. */
  rows: readonly MessageRow[];
  /** The message that a link names. */
  wanted: string | null;
  hasMore: boolean;
  loadingOlder: boolean;
  onOlder: () => void;
  onChanged: (message: MessageRow) => void;
}

/** Messages as they were said, day by day, the newest last and in sight. */
export function MessageList({ rows, wanted, hasMore, loadingOlder, onOlder, onChanged }: MessageListProps) {
  const { t } = useTranslation('conversations');
  const end = useRef<HTMLLIElement>(null);
  const newest = rows[0]?.id;
  useEffect(() => {
    const target = wanted ? document.getElementById(`message-${wanted}`) : null;
    (target ?? end.current)?.scrollIntoView({ block: target ? 'center' : 'end' });
  }, [wanted, newest]);
  const ordered = [...rows].reverse();
  const lastMine = rows.find(({ mine }) => mine)?.id;
  return (
    <>
      {hasMore && (
        <Button onClick={onOlder} loading={loadingOlder} size="small" sx={{ display: 'flex', mx: 'auto', mb: 3 }}>
          {t('thread.earlier')}
        </Button>
      )}
      <List aria-label={t('thread.messages')}>
        {ordered.map((message, at) => (
          <Fragment key={message.id}>
            {message.sentAt.slice(0, 10) !== ordered[at - 1]?.sentAt.slice(0, 10) && <Day at={message.sentAt} />}
            <MessageItem
              message={message}
              here={message.id === wanted}
              receipts={message.id === lastMine}
              onChanged={onChanged}
            />
          </Fragment>
        ))}
        <li ref={end} aria-hidden style={{ scrollMarginBottom: 240 }} />
      </List>
    </>
  );
}

function Day({ at }: { at: string }) {
  const format = useFormat();
  const { t } = useTranslation('conversations');
  const today = useToday();
  const day = at.slice(0, 10);
  return <li className="day">{day === today ? t('kit:word.today') : format.date(day, 'weekday')}</li>;
}
