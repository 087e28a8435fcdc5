import { useQuery } from '@apollo/client/react';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { Page, QueryError, useUrlState } from '@softmob/portal-kit';
import { SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { QueueHealthDocument } from './queue-documents.operator';
import { QueueHistory } from './queue-history.operator';
import { QueueJobs } from './queue-jobs.operator';
import { QueueMails } from './queue-mails.operator';
import { QueueTiles } from './queue-tiles.operator';

const VIEWS = ['jobs', 'mails', 'history'] as const;

/** What the house has still to do, what it could not do, and what the operator makes of it. */
export function QueueScreen() {
  const { t } = useTranslation('identity');
  const [url, setUrl] = useUrlState({ view: 'jobs' });
  const { data, error, refetch } = useQuery(QueueHealthDocument, { pollInterval: 30_000 });
  const view = VIEWS.find((one) => one === url.view) ?? 'jobs';
  const again = () => void refetch();
  const counts = data && {
    jobs: data.queueHealth.dead + data.queueHealth.failing,
    mails: data.queueHealth.refused + data.queueHealth.unclear,
  };
  return (
    <Page title={t('queue.title')} description={t('queue.description')}>
      {error && <QueryError error={error} onRetry={again} />}
      {!error && !data && <SkeletonList />}
      {data && (
        <>
          <QueueTiles health={data.queueHealth} />
          <Tabs
            value={view}
            onChange={(_event, next: string) => setUrl({ view: next })}
            variant="scrollable"
            aria-label={t('queue.views.label')}
            sx={{ mb: 4 }}
          >
            {VIEWS.map((one) => (
              <Tab
                key={one}
                value={one}
                id={`queue-tab-${one}`}
                aria-controls={`queue-panel-${one}`}
                label={
                  one === 'history'
                    ? t('queue.views.history')
                    : `${t(`queue.views.${one}`)} (${String(counts?.[one] ?? 0)})`
                }
              />
            ))}
          </Tabs>
          <div role="tabpanel" id={`queue-panel-${view}`} aria-labelledby={`queue-tab-${view}`}>
            {view === 'jobs' && <QueueJobs health={data.queueHealth} onChanged={again} />}
            {view === 'mails' && <QueueMails unclear={data.queueHealth.unclear} onChanged={again} />}
            {view === 'history' && <QueueHistory />}
          </div>
        </>
      )}
    </Page>
  );
}
