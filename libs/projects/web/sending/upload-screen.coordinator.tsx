import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { graphql } from '@softmob/gql/sending-coordinator';
import { Page, QueryError, useUrlState } from '@softmob/portal-kit';
import { DataTable, DateText, EmptyState, Section, SkeletonList, StateChip } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { UploadForm } from '../shared/upload-form';

const UploadChoicesDocument = graphql(`
  query UploadChoices {
    projects {
      id
      title
    }
    imports {
      id
      kind
      fileName
      createdAt
      appliedAt
      receipt {
        added
        updated
        waiting
      }
    }
  }
`);

const KINDS = ['learners', 'reserves', 'accompanying', 'companies', 'organisations'];
const WITHOUT_PROJECT = ['companies', 'organisations'];

/** The first step of an import: what, where, which file; and the files of before. */
export function UploadScreen() {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const [url, setUrl] = useUrlState({ kind: 'learners', project: '' });
  const { data, error, refetch } = useQuery(UploadChoicesDocument, { fetchPolicy: 'cache-and-network' });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList kind="form" />;
  const project = url.project || (data.projects.length === 1 ? (data.projects[0]?.id ?? '') : '');
  const needsProject = !WITHOUT_PROJECT.includes(url.kind);
  return (
    <Page
      title={t('upload.title')}
      description={t('upload.text')}
      crumbs={[{ label: t('nav.projects'), to: '/projects' }]}
    >
      <div style={{ display: 'grid', gap: 32 }}>
        {needsProject && data.projects.length === 0 ? (
          <EmptyState
            title={t('upload.noProject')}
            action={
              <Button variant="contained" href="/projects/new">
                {t('projects.new')}
              </Button>
            }
          >
            {t('upload.noProjectHint')}
          </EmptyState>
        ) : (
          <UploadForm
            kinds={KINDS}
            kind={url.kind}
            onKind={(kind) => setUrl({ kind })}
            projects={needsProject ? data.projects : null}
            projectId={project}
            onProject={(id) => setUrl({ project: id })}
            onUploaded={(id) => void navigate(`/imports/${id}`)}
          />
        )}
        {data.imports.length > 0 && (
          <Section title={t('upload.before')} flush>
            <DataTable
              caption={t('upload.before')}
              rows={data.imports}
              rowKey={({ id }) => id}
              maxHeight={400}
              onOpen={({ id }) => void navigate(`/imports/${id}`)}
              columns={[
                { key: 'file', header: t('import.file'), cell: ({ fileName }) => fileName },
                { key: 'kind', header: t('upload.kind'), cell: ({ kind }) => t(`upload.kinds.${kind}`) },
                {
                  key: 'when',
                  header: t('upload.when'),
                  cell: ({ createdAt }) => <DateText value={createdAt} style="dateTime" />,
                },
                {
                  key: 'state',
                  header: t('import.state'),
                  cell: ({ receipt }) =>
                    receipt === null ? (
                      <StateChip state="waiting" label={t('upload.notApplied')} />
                    ) : receipt.waiting > 0 ? (
                      <StateChip state="atRisk" label={t('upload.someWait', { count: receipt.waiting })} />
                    ) : (
                      <StateChip state="done" label={t('upload.allIn', { count: receipt.added + receipt.updated })} />
                    ),
                },
              ]}
            />
          </Section>
        )}
      </div>
    </Page>
  );
}
