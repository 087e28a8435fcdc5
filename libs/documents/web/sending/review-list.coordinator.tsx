import { styled } from '@mui/material/styles';
import { useToday } from '@softmob/portal-kit';
import { daysBetween, useFormat } from '@softmob/ui';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentChip } from '../shared/document-state';
import { Thumbnail } from '../shared/thumbnail';
import { nameOf, type ReviewedDocument } from './review.operations.coordinator';

const Head = styled('label')(({ theme }) => ({
  position: 'sticky',
  top: 0,
  zIndex: 1,
  display: 'flex',
  alignItems: 'center',
  minHeight: 44,
  cursor: 'pointer',
  fontSize: '0.875rem',
  backgroundColor: theme.palette.background.paper,
  borderBottom: `1px solid ${theme.palette.divider}`,
  '& input': { width: 18, height: 18, margin: '0 13px' },
}));
const List = styled('ul')(({ theme }) => ({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& > li': {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    alignItems: 'stretch',
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  '& > li[data-open]': { backgroundColor: theme.palette.brand.soft },
  '& label': { display: 'grid', placeItems: 'center', width: 44, cursor: 'pointer' },
  '& input': { width: 18, height: 18, margin: 0 },
  '& button': {
    all: 'unset',
    cursor: 'pointer',
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: '2px 12px',
    minWidth: 0,
    padding: '10px 16px 10px 0',
  },
  '& button > :first-child': { gridRow: '1 / span 3', alignSelf: 'center' },
  '& button:hover strong': { textDecoration: 'underline', textUnderlineOffset: 3 },
  '& button:focus-visible': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: -2, borderRadius: 6 },
  '& .top': { display: 'flex', gap: 8, alignItems: 'center', justifyContent: 'space-between' },
  '& small': { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

export interface ReviewListProps {
  documents: readonly ReviewedDocument[];
  openId: string;
  onOpen: (id: string) => void;
  selected: ReadonlySet<string>;
  onSelect: (id: string) => void;
}

export interface SelectAllProps {
  /** How many it selects: everything that waits and fits the filters, in sight or not. */
  count: number;
  selected: number;
  onChange: (all: boolean) => void;
}

/** Selects whatever waits and fits the filters, also what is not loaded yet. */
export function SelectAll({ count, selected, onChange }: SelectAllProps) {
  const { t } = useTranslation('documents');
  const partly = selected > 0 && selected < count;
  return (
    <Head>
      <input
        type="checkbox"
        checked={selected > 0 && !partly}
        ref={(box) => {
          if (box) box.indeterminate = partly;
        }}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span className="num">{t('review.selectAll', { count })}</span>
    </Head>
  );
}

/** The queue: whose, what, since when. */
export function ReviewList({ documents, openId, onOpen, selected, onSelect }: ReviewListProps) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const today = useToday();
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [openId]);
  return (
    <List aria-label={t('review.queue')}>
      {documents.map((document) => {
        const { id, kind, status, uploadedAt, mobility, expiryWarning } = document;
        const open = id === openId;
        const name = nameOf(document);
        return (
          <li key={id} data-open={open || undefined} ref={open ? current : undefined}>
            <label>
              <input
                type="checkbox"
                checked={selected.has(id)}
                disabled={status !== 'uploaded'}
                aria-label={t('review.select', { name, kind: t(`kind.${kind}`) })}
                onChange={() => onSelect(id)}
              />
            </label>
            <button type="button" aria-current={open || undefined} onClick={() => onOpen(id)}>
              <Thumbnail file={document} />
              <span className="top">
                <strong>{name}</strong>
                {(status !== 'uploaded' || expiryWarning) && (
                  <DocumentChip status={status} expiryWarning={expiryWarning} school plain />
                )}
              </span>
              <span>{t(`kind.${kind}`)}</span>
              <small className="num">
                {mobility.flow.code} · {t('review.leaves', { date: format.date(mobility.startsOn, 'short') })} ·{' '}
                {t('review.waits', { count: Math.max(0, daysBetween(uploadedAt.slice(0, 10), today)) })}
              </small>
            </button>
          </li>
        );
      })}
    </List>
  );
}
