import { Notice } from '@softmob/ui';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { type Words } from '../shared/types';
import { useSay } from '../shared/use-say';

export interface Report {
  /** Key of the sentence that says what was done. */
  done: string;
  count: number;
  refused: readonly {
    mobilityId: string;
    reason: string;
    missing?: readonly { path: string; message: Words }[];
  }[];
}

interface BulkReportProps {
  report: Report;
  nameOf: (mobilityId: string) => string;
  /** Where one of them is opened; nowhere when left out. */
  hrefOf?: (mobilityId: string) => string;
}

/** What a bulk step did, and for whom it could not be done and why. */
export function BulkReport({ report, nameOf, hrefOf }: BulkReportProps) {
  const { t } = useTranslation('learning');
  const { say } = useSay();
  const { refused } = report;
  return (
    <Notice tone={refused.length > 0 ? 'atRisk' : 'done'} title={t(report.done, { count: report.count })}>
      {refused.length > 0 && (
        <>
          {t('report.refused', { count: refused.length })}
          <ul style={{ margin: '8px 0 0', paddingLeft: 18 }}>
            {refused.map(({ mobilityId, reason, missing = [] }) => (
              <li key={mobilityId}>
                {hrefOf ? <Link href={hrefOf(mobilityId)}>{nameOf(mobilityId)}</Link> : nameOf(mobilityId)}:{' '}
                {missing.length > 0 ? missing.map(({ message }) => say(message)).join(' ') : t(`reason.${reason}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
