import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { documentUrl } from '@softmob/documents-web/shared';
import { useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

export interface HostDocument {
  id: string;
  kind: string;
  fileName: string;
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
        <ul style={{ margin: 0, paddingLeft: 20, display: 'grid', gap: 6 }}>
          {documents.map(({ id, kind, fileName, expiresOn }) => (
            <li key={id}>
              {t(`documentKind.${kind}`)}:{' '}
              <Link href={documentUrl(id)} target="_blank" rel="noreferrer">
                {fileName}
              </Link>
              {expiresOn && ` (${t('panel.validUntil', { date: format.date(expiresOn, 'medium') })})`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
