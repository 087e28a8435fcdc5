import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { type PaperLibraryQuery } from '@softmob/gql/sending-coordinator/graphql';
import { isKind, KINDS, languagesOf } from '@softmob/paperwork-model';
import { Page, QueryError, useErrorText, useUrlState } from '@softmob/portal-kit';
import { DataTable, EmptyState, Notice, SkeletonList, StateChip } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useKindName } from '../shared/use-kind-name';
import { LibraryDocument } from './paperwork.operations.coordinator';
import { useCopyTemplate } from './use-copy-template.coordinator';

type Row = PaperLibraryQuery['documentTemplates'][number];

/** The templates of the school and those that are shipped. */
export function LibraryScreen() {
  const { t, i18n } = useTranslation('paperwork');
  const kindName = useKindName();
  const navigate = useNavigate();
  const text = useErrorText('paperwork');
  const [{ archived }, setUrl] = useUrlState({ archived: false });
  const { data, error, refetch } = useQuery(LibraryDocument, {
    variables: { archived, locale: i18n.language },
    fetchPolicy: 'cache-and-network',
  });
  const { copy, saving, errors } = useCopyTemplate();
  if (error) return <QueryError error={error} level={1} onRetry={() => void refetch()} />;
  return (
    <Page
      title={t('library.title')}
      description={t('library.text')}
      actions={
        <>
          <Button onClick={() => setUrl({ archived: !archived })}>
            {t(archived ? 'library.current' : 'library.archived')}
          </Button>
          <Button href="/papers/issued">{t('issued.title')}</Button>
          <Button variant="contained" href="/papers/issue">
            {t('issue.title')}
          </Button>
        </>
      }
    >
      <Stack spacing={4}>
        <Notice tone="draft">{t('library.honest')}</Notice>
        {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
        {!data ? (
          <SkeletonList />
        ) : (
          <DataTable
            caption={t('library.title')}
            rows={data.documentTemplates}
            rowKey={({ id }) => id}
            onOpen={({ id }) => void navigate(`/papers/templates/${id}`)}
            columns={[
              {
                key: 'name',
                header: t('library.name'),
                inCard: 'title',
                cell: ({ name, kind }) => (name === kindName(kind) ? name : `${name} (${kindName(kind)})`),
              },
              { key: 'origin', header: t('library.origin'), cell: (row) => <Origin row={row} /> },
              {
                key: 'for',
                header: t('library.for'),
                cell: ({ kind }) => isKind(kind) && t(`subject.${KINDS[kind].subject}`),
              },
              { key: 'version', header: t('library.version'), cell: (row) => <Version row={row} /> },
              {
                key: 'copy',
                header: t('library.adapt'),
                cell: ({ id }) => (
                  <Button
                    size="small"
                    disabled={saving}
                    onClick={(event) => {
                      event.stopPropagation();
                      void copy(id);
                    }}
                  >
                    {t('library.copy')}
                  </Button>
                ),
              },
            ]}
            empty={<EmptyState title={t('library.empty')}>{t('library.emptyText')}</EmptyState>}
          />
        )}
      </Stack>
    </Page>
  );
}

function Origin({ row: { origin, basis } }: { row: Row }) {
  const { t } = useTranslation('paperwork');
  return (
    <>
      {t(`origin.${origin}`)}
      {basis && `: ${t(`basis.${basis}`)}`}
    </>
  );
}

function Version({ row: { versions, draftFaults } }: { row: Row }) {
  const { t } = useTranslation('paperwork');
  const [newest] = versions;
  return (
    <>
      {newest ? t('version.number', { number: newest.number }) : t('version.none')}{' '}
      {newest && <span className="num">({languagesOf(newest.content).join(', ')})</span>}{' '}
      {draftFaults && <StateChip state="draft" size="small" label={t('version.draft')} />}
    </>
  );
}
