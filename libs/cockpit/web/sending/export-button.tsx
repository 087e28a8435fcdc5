import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import Button from '@mui/material/Button';
import { fileUrl, useUrlState } from '@softmob/portal-kit';
import { useTranslation } from 'react-i18next';

/** The cohort as a spreadsheet, with the columns that its reader may see; of one flow where one is chosen. */
export function ExportButton({ projectId }: { projectId: string }) {
  const { t } = useTranslation('cockpit');
  const [{ flow }] = useUrlState({ flow: [] as string[] });
  const ofFlow = flow.length === 1 ? `&flowId=${String(flow[0])}` : '';
  return (
    <Button
      variant="outlined"
      startIcon={<DownloadOutlined />}
      href={fileUrl(`/exports/cohort.xlsx?projectId=${projectId}${ofFlow}`)}
      download
    >
      {t('board.export')}
    </Button>
  );
}
