import Link from '@mui/material/Link';
import { styled } from '@mui/material/styles';
import { useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { documentUrl } from '../shared/file-link';
import { type MyDocument } from './documents.operations';

const Root = styled('details')(({ theme }) => ({
  '& summary': { minHeight: 44, display: 'flex', alignItems: 'center', cursor: 'pointer', fontWeight: 550 },
  '& ul': { margin: 0, paddingLeft: 20, display: 'grid', gap: 8 },
  '& small': { display: 'block', color: theme.palette.text.secondary },
}));

/** Files that were taken back or followed by newer ones. */
export function History({ documents }: { documents: readonly MyDocument[] }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  if (documents.length === 0) return null;
  return (
    <Root>
      <summary>{t('history', { count: documents.length })}</summary>
      <ul>
        {documents.map(({ id, kind, fileName, uploadedAt, reason }) => (
          <li key={id}>
            {t(`kind.${kind}`)}:{' '}
            <Link href={documentUrl(id)} target="_blank" rel="noreferrer">
              {fileName}
            </Link>
            <small>
              {format.date(uploadedAt, 'medium')}
              {reason && ` · ${reason}`}
            </small>
          </li>
        ))}
      </ul>
    </Root>
  );
}
