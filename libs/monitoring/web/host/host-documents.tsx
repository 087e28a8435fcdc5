import Typography from '@mui/material/Typography';
import { FileButton, type ShownFile } from '@softmob/documents-web/shared';
import { useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

export interface HostDocument extends ShownFile {
  kind: string;
  expiresOn?: string | null | undefined;
}

/** The documents that a participant released to the host. */
export function HostDocuments({ documents }: { documents: readonly HostDocument[] }) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  return (
    <section>
      <Typography variant="h3" sx={{ mb: 2 }}>
        {t('panel.documents')}
      </Typography>
      {documents.length === 0 ? (
        <Typography color="textSecondary">{t('panel.noDocuments')}</Typography>
      ) : (
        <ul style={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 6 }}>
          {documents.map(({ kind, expiresOn, ...file }) => (
            <li key={file.id}>
              <FileButton file={file}>
                <Typography component="small" variant="caption" color="textSecondary" sx={{ display: 'block' }}>
                  {t(`documentKind.${kind}`)}
                  {expiresOn && ` · ${t('panel.validUntil', { date: format.date(expiresOn, 'medium') })}`}
                </Typography>
              </FileButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
