import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { Page, QueryError, useUrlState } from '@softmob/portal-kit';
import { EmptyState, Section, SkeletonList } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Cloned, type CloneStart, CloneStartDocument } from './clone-documents.coordinator';
import { CloneFields, type CloneValues } from './clone-fields.coordinator';
import { ClonePreview } from './clone-preview.coordinator';
import { CloneReceipt } from './clone-receipt.coordinator';

const Stack = styled('div')({ display: 'grid', gap: 24, '& > *': { minWidth: 0 } });

/** The project that comes next: the first that begins after this one; this one where there is none. */
function nextProject({ project, projects }: CloneStart): string {
  const own = projects.find(({ id }) => id === project.id);
  const later = projects
    .filter(({ id, startsOn }) => id !== project.id && own !== undefined && startsOn > own.startsOn)
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  return later[0]?.id ?? project.id;
}

/** Last year's flows as next year's: which, where to and when; what comes of it; and a receipt with a way back. */
export function CloneScreen() {
  const { t } = useTranslation('projects');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(CloneStartDocument, { variables: { projectId: id } });
  const [cloned, setCloned] = useState<Cloned | null>(null);
  if (error) return <QueryError error={error} level={1} backTo="/projects" onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList kind="form" />;
  return (
    <Page
      title={t('clone.title')}
      description={t('clone.text')}
      crumbs={[
        { label: t('nav.projects'), to: '/projects' },
        { label: data.project.title, to: `/projects/${id}` },
      ]}
    >
      {cloned ? (
        <CloneReceipt cloned={cloned} onUndone={() => setCloned(null)} />
      ) : data.project.flows.length === 0 ? (
        <EmptyState
          title={t('flow.none')}
          action={
            <Button variant="contained" href={`/projects/${id}/flows/new`}>
              {t('flow.new')}
            </Button>
          }
        >
          {t('flow.noneHint')}
        </EmptyState>
      ) : (
        <Choose start={data} onCloned={setCloned} />
      )}
    </Page>
  );
}

function Choose({ start, onCloned }: { start: CloneStart; onCloned: (cloned: Cloned) => void }) {
  const { t } = useTranslation('projects');
  const [{ flow }] = useUrlState({ flow: '' });
  const flows = start.project.flows;
  const [values, setValues] = useState<CloneValues>({
    flowIds: flows.some(({ id }) => id === flow) ? [flow] : flows.map(({ id }) => id),
    projectId: nextProject(start),
    shift: 'year',
    weeks: '52',
    firstDeparture: '',
    askHosts: true,
  });
  return (
    <Stack>
      <Section title={t('clone.what')}>
        <CloneFields start={start} values={values} onChange={(patch) => setValues({ ...values, ...patch })} />
      </Section>
      <Section title={t('clone.preview')} description={t('clone.previewText')}>
        <ClonePreview values={values} onCloned={onCloned} />
      </Section>
    </Stack>
  );
}
