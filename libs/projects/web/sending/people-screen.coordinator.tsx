import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { Page, QueryError, useUrlState } from '@softmob/portal-kit';
import { EmptyState, SelectField, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { ColleagueList } from './colleague-list.coordinator';
import { InvitationList } from './invitation-list.coordinator';
import { PeopleProjectsDocument } from './people-documents.coordinator';
import { ReserveTable } from './reserve-table.coordinator';

const TABS = ['invitations', 'reserves', 'colleagues'];

/** Who takes part, who has answered, who stands by. */
export function PeopleScreen() {
  const { t } = useTranslation('projects');
  const [url, setUrl] = useUrlState({ tab: 'invitations', project: '' });
  const { data, error, refetch } = useQuery(PeopleProjectsDocument);
  const project = data?.projects.find(({ id }) => id === url.project) ?? data?.projects[0];
  return (
    <Page
      title={t('people.title')}
      description={t('people.text')}
      actions={
        project &&
        url.tab !== 'colleagues' && (
          <SelectField
            id="project"
            label={t('upload.project')}
            empty={null}
            value={project.id}
            options={(data?.projects ?? []).map(({ id, title }) => ({ value: id, label: title }))}
            onChange={({ target }) => setUrl({ project: target.value }, { push: true })}
          />
        )
      }
    >
      <Tabs
        value={url.tab}
        onChange={(_event, tab: string) => setUrl({ tab }, { push: true })}
        aria-label={t('people.title')}
        variant="scrollable"
        sx={{ mb: 6 }}
      >
        {TABS.map((tab) => (
          <Tab key={tab} value={tab} label={t(`people.tab.${tab}`)} id={`tab-${tab}`} aria-controls="people-panel" />
        ))}
      </Tabs>
      <div role="tabpanel" id="people-panel" aria-labelledby={`tab-${url.tab}`}>
        {error && <QueryError error={error} onRetry={() => void refetch()} />}
        {!error && !data && <SkeletonList />}
        {data && url.tab === 'colleagues' && <ColleagueList />}
        {data && url.tab !== 'colleagues' && !project && (
          <EmptyState
            title={t('projects.empty')}
            action={
              <Button variant="contained" href="/projects/new">
                {t('projects.new')}
              </Button>
            }
          >
            {t('projects.emptyHint')}
          </EmptyState>
        )}
        {project && url.tab === 'invitations' && <InvitationList key={project.id} project={project} />}
        {project && url.tab === 'reserves' && <ReserveTable projectId={project.id} />}
      </div>
    </Page>
  );
}
