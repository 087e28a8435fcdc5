import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { styled } from '@mui/material/styles';
import { piecesOf } from '@softmob/conversations-model';
import { Thumbnail } from '@softmob/documents-web/shared';
import { fileUrl } from '@softmob/portal-kit';
import { Initials, useFormat } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeMessage } from './change-message';
import { type MessageRow } from './use-messages';

const Item = styled('li')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '32px minmax(0, 1fr)',
  gap: 10,
  maxWidth: 640,
  scrollMarginTop: 96,
  '& .bubble': {
    justifySelf: 'start',
    maxWidth: '100%',
    padding: '8px 12px',
    borderRadius: 12,
    border: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.background.paper,
  },
  '&[data-mine]': { gridTemplateColumns: 'minmax(0, 1fr)', justifySelf: 'end' },
  '&[data-mine] .bubble': { justifySelf: 'end', backgroundColor: theme.palette.brand.soft, borderColor: 'transparent' },
  '&[data-here] .bubble': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: 1 },
  '& .column': { display: 'grid', gap: 2, minWidth: 0 },
  '& .who': { fontSize: '0.8125rem', color: theme.palette.text.secondary },
  '& .who strong': { color: theme.palette.text.primary, fontWeight: 600 },
  '& .text': { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  '& .removed': { margin: 0, fontStyle: 'italic', color: theme.palette.text.secondary },
  '& .under': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, fontSize: '0.75rem' },
  '& .under, & .all': { color: theme.palette.text.secondary },
  '& .under .MuiButton-root': { minHeight: 28, minWidth: 0, padding: '2px 6px', fontSize: '0.75rem' },
  '&[data-mine] .under': { justifyContent: 'flex-end' },
  '& .announcement': {
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    marginBottom: 4,
    fontSize: '0.75rem',
    fontWeight: 600,
    color: theme.palette.brand.strong,
  },
  '& .files': { display: 'grid', gap: 4, margin: '6px 0 0', padding: 0, listStyle: 'none' },
  '& .files a': {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    minHeight: 44,
    color: 'inherit',
    textDecoration: 'none',
    overflowWrap: 'anywhere',
  },
  '& .files .name': { textDecoration: 'underline', textUnderlineOffset: 3 },
  '& .files small': { display: 'block', color: theme.palette.text.secondary },
  '& mark': { color: 'inherit', fontWeight: 660, backgroundColor: 'transparent' },
}));

export interface MessageItemProps {
  message: MessageRow;
  here: boolean;
  /** Whether who has read it stands below. */
  receipts: boolean;
  onChanged: (message: MessageRow) => void;
}

/** One message, with who wrote it, its files, and for its writer who has read it. */
export function MessageItem({ message, here, receipts, onChanged }: MessageItemProps) {
  const { t } = useTranslation('conversations');
  const { mine, sender, announcement } = message;
  const role = sender ? t(`kit:audience.${sender.role}`) : '';
  return (
    <Item id={`message-${message.id}`} data-mine={mine || undefined} data-here={here || undefined}>
      {!mine && <Initials name={sender?.name ?? ''} size={32} />}
      <div className="column">
        <span className={mine ? 'who visually-hidden' : 'who'}>
          <strong>{mine ? t('list.you') : sender?.name}</strong>
          {!mine && `, ${role}`}
        </span>
        <div className="bubble">
          {announcement && (
            <span className="announcement">
              <CampaignOutlined fontSize="inherit" aria-hidden />
              {t('message.announcement')}
            </span>
          )}
          <Words message={message} />
          <Files files={message.files} />
        </div>
        <div className="under">
          <Stamp message={message} />
          {mine && receipts && <Receipts message={message} />}
          {message.changeable && <ChangeMessage message={message} onChanged={onChanged} />}
        </div>
      </div>
    </Item>
  );
}

function Stamp({ message: { sentAt, editedAt, removedAt } }: { message: MessageRow }) {
  const { t } = useTranslation('conversations');
  const format = useFormat();
  return (
    <>
      <time dateTime={sentAt} className="num" title={format.date(sentAt, 'dateTime')}>
        {format.date(sentAt, 'time')}
      </time>
      {editedAt && !removedAt && <span>{t('message.edited')}</span>}
    </>
  );
}

/** Plain words; whole addresses may be followed, names that are mentioned stand out. */
function Words({ message: { text, removedAt, mentions } }: { message: MessageRow }) {
  const { t } = useTranslation('conversations');
  if (removedAt) return <p className="removed">{t('message.removed')}</p>;
  if (!text) return null;
  return (
    <p className="text">
      {piecesOf(text).map(({ text: words, href }, at) =>
        href ? (
          <Link key={at} href={href} target="_blank" rel="noopener noreferrer nofollow">
            {words}
          </Link>
        ) : (
          <Mentioned key={at} words={words} names={mentions.map(({ name }) => `@${name}`)} />
        ),
      )}
    </p>
  );
}

function Mentioned({ words, names }: { words: string; names: readonly string[] }) {
  const name = names.find((one) => words.includes(one));
  if (!name) return words;
  const at = words.indexOf(name);
  const others = names.filter((one) => one !== name);
  return (
    <>
      <Mentioned words={words.slice(0, at)} names={others} />
      <mark>{name}</mark>
      <Mentioned words={words.slice(at + name.length)} names={names} />
    </>
  );
}

const addressOf = (id: string) => fileUrl(`/messages/files/${id}`);
const thumbnailOf = (id: string) => fileUrl(`/messages/files/${id}/thumbnail`);

function Files({ files }: Pick<MessageRow, 'files'>) {
  const format = useFormat();
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          <Link href={addressOf(file.id)} target="_blank" rel="noopener">
            <Thumbnail file={file} url={thumbnailOf} />
            <span>
              <span className="name">{file.fileName}</span>
              <small className="num">{format.bytes(file.size)}</small>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Who has read it: how many in a word, and their names on demand. */
function Receipts({ message: { readBy, sentTo } }: { message: MessageRow }) {
  const { t } = useTranslation('conversations');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  if (readBy.length === 0) return <span>{t('message.notRead')}</span>;
  return (
    <>
      <Button size="small" variant="text" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('message.read', { count: readBy.length, total: sentTo })}
      </Button>
      {open && <span className="all">{format.list(readBy.map(({ name }) => name))}</span>}
    </>
  );
}
