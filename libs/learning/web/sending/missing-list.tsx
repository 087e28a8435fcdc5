import { Notice } from '@softmob/ui';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { type Words } from '../shared/types';
import { useSay } from '../shared/use-say';

interface Gap {
  path: string;
  message: Words;
}

/** The part of the editor in which a place is filled in. */
const partOf = (path: string): string => {
  const [first = '', second = ''] = path.split('.');
  return first === 'parties' ? `part-${second}` : `part-${first === 'tasks' ? 'units' : first}`;
};

function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  const { say } = useSay();
  return (
    <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
      {gaps.map(({ path, message }) => (
        <li key={path + message.en}>
          <Link href={`#${partOf(path)}`}>{say(message)}</Link>
        </li>
      ))}
    </ul>
  );
}

/** What must be filled in before anybody can sign, each leading to its place, and what is good practice. */
export function MissingList({ missing, advised }: { missing: readonly Gap[]; advised: readonly Gap[] }) {
  const { t } = useTranslation('learning');
  return (
    <>
      <Notice
        tone={missing.length > 0 ? 'atRisk' : 'done'}
        title={t(missing.length > 0 ? 'missing.title' : 'missing.none', { count: missing.length })}
      >
        {missing.length > 0 && <Gaps gaps={missing} />}
      </Notice>
      {advised.length > 0 && (
        <Notice tone="brand" title={t('missing.advised')}>
          <Gaps gaps={advised} />
        </Notice>
      )}
    </>
  );
}
