import Button from '@mui/material/Button';
import { DateText, Facts, SidePanel } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type StuckJob } from './queue-documents.operator';
import { useKind } from './use-kind';

interface JobPanelProps {
  job: StuckJob;
  saving: boolean;
  onClose: () => void;
  onRetry: () => void;
  onGiveUp: () => void;
}

/** Everything about one job that fails, but nobody's data. */
export function JobPanel({ job, saving, onClose, onRetry, onGiveUp }: JobPanelProps) {
  const { t } = useTranslation('identity');
  const kindOf = useKind();
  const subject = job.subjectId && `${job.subjectType ?? ''} ${job.subjectId}`;
  const facts = [
    { label: t('queue.state'), value: t(`queue.states.${job.state}`) },
    { label: t('queue.error'), value: job.error ?? t('queue.noError') },
    { label: t('queue.attempts'), value: t('queue.attemptsOf', { attempts: job.attempts, max: job.maxAttempts }) },
    { label: t('queue.since'), value: <DateText value={job.queuedAt} style="dateTime" /> },
    { label: t('queue.lastTry'), value: <DateText value={job.triedAt} style="dateTime" /> },
    {
      label: t('queue.next'),
      value: job.nextTryAt ? <DateText value={job.nextTryAt} style="dateTime" /> : t('queue.never'),
    },
    { label: t('queue.kind'), value: job.kind },
    ...(subject ? [{ label: t('queue.subject'), value: subject }] : []),
    ...(job.template ? [{ label: t('queue.template'), value: job.template }] : []),
  ];
  return (
    <SidePanel
      open
      onClose={onClose}
      title={kindOf(job.kind)}
      subtitle={t('queue.number', { id: job.id })}
      footer={
        <>
          <Button variant="contained" loading={saving} onClick={onRetry}>
            {t('queue.retry')}
          </Button>
          <Button color="error" onClick={onGiveUp}>
            {t('queue.giveUp')}
          </Button>
        </>
      }
    >
      <Facts items={facts} columns={1} />
    </SidePanel>
  );
}
