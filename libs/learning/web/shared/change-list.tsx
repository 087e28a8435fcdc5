import { styled } from '@mui/material/styles';
import { useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type ChangeView, type VersionView } from './types';
import { useSay } from './use-say';

const List = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  padding: 0,
  display: 'grid',
  gap: 16,
  '& strong': { display: 'block', fontWeight: 600, marginBottom: 4 },
  '& del, & ins': {
    display: 'block',
    padding: '4px 10px',
    borderRadius: 6,
    textDecoration: 'none',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
    borderLeft: '3px solid',
  },
  '& del': {
    color: theme.palette.state.blocked.fg,
    backgroundColor: theme.palette.state.blocked.bg,
    borderColor: theme.palette.state.blocked.line,
    marginBottom: 4,
  },
  '& ins': {
    color: theme.palette.state.done.fg,
    backgroundColor: theme.palette.state.done.bg,
    borderColor: theme.palette.state.done.line,
  },
}));

/** What a version changes against the one before it: what stood there, what stands there now. */
export function ChangeList({ changes }: { changes: readonly ChangeView[] }) {
  const { t } = useTranslation('learning');
  const { say } = useSay();
  if (changes.length === 0) return <p>{t('changes.none')}</p>;
  return (
    <List>
      {changes.map(({ path, label, before, after }) => (
        <li key={path}>
          <strong>{say(label)}</strong>
          {before && (
            <del>
              <span className="visually-hidden">{t('changes.before')}: </span>
              {say(before)}
            </del>
          )}
          {after && (
            <ins>
              <span className="visually-hidden">{t('changes.after')}: </span>
              {say(after)}
            </ins>
          )}
        </li>
      ))}
    </List>
  );
}

/** Who signs an amendment, where it does not concern all parties. */
export function SignersOfChange({ version }: { version: Pick<VersionView, 'requiredParties' | 'content'> }) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  const { requiredParties, content } = version;
  const all = content?.requiredParties ?? [];
  if (all.every((party) => requiredParties.includes(party))) return null;
  return <p>{t('changes.signs', { parties: format.list(requiredParties.map((party) => t(`party.${party}`))) })}</p>;
}
