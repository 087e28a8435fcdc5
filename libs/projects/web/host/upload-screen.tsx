import { Page } from '@softmob/portal-kit';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { UploadForm } from '../shared/upload-form';

/** The first step: the host's file of companies. */
export function UploadScreen() {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  return (
    <Page title={t('upload.hostTitle')} description={t('upload.hostText')}>
      <UploadForm
        kinds={['companies']}
        kind="companies"
        onKind={() => undefined}
        projects={null}
        projectId=""
        onProject={() => undefined}
        onUploaded={(id) => void navigate(`/imports/${id}`)}
      />
    </Page>
  );
}
