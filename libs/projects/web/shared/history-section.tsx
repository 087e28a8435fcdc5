import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { DateText, EmptyState, Section, useFormat } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const List = styled('ol')(({ theme }) => ({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& > li': {
    display: 'grid',
    gridTemplateColumns: '170px minmax(0, 1fr)',
    gap: '2px 16px',
    padding: '10px 0',
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-of-type': { borderTop: 0 },
  },
  '& time, & small': { color: theme.palette.text.secondary },
  '& ul': { gridColumn: 2, margin: 0, paddingLeft: 18, fontSize: '0.8125rem', overflowWrap: 'anywhere' },
  [theme.breakpoints.down('sm')]: { '& > li': { gridTemplateColumns: '1fr' }, '& ul': { gridColumn: 1 } },
}));

interface HistoryEntry {
  id: string;
  at: string;
  type: string;
  actorName: string | null;
  audience: string;
  changes: readonly { field: string; before: string | null; after: string | null }[];
}

const FEW = 8;
/** Values that are codes, and where their words stand. */
const WORDED: Readonly<Record<string, string>> = { stage: 'stage', role: 'kit:audience', gender: 'person.genders' };
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const IDENTIFIER = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
const TECHNICAL = ['processTemplate', 'activityType', 'movedMobilities'];

/** Whether a change says something to a person: identifiers and codes do not. */
const tells = ({ field, before, after }: HistoryEntry['changes'][number]): boolean =>
  !TECHNICAL.includes(field) &&
  ![before, after].some((value) => value !== null && IDENTIFIER.test(value)) &&
  (before ?? after) !== null;

/** Says in words what happened; an event nobody gave words to shows its own name. */
function useEventText(): (type: string) => string {
  const { t, i18n } = useTranslation('projects');
  return (type) => {
    const key = `events.${type.replace(/[.-]/g, '_')}`;
    return i18n.exists(`projects:${key}`) ? t(key) : type.replace(/[.-]/g, ' ');
  };
}

/** A value as the reader says it: codes by their words, days and moments in the form of their language. */
function useValueText(): (field: string, value: string | null) => string {
  const { t } = useTranslation('projects');
  const format = useFormat();
  return (field, value) => {
    if (value === null) return '–';
    const words = WORDED[field];
    if (words) return t(`${words}.${value}`, { defaultValue: value });
    if (DAY.test(value)) return format.date(value, 'medium');
    if (MOMENT.test(value)) return format.date(value, 'dateTime');
    if (value === 'true' || value === 'false') return t(value === 'true' ? 'kit:word.yes' : 'kit:word.no');
    return value;
  };
}

/** Who changed what and when. */
export function HistorySection({ entries }: { entries: readonly HistoryEntry[] }) {
  const { t } = useTranslation('projects');
  const textOf = useEventText();
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, FEW);
  const word = useValueText();
  const line = ({ field, before, after }: HistoryEntry['changes'][number]) =>
    before === null ? word(field, after) : `${word(field, before)} → ${word(field, after)}`;
  return (
    <Section
      title={t('mobility.history')}
      actions={
        entries.length > FEW && (
          <Button onClick={() => setAll(!all)}>
            {all ? t('mobility.less') : t('mobility.all', { count: entries.length })}
          </Button>
        )
      }
    >
      {entries.length === 0 && <EmptyState compact title={t('mobility.noHistory')} />}
      <List>
        {shown.map((entry) => (
          <li key={entry.id}>
            <DateText value={entry.at} style="dateTime" />
            <span>
              {textOf(entry.type)} <small>{entry.actorName ?? t('mobility.system')}</small>
            </span>
            {entry.changes.some(tells) && (
              <ul>
                {entry.changes.filter(tells).map((change) => (
                  <li key={change.field}>
                    {t(`person.${change.field}`, {
                      defaultValue: t(`change.${change.field}`, { defaultValue: change.field }),
                    })}
                    : {line(change)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </List>
    </Section>
  );
}

interface LogEntry {
  id: string;
  field: string;
  readerName: string;
  audience: string;
  at: string;
}

/** Who read the data whose reads are logged. */
export function LogSection({ entries }: { entries: readonly LogEntry[] }) {
  const { t } = useTranslation('projects');
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, FEW);
  return (
    <Section
      title={t('mobility.log')}
      description={t('mobility.logText')}
      actions={
        entries.length > FEW && (
          <Button onClick={() => setAll(!all)}>
            {all ? t('mobility.less') : t('mobility.all', { count: entries.length })}
          </Button>
        )
      }
    >
      {entries.length === 0 && <EmptyState compact title={t('mobility.noLog')} />}
      <List>
        {shown.map(({ id, field, readerName, audience, at }) => (
          <li key={id}>
            <DateText value={at} style="dateTime" />
            <span>
              {t('mobility.read', { name: readerName, what: t(`person.${field.split('.')[1] ?? field}`) })}{' '}
              <small>{t(`kit:audience.${audience}`)}</small>
            </span>
          </li>
        ))}
      </List>
    </Section>
  );
}
