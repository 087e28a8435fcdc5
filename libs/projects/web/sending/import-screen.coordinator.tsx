import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { Page, QueryError, useSubmit, useUrlState } from '@softmob/portal-kit';
import { type NextStep, SkeletonList } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ImportReceipt } from '../shared/import-receipt';
import { type ImportChoices, type ImportView } from '../shared/import-types';
import { ImportWizard } from '../shared/import-wizard';
import { useImport } from '../shared/use-import';
import {
  ApplyImportDocument,
  CorrectImportCellDocument,
  ImportFileDocument,
  RemapImportDocument,
} from '../shared/import-documents.placing';
import { FlowChoicesDocument } from './import-documents.coordinator';

const PAGE = 50;
const OF_PROJECT = ['learners', 'reserves', 'accompanying'];

/** Where one goes on from, by what came in. */
function after(
  kind: string,
  projectId: string | null,
  t: (key: string) => string,
): { to: string; label: string; next: NextStep[] } {
  if (kind === 'learners' && projectId)
    return {
      to: `/people?project=${projectId}`,
      label: t('import.toInvite'),
      next: [{ mine: true, what: t('import.inviteNext') }],
    };
  if (kind === 'reserves' && projectId)
    return { to: `/people?project=${projectId}&tab=reserves`, label: t('import.toReserves'), next: [] };
  if (kind === 'companies')
    return { to: '/placements', label: t('import.toPlacements'), next: [{ mine: true, what: t('import.matchNext') }] };
  if (kind === 'organisations')
    return {
      to: '/people?tab=colleagues',
      label: t('import.toColleagues'),
      next: [{ mine: true, what: t('import.colleaguesNext') }],
    };
  return { to: projectId ? `/projects/${projectId}` : '/projects', label: t('import.toProject'), next: [] };
}

/** One file on its way in, until its receipt. */
export function ImportScreen() {
  const { t } = useTranslation('projects');
  const { id = '' } = useParams();
  const [url, setUrl] = useUrlState({ flow: '', create: [] as string[], status: [] as string[], first: PAGE });
  const [wanted, setWanted] = useState<ImportChoices>({ flowId: url.flow, create: url.create });
  const choices = {
    flowId: wanted.flowId || null,
    createFlows: wanted.create.length > 0,
    flowCodes: [...wanted.create],
  };
  const variables = { id, choices, first: url.first, status: url.status };
  const { data, previousData, error, refetch } = useQuery(ImportFileDocument, {
    variables,
    fetchPolicy: 'network-only',
  });
  const file: ImportView | undefined = (data ?? previousData)?.importBatch;
  const { data: flowData } = useQuery(FlowChoicesDocument, {
    variables: { projectId: file?.projectId ?? null },
    skip: !file?.projectId,
  });
  const apply = useSubmit(ApplyImportDocument);
  const { actions, receipt, dismiss, errors } = useImport({
    id,
    choices,
    refetch,
    remap: useSubmit(RemapImportDocument),
    correct: useSubmit(CorrectImportCellDocument),
    apply,
  });
  if (error && !file) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!file) return <SkeletonList kind="page" />;

  const shown = receipt ?? (file.counts.total === 0 ? file.receipt : null);
  const way = after(file.kind, file.projectId, t);
  return (
    <Page
      title={t(`import.title.${file.kind}`)}
      description={file.fileName}
      crumbs={[{ label: t('upload.title'), to: `/imports/new?kind=${file.kind}&project=${file.projectId ?? ''}` }]}
    >
      {shown ? (
        <ImportReceipt
          file={{ ...file, receipt: shown }}
          next={way.next}
          onBack={dismiss}
          actions={
            <Button variant="contained" href={way.to}>
              {way.label}
            </Button>
          }
        />
      ) : (
        <ImportWizard
          file={file}
          flows={OF_PROJECT.includes(file.kind) && file.kind !== 'reserves' ? (flowData?.flows ?? []) : null}
          choices={wanted}
          onChoices={(changed) => {
            const next = { ...wanted, ...changed };
            setWanted(next);
            setUrl({ flow: next.flowId, create: [...next.create] });
          }}
          status={url.status}
          onStatus={(status) => setUrl({ status: [...status], first: PAGE })}
          onMore={file.rows.length >= url.first ? () => setUrl({ first: Math.min(500, url.first + 100) }) : null}
          actions={actions}
          saving={apply.saving}
          errors={errors}
        />
      )}
    </Page>
  );
}
