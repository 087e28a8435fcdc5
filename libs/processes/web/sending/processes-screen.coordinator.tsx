import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { type ProcessesQuery } from '@softmob/gql/sending-coordinator/graphql';
import { Page, QueryError, useErrorText, useUrlState } from '@softmob/portal-kit';
import { DataTable, EmptyState, Notice, SkeletonList, StateChip } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProcessesDocument } from './processes.operations.coordinator';
import { useCopyProcess } from './use-copy-process.coordinator';

type Row = ProcessesQuery['processTemplates'][number];

/** The processes of the school, those that are shipped and those that partner schools share. */
export function ProcessesScreen() {
  const { t, i18n } = useTranslation('processes');
  const navigate = useNavigate();
  const text = useErrorText('processes');
  const [{ archived }, setUrl] = useUrlState({ archived: false });
  const { data, error, refetch } = useQuery(ProcessesDocument, {
    variables: { archived, locale: i18n.language },
    fetchPolicy: 'cache-and-network',
  });
  const { copy, saving, errors } = useCopyProcess();
  if (error) return <QueryError error={error} level={1} onRetry={() => void refetch()} />;
  const originOf = ({ origin, schoolName }: Row) =>
    origin === 'partner' ? t('origin.partner', { school: schoolName ?? '' }) : t(`origin.${origin}`);
  return (
    <Page
      title={t('nav.processes')}
      description={t('list.text')}
      actions={
        <Button onClick={() => setUrl({ archived: !archived })}>
          {t(archived ? 'list.current' : 'list.archived')}
        </Button>
      }
    >
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
      {!data ? (
        <SkeletonList />
      ) : (
        <DataTable
          caption={t('nav.processes')}
          rows={data.processTemplates}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(`/processes/${id}`)}
          columns={[
            { key: 'name', header: t('list.name'), cell: ({ name }) => name, inCard: 'title' },
            { key: 'origin', header: t('list.origin'), cell: originOf },
            { key: 'version', header: t('list.version'), cell: (row) => <VersionCell row={row} /> },
            { key: 'steps', header: t('list.steps'), numeric: true, cell: (row) => stepsOf(row) },
            { key: 'flows', header: t('list.flows'), numeric: true, cell: ({ flowCount }) => flowCount },
            {
              key: 'copy',
              header: t('list.copy'),
              cell: ({ id, versions }) =>
                versions.length > 0 && (
                  <Button
                    size="small"
                    disabled={saving}
                    onClick={(event) => {
                      event.stopPropagation();
                      void copy(id);
                    }}
                  >
                    {t('list.copyIt')}
                  </Button>
                ),
            },
          ]}
          empty={<EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>}
        />
      )}
    </Page>
  );
}

const stepsOf = ({ draft, versions }: Row) => versions[0]?.steps.length ?? draft?.length ?? 0;

function VersionCell({ row: { draft, versions, sharedWithPartners } }: { row: Row }) {
  const { t } = useTranslation('processes');
  const [newest] = versions;
  return (
    <>
      {newest ? t('version.number', { number: newest.number }) : t('version.none')}{' '}
      {draft && <StateChip state="draft" size="small" label={t('version.draft')} />}{' '}
      {sharedWithPartners && <StateChip state="waiting" size="small" label={t('version.shared')} />}
    </>
  );
}
