import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useToday } from '@softmob/portal-kit';
import { AppLink, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type Told } from './messaging.operations';

const List = styled('ul')(({ theme }) => ({
  display: 'grid',
  padding: 0,
  margin: 0,
  listStyle: 'none',
  '& li': { position: 'relative', padding: '12px 16px 12px 32px', borderTop: `1px solid ${theme.palette.divider}` },
  '& li:first-of-type': { borderTop: 0 },
  '& li[data-new]::before': {
    content: '""',
    position: 'absolute',
    left: 14,
    top: 19,
    width: 8,
    height: 8,
    borderRadius: 4,
    backgroundColor: theme.palette.brand.main,
  },
  '& .title': { fontWeight: 550, color: theme.palette.text.primary, textDecoration: 'none', overflowWrap: 'anywhere' },
  '& li[data-new] .title': { fontWeight: 660 },
  '& a.title::after': { content: '""', position: 'absolute', inset: 0 },
  '& a.title:hover': { textDecoration: 'underline' },
  '& a.title:focus-visible': { outline: 'none' },
  '& li:has(a.title:focus-visible)': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: -2 },
  '& li:has(a.title):hover': { backgroundColor: theme.palette.surface.hover },
  '& p': { margin: '2px 0 0', color: theme.palette.text.secondary, overflowWrap: 'anywhere' },
  '& .when': { fontSize: '0.75rem' },
}));

export interface ToldListProps {
  told: readonly Told[];
  /** The text in full, or its beginning. */
  whole?: boolean;
  label: string;
  onRead: (told: Told) => void;
  /** After one of the links was followed. */
  onGo?: () => void;
}

/** What somebody was told, each leading to the thing itself; following it marks it as read. */
export function ToldList({ told, whole = false, label, onRead, onGo }: ToldListProps) {
  return (
    <List aria-label={label}>
      {told.map((one) => (
        <li key={one.id} data-new={one.readAt === null || undefined}>
          <ToldItem told={one} whole={whole} onRead={onRead} onGo={onGo} />
        </li>
      ))}
    </List>
  );
}

function ToldItem({ told, whole, onRead, onGo }: Omit<ToldListProps, 'told' | 'label'> & { told: Told }) {
  const { t } = useTranslation('messaging');
  const unread = told.readAt === null;
  const follow = () => {
    onRead(told);
    onGo?.();
  };
  return (
    <>
      {unread && <span className="visually-hidden">{t('list.new')} </span>}
      {told.link === null ? (
        <span className="title">{told.title}</span>
      ) : (
        <AppLink className="title" href={told.link} onClick={follow}>
          {told.title}
        </AppLink>
      )}
      {(whole ? told.text : told.text.slice(0, 2)).map((paragraph, at) => (
        <p key={`${String(at)} ${paragraph}`}>{paragraph}</p>
      ))}
      <When at={told.createdAt} />
      {unread && told.link === null && (
        <Button size="small" onClick={() => onRead(told)} sx={{ mt: 1 }}>
          {t('list.markRead')}
        </Button>
      )}
    </>
  );
}

function When({ at }: { at: string }) {
  const format = useFormat();
  const today = useToday();
  const time = format.date(at, 'time');
  return (
    <p className="when">
      <time dateTime={at}>
        {at.slice(0, 10) === today ? time : `${format.relativeDays(at.slice(0, 10), today)}, ${time}`}
      </time>
    </p>
  );
}
