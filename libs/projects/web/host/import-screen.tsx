import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { Page, QueryError, useSubmit, useUrlState } from '@softmob/portal-kit';
import { SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ImportReceipt } from '../shared/import-receipt';
import { type ImportView } from '../shared/import-types';
import { ImportWizard } from '../shared/import-wizard';
import { useImport } from '../shared/use-import';
import {
  ApplyImportDocument,
  CorrectImportCellDocument,
  ImportFileDocument,
  RemapImportDocument,
} from '../shared/import-documents.placing';

const PAGE = 50;
const CHOICES = { flowId: null, createFlows: false, flowCodes: [] };

/** The host's companies on their way in, until the receipt. */
export function ImportScreen() {
  const { t } = useTranslation('projects');
  const { id = '' } = useParams();
  const [url, setUrl] = useUrlState({ status: [] as string[], first: PAGE });
  const variables = { id, first: url.first, status: url.status };
  const { data, previousData, error, refetch } = useQuery(ImportFileDocument, {
    variables,
    fetchPolicy: 'network-only',
  });
  const file: ImportView | undefined = (data ?? previousData)?.importBatch;
  const apply = useSubmit(ApplyImportDocument);
  const { actions, receipt, dismiss, errors } = useImport({
    id,
    choices: CHOICES,
    refetch,
    remap: useSubmit(RemapImportDocument),
    correct: useSubmit(CorrectImportCellDocument),
    apply,
  });
  if (error && !file) return <QueryError error={error} level={1} onRetry={() => void refetch()} />;
  if (!file) return <SkeletonList kind="page" />;
  const shown = receipt ?? (file.counts.total === 0 ? file.receipt : null);
  return (
    <Page
      title={t('import.title.companies')}
      description={file.fileName}
      crumbs={[{ label: t('upload.hostTitle'), to: '/imports/new' }]}
    >
      {shown ? (
        <ImportReceipt
          file={{ ...file, receipt: shown }}
          next={[]}
          onBack={dismiss}
          actions={
            <Button variant="contained" href="/companies">
              {t('import.toCompanies')}
            </Button>
          }
        />
      ) : (
        <ImportWizard
          file={file}
          flows={null}
          choices={{ flowId: '', create: [] }}
          onChoices={() => undefined}
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
